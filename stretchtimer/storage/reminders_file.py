"""Reads and writes the schedules: one TOML file with a [[reminder]] table for each.

It stands on the standard library alone, so that the reminders do not wait for the library.
"""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any, get_type_hints

from stretchtimer.core.names import did_you_mean
from stretchtimer.core.ports import Notice
from stretchtimer.core.reminders.schedule import (
    DEFAULT_SCHEDULES,
    MOST_SCHEDULES,
    Schedule,
    wrong_with,
)
from stretchtimer.storage.expectations import describe, fits
from stretchtimer.storage.problems import (
    FileProblem,
    FileRefused,
    KeyPath,
    found_text,
)
from stretchtimer.storage.safe_write import set_aside, write_atomically
from stretchtimer.storage.toml_file import TomlFile, read_toml

Schedules = tuple[Schedule, ...]
Wrong = tuple[KeyPath, str, str]  # where, what was expected, what was found

HEADING = """\
# When Stretchtimer reminds you. Each [[reminder]] comes after so many minutes of computer use
# (every_min) or at clock times (at). routine is an id ("stretchtimer list" names them); left empty,
# what fits is offered. Lines left out have their usual value.
format = 1
"""
_TABLE = re.compile(r"^[ \t]*\[\[[ \t]*reminder[ \t]*\]\][ \t]*(?:#.*)?$", re.MULTILINE)
_LINE = re.compile(r"(?P<before>[ \t]*(?P<name>\w+)[ \t]*=[ \t]*)(?P<rest>.*)")
_COMMENT = re.compile(r"""(?:"(?:\\.|[^"\\])*"|'[^']*'|[^"'#])*?(?P<comment>[ \t]*\#.*)?""")
_HINTS = get_type_hints(Schedule, include_extras=True)
_NEEDED = ("id", "name")


def read_schedules(path: Path) -> tuple[Schedules, tuple[Notice, ...]]:
    """The schedules in `path`, the usual ones where there is no file, and what is wrong with it.

    A reminder that cannot be read is left out and told; a file that cannot is set aside.
    """
    if not path.exists():
        return DEFAULT_SCHEDULES, ()
    try:
        file = read_toml(path)
    except FileRefused as refused:
        kept = _kept_aside(path)
        return DEFAULT_SCHEDULES, (Notice(f"The reminders could not be read: {refused}", kept),)
    right, problems = read_tables(file.table)
    told = tuple(_problem(file, wrong) for wrong in problems)
    if not told:
        return right, ()
    what = "; ".join(map(str, told))
    return right, (Notice(f"A reminder is left out: {what}", f"Edit {path}."),)


def read_tables(table: Mapping[str, Any], key: str = "reminder") -> tuple[Schedules, list[Wrong]]:
    """The schedules under `key` of a table that was read, and all that is wrong there."""
    found, wrong = table.get(key, []), list[Wrong]()
    if table.get("format", 1) != 1:
        wrong.append((("format",), "1", found_text(table["format"])))
    if not isinstance(found, list) or len(found) > MOST_SCHEDULES:
        expected = f"a list of at most {MOST_SCHEDULES} reminders"
        return (), [*wrong, ((key,), expected, found_text(found))]
    right: dict[str, Schedule] = {}
    for number, item in enumerate(found):
        schedule, problems = _read_one(item)
        wrong += [((key, number, *path), expected, text) for path, expected, text in problems]
        if schedule is None:
            continue
        if schedule.id in right:
            wrong.append(((key, number, "id"), "an id of its own", found_text(schedule.id)))
        right.setdefault(schedule.id, schedule)
    return tuple(right.values()), wrong


def write_schedules(path: Path, schedules: Sequence[Schedule]) -> Notice | None:
    """Keep `schedules` in `path` with the comments that stand there; a notice where that fails."""
    try:
        text = _with_schedules(_text_to_keep(path), schedules)
        if not _holds(text, schedules):
            if path.exists():
                set_aside(path)
            text = _with_schedules("", schedules)
        write_atomically(path, text)
    except OSError as error:
        return Notice(
            f"The reminders could not be saved in {path}: {error.strerror}.",
            "They hold until you quit. Free some space or allow writing there.",
        )
    return None


def _read_one(item: object) -> tuple[Schedule | None, list[Wrong]]:
    if not isinstance(item, dict):
        return None, [((), "a table", found_text(item))]
    wrong: list[Wrong] = []
    values: dict[str, Any] = {}
    for name, value in item.items():
        if name not in _HINTS:
            wrong.append(((name,), f"a known key{did_you_mean(name, _HINTS)}", found_text(name)))
        elif not fits(value, _HINTS[name]):
            wrong.append(((name,), describe(_HINTS[name]), found_text(value)))
        else:
            values[name] = tuple(value) if isinstance(value, list) else value
    wrong += [((name,), describe(_HINTS[name]), "nothing") for name in _NEEDED if name not in item]
    if wrong:
        return None, wrong
    schedule = Schedule(**values)
    odd = wrong_with(schedule)
    if odd is not None:
        name, expected = odd
        return None, [((name,), expected, found_text(item.get(name, "nothing")))]
    return schedule, []


def _problem(file: TomlFile, wrong: Wrong) -> FileProblem:
    path, expected, found = wrong
    return file.problem(path, expected=expected, found=found)


def _kept_aside(path: Path) -> str:
    try:
        return f"The usual ones hold. The file was kept as {set_aside(path)}."
    except OSError as error:
        return f"The usual ones hold. The file could not be set aside: {error.strerror}."


def _text_to_keep(path: Path) -> str:
    if not path.exists():
        return ""
    try:
        file = read_toml(path)
    except FileRefused:
        set_aside(path)
        return ""
    if read_tables(file.table)[1]:
        set_aside(path)  # a reminder that was left out would be lost
    return file.text


def _with_schedules(text: str, schedules: Sequence[Schedule]) -> str:
    heads = [match.start() for match in _TABLE.finditer(text)]
    heading = text[: heads[0]] if heads else text
    ends = [*heads, len(text)][1:]
    kept = {
        _id_of(text[start:end]): text[start:end] for start, end in zip(heads, ends, strict=True)
    }
    parts = [_with_format(heading)]
    parts += [_table(kept.get(schedule.id, "[[reminder]]\n"), schedule) for schedule in schedules]
    return "\n".join(part.rstrip("\n") + "\n" for part in parts)


def _with_format(heading: str) -> str:
    return heading if re.search(r"^\s*format\s*=", heading, re.MULTILINE) else HEADING + heading


def _id_of(table: str) -> str:
    try:
        return str(tomllib.loads(table)["reminder"][0].get("id"))
    except (tomllib.TOMLDecodeError, LookupError):
        return ""


def _table(text: str, schedule: Schedule) -> str:
    missing = dict(_values(schedule))
    lines: list[str] = []
    for line in text.splitlines():
        match = _LINE.fullmatch(line)
        if match is None or match["name"] not in _HINTS:
            lines.append(line)
            continue
        value = missing.pop(match["name"], None)
        if value is not None:
            comment = _COMMENT.fullmatch(match["rest"])
            tail = (comment["comment"] or "") if comment is not None else ""
            lines.append(match["before"] + value + tail)
    while lines and not lines[-1].strip():
        lines.pop()
    return "\n".join([*lines, *(f"{name} = {value}" for name, value in missing.items()), ""])


def _values(schedule: Schedule) -> Iterator[tuple[str, str]]:
    """Its fields as TOML; those that have their usual value need not be said."""
    for one in fields(Schedule):
        value = getattr(schedule, one.name)
        if one.name in ("id", "name", "on", "routine") or value != one.default:
            given = list(value) if isinstance(value, tuple) else value
            yield one.name, json.dumps(given, ensure_ascii=False).replace("\x7f", "\\u007f")


def _holds(text: str, schedules: Sequence[Schedule]) -> bool:
    try:
        return read_tables(tomllib.loads(text)) == (tuple(schedules), [])
    except tomllib.TOMLDecodeError:
        return False
