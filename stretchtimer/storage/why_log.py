"""Keeps why a break came or did not: a line of JSON for each decision, the latest only."""

import json
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from stretchtimer.core.reminders.state import Decision, Kind
from stretchtimer.storage.safe_write import write_atomically

_MOST_LINES, _KEPT_LINES = 2_000, 1_000


def add_decision(path: Path, decision: Decision) -> None:
    """Write one decision down; a disk that is full loses no more than this line."""
    line = json.dumps(
        {
            "at": decision.at.isoformat(timespec="seconds"),
            "kind": decision.kind.value,
            "schedule": decision.schedule,
            "reason": decision.reason,
            "together": list(decision.together),
        },
        ensure_ascii=False,
    )
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(line + "\n")


def latest_decisions(path: Path, count: int) -> list[Decision]:
    """The last `count` decisions, the oldest first; lines that cannot be read are left out."""
    try:
        lines = path.read_text("utf-8", "replace").splitlines()
    except OSError:
        return []
    if len(lines) > _MOST_LINES:
        with suppress(OSError):
            write_atomically(path, "\n".join(lines[-_KEPT_LINES:]) + "\n")
    decisions = (_decision(line) for line in lines[-count:])
    return [decision for decision in decisions if decision is not None]


def _decision(line: str) -> Decision | None:
    try:
        data = json.loads(line)
        return Decision(
            Kind(data["kind"]),
            datetime.fromisoformat(data["at"]),
            str(data["schedule"]),
            str(data["reason"]),
            tuple(map(str, data["together"])),
        )
    except (ValueError, KeyError, TypeError):
        return None
