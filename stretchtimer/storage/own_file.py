"""A routine or an exercise of one's own while it is edited: never written over what another program
wrote.
"""

from dataclasses import replace
from pathlib import Path
from typing import Any, Generic, Self

from stretchtimer.core.exercise import Exercise
from stretchtimer.core.routine import Routine
from stretchtimer.storage.authored import Authored, Content, read_exercise, read_routine
from stretchtimer.storage.check import refuse_impossible_poses
from stretchtimer.storage.folders import Folders
from stretchtimer.storage.importing.resolve import free_id
from stretchtimer.storage.library import Library
from stretchtimer.storage.safe_write import write_atomically, write_new
from stretchtimer.storage.shelving import refuse_wrong_blocks
from stretchtimer.storage.toml_edit import edited, to_table, written
from stretchtimer.storage.toml_file import TomlFile, read_toml, toml_from_text


class ChangedElsewhereError(Exception):
    """Another program has changed or removed the file since it was read."""


class OwnFile(Generic[Content]):
    """One file. `_text` is what it held when it was last read or written."""

    kind: str

    def __init__(self, path: Path, content: Content, text: str, *, is_new: bool) -> None:
        self.path = path
        self.content: Content = content
        self._text = text
        self._is_new = is_new

    @classmethod
    def open(cls, library: Library, identifier: str) -> Self:
        """The file of what has this id. Raises FileRefused and OSError."""
        file = read_toml(library.files[cls.kind, identifier])
        return cls(file.path, cls._read(file).content, file.text, is_new=False)

    @classmethod
    def _copy(cls, library: Library, original: Content, copy: Content, path: Path) -> Self:
        """`copy` with the comments of the original's file; not on disk before it is saved."""
        text = written(to_table(copy))
        source = library.files.get((cls.kind, original.id))
        if source is not None:
            file = read_toml(source)
            text = edited(_without_schema(file.text), to_table(copy, file.table))
        return cls(path, copy, text, is_new=True)

    @classmethod
    def _read(cls, file: TomlFile) -> Authored[Content]:
        raise NotImplementedError

    def _spelled_out(self, _: Content, table: dict[str, Any]) -> dict[str, Any]:
        """What the file says even where it is the default: what its `table` has already."""
        return table

    def _refuse_wrong(self, authored: Authored[Content], library: Library) -> None:
        """Raise FileRefused where the content does not go with the rest of the library."""
        raise NotImplementedError

    @property
    def is_new(self) -> bool:
        """Whether it has never been saved."""
        return self._is_new

    def has_changed(self) -> bool:
        """Whether the file holds something else than what was read or written last."""
        return not self._is_new and self._on_disk() != self._text

    def save(self, content: Content, library: Library, *, over_changes: bool = False) -> None:
        """Write `content`; comments and order of the file stay.

        Raises ChangedElsewhereError where another program was there before, FileRefused where
        the content could not be read again, and OSError.
        """
        if not over_changes and self.has_changed():
            raise ChangedElsewhereError(str(self.path))
        table = toml_from_text(self.path, self._text).table
        text = edited(self._text, to_table(content, self._spelled_out(content, table)))
        self._refuse_wrong(self._read(toml_from_text(self.path, text)), library)
        if self._is_new:
            write_new(self.path, text)
        else:
            write_atomically(self.path, text)
        self._text, self._is_new, self.content = text, False, content

    def reload(self) -> Content:
        """What another program made of it. Raises FileRefused."""
        file = read_toml(self.path)
        self._text, self.content = file.text, self._read(file).content
        return self.content

    def _on_disk(self) -> str | None:
        try:
            return self.path.read_text(encoding="utf-8-sig")
        except (OSError, ValueError):
            return None


class RoutineFile(OwnFile[Routine]):
    """The file of a routine."""

    kind = "routine"

    @classmethod
    def copy_of(cls, library: Library, original: Routine, folders: Folders) -> Self:
        """A copy under a name of its own. Raises FileRefused and OSError."""
        identifier = free_id(original.id, library.routines)
        name = _my(original.name)
        copy = replace(original, id=identifier, name=name, code="", name_in={})
        return cls._copy(library, original, copy, folders.routines / f"{identifier}.toml")

    @classmethod
    def _read(cls, file: TomlFile) -> Authored[Routine]:
        return read_routine(file)

    def _refuse_wrong(self, authored: Authored[Routine], library: Library) -> None:
        refuse_wrong_blocks(authored, library.exercises)


class ExerciseFile(OwnFile[Exercise]):
    """The file of an exercise."""

    kind = "exercise"

    @classmethod
    def copy_of(cls, library: Library, original: Exercise, folders: Folders) -> Self:
        """A copy under a name of its own. Raises FileRefused and OSError."""
        identifier = free_id(original.id, library.exercises)
        name = _my(original.name)
        copy = replace(original, id=identifier, name=name, code="", translation={})
        return cls._copy(library, original, copy, folders.exercises / f"{identifier}.toml")

    @classmethod
    def _read(cls, file: TomlFile) -> Authored[Exercise]:
        return read_exercise(file)

    def _spelled_out(self, exercise: Exercise, table: dict[str, Any]) -> dict[str, Any]:
        # Two sides need a limb to name.
        return {**table, "limb": exercise.limb} if exercise.dose.sides == 2 else table

    def _refuse_wrong(self, authored: Authored[Exercise], library: Library) -> None:
        del library  # an exercise stands by itself
        refuse_impossible_poses(authored)


def _my(name: str) -> str:
    return f"My {name[0].lower()}{name[1:]}"[:80]


def _without_schema(text: str) -> str:
    """The shipped files' first line leads to a file that is not beside a person's own."""
    first, _, rest = text.partition("\n")
    return rest if first.startswith("#:schema") else text
