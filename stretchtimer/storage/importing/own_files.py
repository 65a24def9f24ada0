"""Takes in routines and exercises in our own format, with the comments of their authors."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from stretchtimer.core.exercise import Exercise
from stretchtimer.core.routine import Routine
from stretchtimer.figure.picture_file import PictureRefused, checked_picture
from stretchtimer.storage.authored import Authored, read_exercise, read_routine
from stretchtimer.storage.check import refuse_impossible_poses
from stretchtimer.storage.importing.draft import Missed
from stretchtimer.storage.importing.resolve import NewExercise, NewRoutine, Resolver, free_id
from stretchtimer.storage.problems import FileRefused
from stretchtimer.storage.shelving import refuse_wrong_blocks
from stretchtimer.storage.toml_edit import edited, to_table
from stretchtimer.storage.toml_file import TomlFile

NAME = "stretchtimer file"


def is_ours(file: TomlFile) -> bool:
    """Whether a TOML file is a routine or an exercise."""
    return "block" in file.table or "dose" in file.table


def take_files(
    resolver: Resolver,
    exercises: Iterable[TomlFile],
    routines: Iterable[TomlFile],
    pictures: Mapping[str, bytes],
) -> None:
    """Add these files; what has a taken id gets a new one, what is there already is not doubled.

    `pictures` are those that came along, by name.
    """
    renamed: dict[str, str] = {}
    for file in exercises:
        try:
            exercise = read_exercise(file)
            refuse_impossible_poses(exercise)
        except FileRefused as refused:
            _miss(resolver, file, refused)
        else:
            renamed[exercise.content.id] = _take_exercise(resolver, exercise, pictures)
    for file in routines:
        try:
            _take_routine(resolver, read_routine(file), renamed)
        except FileRefused as refused:
            _miss(resolver, file, refused)


def _take_exercise(
    resolver: Resolver, authored: Authored[Exercise], pictures: Mapping[str, bytes]
) -> str:
    exercise, text = authored.content, authored.file.text
    library = resolver.library.exercises
    if library.get(exercise.id) == exercise:
        return exercise.id
    identifier = free_id(exercise.id, library.keys() | resolver.exercises.keys())
    exercise, kept = _with_pictures(resolver, replace(exercise, id=identifier), pictures)
    if exercise != authored.content:
        text = edited(text, to_table(exercise, authored.file.table))
    resolver.exercises[identifier] = NewExercise(exercise, text, pictures=kept)
    return identifier


def _with_pictures(
    resolver: Resolver, exercise: Exercise, pictures: Mapping[str, bytes]
) -> tuple[Exercise, dict[str, bytes]]:
    """The exercise with its pictures under names of their own, and those by these names; without
    those that did not come along or are none.
    """
    if exercise.pictures is None:
        return exercise, {}
    kept: dict[str, bytes] = {}
    renamed: dict[str | None, str] = {}
    for name in exercise.pictures.names:
        try:
            if name not in pictures:
                raise PictureRefused("the picture did not come along")  # noqa: TRY301  # told below
            picture = checked_picture(pictures[name])
        except PictureRefused as refused:
            resolver.missed.append(Missed(exercise.name, name, str(refused)))
        else:
            renamed[name] = picture.name_for(exercise.id)
            kept[renamed[name]] = picture.content
    hold = renamed.get(exercise.pictures.hold)
    if hold is None:
        return replace(exercise, pictures=None), {}
    start = renamed.get(exercise.pictures.start)
    own = replace(exercise.pictures, hold=hold, start=None if start == hold else start)
    return replace(exercise, pictures=own), {name: kept[name] for name in own.names}


def _take_routine(resolver: Resolver, authored: Authored[Routine], renamed: dict[str, str]) -> None:
    written = authored.content
    blocks = tuple(
        replace(block, exercise=renamed.get(block.exercise, block.exercise))
        for block in written.block
    )
    taken = resolver.library.routines.keys() | resolver.routines.keys()
    routine = replace(written, id=free_id(written.id, taken), block=blocks)
    new = {identifier: one.content for identifier, one in resolver.exercises.items()}
    known = {**resolver.library.exercises, **new}
    refuse_wrong_blocks(replace(authored, content=routine), known)
    text = edited(authored.file.text, to_table(routine, authored.file.table))
    resolver.routines[routine.id] = NewRoutine(routine, text)


def _miss(resolver: Resolver, file: TomlFile, refused: FileRefused) -> None:
    for problem in refused.problems:
        where = file.path.name if problem.line is None else f"{file.path.name}:{problem.line}"
        resolver.missed.append(Missed(where, problem.key, problem.message))
