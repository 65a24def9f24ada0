"""All exercises and routines, shipped and own, and how one is found by what a person types."""

import difflib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from stretchtimer.core.exercise import Exercise
from stretchtimer.core.routine import Block, Prescription, Routine, alone
from stretchtimer.figure.picture_file import PictureRefused, find_picture
from stretchtimer.resources import asset, routines_dir
from stretchtimer.storage.authored import (
    MAX_TOTAL_S,
    Authored,
    read_exercise,
    read_routine,
    too_long,
)
from stretchtimer.storage.folders import Folders
from stretchtimer.storage.kept import beside, kept_or_made, stamp_of
from stretchtimer.storage.problems import FileProblem, FileRefused, did_you_mean, printable
from stretchtimer.storage.toml_file import TomlFile, read_toml

_MAX_FILES = 20_000
_SHOWN = 60  # characters of what was asked for

Content = TypeVar("Content", Exercise, Routine)


class NotFoundError(LookupError):
    """Nothing is called what was asked for; the message says what comes near."""


@dataclass(frozen=True, slots=True)
class Library:
    """What can be played, by id, and what is wrong with the files that cannot.

    `files` says where each was read from, by kind ("exercise", "routine") and id.
    """

    exercises: Mapping[str, Exercise]
    routines: Mapping[str, Routine]
    problems: tuple[FileProblem, ...] = ()
    files: Mapping[tuple[str, str], Path] = field(default_factory=dict)

    def find_exercise(self, text: str) -> Exercise:
        """The exercise with this id, code or name, in any case. Raises NotFoundError."""
        return _find(self.exercises, text, "exercise")

    def find_routine(self, text: str) -> Routine:
        """The routine with this id, code or name, in any case. Raises NotFoundError."""
        return _find(self.routines, text, "routine")

    def find_to_play(self, text: str) -> Routine:
        """The routine called this, or the single exercise as a routine of its own. Raises
        NotFoundError.
        """
        try:
            return self.find_routine(text)
        except NotFoundError as unknown:
            try:
                return alone(self.find_exercise(text))
            except NotFoundError:
                raise unknown from None

    def prescriptions(self, routine: Routine) -> tuple[Prescription, ...]:
        """The blocks of a routine of this library, each with its exercise and the dose to play."""
        return _prescriptions(routine, self.exercises)

    def total_s(self, routine: Routine) -> int:
        """Length of a routine of this library as it is written, in seconds."""
        return _total_s(routine, self.exercises)


def load_library(
    folders: Folders, *, shipped_exercises: Path | None = None, shipped_routines: Path | None = None
) -> Library:
    """Everything; a file with a problem is left out and told in `problems`. An exercise whose own
    picture is gone is told there too, and stays.

    Files that are as they were the last time are not read again.
    """
    shipped = (shipped_exercises or asset("exercises"), shipped_routines or routines_dir())
    own = (folders.exercises, folders.routines)
    places = [folders.cache / "library"]
    if not any(any(toml_files(folder, [])) for folder in own):
        # The same for everybody who has nothing of their own: beside what was read, where all find
        # it, as Python keeps what it compiled.
        places.insert(0, beside(shipped[0], "library"))
    return kept_or_made(
        places,
        stamp_of((*shipped, *own), ".toml"),
        Library,
        lambda: _read_library(folders, *shipped),
        sound=lambda library: not library.problems,
    )


def _read_library(folders: Folders, shipped_exercises: Path, shipped_routines: Path) -> Library:
    problems: list[FileProblem] = []

    def shelve(
        read: Callable[[TomlFile], Authored[Content]], shipped: Path, own: Path
    ) -> dict[str, Authored[Content]]:
        shelf: dict[str, Authored[Content]] = {}
        for folder in (shipped, own):
            for path in toml_files(folder, problems):
                try:
                    authored = read(read_toml(path, inside=folder))
                    refuse_taken_id(authored, shelf)
                    if folder is shipped:
                        _refuse_other_name(authored)
                except FileRefused as refused:
                    problems.extend(refused.problems)
                else:
                    shelf[authored.content.id] = authored
        return shelf

    exercise_shelf = shelve(read_exercise, shipped_exercises, folders.exercises)
    routine_shelf = shelve(read_routine, shipped_routines, folders.routines)
    exercises = {name: authored.content for name, authored in exercise_shelf.items()}
    for one in exercise_shelf.values():
        problems.extend(picture_problems(one))
    routines: dict[str, Routine] = {}
    for name, authored in routine_shelf.items():
        wrong = block_problems(authored, exercises)
        problems.extend(wrong)
        if not wrong:
            routines[name] = authored.content
    files = {("exercise", name): authored.file.path for name, authored in exercise_shelf.items()}
    files |= {("routine", name): authored.file.path for name, authored in routine_shelf.items()}
    return Library(_in_order(exercises), _in_order(routines), tuple(problems), files)


def refuse_taken_id(authored: Authored[Content], shelf: Mapping[str, Authored[Content]]) -> None:
    """Raise FileRefused where another file already has this id: what was there first stays."""
    other = shelf.get(authored.content.id)
    if other is not None:
        message = f'"{authored.content.id}" is already the id in {other.file.path}; choose another'
        raise FileRefused(authored.file.problem(("id",), message))


def picture_problems(authored: Authored[Exercise]) -> Iterator[FileProblem]:
    """The exercise's own pictures that are not there, or too large; none is opened."""
    pictures = authored.content.pictures
    for name in pictures.names if pictures is not None else ():
        try:
            find_picture(authored.file.path.parent, name)
        except PictureRefused as refused:
            yield authored.file.problem(("pictures",), str(refused))


def refuse_wrong_blocks(authored: Authored[Routine], exercises: Mapping[str, Exercise]) -> None:
    """Raise FileRefused where `block_problems` finds something."""
    problems = block_problems(authored, exercises)
    if problems:
        raise FileRefused(*problems)


def block_problems(
    authored: Authored[Routine], exercises: Mapping[str, Exercise]
) -> tuple[FileProblem, ...]:
    """What is wrong with a routine that is right by itself: unknown exercises, an endless total."""
    file, routine = authored.file, authored.content
    unknown = tuple(
        file.problem(
            ("block", position, "exercise"),
            f'no exercise has the id "{block.exercise}"{did_you_mean(block.exercise, exercises)}',
            expected="the id of an exercise",
            found=block.exercise,
        )
        for position, block in enumerate(routine.block)
        if block.exercise not in exercises
    )
    if unknown:
        return unknown
    total_s = _total_s(routine, exercises)
    return (too_long(file, (), total_s),) if total_s > MAX_TOTAL_S else ()


def toml_files(folder: Path, problems: list[FileProblem]) -> Iterable[Path]:
    """The .toml files of `folder` by name, hidden ones left out; `problems` gets what hinders."""
    try:
        with os.scandir(folder) as entries:
            names = sorted(
                entry.name
                for entry in entries
                if entry.name.endswith(".toml") and not entry.name.startswith(".")
            )
    except FileNotFoundError:
        return ()
    except OSError as error:
        problems.append(FileProblem(folder, f"cannot be read: {error.strerror}"))
        return ()
    if len(names) > _MAX_FILES:
        message = f"only the first {_MAX_FILES} of {len(names)} files are read"
        problems.append(FileProblem(folder, message))
    return (folder / name for name in names[:_MAX_FILES])


def _prescriptions(routine: Routine, exercises: Mapping[str, Exercise]) -> tuple[Prescription, ...]:
    def prescribed(block: Block, time: int) -> Prescription:
        exercise = exercises[block.exercise]
        return Prescription(exercise, block.dose(exercise.dose), block.always_explain, time)

    return tuple(prescribed(routine.block[place], time) for place, time in routine.played())


def _total_s(routine: Routine, exercises: Mapping[str, Exercise]) -> int:
    doses_s = sum(block.dose.total_s for block in _prescriptions(routine, exercises))
    return routine.intro_s + doses_s + routine.outro_s


def _refuse_other_name(authored: Authored[Content]) -> None:
    path = authored.file.path
    if path.stem != authored.content.id:
        message = f'a shipped file is named by its id: expected "{path.stem}"'
        raise FileRefused(authored.file.problem(("id",), message))


def _in_order(contents: Mapping[str, Content]) -> Mapping[str, Content]:
    """By code (R2 before R10), then what has none by name."""

    def rank(item: Content) -> tuple[bool, int, str, str]:
        return not item.code, len(item.code), item.code, item.name.casefold()

    ordered = sorted(contents.values(), key=rank)
    return {item.id: item for item in ordered}


def _find(contents: Mapping[str, Content], text: str, kind: str) -> Content:
    wanted = text.strip().casefold()
    names: dict[str, Content] = {}  # an id goes before a code, a code before a name
    for item in contents.values():
        names.setdefault(item.id, item)
    for item in contents.values():
        names.setdefault(item.code.casefold(), item)
    for item in contents.values():
        names.setdefault(item.name.casefold(), item)
    if wanted in names and wanted:
        return names[wanted]
    holding = [name for name in names if wanted and wanted in name]
    near = holding or difflib.get_close_matches(wanted[:_SHOWN], names)
    ids = list(dict.fromkeys(names[name].id for name in near))[:3]
    hint = f"; did you mean {' or '.join(ids)}?" if ids else ""
    raise NotFoundError(printable(f'no {kind} is called "{text[:_SHOWN]}"{hint}'))
