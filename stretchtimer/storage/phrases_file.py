"""Reads the built-in words of one language."""

import string
from collections.abc import Iterator
from dataclasses import fields

from stretchtimer.core.names import did_you_mean
from stretchtimer.core.phrases import Phrases
from stretchtimer.resources import asset
from stretchtimer.storage.problems import (
    FileProblem,
    FileRefused,
    KeyPath,
    found_text,
)
from stretchtimer.storage.toml_file import TomlFile, read_toml

ENGLISH = "en"
_MAX_LENGTH = 80
_NOUNS = ("seconds", "exercises", "times")  # places in braces that stand before a noun
_CHANGED = "changed_numbers"  # the one table that a language need not have


def load_phrases(language: str = ENGLISH) -> Phrases:
    """The shipped words of `language`, a code such as "en". Raises FileRefused."""
    return read_phrases(read_toml(asset("phrases", f"{language}.toml")))


def has_phrases(language: str) -> bool:
    """Whether there are words in `language`."""
    return language.isalpha() and asset("phrases", f"{language}.toml").is_file()


def phrase_languages() -> tuple[str, ...]:
    """The codes of all languages that there are words in."""
    return tuple(sorted(path.stem for path in asset("phrases").glob("*.toml")))


def read_phrases(file: TomlFile) -> Phrases:
    """The words in `file`, with the same keys and names in braces as the English ones.

    Raises FileRefused with everything that is wrong.
    """
    english = read_toml(asset("phrases", f"{ENGLISH}.toml"))
    problems = tuple(_problems(file, english))
    if problems:
        raise FileRefused(*problems)
    words = {name: file.table[name] for name in _names(Phrases) if name in file.table}
    return Phrases(**{**words, "numbers": tuple(words["numbers"])})


def _names(of: type[Phrases]) -> list[str]:
    return [field.name for field in fields(of) if field.init]


def _problems(file: TomlFile, english: TomlFile) -> Iterator[FileProblem]:
    for key, model in english.table.items():
        if key in file.table:
            yield from _value_problems(file, (key,), file.table[key], model)
        else:
            yield file.problem((key,), "missing; see en.toml")
    yield from _changed_numbers_problems(file)
    for key in file.table.keys() - english.table.keys() - {_CHANGED}:
        yield file.problem((key,), f"unknown key{did_you_mean(key, english.table.keys())}")


def _changed_numbers_problems(file: TomlFile) -> Iterator[FileProblem]:
    """A table for each noun, from a word of `numbers` to what is said before that noun."""
    tables, numbers = file.table.get(_CHANGED, {}), file.table.get("numbers", [])
    if not isinstance(tables, dict) or not all(isinstance(t, dict) for t in tables.values()):
        yield file.problem((_CHANGED,), f"expected tables such as [{_CHANGED}.seconds]")
        return
    for noun, table in tables.items():
        if noun not in _NOUNS:
            message = f"unknown key{did_you_mean(noun, _NOUNS)}; there are {', '.join(_NOUNS)}"
            yield file.problem((_CHANGED, noun), message)
        for number, changed in table.items():
            key = (_CHANGED, noun, number)
            if not isinstance(numbers, list) or number not in numbers:
                yield file.problem(key, "not among the numbers of this file")
            yield from _line_problems(file, key, changed, "")


def _value_problems(
    file: TomlFile, key: KeyPath, value: object, model: object
) -> Iterator[FileProblem]:
    match model, value:
        case str(), _:
            yield from _line_problems(file, key, value, model)
        case dict(), dict() if value.keys() == model.keys():
            for name, line in value.items():
                yield from _line_problems(file, (*key, name), line, model[name])
        case dict(), _:
            yield file.problem(key, f"expected a table with the keys {', '.join(model)}")
        case list(), list():
            for index, word in enumerate(value):
                yield from _line_problems(file, (*key, index), word, "")
        case _ if model != value:
            expected = "a list of words" if isinstance(model, list) else str(model)
            yield file.problem(key, expected=expected, found=found_text(value))


def _line_problems(file: TomlFile, key: KeyPath, line: object, model: str) -> Iterator[FileProblem]:
    if not isinstance(line, str) or not 0 < len(line) <= _MAX_LENGTH:
        expected = f"text of 1 to {_MAX_LENGTH} characters"
        yield file.problem(key, expected=expected, found=found_text(line))
    elif _places(line) != _places(model):
        expected = " ".join(sorted(_places(model))) or "no braces"
        yield file.problem(key, expected=expected, found=found_text(line))


def _places(template: str) -> set[str]:
    """The names in braces, with their braces, and with whatever else Python allows in them."""
    try:
        parts = list(string.Formatter().parse(template))
    except ValueError:
        return {"unpaired braces"}
    return {
        f"{{{name}{'!' if conversion else ''}{layout}}}"
        for _, name, layout, conversion in parts
        if name is not None
    }
