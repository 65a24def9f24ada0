"""Reads what people author, an exercise or a routine, and says what is wrong with it.

The classes in `core` are the format: a key that a class does not have is refused, and so is a value
outside the bounds of its annotation. pydantic does the checking, the words are ours.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from stretchtimer.core.exercise import Exercise
from stretchtimer.core.illustration import Illustration
from stretchtimer.core.names import did_you_mean
from stretchtimer.core.pose import IllustrationError, PoseError
from stretchtimer.core.routine import Routine
from stretchtimer.storage.expectations import (
    annotation_at,
    choices,
    describe,
    describe_key,
    key_names,
)
from stretchtimer.storage.problems import (
    MAX_PROBLEMS,
    FileProblem,
    FileRefused,
    KeyPath,
    found_text,
)
from stretchtimer.storage.toml_file import TomlFile
from stretchtimer.storage.validator import validator

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails, ValidationError

MAX_TOTAL_S = 4 * 60 * 60
_FORMAT = 1
_MOST_LOOKS = 8  # tables within tables, and what is wrong with them as a whole
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
    exercise = validate(file, Exercise, _wrong_exercise)
    if exercise.dose.total_s > MAX_TOTAL_S:
        raise FileRefused(too_long(file, ("dose",), exercise.dose.total_s))
    return Authored(file, exercise)


def read_routine(file: TomlFile) -> Authored[Routine]:
    """The routine in `file`. Raises FileRefused with everything that is wrong."""
    return Authored(file, validate(file, Routine, _wrong_identifier))


def _wrong_exercise(file: TomlFile) -> Iterator[FileProblem]:
    """What no annotation can say."""
    yield from _wrong_identifier(file)
    dose = file.table.get("dose")
    if isinstance(dose, dict) and dose.get("sides") == 2 and "limb" not in file.table:
        message = 'two sides need a limb to name: add limb = "leg", "arm", "side" or "direction"'
        yield file.problem(("dose", "sides"), message)


def _wrong_identifier(file: TomlFile) -> Iterator[FileProblem]:
    identifier = file.table.get("id")
    if isinstance(identifier, str) and identifier and not _IDENTIFIER.fullmatch(identifier):
        expected = "small letters, digits and single hyphens"
        yield file.problem(("id",), expected=expected, found=found_text(identifier))


def too_long(file: TomlFile, key: KeyPath, total_s: int) -> FileProblem:
    """A dose or a routine that nobody should play in one go."""
    hours = f"at most {MAX_TOTAL_S // 3600} hours in all"
    minutes, seconds = divmod(total_s, 60)
    return file.problem(key, expected=hours, found=f"{minutes} min {seconds} s")


def validate(
    file: TomlFile,
    kind: type[Kind],
    more: Callable[[TomlFile], Iterable[FileProblem]] = lambda _: (),
) -> Kind:
    """What `file` holds, a `kind` of the core's dataclasses; `more` finds what is wrong besides.
    Raises FileRefused.
    """
    version = file.table.get("format")
    if type(version) is int and version > _FORMAT:
        message = f"written for a newer stretchtimer (format {version}); update to read it"
        raise FileRefused(file.problem(("format",), message))

    found, problems = _as_far_as_right(file, file.table, kind)
    problems += more(file)
    if found is None or problems:
        raise FileRefused.because(problems)
    return found


def right_figure(file: TomlFile) -> Illustration | None:
    """The picture of the exercise in `file` without what is wrong in it; None where too little is
    right.
    """
    return _as_far_as_right(file, file.table.get("figure"), Illustration)[0]


def _as_far_as_right(
    file: TomlFile, table: object, kind: type[Kind]
) -> tuple[Kind | None, list[FileProblem]]:
    """What is right of `table`, and what is wrong with it.

    A table is checked as a whole only when all that is in it is right by itself. So that nobody is
    told one mistake at a time, what is wrong is taken out, and the rest is looked at again.
    """
    from pydantic_core import ValidationError

    left = json.loads(json.dumps(table))
    problems: list[FileProblem] = []
    met: list[KeyPath] = []
    for _ in range(_MOST_LOOKS):
        try:
            found: Kind = validator(kind).validate_json(json.dumps(left), strict=True)
        except ValidationError as error:
            wrong = list(islice(_problems(file, left, kind, error), MAX_PROBLEMS + 1))
            # what only follows from something taken out before is not told
            problems += [problem for key, problem in wrong if not _is_among(key, met)]
            met += [key for key, _ in wrong]
            taken_out = [key for key, _ in wrong if _take_out(left, key)]
            if not taken_out or len(problems) > MAX_PROBLEMS:
                break
        else:
            return found, problems
    return None, problems


def _is_among(key: KeyPath, others: Iterable[KeyPath]) -> bool:
    return any(_leads_to(key, other) or _leads_to(other, key) for other in others)


def _leads_to(key: KeyPath, other: KeyPath) -> bool:
    return other[: len(key)] == key


def _take_out(table: object, key: KeyPath) -> bool:
    """Take what is at `key` out of `table`, and of a list all: its items keep their numbers. False
    where it is not there.
    """
    names = list(takewhile(lambda part: isinstance(part, str), key))
    for name in names[:-1]:
        table = table.get(name) if isinstance(table, dict) else None
    return isinstance(table, dict) and bool(names) and table.pop(names[-1], None) is not None


def _problems(
    file: TomlFile, table: object, kind: type[object], refused: "ValidationError"
) -> Iterator[tuple[KeyPath, FileProblem]]:
    """Each problem with the key that it is about."""
    told: list[KeyPath] = []
    for detail in refused.errors(include_url=False):
        is_missing = detail["type"] in ("missing", "missing_argument")
        key, value = _resolve(table, detail["loc"])
        if is_missing and isinstance(detail["loc"][-1], int):
            is_missing = False  # of a list that is too short
        elif is_missing:
            key = (*key, detail["loc"][-1])
        # Each kind that a value may have complains on its own, and a list complains of its items.
        if any(_leads_to(key, inner) for inner in told):
            continue
        told.append(key)
        expected = describe(annotation_at(kind, key))
        if is_missing:
            message = f"missing; expected {expected}"
            yield key, file.problem(key, message, expected=expected)
        elif detail["type"] in ("extra_forbidden", "unexpected_keyword_argument"):
            known = key_names(annotation_at(kind, key[:-1]))
            hint = did_you_mean(str(key[-1]), known) or f"; there are {', '.join(known)}"
            yield key, file.problem(key, f"unknown key{hint}")
        elif detail["loc"][-1:] == ("[key]",):
            expected = describe_key(annotation_at(kind, key[:-1]))
            yield key, file.problem(key, f"expected as a key {expected}", expected=expected)
        elif detail["type"] == "value_error":
            for within, words in _said_by_the_core(detail):
                yield (*key, *within), file.problem((*key, *within), words)
        else:
            message = _misfit(value, annotation_at(kind, key))
            yield key, file.problem(key, message, expected=expected, found=found_text(value))


def _misfit(value: object, annotation: object) -> str:
    """That `value` is not what `annotation` allows, and what was probably meant."""
    expected, found = describe(annotation), found_text(value)
    hint = did_you_mean(str(value), choices(annotation))
    if hint:
        return f"unknown {found}{hint}"
    if expected.startswith("a list of") and isinstance(value, str | dict):
        hint = "; put brackets round it, [ ]"
    return f"expected {expected}, found {found}{hint}"


def _said_by_the_core(detail: "ErrorDetails") -> Iterator[tuple[KeyPath, str]]:
    """What the core's own checks say, and where below the table that they check."""
    error = detail.get("ctx", {}).get("error")
    if isinstance(error, IllustrationError):
        yield from ((one.key, str(one)) for one in error.errors)
    else:
        within = error.key if isinstance(error, PoseError) else ()
        yield within, detail["msg"].removeprefix("Value error, ")


def _resolve(table: object, location: tuple[int | str, ...]) -> tuple[KeyPath, Any]:
    """Follow pydantic's `location` through the data, past the names of kinds it puts in between."""
    key: KeyPath = ()
    value: Any = table
    for part in location:
        is_in_table = isinstance(value, dict) and part in value
        is_in_list = isinstance(value, list) and isinstance(part, int) and part < len(value)
        if is_in_table or is_in_list:
            key, value = (*key, part), value[part]
    return key, value
