"""Reads what OpenHIIT exports: a list of timers, in its present and in its older shape."""

from collections.abc import Iterator
from typing import Any

from stretchtimer.core.routine import MAX_BLOCKS
from stretchtimer.storage.importing.draft import (
    Draft,
    Interval,
    Missed,
    NotUnderstoodError,
    blocks_of,
)
from stretchtimer.storage.importing.json_values import items, parse_json, table, text, whole

NAME = "OpenHIIT"
# The older shape's names for what is now in `timeSettings`.
_OLDER = {"workTime": "exerciseTime", "restarts": "iterations"}
_TIMES = ("getReadyTime", "warmupTime", "workTime", "restTime", "breakTime", "cooldownTime",
          "restarts")  # fmt: skip


def is_ours(data: object) -> bool:
    """Whether `data` looks like the app's list of timers."""
    first = data[0] if isinstance(data, list) and data else None
    return isinstance(first, dict) and ("timeSettings" in first or "exerciseTime" in first)


def read(data: object, missed: list[Missed]) -> Iterator[Draft]:
    """The timers in `data`; `missed` gets what cannot be taken over."""
    for number, timer in enumerate(items(data, "the list of timers"), start=1):
        where = f"timer {number}"
        try:
            yield _timer(table(timer, where))
        except NotUnderstoodError as error:
            missed.append(Missed(where, "", str(error)))


def _timer(timer: dict[str, Any]) -> Draft:
    times = _times(timer)
    names = _names(timer)
    count = whole(timer.get("activeIntervals", timer.get("numExercises", len(names))), "the count")
    turns = times["restarts"] + 1
    if count < 1 or turns < 1:
        raise NotUnderstoodError("it has no intervals")
    if count * turns > MAX_BLOCKS:
        raise NotUnderstoodError(f"more than {MAX_BLOCKS} intervals")
    named = [names[place] if place < len(names) else f"Work {place + 1}" for place in range(count)]
    blocks = tuple(blocks_of(_intervals(times, named, turns)))
    for block in blocks:
        block.refuse_impossible()
    name = text(timer.get("name", timer.get("title")), "OpenHIIT timer")
    return Draft(name, blocks, intro_s=times["getReadyTime"])


def _intervals(times: dict[str, int], names: list[str], turns: int) -> Iterator[Interval]:
    rest = Interval("Rest", times["restTime"], is_rest=True)
    between = Interval("Break", times["breakTime"] or times["restTime"], is_rest=True)
    if times["warmupTime"]:
        yield from (Interval("Warmup", times["warmupTime"]), rest)
    for turn in range(turns):
        if turn:
            yield between
        for place, name in enumerate(names):
            if place:
                yield rest
            yield Interval(name, times["workTime"])
    if times["cooldownTime"]:
        yield Interval("Cooldown", times["cooldownTime"])


def _times(timer: dict[str, Any]) -> dict[str, int]:
    """The lengths in seconds, and the number of restarts, by their present names."""
    settings = timer.get("timeSettings", timer)
    if isinstance(settings, str):
        settings = parse_json(settings)
    given = table(settings, "timeSettings")
    return {
        name: whole(given.get(name, given.get(_OLDER.get(name, name), 0)), name) for name in _TIMES
    }


def _names(timer: dict[str, Any]) -> list[str]:
    names = timer.get("activities", timer.get("exercises", []))
    if isinstance(names, str):
        names = parse_json(names) if names else []
    return [text(name, "Work") for name in items(names, "the activities")]
