"""What health answers allow, as lines for people and as data for programs."""

from typing import Any

from stretchtimer.cli.console import minutes
from stretchtimer.core.answers import Answers, LockedError
from stretchtimer.core.exercise import Exercise
from stretchtimer.core.fitting import fit
from stretchtimer.core.routine import Routine
from stretchtimer.core.safety import hidden_by, locks_routines, resolve, why_hidden
from stretchtimer.storage.library import Library


def answers_data(library: Library, answers: Answers) -> dict[str, Any]:
    """What somebody with these health answers may do, and what stands in for the rest."""
    allowed: list[Exercise] = []
    hidden: list[dict[str, Any]] = []
    for exercise in library.exercises.values():
        because = hidden_by(exercise, answers)
        if not because:
            allowed.append(exercise)
            continue
        instead = resolve(exercise, answers, library.exercises)
        hidden.append(
            {
                **_named(exercise),
                "hidden_by": list(because),
                "why": why_hidden(exercise, answers),
                "replacement": None if instead is None else _named(instead),
            }
        )
    return {
        "answers": sorted(answers.codes),
        "knees_ok": answers.knees_ok,
        "routines_locked_by": locks_routines(answers),
        "allowed": [_named(exercise) for exercise in allowed],
        "hidden": hidden,
        "routines": [_fitted(library, each, answers) for each in library.routines.values()],
    }


def _fitted(library: Library, routine: Routine, answers: Answers) -> dict[str, Any]:
    named = {"id": routine.id, "code": routine.code, "name": routine.name}
    try:
        fitted = fit(library.prescriptions(routine), answers, library.exercises)
    except LockedError as locked:
        return {**named, "locked": str(locked)}
    blocks_s = sum(block.dose.total_s for block in fitted.blocks)
    return {
        **named,
        "locked": None,
        "adapted": fitted.is_adapted,
        "total_s": routine.intro_s + blocks_s + routine.outro_s + fitted.extra_outro_s,
        "exercises": [block.exercise.id for block in fitted.blocks],
        "changes": [change.text for change in fitted.changes],
    }


def _named(exercise: Exercise) -> dict[str, str]:
    return {"id": exercise.id, "code": exercise.code, "name": exercise.name}


def answers_lines(data: dict[str, Any]) -> list[str]:
    """The same for people, from `answers_data`."""
    lines = ["Allowed"]
    lines += [f"  {item['id']:<22}{item['name']}" for item in data["allowed"]]
    lines += ["", "Hidden, because of, instead"]
    for item in data["hidden"]:
        instead = item["replacement"]["id"] if item["replacement"] else "nothing"
        lines.append(f"  {item['id']:<22}{', '.join(item['hidden_by']):<28}{instead}")
    lines += ["", "Routines"]
    for item in data["routines"]:
        if item["locked"]:
            lines.append(f"  {item['id']:<22}locked: {item['locked']}")
            continue
        adapted = "  adapted" if item["adapted"] else ""
        lines.append(f"  {item['id']:<22}{minutes(item['total_s']):>6}{adapted}")
        lines += (f"      {change}" for change in item["changes"])
    return lines
