"""Keeps what the reminders remember, so that a kill at any moment loses nothing.

The file is the program's own and small: it is replaced in one step at every look.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from stretchtimer.core.reminders.clock_times import Came
from stretchtimer.core.reminders.look import Moment, Signals
from stretchtimer.core.reminders.state import Due, Paused, RemindersState, Stage, Standing

_FORMAT = 1


def state_data(state: RemindersState, boot_id: str = "") -> dict[str, Any]:
    """The state as JSON can hold it. `boot_id` names the start of the machine."""
    before = state.before
    return {
        "format": _FORMAT,
        "boot_id": boot_id,
        "lived_ms": state.lived_ms,
        "away_ms": state.away_ms,
        "sat_ms": state.sat_ms,
        "before": None if before is None else [before.wall_ms, before.awake_ms, before.boot_ms],
        "local": _iso(state.local),
        "zone": state.zone,
        "signals": asdict(state.signals),
        "paused": None
        if state.paused is None
        else [state.paused.until_ms, _iso(state.paused.until_local)],
        "standings": {name: _standing_data(one) for name, one in state.standings.items()},
    }


def state_from_data(data: Mapping[str, Any], boot_id: str = "") -> RemindersState:
    """The state in `data`. Raises ValueError, KeyError or TypeError where that is none.

    Where the machine was started anew since, its clocks were too: that is marked.
    """
    if data["format"] != _FORMAT:
        raise ValueError("written by another version")
    before = None
    if data["before"] is not None:
        wall_ms, awake_ms, boot_ms = map(int, data["before"])
        if data["boot_id"] != boot_id:
            awake_ms = boot_ms = 2**62  # later than any clock now: it began anew
        before = Moment(wall_ms, awake_ms, boot_ms)
    paused = data["paused"]
    return RemindersState(
        lived_ms=int(data["lived_ms"]),
        away_ms=int(data["away_ms"]),
        sat_ms=int(data.get("sat_ms", 0)),  # a file of before it was counted
        before=before,
        local=_moment(data["local"]),
        zone=str(data["zone"]),
        signals=Signals(**data["signals"]),
        paused=None if paused is None else Paused(paused[0], _moment(paused[1])),
        standings={str(name): _standing(one) for name, one in data["standings"].items()},
    )


def load_state(path: Path, boot_id: str) -> RemindersState:
    """The state kept in `path`; a new one where there is none that can be read."""
    try:
        return state_from_data(json.loads(path.read_text("utf-8")), boot_id)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return RemindersState()


def save_state(path: Path, state: RemindersState, boot_id: str) -> bool:
    """Keep `state` in `path`; whether that worked.

    Nothing waits for the disk: after a power cut an old or a new state is there, or none.
    """
    fresh = path.with_name(f".{path.name}.new")
    text = json.dumps(state_data(state, boot_id))
    try:
        _replace(path, fresh, text)
    except FileNotFoundError:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            _replace(path, fresh, text)
        except OSError:
            return False
    except OSError:
        return False
    return True


def _replace(path: Path, fresh: Path, text: str) -> None:
    fresh.write_text(text, "utf-8")
    fresh.replace(path)


def _standing_data(standing: Standing) -> dict[str, Any]:
    due = standing.due
    return {
        "used_ms": standing.used_ms,
        "due": None if due is None else [due.stage.value, due.why, due.reason, due.ready_ms],
        "skips": standing.skips,
        "asked": standing.asked,
        "asking_min": standing.asking_min,
        "noticed": standing.noticed,
        "came": [[_iso(past.local), past.zone, past.lived_ms] for past in standing.came],
    }


def _standing(data: Mapping[str, Any]) -> Standing:
    due = data["due"]
    return Standing(
        used_ms=int(data["used_ms"]),
        due=None if due is None else Due(Stage(due[0]), str(due[1]), str(due[2]), due[3]),
        skips=int(data["skips"]),
        asked=bool(data["asked"]),
        asking_min=int(data.get("asking_min", 0)),
        noticed=bool(data["noticed"]),
        came=tuple(
            Came(datetime.fromisoformat(local), str(zone), int(lived_ms))
            for local, zone, lived_ms in data["came"]
        ),
    )


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
