"""What the routine screen shows, worked out from the library and a person's choices."""

from collections.abc import Callable, Iterable

from stretchtimer.app import Home, OwnDose, fit_routine
from stretchtimer.core.answers import LockedError
from stretchtimer.core.hold_times import HoldTimes
from stretchtimer.core.progression import with_doses
from stretchtimer.core.reminders.prescribed import clock_times
from stretchtimer.core.routine import Prescription, Routine
from stretchtimer.core.safety import is_off_by_default
from stretchtimer.storage.library import Library
from stretchtimer.ui.routine_screen import RoutineOffer
from stretchtimer.ui.wording import needed_things


def routine_offer(
    home: Home,
    library: Library,
    routine: Routine,
    own: OwnDose,
    warm_up_text: Callable[[Iterable[Prescription]], str] = lambda _: "",
) -> RoutineOffer:
    """`routine` as this person would play it now, or why it may not start.

    `warm_up_text` says why to warm up before these blocks, if there is a reason.
    """
    times, answers = home.hold_times.read(routine.id), home.coach.answers()

    def total_s(changed: HoldTimes) -> int:
        fitted = fit_routine(home, library, routine, own, answers=answers, times=changed)
        frame_s = routine.intro_s + routine.outro_s + fitted.extra_outro_s
        return frame_s + sum(block.dose.total_s for block in fitted.blocks)

    exercises = {block.exercise: library.exercises[block.exercise] for block in routine.block}
    cautions = [routine.caution] if routine.caution else []
    needed, locked, warm_up = list(exercises.values()), "", ""
    try:
        fitted = fit_routine(home, library, routine, own, answers=answers, times=times)
    except LockedError as error:
        locked = str(error)
    except ValueError as error:
        locked = f"That dose cannot be played: {error}."
    else:
        # the screen shows own doses in their rows
        cautions += (change.text for change in fitted.changes if change.kind != "own")
        needed = [block.exercise for block in fitted.blocks]
        warm_up = warm_up_text(fitted.blocks)
    off = {name for name, exercise in exercises.items() if is_off_by_default(exercise)}
    when = routine.when[:1].lower() + routine.when[1:]
    return RoutineOffer(
        routine=with_doses(routine, library.exercises, home.coach.doses(library.exercises)),
        exercises=exercises,
        times=times,
        total_s=total_s,
        cautions=tuple(cautions),
        facts=(needed_things(needed), *([f"When: {when}."] if when else [])),
        locked=locked,
        is_listed=routine.id in library.routines,
        remind_at=clock_times(routine.when),
        may_begin_gently=not locked and any(map(home.coach.first_choice, needed)),
        warm_up=warm_up,
        switched_on=off <= answers.switched_on if off else None,
    )
