"""What a screen shows of a session at one moment, worked out from the player's state. Pure."""

from dataclasses import dataclass

from stretchtimer.core.events import Mode
from stretchtimer.core.exercise import Exercise
from stretchtimer.core.phase import PhaseKind, Side
from stretchtimer.core.player_state import PlayerState
from stretchtimer.core.timeline import Phase

# "Next" is on the screen this long before it is needed: time to fetch a chair or a band.
NEXT_SHOWN_MS = 10_000


@dataclass(frozen=True, slots=True)
class Progress:
    """One moment of a session. Times in ms; `exercise` is the one that runs or, in the intro,
    comes.

    `reps` is how many repetitions a side has, 0 outside of a block. `next_exercise` is set from ten
    seconds before the next block. `lead_in_ms` counts down while a pause ends, otherwise it is 0.
    """

    mode: Mode
    phase: Phase
    exercise: Exercise
    elapsed_ms: int
    remaining_ms: int
    position_ms: int
    total_ms: int
    reps: int
    limb: str
    next_phase: Phase | None
    next_exercise: Exercise | None
    lead_in_ms: int

    @property
    def seconds_left(self) -> int:
        """Whole seconds left in the phase, as a person counts them: 1 is the last."""
        return -(-self.remaining_ms // 1000)

    @property
    def fraction(self) -> float:
        """How much of the phase has gone by, 0 to 1."""
        return self.elapsed_ms / self.phase.length_ms

    @property
    def instruction(self) -> str:
        """What to do now, in the exercise's own words."""
        words = self.exercise.words.on(self.phase.side)
        match self.phase.kind:
            case PhaseKind.INTRO:
                return self.exercise.position
            case PhaseKind.PREPARE:
                return " ".join(words.setup)
            case PhaseKind.EASE:
                return words.ease
            case PhaseKind.HOLD:
                return words.hold
            case PhaseKind.RELEASE:
                return words.release
            case PhaseKind.REST:
                return words.rest
            case PhaseKind.SWITCH:
                return words.switch
            case PhaseKind.OUTRO:
                return words.done

    @property
    def total_left_ms(self) -> int:
        """Time to the end of the routine."""
        return self.total_ms - self.position_ms


def progress(state: PlayerState, now_ms: int) -> Progress:
    """What to show of `state` at the clock's `now_ms`."""
    score = state.score
    position_ms = state.position_at(now_ms)
    phase = score.phases[state.phase]
    # A tick may not have crossed the boundary yet; the screen never shows less than nothing.
    remaining_ms = max(0, phase.end_ms - position_ms)
    upcoming = score.phases[state.phase + 1 :]
    next_phase = upcoming[0] if upcoming else None
    prescription = score.prescription(phase)
    block = phase.block
    if block is None:
        block = 0 if phase.kind is PhaseKind.INTRO else len(score.script.blocks) - 1
    lead_in_ms = 0
    if state.mode is Mode.LEAD_IN and state.lead_in is not None:
        lead_in_ms = max(0, state.anchor_ms + state.lead_in.length_ms - now_ms)
    exercise = score.script.blocks[block].exercise
    return Progress(
        mode=state.mode,
        phase=phase,
        exercise=exercise,
        elapsed_ms=phase.length_ms - remaining_ms,
        remaining_ms=remaining_ms,
        position_ms=position_ms,
        total_ms=score.total_ms,
        reps=prescription.dose.reps if prescription else 0,
        limb=score.script.phrases.limb(phase.side or Side.BOTH, exercise.limb),
        next_phase=next_phase,
        next_exercise=_next_exercise(state, position_ms),
        lead_in_ms=lead_in_ms,
    )


def _next_exercise(state: PlayerState, position_ms: int) -> Exercise | None:
    score = state.score
    here = score.phases[state.phase].block
    for phase in score.phases[state.phase + 1 :]:
        if phase.block is not None and phase.block != here:
            near = phase.at_ms - position_ms <= NEXT_SHOWN_MS
            return score.script.blocks[phase.block].exercise if near else None
    return None
