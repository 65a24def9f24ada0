"""Library and score as lines for people and as data for programs."""

from typing import Any

from stretchtimer.core.answers import Answers
from stretchtimer.core.exercise import Exercise
from stretchtimer.core.fitting import LockedError, fit
from stretchtimer.core.routine import Routine
from stretchtimer.core.safety import hidden_by, locks_routines, resolve, why_hidden
from stretchtimer.core.score import Score
from stretchtimer.core.timeline import Phase
from stretchtimer.storage.library import Library


def list_data(library: Library) -> dict[str, Any]:
    """All routines and exercises, and what is wrong with the files that could not be read."""
    return {
        "routines": [
            {
                "id": routine.id,
                "code": routine.code,
                "name": routine.name,
                "place": routine.place,
                "total_s": routine_total_s(library, routine),
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


def list_lines(library: Library) -> list[str]:
    """The same for people."""
    lines = ["Routines"]
    for routine in library.routines.values():
        total = minutes(routine_total_s(library, routine))
        lines.append(f"  {routine.id:<22}{routine.name:<28}{total:>6}  {routine.place}")
    lines += ["", "Exercises"]
    for exercise in library.exercises.values():
        total = minutes(exercise.dose.total_s)
        lines.append(f"  {exercise.id:<22}{exercise.name:<28}{total:>6}  {exercise.place}")
    return lines


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


def routine_total_s(library: Library, routine: Routine) -> int:
    """Length of a routine, in seconds."""
    blocks = library.prescriptions(routine)
    return routine.intro_s + sum(block.dose.total_s for block in blocks) + routine.outro_s


def score_data(score: Score) -> dict[str, Any]:
    """Every phase and cue; times in ms from the start."""
    return {
        "routine": score.routine,
        "name": score.script.title,
        "total_ms": score.total_ms,
        "adapted": score.is_adapted,
        "changes": [
            {
                "kind": change.kind,
                "exercise": change.exercise,
                "instead": change.instead or None,
                "because": list(change.because),
                "text": change.text,
            }
            for change in score.changes
        ],
        "phases": [
            {
                "at_ms": phase.at_ms,
                "length_ms": phase.length_ms,
                "kind": phase.kind,
                "exercise": phase.exercise,
                "side": phase.side,
                "rep": phase.rep,
            }
            for phase in score.phases
        ],
        "cues": [
            {
                "at_ms": cue.at_ms,
                "length_ms": cue.length_ms,
                "text": cue.text or None,
                "sound": cue.sound or None,
            }
            for cue in score.cues
        ],
        "dropped": [
            {
                "at_ms": drop.at_ms,
                "text": drop.text,
                "reason": drop.reason,
                "instead": drop.instead or None,
            }
            for drop in score.dropped
        ],
    }


def score_lines(score: Score) -> list[str]:
    """The same for people: a phase, and below it what is heard."""
    adapted = " (adapted)" if score.is_adapted else ""
    lines = [f"{score.script.title}{adapted}, {minutes(score.total_ms // 1000)}"]
    lines += [f"  {change.text}" for change in score.changes]
    lines.append("")
    for index, phase in enumerate(score.phases):
        lines.append(f"{minutes(phase.at_ms // 1000):>6}  {_phase_text(phase)}")
        for cue in score.cues:
            if cue.phase == index and cue.sound != "tick":
                what = f"“{cue.text}”" if cue.text else f"chime: {cue.sound}"
                lines.append(f"        {cue.at_ms / 1000:8.1f}  {what}")
    lines.append(f"{minutes(score.total_ms // 1000):>6}  end")
    if score.dropped:
        lines += ["", "Not said, or said shorter:"]
    for drop in score.dropped:
        instead = f"; instead “{drop.instead}”" if drop.instead else ""
        lines.append(f"  {drop.at_ms / 1000:8.1f}  “{drop.text}”: {drop.reason}{instead}")
    return lines


def _phase_text(phase: Phase) -> str:
    parts = [f"{phase.kind} {phase.length_ms // 1000} s"]
    if phase.side not in (None, "both"):
        parts.append(str(phase.side))
    if phase.rep is not None:
        parts.append(f"rep {phase.rep}")
    return ", ".join(parts)


def minutes(seconds: int) -> str:
    """Seconds as people write them: 6:55."""
    return f"{seconds // 60}:{seconds % 60:02}"
