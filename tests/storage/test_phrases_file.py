"""A language is one file, checked against the English one."""

import pytest

from stretchtimer.resources import asset
from stretchtimer.storage.phrases_file import load_phrases, read_phrases
from stretchtimer.storage.problems import FileRefused
from stretchtimer.storage.toml_file import read_toml

ENGLISH = asset("phrases", "en.toml").read_text(encoding="utf-8")


@pytest.fixture
def problems(tmp_path):
    def problems_of(text):
        path = tmp_path / "de.toml"
        path.write_text(text, encoding="utf-8")
        with pytest.raises(FileRefused) as caught:
            read_phrases(read_toml(path))
        return [str(problem).removeprefix(str(path)) for problem in caught.value.problems]

    return problems_of


def test_english_counts_in_words_as_far_as_it_goes():
    phrases = load_phrases()
    assert phrases.language == "en"
    assert [phrases.number(number) for number in (0, 23, 40, 60)] == [
        "zero",
        "twenty-three",
        "forty",
        "sixty",
    ]
    assert phrases.number(600) == "600"


def test_another_language_may_put_the_parts_in_its_own_order(tmp_path):
    path = tmp_path / "xx.toml"
    path.write_text(ENGLISH.replace("{rep} of {reps}.", "of {reps}, {rep}.", 1), encoding="utf-8")
    phrases = read_phrases(read_toml(path))
    assert phrases.fill(phrases.rep_counter, rep=2, reps=6) == "Of six, two."


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('hold = "Hold."\n', "", ":1: hold: missing; see en.toml"),
        ('hold = "Hold."', 'hold = ""', 'hold: expected text of 1 to 80 characters, found ""'),
        ('hold = "Hold."', "hold = 1", "hold: expected text of 1 to 80 characters, found 1"),
        ('hold = "Hold."', 'hold = "{x}"', 'hold: expected no braces, found "{x}"'),
        ("{name}.", "{name.upper}.", "expected {hold} {name} {times}"),
        ("{name}.", "{name!r}.", "expected {hold} {name} {times}"),
        ("{name}.", "{name", "expected {hold} {name} {times}"),
        ("numbers = [", "numbers = [1, ", "numbers[0]: expected text of 1 to 80"),
        ("numbers = [", "numbers = 1\nmore = [", "numbers: expected a list of words, found 1"),
        ('"left leg" =', '"link leg" =', "limbs: expected a table with the keys right leg"),
        ("format = 1", "format = 2", ":3: format: expected 1, found 2"),
        ("format = 1", "format = 1\nhol = 1", 'hol: unknown key; did you mean "hold"?'),
    ],
)
def test_what_a_translator_gets_wrong_is_told(problems, old, new, message):
    assert ENGLISH.count(old) >= 1
    assert any(message in line for line in problems(ENGLISH.replace(old, new, 1)))


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ('[changed_numbers.seconds]\n"twenty" = 1', "expected text of 1 to 80"),
        ('[changed_numbers.seconds]\n"score" = "x"', "not among the numbers of this file"),
        ('[changed_numbers.second]\n"one" = "x"', 'did you mean "seconds"?'),
        ("[changed_numbers]\nseconds = 1", "expected tables such as [changed_numbers.seconds]"),
    ],
)
def test_wrong_tables_of_numbers_are_told(problems, table, message):
    assert any(message in line for line in problems(f"{ENGLISH}\n{table}\n"))
