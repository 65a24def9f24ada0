"""Where one is in a routine, as it is said: "Left leg, two of six, eighteen seconds." Pure."""

from stretchtimer.core.phase import Side
from stretchtimer.core.phrases import capitalised
from stretchtimer.core.score import Score


def where_am_i(score: Score, index: int, position_ms: int) -> tuple[str, str]:
    """Side, repetition and seconds left in the phase `index`, and the seconds alone."""
    left = _left(score, index, position_ms)
    seconds_alone = score.script.phrases.fill("{left}.", left=left)
    return capitalised(_where(score, index, left)), seconds_alone


def resuming(score: Score, index: int, position_ms: int) -> str:
    """What is said when a pause in the phase `index` ends."""
    phrases, left = score.script.phrases, _left(score, index, position_ms)
    if score.phases[index].rep is None:
        return phrases.fill(phrases.resuming, left=left)
    return phrases.fill(phrases.resuming_rep, where=_where(score, index, left))


def _left(score: Score, index: int, position_ms: int) -> str:
    left_ms = score.phases[index].end_ms - position_ms
    return score.script.phrases.duration(-(-left_ms // 1000))


def _where(score: Score, index: int, left: str) -> str:
    """As much of it as there is, for the middle of a sentence."""
    phase, phrases = score.phases[index], score.script.phrases
    prescription = score.prescription(phase)
    if prescription is None:
        return phrases.plain(phrases.where_outside, name=score.script.title, left=left)
    exercise, reps = prescription.exercise, prescription.dose.reps
    limb = phrases.limb(phase.side or Side.BOTH, exercise.limb)
    if phase.rep is None:
        return phrases.plain(phrases.where_outside, name=exercise.name, left=left)
    if reps == 1:
        return phrases.plain(phrases.where_outside, name=limb or exercise.name, left=left)
    if not limb:
        return phrases.plain(phrases.where_both, rep=phase.rep, reps=reps, left=left)
    return phrases.plain(phrases.where, limb=limb, rep=phase.rep, reps=reps, left=left)
