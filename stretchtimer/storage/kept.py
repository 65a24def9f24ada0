"""Keeps what took long to make, for as long as no file that it was made of changes.

The library and what checks its files are kept so: to make them takes most of a short command. What
is kept is pickled, beside the program's own files or into the person's own cache folder, as Python
keeps its compiled files: who can write there can change the program too.
"""

import os
import pickle
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from stretchtimer import __version__, core

_FORMAT = 2
CORE = Path(core.__file__).parent

Kept = TypeVar("Kept")
Stamp = tuple[object, ...]


def stamp_of(folders: Sequence[Path], ending: str) -> Stamp:
    """What changes when any file with this ending does: names, sizes and times of change."""
    files: list[tuple[str, int, int]] = []
    for folder in folders:
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if entry.name.endswith(ending):
                        status = entry.stat()
                        files.append((entry.path, status.st_size, status.st_mtime_ns))
        except FileNotFoundError:
            continue
        except OSError:
            files.append((str(folder), -1, -1))
    return (_FORMAT, __version__, sys.version, tuple(sorted(files)))


def stamp_of_core() -> Stamp:
    """What changes when the dataclasses do of which kept things are: a pickled one lacks what its
    class has got since.
    """
    return stamp_of((CORE,), ".py")


def kept_or_made(
    places: Sequence[Path],
    stamp: Stamp,
    expected: type[Kept],
    make: Callable[[], Kept],
    *,
    sound: Callable[[Kept], bool] = lambda _: True,
) -> Kept:
    """What lies in one of `places` if it has this stamp; otherwise what `make` gives.

    That is kept, if `sound`, in the first place that can be written.
    """
    for place in places:
        try:
            kept_stamp, kept = pickle.loads(place.read_bytes())  # noqa: S301  # our own, see above
            if kept_stamp == stamp and isinstance(kept, expected):
                return kept
        except Exception:  # noqa: BLE001, S110  # whatever is wrong with it, it is made anew
            pass
    fresh = make()
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


def beside(folder: Path, name: str) -> Path:
    """Where something is kept that was made of the program's own files in `folder`."""
    return folder / "__pycache__" / f"{name}.{sys.implementation.cache_tag}"
