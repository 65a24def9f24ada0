"""What is wrong with a file, said so that a person can mend it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Self

KeyPath = tuple[str | int, ...]

_FOUND_LENGTH = 60
MAX_PROBLEMS = 50


@dataclass(frozen=True, slots=True)
class FileProblem:
    """One thing wrong in one file.

    `line` counts from 1 and is None where the file as a whole is meant. `key` counts list items
    from 0: `block[1].hold_s` is in the second block. `expected` and `found` are empty where the
    message needs neither.
    """

    path: Path
    message: str
    line: int | None = None
    key: str = ""
    expected: str = ""
    found: str = ""

    def __str__(self) -> str:
        """One line: where, what was expected and what was found."""
        place = str(self.path) if self.line is None else f"{self.path}:{self.line}"
        return printable(": ".join(part for part in (place, self.key, self.message) if part))


class FileRefused(Exception):  # noqa: N818  # it says what happened to the file
    """A file cannot be used, for these reasons."""

    def __init__(self, *problems: FileProblem) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems

    @classmethod
    def because(cls, problems: Iterable[FileProblem]) -> Self:
        """For the first of many `problems`, in the order of their lines; there must be one."""
        some = list(islice(problems, MAX_PROBLEMS + 1))
        shown = sorted(some[:MAX_PROBLEMS], key=lambda problem: problem.line or 0)
        if len(some) > len(shown):
            shown.append(FileProblem(shown[0].path, "and more; mend these first"))
        return cls(*shown)


def key_text(path: KeyPath) -> str:
    """A key path as people write it: `block[1].hold_s`."""
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return "".join(parts).removeprefix(".")


def found_text(value: object) -> str:
    """A value as TOML shows it, cut to a readable length."""
    match value:
        case dict():
            return "a table"
        case list():
            return "an empty list" if not value else f"a list of {len(value)}"
        case bool() | int() | float():
            text = json.dumps(value)
        case _:
            text = json.dumps(str(value), ensure_ascii=False)
    return text if len(text) <= _FOUND_LENGTH else f"{text[: _FOUND_LENGTH - 1]}…"


def printable(text: str) -> str:
    """`text` with line breaks, control and direction characters made visible, for a terminal."""
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode()
        for character in text
    )
