"""What the commands print, and the error of one that was asked wrongly."""

import json
import sys
from collections.abc import Sequence
from typing import Any

from stretchtimer.core.ports import Notice
from stretchtimer.storage.problems import FileProblem

EXIT_PROBLEMS, EXIT_USAGE = 1, 2


class UsageError(Exception):
    """Something was asked wrongly; the message says what, in one line."""


def tell(notice: Notice) -> None:
    """Say on stderr what is amiss."""
    complain(f"{notice.text} {notice.mend}".rstrip())


def warn(problems: Sequence[FileProblem]) -> None:
    """Say on stderr what is wrong with files that the command went on without."""
    for problem in problems:
        complain(str(problem))


def complain(text: str) -> None:
    """One line on stderr."""
    sys.stderr.write(f"stretchtimer: {text}\n")


def print_lines(lines: Sequence[str]) -> None:
    """For people."""
    sys.stdout.write("\n".join(lines) + "\n")


def print_json(data: dict[str, Any]) -> None:
    """For programs."""
    sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")


def write_utf8() -> None:
    """Our words have dashes and quotation marks that not every console's own encoding has."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def minutes(seconds: int) -> str:
    """Seconds as people write them: 6:55."""
    return f"{seconds // 60}:{seconds % 60:02}"
