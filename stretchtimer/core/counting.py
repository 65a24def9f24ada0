"""The count in a movement's words, which follows the dose: sixteen squats are not eight."""

from dataclasses import replace

from stretchtimer.core.exercise import COUNT, Dose, Exercise
from stretchtimer.core.phrases import Phrases, capitalised
from stretchtimer.core.routine import Prescription


def counted(block: Prescription, phrases: Phrases) -> Prescription:
    """The block with `{times}` in its hold line as the number that its dose has."""
    exercise, words = block.exercise, block.exercise.words
    if COUNT not in words.hold and COUNT not in words.left.hold:
        return block
    times = phrases.plain(COUNT, times=_times(exercise, block.dose))

    def said(line: str) -> str:
        return capitalised(line.replace(COUNT, times))

    left = replace(words.left, hold=said(words.left.hold))
    told = replace(words, hold=said(words.hold), left=left)
    return replace(block, exercise=replace(exercise, words=told))


def _times(exercise: Exercise, dose: Dose) -> int:
    cycle_s = exercise.figure.cycle_s
    return dose.reps if cycle_s is None else max(1, round(dose.hold_s / cycle_s))
