"""Writes so that a power cut leaves the old file or the new one, and puts broken files aside."""

import os
from itertools import count
from pathlib import Path


def write_atomically(path: Path, text: str) -> None:
    """Replace `path` by `text` in one step, through a link if it is one. Raises OSError."""
    write_bytes_atomically(path, text.encode("utf-8", errors="replace"))


def write_bytes_atomically(path: Path, content: bytes) -> None:
    """The same for what is no text."""
    target = path.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        with fresh.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)


def write_new(path: Path, text: str) -> None:
    """Write a file that must not be there yet. Raises FileExistsError, and any other OSError."""
    write_new_bytes(path, text.encode("utf-8", errors="replace"))


def write_new_bytes(path: Path, content: bytes) -> None:
    """The same for what is no text."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(exist_ok=False)
    try:
        write_bytes_atomically(path, content)
    except OSError:
        path.unlink(missing_ok=True)
        raise


def set_aside(path: Path) -> Path:
    """Rename a file that cannot be read to the first free `name.broken-1`. Raises OSError."""
    names = (path.with_name(f"{path.name}.broken-{number}") for number in count(1))
    aside = next(name for name in names if not os.path.lexists(name))
    return path.rename(aside)
