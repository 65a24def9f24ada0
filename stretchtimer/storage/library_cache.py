"""Keeps the library as it was read: reading and checking its files takes most of a short command.

What is kept counts only while every file is as it was, and only where nothing was wrong with any.
It is pickled, into the person's own cache folder, as Python keeps its compiled files: who can
write there can change the program too.
"""

import os
import pickle
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from stretchtimer import __version__

_FORMAT = 1

Kept = TypeVar("Kept")
Stamp = tuple[object, ...]


def library_stamp(folders: Sequence[Path]) -> Stamp:
    """What changes when any file in these folders does: names, sizes and times of change."""
    files: list[tuple[str, int, int]] = []
    for folder in folders:
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    status = entry.stat()
                    files.append((entry.path, status.st_size, status.st_mtime_ns))
        except OSError:
            files.append((str(folder), -1, -1))
    return (_FORMAT, __version__, sys.version, tuple(sorted(files)))


def kept_or_read(
    path: Path,
    stamp: Stamp,
    expected: type[Kept],
    read: Callable[[], Kept],
    *,
    sound: Callable[[Kept], bool],
) -> Kept:
    """What lies at `path` if it has this stamp; otherwise what `read` gives, kept if `sound`."""
    try:
        kept_stamp, kept = pickle.loads(path.read_bytes())  # noqa: S301  # our own, see above
        if kept_stamp == stamp and isinstance(kept, expected):
            return kept
    except Exception:  # noqa: BLE001, S110  # whatever is wrong with it, it is read anew
        pass
    fresh = read()
    if sound(fresh):
        unfinished = path.with_name(f"{path.name}.{os.getpid()}.part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            unfinished.write_bytes(pickle.dumps((stamp, fresh)))
            unfinished.replace(path)
        except OSError:
            with suppress(OSError):
                unfinished.unlink()
    return fresh
