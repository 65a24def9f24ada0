"""Reads the exercises and routines of a folder, and finds what is wrong between the files."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from stretchtimer.core.exercise import Exercise
from stretchtimer.core.names import did_you_mean
from stretchtimer.core.routine import Routine
from stretchtimer.figure.picture_file import PictureRefused, find_picture
from stretchtimer.storage.authored import (
    MAX_TOTAL_S,
    Authored,
    read_exercise,
    read_routine,
    too_long,
)
from stretchtimer.storage.library import Library, total_s
from stretchtimer.storage.problems import FileProblem, FileRefused
from stretchtimer.storage.toml_file import TomlFile, read_toml

_MAX_FILES = 20_000

Content = TypeVar("Content", Exercise, Routine)


def with_files(
    library: Library, exercises: Path, routines: Path, *, named_by_id: bool = False
) -> Library:
    """`library` and what is in these two folders; with `named_by_id` a file is named by its id."""
    problems, files = list(library.problems), dict(library.files)

    def shelve(
        kind: str, folder: Path, read: Callable[[TomlFile], Authored[Content]]
    ) -> Iterator[Authored[Content]]:
        for path in toml_files(folder, problems):
            try:
                authored = read(read_toml(path, inside=folder))
                refuse_taken_id(authored, files.get((kind, authored.content.id)))
                if named_by_id:
                    _refuse_other_name(authored)
            except FileRefused as refused:
                problems.extend(refused.problems)
            else:
                files[kind, authored.content.id] = path
                yield authored

    all_exercises, all_routines = dict(library.exercises), dict(library.routines)
    for exercise in shelve("exercise", exercises, read_exercise):
        all_exercises[exercise.content.id] = exercise.content
        problems.extend(picture_problems(exercise))
    for routine in shelve("routine", routines, read_routine):
        wrong = block_problems(routine, all_exercises)
        problems.extend(wrong)
        if not wrong:
            all_routines[routine.content.id] = routine.content
    return Library(_in_order(all_exercises), _in_order(all_routines), tuple(problems), files)


def refuse_taken_id(authored: Authored[Content], other: Path | None) -> None:
    """Raise FileRefused where an `other` file already has this id: what was there first stays."""
    if other is not None:
        message = f'"{authored.content.id}" is already the id in {other}; choose another'
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
    length_s = total_s(routine, exercises)
    return (too_long(file, (), length_s),) if length_s > MAX_TOTAL_S else ()


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
