"""Checks the files that a person is writing, wherever they are."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from stretchtimer.core.exercise import Exercise
from stretchtimer.core.illustration import Illustration
from stretchtimer.core.names import did_you_mean
from stretchtimer.core.routine import Routine
from stretchtimer.core.safety_rules import REGIONS, TAGS
from stretchtimer.figure.picture_file import PictureRefused, read_picture
from stretchtimer.storage.authored import (
    Authored,
    Content,
    read_exercise,
    read_routine,
    right_figure,
)
from stretchtimer.storage.library import Library
from stretchtimer.storage.phrases_file import read_phrases
from stretchtimer.storage.problems import FileProblem, FileRefused, KeyPath
from stretchtimer.storage.shelving import block_problems, refuse_taken_id, toml_files
from stretchtimer.storage.toml_file import TomlFile, read_toml

if TYPE_CHECKING:
    from stretchtimer.figure.limits import Fault


def check_paths(paths: Iterable[Path], library: Library) -> list[FileProblem]:
    """Everything wrong in these files, and in the .toml files of these folders and theirs.

    What a file is, is told by what it holds. A routine may name the exercises of `library`, those
    among `paths`, and those in its own folder.
    """
    problems: list[FileProblem] = []
    checked = _Checked(library)
    for file in _read(paths, problems):
        try:
            checked.add(file)
        except FileRefused as refused:
            problems.extend(refused.problems)
    problems.extend(checked.gentler_problems())
    problems.extend(checked.block_problems())
    return sorted(problems, key=lambda problem: (str(problem.path), problem.line or 0))


class _Checked:
    """The files found right so far."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._exercise_files: list[TomlFile] = []  # those with mistakes too
        self._exercises: dict[str, Authored[Exercise]] = {}
        self._routines: dict[str, Authored[Routine]] = {}

    def add(self, file: TomlFile) -> None:
        """Check a file by itself. Raises FileRefused."""
        if "block" in file.table:
            _shelve(read_routine(file), self._routines, self._library.routines)
        elif _is_exercise(file):
            self._add_exercise(file)
        elif "numbers" in file.table:
            read_phrases(file)
        else:
            message = "neither an exercise, which has [dose], nor a routine, which has [[block]]"
            raise FileRefused(file.problem((), message))

    def _add_exercise(self, file: TomlFile) -> None:
        self._exercise_files.append(file)
        problems = [*_unknown_words(file)]
        try:
            exercise = read_exercise(file)
        except FileRefused as refused:
            figure = right_figure(file)
            problems.extend(refused.problems)
            problems.extend(() if figure is None else _impossible(file, figure))
        else:
            problems.extend(_wrong_pictures(exercise))
            problems.extend(figure_problems(exercise))
            try:
                _shelve(exercise, self._exercises, self._library.exercises)
            except FileRefused as refused:
                problems.extend(refused.problems)
        if problems:
            raise FileRefused(*problems)

    def gentler_problems(self) -> Iterator[FileProblem]:
        """Gentler exercises that nobody knows, once all files are there."""
        known = self._library.exercises.keys() | self._exercises.keys()
        for file in self._exercise_files:
            gentler = _in_table(file.table, "safety", "gentler")
            if not isinstance(gentler, str) or not gentler or gentler in known:
                continue
            if gentler not in _exercises_beside(file.path):
                message = f'no exercise has the id "{gentler}"{did_you_mean(gentler, known)}'
                yield file.problem(("safety", "gentler"), message)

    def block_problems(self) -> Iterator[FileProblem]:
        """What is wrong between routines and exercises, once all files are there."""
        given = {name: authored.content for name, authored in self._exercises.items()}
        known = {**self._library.exercises, **given}
        for routine in self._routines.values():
            missing = {block.exercise for block in routine.content.block} - known.keys()
            beside = _exercises_beside(routine.file.path) if missing else {}
            yield from block_problems(routine, {**beside, **known})


def refuse_impossible_poses(exercise: Authored[Exercise]) -> None:
    """Raise FileRefused where the figure would do what no body can."""
    problems = _impossible(exercise.file, exercise.content.figure)
    if problems:
        raise FileRefused(*problems)


def figure_problems(exercise: Authored[Exercise]) -> list[FileProblem]:
    """What no body can do in the exercise's figure, and what its author overlooked."""
    from stretchtimer.figure.oversights import find_oversights

    file, figure = exercise.file, exercise.content.figure
    return [*_impossible(file, figure), *_at_their_lines(file, find_oversights(figure))]


def _impossible(file: TomlFile, figure: Illustration) -> list[FileProblem]:
    from stretchtimer.figure.limits import find_faults  # half of what checking a routine takes

    return list(_at_their_lines(file, find_faults(figure)))


def _at_their_lines(file: TomlFile, faults: Iterable["Fault"]) -> Iterator[FileProblem]:
    figure = file.table.get("figure", {})
    for fault in faults:
        yield file.problem(("figure", *_where_written(figure, fault.key)), fault.words)


def _where_written(figure: Mapping[str, Any], key: KeyPath) -> KeyPath:
    """Where the part of a pose that `key` means stands: a pose holds only what differs in it."""
    *pose, part = key
    if key[0] not in ("start", "hold", "then"):
        return key
    before: dict[str | int, list[KeyPath]] = {
        "then": [("start",), ("hold",)], "start": [("hold",)], "hold": [],
    }  # fmt: skip
    for place in ((*pose,), *before[key[0]]):
        table: Any = figure
        for name in place:
            if isinstance(name, int):
                table = table[name]
            else:
                table = table.get(name) if isinstance(table, dict) else None
        if isinstance(table, dict) and part in table:
            return (*place, part)
    return key


def _wrong_pictures(exercise: Authored[Exercise]) -> Iterator[FileProblem]:
    """Own pictures that are not there, or none that would be shown."""
    pictures = exercise.content.pictures
    for name in pictures.names if pictures is not None else ():
        try:
            read_picture(exercise.file.path.parent, name)
        except PictureRefused as refused:
            yield exercise.file.problem(("pictures",), str(refused))


def _unknown_words(file: TomlFile) -> Iterator[FileProblem]:
    """A region and tags that mean nothing to the program, which takes them all the same."""
    region, tags = file.table.get("region"), _in_table(file.table, "safety", "tags")
    if isinstance(region, str) and region not in REGIONS:
        yield file.problem(
            ("region",), f'no region is called "{region}"{_nearest(region, REGIONS)}'
        )
    for i, tag in enumerate(tags if isinstance(tags, list) else ()):
        if isinstance(tag, str) and tag not in TAGS:
            message = f'no tag is called "{tag}"{_nearest(tag, TAGS)}'
            yield file.problem(("safety", "tags", i), message)


def _nearest(word: str, known: Sequence[str]) -> str:
    # Close enough that "sitting" is not taken for "standing".
    return did_you_mean(word, known, at_least=0.75) or f"; there are {', '.join(known)}"


def _in_table(table: Mapping[str, Any], name: str, key: str) -> object:
    inner = table.get(name)
    return inner.get(key) if isinstance(inner, dict) else None


def _read(paths: Iterable[Path], problems: list[FileProblem]) -> Iterator[TomlFile]:
    for given in paths:
        is_folder = given.is_dir()
        for path in _walk(given, problems) if is_folder else (given,):
            try:
                yield read_toml(path, inside=given if is_folder else None)
            except FileRefused as refused:
                problems.extend(refused.problems)


def _walk(folder: Path, problems: list[FileProblem]) -> Iterator[Path]:
    for name, below, _ in os.walk(folder):
        below.sort()
        yield from toml_files(Path(name), problems)


def _shelve(
    authored: Authored[Content],
    shelf: dict[str, Authored[Content]],
    library: Mapping[str, Content],
) -> None:
    identifier = authored.content.id
    other = shelf.get(identifier)
    refuse_taken_id(authored, None if other is None else other.file.path)
    # A file that is in the library already is no clash with itself.
    if library.get(identifier, authored.content) != authored.content:
        message = f'"{identifier}" is already the id of another in the library; choose another'
        raise FileRefused(authored.file.problem(("id",), message))
    shelf[identifier] = authored


def _exercises_beside(routine: Path) -> dict[str, Exercise]:
    found: dict[str, Exercise] = {}
    for path in toml_files(routine.parent, []):
        try:
            file = read_toml(path)
            if _is_exercise(file):
                exercise = read_exercise(file).content
                found[exercise.id] = exercise
        except FileRefused:
            continue
    return found


def _is_exercise(file: TomlFile) -> bool:
    return not file.table.keys().isdisjoint({"words", "dose", "figure"})
