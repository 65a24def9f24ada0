"""A score as lines for people and as data for programs."""

from typing import Any

from stretchtimer.cli.console import minutes
from stretchtimer.core.score import Score
from stretchtimer.core.timeline import Phase


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
