"""Library and score as lines for people and as data for programs."""

from typing import Any

from stretchtimer.core.routine import Routine
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
    lines = [f"{score.script.title}, {minutes(score.total_ms // 1000)}", ""]
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
