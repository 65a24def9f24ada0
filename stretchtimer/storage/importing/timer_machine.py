"""Reads what TimeR Machine backs up or shares: timers of steps, with loops over groups of them."""

from collections.abc import Iterator
from typing import Any

from stretchtimer.core.routine import MAX_BLOCKS, MAX_ROUNDS
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

NAME = "TimeR Machine"
_QUIET_TYPES = ("NOTIFIER", "START", "END")  # they remind, and nothing is done in them


def is_ours(data: object) -> bool:
    """Whether `data` looks like the app's backup or one of its timers."""
    if not isinstance(data, dict):
        return False
    return isinstance(data.get("timers"), list) or {"loop", "steps"} <= data.keys()


def read(data: object, missed: list[Missed]) -> Iterator[Draft]:
    """The timers in `data`; `missed` gets what cannot be taken over."""
    timers = items(table(data, "the file").get("timers", [data]), "timers")
    for number, timer in enumerate(timers, start=1):
        where = f"timer {number}"
        try:
            yield _timer(table(timer, where), where, missed)
        except NotUnderstoodError as error:
            missed.append(Missed(where, "", str(error)))


def _timer(timer: dict[str, Any], where: str, missed: list[Missed]) -> Draft:
    loop = _loop(timer)
    steps = items(timer.get("steps"), "its steps")
    blocks: list[DraftBlock] = []
    rounds: dict[str, int] = {}
    if loop == 1:
        for run, name, times in _runs(steps):
            made = list(blocks_of(_intervals(run, where, missed), name))
            blocks += made
            if made and name:
                rounds[name] = times
    elif any("steps" in step for step in steps if isinstance(step, dict)):
        blocks += blocks_of(_intervals(steps, where, missed) * loop)
    else:
        blocks += blocks_of(_intervals(steps, where, missed), "all")
        rounds = {"all": loop} if blocks else {}
    begin, end = (_single(timer, key, where, missed) for key in ("startStep", "endStep"))
    blocks += blocks_of(end)
    intro_s = sum(interval.length_s for interval in begin) if begin else None
    return Draft(text(timer.get("name"), "Timer"), tuple(blocks), rounds, intro_s=intro_s)


def _single(timer: dict[str, Any], key: str, where: str, missed: list[Missed]) -> list[Interval]:
    """The step that is played once, before or after all others, where there is one."""
    step = timer.get(key)
    return _intervals([step], f"{where}, {key}", missed) if step is not None else []


def _loop(timer: dict[str, Any]) -> int:
    loop = whole(timer.get("loop", 1), "its loop")
    if not 1 <= loop <= MAX_ROUNDS:
        raise NotUnderstoodError(f"it is repeated from 1 to {MAX_ROUNDS} times, not {loop:.6g}")
    return loop


def _runs(steps: list[Any]) -> Iterator[tuple[list[Any], str, int]]:
    """Steps that are played together: once, or as a named group several times."""
    single: list[Any] = []
    for number, step in enumerate(steps, start=1):
        if isinstance(step, dict) and "steps" in step and _loop(step) > 1:
            if single:
                yield single, "", 1
                single = []
            yield items(step["steps"], "the steps of a group"), f"group {number}", _loop(step)
        else:
            single.append(step)
    if single:
        yield single, "", 1


def _intervals(
    steps: list[Any], where: str, missed: list[Missed], depth: int = 0
) -> list[Interval]:
    if depth > 4:
        raise NotUnderstoodError("its groups are nested too deeply")
    found: list[Interval] = []
    for number, step in enumerate(steps, start=1):
        place = f"{where}, step {number}"
        try:
            given = table(step, place)
            if "steps" in given:
                inner = items(given["steps"], f"{place}: its steps")
                found += _intervals(inner, place, missed, depth + 1) * _loop(given)
            else:
                found.append(_interval(given))
        except NotUnderstoodError as error:
            missed.append(Missed(place, "", str(error)))
        if len(found) > 2 * MAX_BLOCKS:
            raise NotUnderstoodError(f"more than {MAX_BLOCKS} steps")
    return found


def _interval(step: dict[str, Any]) -> Interval:
    name = text(step.get("label"), "Exercise")
    length_s = round(whole(step.get("length"), "its length") / 1000)
    interval = Interval(name, length_s, step.get("type") in _QUIET_TYPES or is_rest_name(name))
    for block in blocks_of([interval]):
        block.refuse_impossible()
    return interval
