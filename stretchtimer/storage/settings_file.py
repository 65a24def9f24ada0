"""Reads and writes the settings: one small TOML file that a person may edit.

It is read before the window is painted, so it stands on the standard library alone.
"""

import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import get_type_hints

from stretchtimer.core.names import did_you_mean
from stretchtimer.core.ports import Notice
from stretchtimer.core.settings import Settings
from stretchtimer.storage.expectations import describe, fits
from stretchtimer.storage.problems import FileProblem, FileRefused, found_text
from stretchtimer.storage.safe_write import set_aside, write_atomically
from stretchtimer.storage.toml_file import read_toml

Value = str | int | float | bool

# A line "name = value  # comment", as far as the end of the value.
_LINE = re.compile(
    r"""
    (?P<before> [ \t]* (?P<name> \w+ ) [ \t]* = [ \t]* )
    (?: "(?: \\. | [^"\\] )*" | '[^']*' | [^\s\#"']+ )
    (?P<after> [ \t]* (?: \#.* )? )
    """,
    re.VERBOSE,
)


def read_settings(path: Path) -> tuple[Settings, tuple[Notice, ...]]:
    """The settings in `path`, defaults for what it leaves out, and what the person should know.

    A file that cannot be read, or that holds a wrong value, is set aside as
    `settings.toml.broken-1`; its right values are kept. Unknown keys are ignored and told once.
    """
    if not path.exists():
        return Settings(), ()
    try:
        file = read_toml(path)
    except FileRefused as refused:
        return Settings(), (_put_aside(path, refused.problems),)

    annotations = get_type_hints(Settings, include_extras=True)
    right: dict[str, Value] = {}
    wrong: list[FileProblem] = []
    unknown: list[FileProblem] = []
    for key, value in file.table.items():
        if key not in annotations:
            unknown.append(file.problem((key,), f"unknown key{did_you_mean(key, annotations)}"))
        elif fits(value, annotations[key]):
            right[key] = value
        else:
            expected = describe(annotations[key])
            wrong.append(file.problem((key,), expected=expected, found=found_text(value)))
    settings = Settings(**right)  # type: ignore[arg-type]  # each value was held against its field
    notices: list[Notice] = []
    if wrong:
        notices.append(_put_aside(path, wrong))
        write_settings(path, settings)
    if unknown:
        notices.append(Notice(f"A setting is ignored ({_lines(unknown)}).", f"Edit {path}."))
    return settings, tuple(notices)


def write_settings(path: Path, settings: Settings) -> Notice | None:
    """Keep `settings` in `path`, with the comments that stand there; a notice where that fails."""
    values = asdict(settings)
    try:
        text = _with_values(_text_to_keep(path), values)
        if not _holds(text, values):
            set_aside(path)
            text = _with_values("", values)
        write_atomically(path, text)
    except OSError as error:
        return Notice(
            f"The settings could not be saved in {path}: {error.strerror}.",
            "They hold until you quit. Free some space or allow writing there.",
        )
    return None


def _put_aside(path: Path, problems: Sequence[FileProblem]) -> Notice:
    try:
        kept = f"The file was kept as {set_aside(path)}."
    except OSError as error:
        kept = f"The file could not be set aside: {error.strerror}."
    return Notice("The settings could not be read: " + _lines(problems), kept)


def _lines(problems: Sequence[FileProblem]) -> str:
    return "; ".join(map(str, problems))


def _text_to_keep(path: Path) -> str:
    if not path.exists():
        return ""
    try:
        return read_toml(path).text
    except FileRefused:
        set_aside(path)
        return ""


def _with_values(text: str, values: Mapping[str, Value]) -> str:
    lines: list[str] = []
    missing = dict(values)
    for line in text.splitlines():
        setting = _LINE.fullmatch(line)
        if setting is not None and setting["name"] in missing:
            value = _toml(missing.pop(setting["name"]))
            lines.append(setting["before"] + value + setting["after"])
        else:
            lines.append(line)
    added = [f"{name} = {_toml(value)}" for name, value in missing.items()]
    return "\n".join([*lines, *added, ""])


def _holds(text: str, values: Mapping[str, Value]) -> bool:
    try:
        return values.items() <= tomllib.loads(text).items()
    except tomllib.TOMLDecodeError:
        return False


def _toml(value: Value) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
