"""Keeps the library as it was read: reading and checking its files takes most of a short command.

What is kept counts only while every file is as it was, and only where nothing was wrong with any.
It is pickled, beside the shipped files or into the person's own cache folder, as Python keeps its
compiled files: who can write there can change the program too.
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
    """What changes when any .toml file in these folders does: names, sizes and times of change."""
    files: list[tuple[str, int, int]] = []
    for folder in folders:
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if entry.name.endswith(".toml"):
                        status = entry.stat()
                        files.append((entry.path, status.st_size, status.st_mtime_ns))
        except FileNotFoundError:
            continue
        except OSError:
            files.append((str(folder), -1, -1))
    return (_FORMAT, __version__, sys.version, tuple(sorted(files)))


def kept_or_read(
    places: Sequence[Path],
    stamp: Stamp,
    expected: type[Kept],
    read: Callable[[], Kept],
    *,
    sound: Callable[[Kept], bool],
) -> Kept:
    """What lies in one of `places` if it has this stamp; otherwise what `read` gives.

    That is kept, if `sound`, in the first place that can be written.
    """
    for place in places:
        try:
            kept_stamp, kept = pickle.loads(place.read_bytes())  # noqa: S301  # our own, see above
            if kept_stamp == stamp and isinstance(kept, expected):
                return kept
        except Exception:  # noqa: BLE001, S110  # whatever is wrong with it, it is read anew
            pass
    fresh = read()
    if sound(fresh):
        any(_keep(place, (stamp, fresh)) for place in places)
    return fresh


def _keep(place: Path, content: object) -> bool:
    unfinished = place.with_name(f"{place.name}.{os.getpid()}.part")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(pickle.dumps(content))
        unfinished.replace(place)
    except OSError:
        with suppress(OSError):
            unfinished.unlink()
        return False
    return True
