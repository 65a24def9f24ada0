"""Keeps a person's own hold times: a small TOML file for each routine that has some."""

from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path

from stretchtimer.core.hold_times import HoldTimes, OwnHold
from stretchtimer.core.ports import Notice
from stretchtimer.storage.authored import validate
from stretchtimer.storage.problems import FileRefused
from stretchtimer.storage.safe_write import set_aside, write_atomically
from stretchtimer.storage.toml_file import read_toml

_HEAD = "# Your own hold times, in seconds. Without this file the routine is played as written."


class HoldTimesFolder:
    """The files of all routines; `tell` is told what is amiss with one."""

    def __init__(self, folder: Path, *, tell: Callable[[Notice], None]) -> None:
        self._folder = folder
        self._tell = tell

    def read(self, routine: str) -> HoldTimes:
        """The own hold times of the routine with this id; none where there is no file.

        A file that cannot be read is set aside as `name.toml.broken-1`.
        """
        path = self._path(routine)
        if not path.exists():
            return HoldTimes()
        try:
            return validate(read_toml(path), HoldTimes)
        except FileRefused as refused:
            reasons = "; ".join(map(str, refused.problems))
            self._tell(Notice(f"Own hold times could not be read: {reasons}", _put_aside(path)))
            return HoldTimes()

    def write(self, routine: str, times: HoldTimes) -> None:
        """Keep `times` for the routine with this id; what changes nothing leaves no file."""
        path = self._path(routine)
        try:
            if times.changes_nothing:
                path.unlink(missing_ok=True)
            else:
                write_atomically(path, "\n".join([_HEAD, *_lines(times), ""]))
        except OSError as error:
            text = f"Your hold times could not be saved in {path}: {error.strerror}."
            self._tell(Notice(text, "Free some space or allow writing there."))

    def _path(self, routine: str) -> Path:
        return self._folder / f"{routine}.toml"


def _put_aside(path: Path) -> str:
    try:
        return f"The routine is played as written. The file was kept as {set_aside(path)}."
    except OSError as error:
        return f"The file could not be set aside: {error.strerror}."


def _lines(times: HoldTimes) -> Iterator[str]:
    yield f"format = {times.format}"
    if times.scale_percent != 100:
        yield f"scale_percent = {times.scale_percent}"
    if times.all_s is not None:
        yield f"all_s = {times.all_s}"
    for own in times.block:
        yield from ("", "[[block]]")
        yield from (line for field in fields(OwnHold) for line in _line(own, field.name))


def _line(own: OwnHold, name: str) -> Iterator[str]:
    match getattr(own, name):
        case str(text):
            yield f'{name} = "{text}"'
        case int(number) if (name, number) != ("nth", 1):
            yield f"{name} = {number}"
