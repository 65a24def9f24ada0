"""Reads a day that is written down: schedules, and what clocks, keyboard and surroundings said.

docs/reminders.md describes the file. A step either gives the three clocks as they are, or says how
they move on.
"""

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from stretchtimer.core.reminders.look import UNKNOWN, Look, Moment, Signals
from stretchtimer.core.reminders.schedule import DEFAULT_SCHEDULES, Schedule
from stretchtimer.core.reminders.state import (
    Answer,
    Done,
    Keep,
    Longer,
    Pause,
    Resume,
    Skip,
    Snooze,
    Start,
)
from stretchtimer.storage.problems import found_text, key_text, printable
from stretchtimer.storage.reminders_file import read_tables

MAX_BYTES = 64 * 1024 * 1024
MOST_LOOKS = 2_000_000
_LOOK_EVERY_MS = 30_000
_TRACE_KEYS = ("format", "zone", "schedules", "steps", "look_every")
_SIGNALS = {
    "microphone": "microphone",
    "mic": "microphone",
    "camera": "camera",
    "full_screen": "full_screen",
    "fullscreen": "full_screen",
    "do_not_disturb": "do_not_disturb",
    "dnd": "do_not_disturb",
    "locked": "locked",
    "lock": "locked",
    "session": "session",
}
_STEP_KEYS = (
    "wall", "awake", "boot", "activity", "signals", "zone", "restart", "do",
    "for", "sleep", "step_clock", "stall", "off", "note",
)  # fmt: skip
_CHANGES = ("for", "sleep", "step_clock", "stall", "off")


class TraceError(Exception):
    """The trace cannot be run; the message says where, what was expected and what was found."""


def read_trace(path: Path) -> dict[str, Any]:
    """The trace in a file. Raises TraceError."""
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
        if len(content) > MAX_BYTES:
            raise TraceError(f"{path}: expected at most {MAX_BYTES >> 20} MiB, found more")
        trace = json.loads(content)
    except OSError as error:
        raise TraceError(f"{path} cannot be read: {error.strerror or error}") from error
    except (ValueError, RecursionError) as error:
        raise TraceError(f"{path}: not valid JSON: {error}") from error
    if not isinstance(trace, dict):
        raise TraceError(f"{path}: expected an object, found {found_text(trace)}")
    return trace


def trace_schedules(trace: Mapping[str, Any]) -> tuple[Schedule, ...]:
    """The schedules of a trace, or the usual ones. Raises TraceError."""
    if "schedules" not in trace:
        return DEFAULT_SCHEDULES
    given = trace["schedules"]
    if isinstance(given, list):
        # a name is for people; a trace may do without
        given = [{"name": one.get("id", ""), **one} if isinstance(one, dict) else one
                 for one in given]  # fmt: skip
    schedules, problems = read_tables({"schedules": given}, "schedules")
    for path, expected, found in problems:
        raise TraceError(printable(f"{key_text(path)}: expected {expected}, found {found}"))
    return schedules


@dataclass(slots=True)
class _Clocks:
    """Where the trace stands; `idle_ms` is None where it is not known."""

    wall_ms: int = 0
    awake_ms: int = 0
    boot_ms: int = 0
    zone: tzinfo = UTC
    idle_ms: int | None = 0
    signals: Signals = UNKNOWN

    def look(self, *, restarted: bool = False) -> Look:
        moment = Moment(self.wall_ms, self.awake_ms, self.boot_ms, self.zone)
        return Look(moment, self.idle_ms, self.signals, restarted)


def trace_looks(trace: Mapping[str, Any]) -> Iterator[tuple[int, Look, list[Answer]]]:
    """Each look with the number of its step, and what the person answers after it.

    Raises TraceError.
    """
    unknown = [key for key in trace if key not in _TRACE_KEYS]
    if unknown:
        raise _wrong(unknown[0], f"one of {', '.join(_TRACE_KEYS)}", unknown[0])
    steps = trace.get("steps")
    if not isinstance(steps, list):
        raise _wrong("steps", "a list of steps", steps)
    every_ms = _ms(trace.get("look_every", _LOOK_EVERY_MS / 1000), "look_every")
    if every_ms < 1000:
        raise _wrong("look_every", "a second or more", trace["look_every"])
    clocks = _Clocks(zone=_zone(trace.get("zone", "UTC"), "zone"))
    for number, raw in enumerate(steps):
        place = f"steps[{number}]"
        step = _step(raw, place)
        if number == 0 and "wall" not in step:
            raise _wrong(place, "a first step with wall, awake and boot", raw)
        if "zone" in step:
            clocks.zone = _zone(step["zone"], f"{place}.zone")
        clocks.signals = _signals(step.get("signals"), f"{place}.signals")
        answers = _answers(step.get("do", []), f"{place}.do")
        restarted = step.get("restart", False) is True
        looks = list(_moved(clocks, step, place, every_ms, restarted=restarted))
        for look in looks[:-1]:
            yield number, look, []
        yield number, looks[-1], answers


def _moved(
    clocks: _Clocks, step: Mapping[str, Any], place: str, every_ms: int, *, restarted: bool
) -> Iterator[Look]:
    """The looks that a step makes; `clocks` moves along."""
    spans = {name: _ms(step[name], f"{place}.{name}") for name in _CHANGES if name in step}
    clocks.wall_ms += spans.get("step_clock", 0)
    if "sleep" in spans:
        clocks.wall_ms += spans["sleep"]
        clocks.boot_ms += spans["sleep"]
    if "off" in spans:
        clocks.wall_ms += spans["off"]
        clocks.awake_ms = clocks.boot_ms = 0
    left_ms = spans.get("for", 0)
    for name in ("for", "sleep", "stall", "off"):
        if spans.get(name, 0) < 0:
            raise _wrong(f"{place}.{name}", "a time of 0 or more", step[name])
    if left_ms // every_ms > MOST_LOOKS:
        raise _wrong(f"{place}.for", "a shorter time", step["for"])
    passed_ms = spans.get("stall", 0)
    while left_ms > every_ms:
        _advance(clocks, every_ms + passed_ms, step, place)
        left_ms, passed_ms = left_ms - every_ms, 0
        yield clocks.look(restarted=restarted)
        restarted = False
    if "wall" in step:
        yield from _set(clocks, step, place, restarted=restarted)
        return
    _advance(clocks, left_ms + passed_ms, step, place)
    yield clocks.look(restarted=restarted)


def _set(
    clocks: _Clocks, step: Mapping[str, Any], place: str, *, restarted: bool
) -> Iterator[Look]:
    before_ms = clocks.awake_ms
    clocks.wall_ms = _wall(step["wall"], clocks.zone, f"{place}.wall")
    for name in ("awake", "boot"):
        if name not in step:
            raise _wrong(f"{place}.{name}", "seconds", None)
    clocks.awake_ms = _ms(step["awake"], f"{place}.awake")
    clocks.boot_ms = _ms(step["boot"], f"{place}.boot")
    passed_ms = max(0, clocks.awake_ms - before_ms)
    clocks.idle_ms = _idle(clocks, step, place, passed_ms)
    yield clocks.look(restarted=restarted)


def _advance(clocks: _Clocks, span_ms: int, step: Mapping[str, Any], place: str) -> None:
    clocks.wall_ms += span_ms
    clocks.awake_ms += span_ms
    clocks.boot_ms += span_ms
    clocks.idle_ms = _idle(clocks, step, place, span_ms)


def _idle(clocks: _Clocks, step: Mapping[str, Any], place: str, passed_ms: int) -> int | None:
    match step.get("activity", "active"):
        case "active":
            return 0
        case "idle":
            return (clocks.idle_ms or 0) + passed_ms
        case "unknown" | None:
            return None
        case int() | float() as idle_s if not isinstance(idle_s, bool):
            idle_ms = _ms(idle_s, f"{place}.activity")
            if idle_ms >= 0:
                return idle_ms
        case _:
            pass
    expected = 'seconds since the last input, "active", "idle" or "unknown"'
    raise _wrong(f"{place}.activity", expected, step["activity"])


def _step(raw: object, place: str) -> Mapping[str, Any]:
    if isinstance(raw, list) and 3 <= len(raw) <= 5:
        names = ("wall", "awake", "boot", "activity", "signals")
        return dict(zip(names, raw, strict=False))
    if not isinstance(raw, dict):
        raise _wrong(place, "an object, or [wall, awake, boot, activity, signals]", raw)
    for key in raw:
        if key not in _STEP_KEYS:
            raise _wrong(f"{place}.{key}", f"one of {', '.join(_STEP_KEYS)}", key)
    if "wall" in raw and any(name in raw for name in _CHANGES):
        raise _wrong(place, "either wall, awake and boot or a change of them", raw)
    return raw


def _signals(given: object, place: str) -> Signals:
    if isinstance(given, list):
        given = {name: True for name in given if isinstance(name, str)}
    if given is None:
        return UNKNOWN
    if not isinstance(given, dict):
        raise _wrong(place, "an object of true, false or null", given)
    values: dict[str, bool | None] = {}
    for name, value in given.items():
        if name not in _SIGNALS:
            raise _wrong(f"{place}.{name}", f"one of {', '.join(_SIGNALS)}", name)
        if not (value is None or value == "unknown" or isinstance(value, bool)):
            raise _wrong(f"{place}.{name}", "true, false or null", value)
        values[_SIGNALS[name]] = value if isinstance(value, bool) else None
    session = bool(values.pop("session", False))
    return Signals(**values, session=session)


def _answers(given: object, place: str) -> list[Answer]:
    words = [given] if isinstance(given, str) else given
    if not isinstance(words, list):
        raise _wrong(place, "a list of answers", given)
    return [_answer(word, place) for word in words]


def _answer(word: object, place: str) -> Answer:
    verb, _, rest = str(word).partition(" ")
    match verb, rest:
        case "start", "":
            return Start()
        case "skip", "":
            return Skip()
        case "snooze", minutes if (minutes or "10").isdecimal():
            return Snooze(int(minutes or "10"))
        case "done", seconds if (seconds or "120").isdecimal():
            return Done(int(seconds or "120"))
        case "resume", "":
            return Resume()
        case "longer", schedule if schedule:
            return Longer(schedule)
        case "keep", schedule if schedule:
            return Keep(schedule)
        case "pause", span if (pause := _pause(span)) is not None:
            return pause
    raise _wrong(place, 'an answer such as "start", "skip", "snooze 10" or "pause 1h"', word)


def _pause(span: str) -> Pause | None:
    if span in ("", "tomorrow"):
        return Pause(0 if span else None)
    number = span.removesuffix("h")
    minutes = int(number) * (1 if number == span else 60) if number.isdecimal() else 0
    return Pause(minutes) if minutes else None


def _wall(given: object, zone: tzinfo, place: str) -> int:
    if isinstance(given, str):
        try:
            moment = datetime.fromisoformat(given)
            aware = moment if moment.tzinfo is not None else moment.replace(tzinfo=zone)
            return round(aware.timestamp() * 1000)
        except (ValueError, OverflowError):
            pass
    elif isinstance(given, int | float) and not isinstance(given, bool):
        return _ms(given, place)
    raise _wrong(place, "ISO 8601 or seconds since 1970", given)


def _ms(given: object, place: str) -> int:
    if isinstance(given, bool) or not isinstance(given, int | float) or not math.isfinite(given):
        raise _wrong(place, "seconds", given)
    if abs(given) > 1e11:
        raise _wrong(place, "fewer seconds", given)
    return round(given * 1000)


def _zone(given: object, place: str) -> tzinfo:
    try:
        return ZoneInfo(str(given))
    except (ValueError, OSError, LookupError):
        raise _wrong(place, 'a zone such as "Europe/Berlin"', given) from None


def _wrong(place: str, expected: str, found: object) -> TraceError:
    shown = "nothing" if found is None else found_text(found)
    return TraceError(printable(f"{place}: expected {expected}, found {shown}"))
