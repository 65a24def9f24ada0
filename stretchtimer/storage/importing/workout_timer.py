"""Reads what Just Another Workout Timer exports: one workout, or a backup of many.

The app writes each letter as one byte: letters beyond Latin-1 are lost in its files, and of the
typographic signs a control character is left, from which we can tell them.
"""

from collections.abc import Iterator
from typing import Any

from stretchtimer.core.routine import MAX_ROUNDS
from stretchtimer.storage.importing.draft import (
    Draft,
    DraftBlock,
    Interval,
    Missed,
    NotUnderstoodError,
    blocks_of,
    is_rest_name,
)
from stretchtimer.storage.importing.json_values import items, table, text, whole

NAME = "Just Another Workout Timer"
# What is left of U+2013, U+2014, U+2018, U+2019, U+201C and U+201D in one byte.
_GARBLED = str.maketrans(
    {left: chr(0x2000 + left) for left in (0x13, 0x14, 0x18, 0x19, 0x1C, 0x1D)}
)


def is_ours(data: object) -> bool:
    """Whether `data` looks like one of the app's two shapes."""
    return isinstance(data, dict) and ("workouts" in data or {"title", "sets"} <= data.keys())


def read(data: object, missed: list[Missed]) -> Iterator[Draft]:
    """The workouts in `data`; `missed` gets what cannot be taken over."""
    whole_file = table(data, "the file")
    workouts = items(whole_file.get("workouts", [data]), "workouts")
    for number, workout in enumerate(workouts, start=1):
        where = f"workout {number}"
        try:
            yield _workout(table(workout, where), where, missed)
        except NotUnderstoodError as error:
            missed.append(Missed(where, "", str(error)))


def _workout(workout: dict[str, Any], where: str, missed: list[Missed]) -> Draft:
    blocks: list[DraftBlock] = []
    rounds: dict[str, int] = {}
    for number, each in enumerate(items(workout.get("sets"), f"{where}: sets"), start=1):
        place = f"{where}, set {number}"
        try:
            times = _repetitions(table(each, place))
            intervals = _intervals(each, place, missed)
        except NotUnderstoodError as error:
            missed.append(Missed(place, "", str(error)))
            continue
        name = f"set {number}" if times > 1 else ""
        made = list(blocks_of(intervals, name))
        blocks += made
        if made and name:
            rounds[name] = times
    title = text(_mended(workout.get("title")), "Workout")
    return Draft(title, tuple(blocks), rounds)


def _repetitions(each: dict[str, Any]) -> int:
    times = whole(each.get("repetitions", 1), "the number of its repetitions")
    if not 1 <= times <= MAX_ROUNDS:
        raise NotUnderstoodError(f"a set is repeated from 1 to {MAX_ROUNDS} times, not {times:.6g}")
    return times


def _intervals(each: dict[str, Any], place: str, missed: list[Missed]) -> list[Interval]:
    found: list[Interval] = []
    for number, exercise in enumerate(items(each.get("exercises"), f"{place}: exercises"), start=1):
        where = f"{place}, exercise {number}"
        try:
            given = table(exercise, where)
            name = text(_mended(given.get("name")), "Exercise")
            length_s = whole(given.get("duration"), "its duration")
            interval = Interval(name, length_s, is_rest_name(name))
            for block in blocks_of([interval]):
                block.refuse_impossible()
        except NotUnderstoodError as error:
            missed.append(Missed(where, "", str(error)))
        else:
            found.append(interval)
    return found


def _mended(value: object) -> object:
    return value.translate(_GARBLED) if isinstance(value, str) else value
