"""Reads and writes a person's health answers: one small TOML file that never leaves the machine.

A file that cannot be read is set aside and the questions are asked again. A reply that cannot be
understood counts as "not sure", which is the careful side.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, get_args

from stretchtimer.core.answers import Answer
from stretchtimer.core.ports import Notice
from stretchtimer.core.screening import (
    QUESTIONS,
    InjuryPlace,
    KneesUp,
    Reply,
    Screening,
    SurgeryPlace,
)
from stretchtimer.storage.problems import FileRefused
from stretchtimer.storage.safe_write import set_aside, write_atomically
from stretchtimer.storage.toml_file import TomlFile, read_toml

_FORMAT = 1
_LAST_WEEK = 45  # of a pregnancy
_Read = Callable[[object], object]
_HEAD = """\
# Your answers to the health questions. They stay on this machine.
# Answer again in the program ("My body has changed"), or here: "no", "yes" or "not sure".
"""


class _WrongError(ValueError):
    """A value that its key cannot have."""


class AnswersFile:
    """A person's answers, read once; `tell` passes on what is amiss."""

    def __init__(self, path: Path, *, tell: Callable[[Notice], None]) -> None:
        self._path, self._tell = path, tell
        self._kept: Screening | None = None

    def read(self) -> Screening:
        """What was answered."""
        if self._kept is None:
            self._kept, notices = read_answers(self._path)
            for notice in notices:
                self._tell(notice)
        return self._kept

    def write(self, screening: Screening) -> None:
        """Keep what was answered; it holds from now on, also where it cannot be written."""
        self._kept = screening
        notice = write_answers(self._path, screening)
        if notice is not None:
            self._tell(notice)


def read_answers(path: Path) -> tuple[Screening, tuple[Notice, ...]]:
    """What was answered, and what the person should know; nothing answered where no file is.

    What is wrong in a file is told, and the file set aside; its right values are kept.
    """
    if not path.exists():
        return Screening(), ()
    try:
        file = read_toml(path)
    except FileRefused as refused:
        return Screening(), (_put_aside(path, "; ".join(map(str, refused.problems))),)
    if file.table.get("format") != _FORMAT:
        found = json.dumps(file.table.get("format"), default=str)
        return Screening(), (_put_aside(path, f"{path}: expected format = 1, found {found}"),)
    wrong: list[str] = []
    screening = Screening(**dict(_right_values(file, wrong)))
    if not wrong:
        return screening, ()
    notices = [_put_aside(path, "; ".join(wrong))]
    notices += filter(None, [write_answers(path, screening)])
    return screening, tuple(notices)


def write_answers(path: Path, screening: Screening) -> Notice | None:
    """Keep what was answered in `path`; a notice where that fails."""
    try:
        write_atomically(path, _HEAD + "\n".join(_lines(screening)) + "\n")
    except OSError as error:
        return Notice(
            f"Your answers could not be kept in {path}: {error.strerror}.",
            "They hold until you quit. Free some space or allow writing there.",
        )
    return None


def _one_of(choices: tuple[str, ...]) -> _Read:
    def read(value: object) -> str:
        if value not in choices:
            raise _WrongError(f"expected {' or '.join(choices)}")
        return str(value)

    return read


def _list_of(read: _Read, kind: type) -> _Read:
    def read_all(value: object) -> object:
        if not isinstance(value, list):
            raise _WrongError("expected a list")
        return kind(read(each) for each in value)

    return read_all


def _instance_of(kind: type, words: str) -> _Read:
    def read(value: object) -> object:
        if type(value) is not kind:
            raise _WrongError(f"expected {words}")
        return value

    return read


def _written_as(parse: Callable[[str], object], example: str) -> _Read:
    def read(value: object) -> object:
        try:
            return parse(str(value))
        except ValueError as error:
            raise _WrongError(f"expected text such as {example}") from error

    return read


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("no offset from UTC")
    return moment


def _week(value: object) -> int:
    if type(value) is not int or not 1 <= value <= _LAST_WEEK:
        raise _WrongError(f"expected a week from 1 to {_LAST_WEEK}")
    return value


def _replies(value: object) -> Mapping[str, Reply]:
    if not isinstance(value, dict):
        raise _WrongError("expected a table")
    known = {question.id for question in QUESTIONS}
    understood = tuple(Reply)
    return {
        name: Reply(reply) if reply in understood else Reply.NOT_SURE
        for name, reply in value.items()
        if name in known
    }


_READERS: dict[str, _Read] = {
    "answered_on": _written_as(date.fromisoformat, "2026-03-01"),
    "replies": _replies,
    "surgery": _list_of(_one_of(get_args(SurgeryPlace)), tuple),
    "injuries": _list_of(_one_of(get_args(InjuryPlace)), tuple),
    "hurt_at": _written_as(_moment, "2026-03-01T08:30:00+02:00"),
    "pregnancy_week": _week,
    "gave_birth": _instance_of(bool, "true or false"),
    "knees_up": _one_of(get_args(KneesUp)),
    "knees_up_on": _written_as(date.fromisoformat, "2026-03-01"),
    "learned": _list_of(lambda value: Answer(str(_one_of(tuple(Answer))(value))), frozenset),
    "switched_on": _list_of(_instance_of(str, "the id of an exercise"), frozenset),
    "gets_up_at": _written_as(time.fromisoformat, "07:00:00"),
    "is_new": _instance_of(bool, "true or false"),
    "long_holds": _instance_of(bool, "true or false"),
}


def _right_values(file: TomlFile, wrong: list[str]) -> Iterator[tuple[str, Any]]:
    for name, value in file.table.items():
        read = _READERS.get(name)
        if read is None:
            continue  # a later version may keep more
        try:
            yield name, read(value)
        except _WrongError as error:
            wrong.append(str(file.problem((name,), str(error))))


def _put_aside(path: Path, problems: str) -> Notice:
    try:
        kept = f"The file was kept as {set_aside(path)}."
    except OSError as error:
        kept = f"The file could not be set aside: {error.strerror}."
    return Notice(
        f"Your answers to the health questions could not be read: {problems}.",
        f"Please answer them again. {kept}",
    )


def _lines(screening: Screening) -> Iterator[str]:
    yield f"format = {_FORMAT}"
    for name in _READERS:
        value = getattr(screening, name)
        if name != "replies" and value not in (None, (), frozenset(), False):
            yield f"{name} = {_toml(value)}"
    yield ""
    yield "[replies]"
    for question in QUESTIONS:
        if question.id in screening.replies:
            yield f"{question.id} = {_toml(screening.replies[question.id])}"


def _toml(value: object) -> str:
    match value:
        case date() | time():  # a datetime is a date too
            return json.dumps(value.isoformat())
        case tuple() | frozenset():
            items = value if isinstance(value, tuple) else sorted(value)
            return f"[{', '.join(map(_toml, items))}]"
        case _:
            return json.dumps(value, ensure_ascii=False)
