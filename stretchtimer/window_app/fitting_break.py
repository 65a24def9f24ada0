"""What fits a break, out of the library, for this person."""

from datetime import date

from stretchtimer.app import Home
from stretchtimer.core.answers import Answers
from stretchtimer.core.reminders.choosing import Candidate, fitting
from stretchtimer.core.routine import Routine
from stretchtimer.core.safety import is_offered, locks_routines
from stretchtimer.storage.library import Library


def fitting_routine(home: Home, library: Library, wanted_s: int) -> str:
    """The id of the routine for a break of so many seconds; empty where there is none."""
    answers = home.coach.answers()
    if locks_routines(answers):
        return ""
    last_held: dict[str, date] = {}
    for exercise, day in home.history.last_days().items():
        kept = library.exercises.get(exercise)
        if kept is not None:
            last_held[kept.region] = max(day, last_held.get(kept.region, day))
    candidates = (
        _candidate(routine, library)
        for routine in library.routines.values()
        if _is_whole(routine, library, answers)
    )
    found = fitting(candidates, wanted_s, last_held)
    return "" if found is None else found.id


def _candidate(routine: Routine, library: Library) -> Candidate:
    exercises = [library.exercises[block.exercise] for block in routine.block]
    doses_s = sum(block.dose.total_s for block in library.prescriptions(routine))
    return Candidate(
        routine.id,
        routine.intro_s + doses_s + routine.outro_s,
        frozenset(exercise.place for exercise in exercises),
        frozenset(exercise.region for exercise in exercises),
    )


def _is_whole(routine: Routine, library: Library, answers: Answers) -> bool:
    exercises = (library.exercises[block.exercise] for block in routine.block)
    return not routine.caution and all(is_offered(one, answers) for one in exercises)
