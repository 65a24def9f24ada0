"""The library's contents as cards."""

from stretchtimer.core.routine import Routine, alone
from stretchtimer.storage.library import Library
from stretchtimer.ui.library_cards import LibraryCard, folded
from stretchtimer.ui.wording import clock_text


def length_s(routine: Routine, library: Library) -> int:
    """How long a routine takes, in seconds."""
    doses_s = sum(block.dose.total_s for block in library.prescriptions(routine))
    return routine.intro_s + doses_s + routine.outro_s


def library_cards(library: Library) -> tuple[LibraryCard, ...]:
    """All routines, then all stretches."""
    routines = (_card("routine", routine, library) for routine in library.routines.values())
    stretches = (_card("exercise", alone(kept), library) for kept in library.exercises.values())
    return (*routines, *stretches)


def _card(kind: str, routine: Routine, library: Library) -> LibraryCard:
    exercises = [library.exercises[block.exercise] for block in routine.block]
    total_s = length_s(routine, library)
    words = [routine.name, routine.place, routine.when]
    for exercise in exercises:
        words += (exercise.name, exercise.region, exercise.place, exercise.position, exercise.goal)
        words += (*exercise.equipment, *exercise.safety.tags, *exercise.figure.glow)
    place = f"  ·  {routine.place}" if routine.place else ""
    return LibraryCard(
        kind="routine" if kind == "routine" else "exercise",
        id=routine.id,
        name=routine.name,
        length_s=total_s,
        about=f"{clock_text(total_s * 1000)} min{place}",
        places=frozenset(exercise.place for exercise in exercises),
        exercise=exercises[0],
        words=folded(*words),
        cautioned=bool(routine.caution),
    )
