"""Reads one TOML file that nobody vouches for.

Whatever the file is, the answer is its table or a plain reason; it never hangs, and it never takes
more than a bounded amount of memory.
"""

import math
import re
import stat
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from functools import cached_property
from pathlib import Path
from typing import Any

from stretchtimer.storage.problems import FileProblem, FileRefused, KeyPath, found_text, key_text
from stretchtimer.storage.toml_lines import locate, nearest_line

MAX_BYTES = 256 * 1024
_MAX_DEPTH = 16
_MAX_INTEGER = 2**53  # beyond it other readers of TOML and JSON lose digits

# The standard reader's time grows with the square of a dotted key's length.
_MAX_PARTS = 32
_LONG_DOTTED_KEY = re.compile(rf"""(?:[\w"'-]{{1,60}}[ \t]*\.[ \t]*){{{_MAX_PARTS}}}""")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")  # all but tab and line feed
_PLACE = re.compile(r" \(at line (?P<line>\d+), column (?P<column>\d+)\)")
# What people mean by what the reader cannot read: its words, and what stands at the place.
_HINTS = (
    (r".*\|[-+]?\.(\d|\W|$)", "a number has digits on both sides of its point: 0.75"),
    (r".*\|[\u2018-\u201f«»]", 'quotation marks are straight: "side"'),
    (r"Invalid value.*\|[^\W\d]", 'text stands in quotation marks: "side"'),
    (r"Invalid initial.*", "a table in { } stays on one line, and ends without a comma"),
    (r"Unclosed .*\|[^#\s]", "is a comma missing before it?"),
)


@dataclass(frozen=True)
class TomlFile:
    """A file's text and the table read from it."""

    path: Path
    text: str
    table: dict[str, Any]

    @cached_property
    def _lines(self) -> dict[KeyPath, int]:
        return dict(locate(self.text))

    def problem(
        self, key: KeyPath, message: str = "", *, expected: str = "", found: str = ""
    ) -> FileProblem:
        """Something wrong at `key`; without a message, say what was `expected` and `found`."""
        return FileProblem(
            path=self.path,
            message=message or f"expected {expected}, found {found}",
            line=nearest_line(self._lines, key),
            key=key_text(key),
            expected=expected,
            found=found,
        )


def read_toml(path: Path, *, inside: Path | None = None) -> TomlFile:
    """Read `path`; with `inside`, its folder, a link that leads out of there is refused.

    Raises FileRefused.
    """
    return toml_from_text(path, _read_text(path, inside))


def toml_from_text(path: Path, text: str) -> TomlFile:
    """The file that `text` would be at `path`. Raises FileRefused."""
    file = TomlFile(path, text, _parse(path, text))
    odd = list(_odd_values(file.table))
    if odd:
        raise FileRefused.because(
            file.problem(key, expected=expected, found=found) for key, expected, found in odd
        )
    return file


def _read_text(path: Path, inside: Path | None) -> str:
    try:
        if inside is not None and path.is_symlink() and _leads_out(path, inside):
            message = "a link that leads out of its folder; copy the file"
            raise FileRefused(FileProblem(path, message))
        if not stat.S_ISREG(path.stat().st_mode):
            raise FileRefused(FileProblem(path, "expected a file, found a folder or a device"))
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except (OSError, RuntimeError, ValueError) as error:  # a loop of links, a NUL in the name
        reason = getattr(error, "strerror", None) or str(error)
        raise FileRefused(FileProblem(path, f"cannot be read: {reason}")) from error
    if len(content) > MAX_BYTES:
        message = f"expected at most {MAX_BYTES // 1024} KiB of text, found more"
        raise FileRefused(FileProblem(path, message))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = "expected UTF-8 text, found other bytes; save the file as UTF-8"
        raise FileRefused(FileProblem(path, message, line)) from error


def _leads_out(link: Path, folder: Path) -> bool:
    return not link.resolve().is_relative_to(folder.resolve())


def _parse(path: Path, text: str) -> dict[str, Any]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.count(".") >= _MAX_PARTS and _LONG_DOTTED_KEY.search(line):
            message = f"a dotted name with more than {_MAX_PARTS} parts"
            raise FileRefused(FileProblem(path, message, number))
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise FileRefused(_syntax_problem(path, text, str(error))) from error
    except RecursionError as error:
        raise FileRefused(FileProblem(path, "lists or tables nested too deeply")) from error
    except ValueError as error:  # an integer of thousands of digits
        raise FileRefused(FileProblem(path, "a number with too many digits")) from error


def _syntax_problem(path: Path, text: str, error: str) -> FileProblem:
    place = _PLACE.search(error)
    what = f"not valid TOML: {error[:1].lower()}{error[1:]}"
    if place is None:  # the reader says "at end of document"
        return FileProblem(path, what, text.count("\n") + 1)
    line, column = int(place["line"]), int(place["column"])
    message = what.replace(place[0], f" at column {column}")
    rest = text.split("\n")[line - 1][column - 1 :]
    hint = next((f"; {hint}" for seen, hint in _HINTS if re.match(seen, f"{error}|{rest}")), "")
    return FileProblem(path, message + hint, line)


def _odd_values(table: dict[str, Any]) -> Iterator[tuple[KeyPath, str, str]]:
    """What TOML allows and no file of ours may hold: key, what was expected, what was found."""
    waiting: list[tuple[KeyPath, Any]] = [((), table)]
    while waiting:
        key, value = waiting.pop()
        match value:
            case dict() | list() if len(key) >= _MAX_DEPTH:
                yield key, f"at most {_MAX_DEPTH} levels", "more"
            case dict():
                waiting.extend(((*key, name), inner) for name, inner in value.items())
            case list():
                waiting.extend(((*key, index), inner) for index, inner in enumerate(value))
            case str() if _CONTROL.search(value):
                yield key, "text without control characters", found_text(value)
            case date() | time():
                yield key, "a number, text, a list or a table", f"a date or time, {value}"
            case int() if abs(value) > _MAX_INTEGER:
                yield key, "a whole number of at most 15 digits", "a longer one"
            case float() if not math.isfinite(value):
                yield key, "a finite number", str(value)
