"""Reads what people author, an exercise or a routine, and says what is wrong with it.

The classes in `core` are the format: a key that a class does not have is refused, and so is a value
outside the bounds of its annotation. pydantic does the checking, the words are ours.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from stretchtimer.core.exercise import Exercise
from stretchtimer.core.pose import PoseError
from stretchtimer.core.routine import Routine
from stretchtimer.storage.expectations import annotation_at, describe, describe_key, key_names
from stretchtimer.storage.problems import (
    FileProblem,
    FileRefused,
    KeyPath,
    did_you_mean,
    found_text,
)
from stretchtimer.storage.toml_file import TomlFile
from stretchtimer.storage.validator import validator

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

MAX_TOTAL_S = 4 * 60 * 60
_FORMAT = 1
_IDENTIFIER = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

Content = TypeVar("Content", Exercise, Routine)
Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True)
class Authored(Generic[Content]):
    """An exercise or a routine with the file that it stands in."""

    file: TomlFile
    content: Content


def read_exercise(file: TomlFile) -> Authored[Exercise]:
    """The exercise in `file`. Raises FileRefused with everything that is wrong."""
    exercise = validate(file, Exercise)
    problems = list(_identifier_problems(file, exercise.id))
    if exercise.dose.sides == 2 and "limb" not in file.table:
        message = 'two sides need a limb to name: add limb = "leg", "arm", "side" or "direction"'
        problems.append(file.problem(("dose", "sides"), message))
    if exercise.dose.total_s > MAX_TOTAL_S:
        problems.append(too_long(file, ("dose",), exercise.dose.total_s))
    if problems:
        raise FileRefused(*problems)
    return Authored(file, exercise)


def read_routine(file: TomlFile) -> Authored[Routine]:
    """The routine in `file`. Raises FileRefused with everything that is wrong."""
    routine = validate(file, Routine)
    problems = tuple(_identifier_problems(file, routine.id))
    if problems:
        raise FileRefused(*problems)
    return Authored(file, routine)


def too_long(file: TomlFile, key: KeyPath, total_s: int) -> FileProblem:
    """A dose or a routine that nobody should play in one go."""
    hours = f"at most {MAX_TOTAL_S // 3600} hours in all"
    minutes, seconds = divmod(total_s, 60)
    return file.problem(key, expected=hours, found=f"{minutes} min {seconds} s")


def validate(file: TomlFile, kind: type[Kind]) -> Kind:
    """What `file` holds, a `kind` of the core's dataclasses. Raises FileRefused."""
    version = file.table.get("format")
    if type(version) is int and version > _FORMAT:
        message = f"written for a newer stretchtimer (format {version}); update to read it"
        raise FileRefused(file.problem(("format",), message))

    from pydantic_core import ValidationError

    try:
        found: Kind = validator(kind).validate_json(json.dumps(file.table), strict=True)
    except ValidationError as error:
        problems = _problems(file, kind, error.errors(include_url=False))
        raise FileRefused.because(problems) from error
    return found


def _problems(
    file: TomlFile, kind: type[object], details: Sequence["ErrorDetails"]
) -> Iterator[FileProblem]:
    told: list[KeyPath] = []
    for detail in details:
        is_missing = detail["type"] in ("missing", "missing_argument")
        key, value = _resolve(file.table, detail["loc"])
        if is_missing:
            key = (*key, detail["loc"][-1])
        # Each kind that a value may have complains on its own, and a list complains of its items.
        if any(inner[: len(key)] == key for inner in told):
            continue
        told.append(key)
        expected = describe(annotation_at(kind, key))
        if is_missing:
            message = f"missing; expected {expected}"
            yield file.problem(key, message, expected=expected)
        elif detail["type"] in ("extra_forbidden", "unexpected_keyword_argument"):
            known = key_names(annotation_at(kind, key[:-1]))
            hint = did_you_mean(str(key[-1]), known) or f"; there are {', '.join(known)}"
            yield file.problem(key, f"unknown key{hint}")
        elif detail["loc"][-1:] == ("[key]",):
            expected = describe_key(annotation_at(kind, key[:-1]))
            yield file.problem(key, f"expected as a key {expected}", expected=expected)
        elif detail["type"] == "value_error":
            error = detail.get("ctx", {}).get("error")
            within = error.key if isinstance(error, PoseError) else ()
            yield file.problem((*key, *within), detail["msg"].removeprefix("Value error, "))
        else:
            yield file.problem(key, expected=expected, found=found_text(value))


def _resolve(table: dict[str, Any], location: tuple[int | str, ...]) -> tuple[KeyPath, Any]:
    """Follow pydantic's `location` through the data, past the names of kinds it puts in between."""
    key: KeyPath = ()
    value: Any = table
    for part in location:
        is_in_table = isinstance(value, dict) and part in value
        is_in_list = isinstance(value, list) and isinstance(part, int) and part < len(value)
        if is_in_table or is_in_list:
            key, value = (*key, part), value[part]
    return key, value


def _identifier_problems(file: TomlFile, identifier: str) -> Iterator[FileProblem]:
    if not _IDENTIFIER.fullmatch(identifier):
        expected = "small letters, digits and single hyphens"
        yield file.problem(("id",), expected=expected, found=found_text(identifier))
