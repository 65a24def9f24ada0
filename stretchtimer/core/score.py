"""The score: a routine compiled, before it starts, into exact phases and the cues on them.

The player, the progress bar, next-up, the audio export and the command line all read the same
score.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from stretchtimer.core.cues import Cue, Dropped, Plan, plan_phase, speakable_texts
from stretchtimer.core.exercise import MAX_HOLD_S, MAX_REPS, Dose, Exercise
from stretchtimer.core.fitting import Change
from stretchtimer.core.routine import Prescription, Routine
from stretchtimer.core.script import Script
from stretchtimer.core.timeline import Frame, Phase, compile_phases, with_length


@dataclass(frozen=True)
class Score:
    """Phases that follow each other without a gap, and cues in order of time. Times in ms.

    `routine` is the id of what was compiled. `changes` tells how it differs from what was
    prescribed, and `is_adapted` that its main block is another now. A phase is planned when its
    cues are asked for: while the voice measures its clips the score is made anew many times, and a
    session looks no further than the next phase.
    """

    routine: str
    script: Script
    phases: tuple[Phase, ...]
    changes: tuple[Change, ...] = ()
    is_adapted: bool = False
    _plans: dict[int, Plan] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def total_ms(self) -> int:
        """Length of the whole routine."""
        return self.phases[-1].end_ms

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        """All cues, none over another."""
        return tuple(cue for index in range(len(self.phases)) for cue in self.cues_in(index))

    @cached_property
    def dropped(self) -> tuple[Dropped, ...]:
        """Words that found no room, each with the reason."""
        return tuple(drop for index in range(len(self.phases)) for drop in self._plan(index)[1])

    def dropped_in(self, index: int) -> tuple[Dropped, ...]:
        """The words of one phase that found no room."""
        return self._plan(index)[1]

    def cues_in(self, index: int) -> tuple[Cue, ...]:
        """The cues of one phase; none past the last one."""
        return self._plan(index)[0] if index < len(self.phases) else ()

    def _plan(self, index: int) -> Plan:
        plan = self._plans.get(index)
        if plan is None:
            plan = self._plans[index] = plan_phase(self.phases, index, self.script)
        return plan

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """The exercises of its blocks, in order."""
        return tuple(block.exercise for block in self.script.blocks)

    def prescription(self, phase: Phase) -> Prescription | None:
        """What is prescribed in `phase`; None in intro and outro."""
        return None if phase.block is None else self.script.blocks[phase.block]

    def with_phase_length(self, index: int, length_ms: int) -> "Score":
        """The score with one phase made longer or shorter."""
        return replace(self, phases=with_length(self.phases, index, length_ms))

    def with_measured(self, measured: Mapping[str, int]) -> "Score":
        """The score planned again with the lengths (ms) of clips that are now known."""
        return replace(self, script=replace(self.script, measured=dict(measured)))

    def texts(self) -> tuple[str, ...]:
        """Every text that may be said, each once, in the order in which it may be needed."""
        return speakable_texts(self.phases, self.script)


def compile_score(routine: Routine, script: Script) -> Score:
    """The score of `routine`; `script.blocks` are its blocks with their doses."""
    frame = Frame(routine.intro_s, routine.outro_s)
    return Score(routine.id, script, compile_phases(frame, script.blocks))


def with_own_dose(
    blocks: tuple[Prescription, ...], *, hold_s: int | None = None, reps: int | None = None
) -> tuple[Prescription, ...]:
    """The same blocks with every hold, or every count, set to a person's own.

    Raises ValueError when a number is outside what a file may hold.
    """
    if hold_s is not None and not 1 <= hold_s <= MAX_HOLD_S:
        raise ValueError(f"a hold lasts from 1 to {MAX_HOLD_S} seconds, not {hold_s}")
    if reps is not None and not 1 <= reps <= MAX_REPS:
        raise ValueError(f"repetitions go from 1 to {MAX_REPS}, not {reps}")

    def own(dose: Dose) -> Dose:
        own_hold = dose if hold_s is None else replace(dose, hold_s=hold_s, left_hold_s=None)
        return own_hold if reps is None else replace(own_hold, reps=reps)

    return tuple(replace(block, dose=own(block.dose)) for block in blocks)
