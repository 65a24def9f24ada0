"""What the screen says of a session, in words. Pure."""

from collections.abc import Iterable

from stretchtimer.core.events import Mode
from stretchtimer.core.exercise import Exercise
from stretchtimer.core.phase import PhaseKind, Side
from stretchtimer.core.player_state import PlayerState
from stretchtimer.core.progress import Progress
from stretchtimer.core.score import Score
from stretchtimer.core.wish import Role

CAUTION = "Mild tightness is enough. Pain, tingling or dizziness: stop."

_WORDS = {
    PhaseKind.INTRO: "Get ready",
    PhaseKind.PREPARE: "Set up",
    PhaseKind.EASE: "Ease in",
    PhaseKind.RELEASE: "Release",
    PhaseKind.REST: "Rest",
    PhaseKind.SWITCH: "Switch sides",
    PhaseKind.OUTRO: "Finish",
}


def phase_word(kind: PhaseKind, exercise: Exercise) -> str:
    """The one large word."""
    if kind is PhaseKind.HOLD:
        if exercise.moves_in_hold:
            return "Move"
        return "Rest" if exercise.kind == "rest" else "Hold"
    if kind is PhaseKind.SWITCH and exercise.limb == "direction":
        return "Other way"
    return _WORDS[kind]


def headline(seen: Progress) -> str:
    """The phase, or what stands in its way."""
    if seen.mode is Mode.PAUSED:
        return "Paused"
    if seen.mode is Mode.LEAD_IN:
        return "Going on"
    return phase_word(seen.phase.kind, seen.exercise)


def side_and_rep(seen: Progress) -> str:
    """ "Left leg, 2 of 6", as much of it as there is."""
    parts = [seen.limb[:1].upper() + seen.limb[1:]] if seen.limb else []
    if seen.phase.rep is not None and seen.reps > 1:
        parts.append(f"{seen.phase.rep} of {seen.reps}")
    elif seen.phase.kind is PhaseKind.PREPARE and seen.phase.side is Side.RIGHT:
        parts.append("first")
        return " ".join(parts)
    return ", ".join(parts)


def line_to_do(state: PlayerState, seen: Progress) -> str:
    """What to do now; in a preparation, the step that is being said."""
    if seen.phase.kind is not PhaseKind.PREPARE:
        return seen.instruction
    steps = [cue for cue in state.score.cues_in(state.phase) if cue.role is Role.SETUP]
    if not steps:  # a short one, with everything in its opening
        return seen.exercise.words.brief
    said = [cue.text for cue in steps if cue.at_ms <= seen.position_ms]
    return said[-1] if said else steps[0].text


def coming_next(seen: Progress) -> str:
    """What follows this phase, or the exercise that is near."""
    if seen.next_exercise is not None:
        return f"Next: {seen.next_exercise.name}"
    if seen.next_phase is None:
        return "Then you are done"
    word = phase_word(seen.next_phase.kind, seen.exercise)
    return f"Next: {word}, {seen.next_phase.length_ms // 1000} s"


def spoken_phase(seen: Progress) -> str:
    """A phase for a screen reader, said once when it begins."""
    parts = [headline(seen), side_and_rep(seen), f"{seen.phase.length_ms // 1000} seconds"]
    return ", ".join(part for part in parts if part)


def clock_text(span_ms: int) -> str:
    """Minutes and seconds as people write them, begun seconds counted: "6:55"."""
    seconds = -(-span_ms // 1000)
    return f"{seconds // 60}:{seconds % 60:02}"


def dose_text(score: Score) -> str:
    """The dose in words: "6 × 40 s", "4 × 15 s each leg", "3 exercises"."""
    blocks = score.script.blocks
    if len(blocks) > 1:
        return f"{sum(block.time == 1 for block in blocks)} exercises"
    dose = blocks[0].dose
    text = f"{dose.reps} × {dose.hold_s} s" if dose.reps > 1 else f"{dose.hold_s} s"
    return f"{text} each {blocks[0].exercise.limb}" if dose.sides == 2 else text


def needed_things(exercises: Iterable[Exercise]) -> str:
    """What to fetch before Start."""
    things = dict.fromkeys(thing for exercise in exercises for thing in exercise.equipment)
    return f"You need: {', '.join(things)}." if things else "You need nothing but some room."
