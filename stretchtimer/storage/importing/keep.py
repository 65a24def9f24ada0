"""Keeps what was imported: new files only, all of them or none."""

import os
from itertools import chain, count
from pathlib import Path

from stretchtimer.storage.folders import Folders
from stretchtimer.storage.importing.resolve import Import
from stretchtimer.storage.safe_write import write_new, write_new_bytes


def keep(found: Import, folders: Folders) -> tuple[Path, ...]:
    """Write what `found` holds into a person's own folders; gives the files of its exercises and
    routines. Raises OSError.

    A file that is there already is never touched; where something cannot be written, what was
    written before it is taken back.
    """
    texts = [(folders.exercises, new.content.id, new.text) for new in found.exercises]
    texts += [(folders.routines, new.content.id, new.text) for new in found.routines]
    written: list[Path] = []
    pictures: list[Path] = []
    try:
        for name, content in chain.from_iterable(one.pictures.items() for one in found.exercises):
            path = folders.exercises / name
            if keep_picture(path, content):
                pictures.append(path)
        for folder, identifier, text in texts:
            path = _free_path(folder, identifier)
            write_new(path, text)
            written.append(path)
    except OSError:
        for path in (*pictures, *written):
            path.unlink(missing_ok=True)
        raise
    return tuple(written)


def keep_picture(path: Path, content: bytes) -> bool:
    """Write a picture, whose name tells its content; False where it is there already.

    Raises OSError, also where something else is called so.
    """
    try:
        write_new_bytes(path, content)
    except FileExistsError:
        if path.read_bytes() != content:
            raise
        return False
    return True


def _free_path(folder: Path, identifier: str) -> Path:
    first = folder / f"{identifier}.toml"
    others = (folder / f"{identifier}-{number}.toml" for number in count(2))
    return next(path for path in chain((first,), others) if not os.path.lexists(path))
