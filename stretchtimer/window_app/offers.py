"""What the routine screen shows, worked out from the library and a person's choices."""

from stretchtimer.app import Home
from stretchtimer.core.answers import Answers
from stretchtimer.core.fitting import Fitted, LockedError, fit
from stretchtimer.core.hold_times import HoldTimes, with_hold_times
from stretchtimer.core.routine import Routine
from stretchtimer.storage.library import Library
from stretchtimer.ui.routine_screen import RoutineOffer
from stretchtimer.ui.wording import needed_things


def routine_offer(home: Home, library: Library, routine: Routine) -> RoutineOffer:
    """`routine` as this person would play it now, or why it may not start."""
    answers, times = home.coach.answers(), home.hold_times.read(routine.id)
    exercises = {block.exercise: library.exercises[block.exercise] for block in routine.block}
    cautions = [routine.caution] if routine.caution else []
    needed = list(exercises.values())
    locked = ""
    try:
        fitted = _fitted(library, routine, times, answers)
    except LockedError as error:
        locked = str(error)
    else:
        cautions += (change.text for change in fitted.changes)
        needed = [block.exercise for block in fitted.blocks]
    when = routine.when[:1].lower() + routine.when[1:]

    def total_s(changed: HoldTimes) -> int:
        try:
            fitted = _fitted(library, routine, changed, answers)
        except LockedError:
            return 0
        doses_s = sum(block.dose.total_s for block in fitted.blocks)
        return routine.intro_s + doses_s + routine.outro_s + fitted.extra_outro_s

    return RoutineOffer(
        routine=routine,
        exercises=exercises,
        times=times,
        total_s=total_s,
        cautions=tuple(cautions),
        facts=(needed_things(needed), *([f"When: {when}."] if when else [])),
        locked=locked,
        is_listed=routine.id in library.routines,
    )


def _fitted(library: Library, routine: Routine, times: HoldTimes, answers: Answers) -> Fitted:
    changed = with_hold_times(routine, library.exercises, times)
    return fit(library.prescriptions(changed), answers, library.exercises)
