"""A routine of one's own while it is edited: never written over what another program wrote."""

from dataclasses import replace
from pathlib import Path
from typing import Self

from stretchtimer.core.routine import Routine
from stretchtimer.storage.authored import read_routine
from stretchtimer.storage.folders import Folders
from stretchtimer.storage.importing.resolve import free_id
from stretchtimer.storage.library import Library, refuse_wrong_blocks
from stretchtimer.storage.safe_write import write_atomically, write_new
from stretchtimer.storage.toml_edit import edited, to_table, written
from stretchtimer.storage.toml_file import read_toml, toml_from_text


class ChangedElsewhereError(Exception):
    """Another program has changed or removed the file since it was read."""


class RoutineFile:
    """The file of one routine. `text` is what it held when it was last read or written."""

    def __init__(self, path: Path, routine: Routine, text: str, *, is_new: bool) -> None:
        self.path = path
        self.routine = routine
        self._text = text
        self._is_new = is_new

    @classmethod
    def open(cls, library: Library, routine: Routine) -> Self:
        """The file of an own routine. Raises FileRefused and OSError."""
        file = read_toml(library.files["routine", routine.id])
        return cls(file.path, read_routine(file).content, file.text, is_new=False)

    @classmethod
    def copy_of(cls, library: Library, routine: Routine, folders: Folders) -> Self:
        """A copy with an id of its own, with the comments of the original; not on disk before it
        is saved.

        Raises FileRefused and OSError.
        """
        identifier = free_id(routine.id, library.routines)
        name = f"My {routine.name[0].lower()}{routine.name[1:]}"[:80]
        copy = replace(routine, id=identifier, name=name, code="", name_in={})
        original = library.files.get(("routine", routine.id))
        text = written(to_table(copy))
        if original is not None:
            file = read_toml(original)
            text = edited(_without_schema(file.text), to_table(copy, file.table))
        path = folders.routines / f"{identifier}.toml"
        return cls(path, copy, text, is_new=True)

    @property
    def is_new(self) -> bool:
        """Whether it has never been saved."""
        return self._is_new

    def has_changed(self) -> bool:
        """Whether the file holds something else than what was read or written last."""
        return not self._is_new and self._on_disk() != self._text

    def save(self, routine: Routine, library: Library, *, over_changes: bool = False) -> None:
        """Write `routine`; comments and order of the file stay.

        Raises ChangedElsewhereError where another program was there before, FileRefused where
        the routine could not be read again, and OSError.
        """
        if not over_changes and self.has_changed():
            raise ChangedElsewhereError(str(self.path))
        table = toml_from_text(self.path, self._text).table
        text = edited(self._text, to_table(routine, table))
        refuse_wrong_blocks(read_routine(toml_from_text(self.path, text)), library.exercises)
        if self._is_new:
            write_new(self.path, text)
        else:
            write_atomically(self.path, text)
        self._text, self._is_new, self.routine = text, False, routine

    def reload(self) -> Routine:
        """What another program made of it. Raises FileRefused."""
        file = read_toml(self.path)
        self._text, self.routine = file.text, read_routine(file).content
        return self.routine

    def _on_disk(self) -> str | None:
        try:
            return self.path.read_text(encoding="utf-8-sig")
        except (OSError, ValueError):
            return None


def _without_schema(text: str) -> str:
    """The shipped files' first line leads to a file that is not beside a person's own."""
    first, _, rest = text.partition("\n")
    return rest if first.startswith("#:schema") else text
