"""What is counted aloud is what the dose has, in every language."""

import re
from dataclasses import replace

import pytest

from stretchtimer.core.counting import counted
from stretchtimer.core.routine import Prescription
from stretchtimer.storage.phrases_file import load_phrases
from tests.shipped import LIBRARY

SQUAT = LIBRARY.exercises["squat-banded"]


def told(hold_s, language="en", exercise=SQUAT, reps=2):
    dose = replace(exercise.dose, hold_s=hold_s, reps=reps)
    spoken = exercise.in_language(language)
    return counted(Prescription(spoken, dose), load_phrases(language)).exercise.words.hold


@pytest.mark.parametrize(
    ("hold_s", "count"), [(1, "One"), (16, "Four"), (32, "Eight"), (40, "Ten"), (48, "Twelve")]
)
def test_the_squats_of_a_set_follow_its_length(hold_s, count):
    assert told(hold_s) == f"Sit back two, stand up two. {count} times."


@pytest.mark.parametrize(
    ("language", "end"), [("de", "Zehn Mal."), ("es", "Diez veces."), ("fr", "Dix fois.")]
)
def test_it_is_counted_in_every_language(language, end):
    assert told(40, language).endswith(end)


def test_where_nothing_goes_round_the_repetitions_are_counted():
    words = replace(SQUAT.words, hold="Nod {times} times.")
    still = replace(SQUAT, words=words, figure=replace(SQUAT.figure, cycle_s=None))
    assert told(5, exercise=still, reps=6) == "Nod six times."


def test_braces_of_another_kind_are_left_alone():
    odd = replace(SQUAT, words=replace(SQUAT.words, hold="{name} {0} {"))
    assert told(32, exercise=odd) == "{name} {0} {"


def test_no_shipped_movement_has_a_count_of_its_own():
    """A number in words beside "times" would stay when the dose grows."""
    number = re.compile(r"\b(two|three|four|five|six|seven|eight|nine|ten) times", re.IGNORECASE)
    for exercise in LIBRARY.exercises.values():
        words = exercise.words
        assert not number.search(" ".join((words.hold, words.brief, words.left.hold)))
