"""The library as lines for people and as data for programs."""

from typing import Any

from stretchtimer.cli.console import minutes
from stretchtimer.storage.library import Library


def library_data(library: Library) -> dict[str, Any]:
    """All routines and exercises, and what is wrong with the files that could not be read."""
    return {
        "routines": [
            {
                "id": routine.id,
                "code": routine.code,
                "name": routine.name,
                "place": routine.place,
                "total_s": library.total_s(routine),
                "exercises": [block.exercise for block in routine.block],
            }
            for routine in library.routines.values()
        ],
        "exercises": [
            {
                "id": exercise.id,
                "code": exercise.code,
                "name": exercise.name,
                "kind": exercise.kind,
                "place": exercise.place,
                "total_s": exercise.dose.total_s,
                "hold_s": exercise.dose.hold_s,
                "reps": exercise.dose.reps,
                "sides": exercise.dose.sides,
                "tags": list(exercise.safety.tags),
            }
            for exercise in library.exercises.values()
        ],
        "problems": [str(problem) for problem in library.problems],
    }


def library_lines(library: Library) -> list[str]:
    """The same for people."""
    lines = ["Routines"]
    for routine in library.routines.values():
        total = minutes(library.total_s(routine))
        lines.append(f"  {routine.id:<22}{routine.name:<28}{total:>6}  {routine.place}")
    lines += ["", "Exercises"]
    for exercise in library.exercises.values():
        total = minutes(exercise.dose.total_s)
        lines.append(f"  {exercise.id:<22}{exercise.name:<28}{total:>6}  {exercise.place}")
    return lines
