"""What the routine screen shows, worked out from the library and a person's choices."""

from dataclasses import replace
from datetime import date

from stretchtimer.app import Home
from stretchtimer.core.fitting import Change, LockedError, fit
from stretchtimer.core.hold_times import HoldTimes, with_hold_times
from stretchtimer.core.progression import eased, with_doses
from stretchtimer.core.routine import Prescription, Routine
from stretchtimer.core.trimming import trim
from stretchtimer.storage.library import Library
from stretchtimer.ui.routine_screen import RoutineOffer
from stretchtimer.ui.wording import needed_things


def routine_offer(
    home: Home, library: Library, routine: Routine, today: date, minutes: int | None = None
) -> RoutineOffer:
    """`routine` as this person would play it now in so many minutes, or why it may not start."""
    times, doses = home.hold_times.read(routine.id), home.coach.doses(library.exercises)
    answers = home.coach.answers()
    own = with_doses(routine, library.exercises, doses)

    def kept_down(block: Prescription) -> Prescription:
        state = doses.get(block.exercise.id)
        return block if state is None else replace(block, dose=eased(block.dose, state, today))

    def played(changed: HoldTimes) -> tuple[int, list[Change], list[Prescription]]:
        timed = with_hold_times(own, library.exercises, changed)
        blocks = tuple(map(kept_down, library.prescriptions(timed)))
        fitted = fit(blocks, answers, library.exercises)
        frame_s = routine.intro_s + routine.outro_s + fitted.extra_outro_s
        if minutes is None:
            total_s = frame_s + sum(block.dose.total_s for block in fitted.blocks)
            return total_s, list(fitted.changes), list(fitted.blocks)
        trimmed = trim(fitted.blocks, frame_s, minutes * 60)
        return trimmed.total_s, [*fitted.changes, *trimmed.changes], list(trimmed.blocks)

    exercises = {block.exercise: library.exercises[block.exercise] for block in routine.block}
    cautions = [routine.caution] if routine.caution else []
    needed, locked = list(exercises.values()), ""
    try:
        _, changes, blocks = played(times)
    except LockedError as error:
        locked = str(error)
    else:
        cautions += (change.text for change in changes)
        needed = [block.exercise for block in blocks]
    when = routine.when[:1].lower() + routine.when[1:]
    return RoutineOffer(
        routine=own,
        exercises=exercises,
        times=times,
        total_s=lambda changed: played(changed)[0],
        cautions=tuple(cautions),
        facts=(needed_things(needed), *([f"When: {when}."] if when else [])),
        locked=locked,
        is_listed=routine.id in library.routines,
        may_begin_gently=not locked and any(map(home.coach.first_choice, needed)),
    )
