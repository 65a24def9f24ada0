"""Garbage in: one clear problem out, never an exception, and nothing else is harmed."""

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.resources import asset, routines_dir
from stretchtimer.storage.authored import read_exercise, read_routine
from stretchtimer.storage.check import check_paths
from stretchtimer.storage.phrases_file import read_phrases
from stretchtimer.storage.problems import FileRefused
from stretchtimer.storage.toml_file import read_toml
from tests.examples import examples
from tests.shipped import LIBRARY

READERS = (read_exercise, read_routine, read_phrases)
SHIPPED = {
    path: reader
    for reader, folder in zip(
        READERS, (asset("exercises"), routines_dir(), asset("phrases")), strict=True
    )
    for path in sorted(folder.glob("*.toml"))
}
EXERCISES = [path for path, reader in SHIPPED.items() if reader is read_exercise]
ODD_VALUES = st.sampled_from(
    [
        "0",
        "-1",
        "601",
        "9007199254740993",
        "1e308",
        "nan",
        "-inf",
        "0.5",
        "true",
        '""',
        '"x"',
        json.dumps("y" * 3000),
        '"\\u0000"',
        "[]",
        "[[]]",
        "[1, 2, 3, 4, 5]",
        '["near_knee"]',
        "{}",
        "{ a = 1 }",
        "{ angles = [1, 2, 3], at = [1, 2] }",
        "1979-05-27",
        "07:32:00",
        "",
        "=",
        "[",
        '"""',
    ]
)


def refusals(path, reader):
    """What is wrong with the file, each problem on one of its lines; nothing where it is right."""
    try:
        reader(read_toml(path))
    except FileRefused as refused:
        problems = refused.problems
    else:
        return ()
    assert problems
    for problem in problems:
        assert problem.path == path
        assert problem.message
        assert str(problem).isprintable()
        assert problem.line is None or 1 <= problem.line <= path.read_bytes().count(b"\n") + 1
    return problems


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    return tmp_path_factory.mktemp("own") / "mine.toml"


@given(st.binary(max_size=300), st.sampled_from(READERS))
def test_no_bytes_at_all_make_a_reader_fail(file, content, reader):
    file.write_bytes(content)
    assert refusals(file, reader)


def slipped(path, data):
    """The text of `path` with a line lost, doubled, moved, cut, or with another value."""
    lines = path.read_text(encoding="utf-8").splitlines()
    for _ in range(data.draw(st.integers(1, 3))):
        where = data.draw(st.integers(0, len(lines) - 1))
        line = lines[where]
        match data.draw(st.sampled_from(["lose", "double", "move", "cut", "replace", "rename"])):
            case "lose":
                lines[where] = ""
            case "double":
                lines.insert(where, line)
            case "move":
                lines.append(line)
            case "cut":
                lines[where] = line[: data.draw(st.integers(0, len(line)))]
            case "replace":
                key, is_pair, _ = line.partition(" = ")
                lines[where] = f"{key} = {data.draw(ODD_VALUES)}" if is_pair else line
            case "rename":
                lines[where] = data.draw(st.sampled_from(["z", "[x]\n", "[[y]]\n", '"\\n"'])) + line
    return "\n".join(lines)


@examples(200)
@given(st.sampled_from(list(SHIPPED)), st.data())
def test_no_slip_in_a_shipped_file_makes_its_reader_fail(file, path, data):
    file.write_text(slipped(path, data), encoding="utf-8")
    refusals(file, SHIPPED[path])


@given(st.sampled_from(EXERCISES), st.data())
def test_no_slip_in_an_exercise_makes_its_check_fail(file, path, data):
    file.write_text(slipped(path, data), encoding="utf-8")
    for problem in check_paths([file], LIBRARY):
        assert problem.path == file
        assert str(problem).isprintable()


@examples(200)
@given(st.sampled_from(list(SHIPPED)), st.data())
def test_no_slip_of_a_key_in_a_shipped_file_makes_its_reader_fail(file, path, data):
    """A few bytes changed anywhere."""
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        where = data.draw(st.integers(0, len(content) - 1))
        content[where : where + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    file.write_bytes(content)
    refusals(file, SHIPPED[path])


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=20,
)


def toml(value):
    match value:
        case dict():
            pairs = (f"{json.dumps(key)} = {toml(inner)}" for key, inner in value.items())
            return "{" + ", ".join(pairs) + "}"
        case list():
            return "[" + ", ".join(map(toml, value)) + "]"
        case float() if math.isnan(value):
            return "nan"
        case float() if math.isinf(value):
            return "inf"
        case None:
            return "07:32:00"
        case float():
            return repr(value)
        case _:
            return json.dumps(value)


@given(
    st.fixed_dictionaries(
        {},
        optional=dict.fromkeys(
            ["format", "id", "name", "block", "dose", "words", "figure", "safety", "x"], JSON
        ),
    ),
    st.sampled_from(READERS),
)
def test_no_values_at_all_make_a_reader_fail(file, table, reader):
    text = "\n".join(f"{key} = {toml(value)}" for key, value in table.items())
    file.write_text(text, encoding="utf-8", errors="replace")
    assert refusals(file, reader)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_each_shipped_file_is_right_to_begin_with(path):
    assert refusals(path, SHIPPED[path]) == ()
