"""Annotations in plain words."""

from typing import Annotated, Literal

import pytest

from stretchtimer.core.bounds import Length, Within
from stretchtimer.core.exercise import Exercise
from stretchtimer.core.routine import Routine
from stretchtimer.storage.expectations import annotation_at, describe, fits, key_names


@pytest.mark.parametrize(
    ("annotation", "words"),
    [
        (Annotated[int, Within(1, 600)], "a whole number from 1 to 600"),
        (Annotated[int, Within(1, 600)] | None, "a whole number from 1 to 600"),
        (Annotated[str, Length(1, 60)], "text of 1 to 60 characters"),
        (Annotated[str, Length(0, 60)], "text of at most 60 characters"),
        (bool, "true or false"),
        (Literal["leg", "arm", "side"], '"leg", "arm" or "side"'),
        (Literal[1], "1"),
        (tuple[float, float], "a list of 2, each a number"),
        (tuple[str, float], "a list of 2, each text or a number"),
        (Annotated[tuple[str, ...], Length(0, 4)], "a list of at most 4, each text"),
        (tuple[str, ...], "a list of text"),
        (str | Annotated[float, Within(0.5, 2)], "text or a number from 0.5 to 2"),
        (Exercise, "a table"),
        (dict[str, int], "a table"),
    ],
)
def test_each_kind_has_its_words(annotation, words):
    assert describe(annotation) == words


def test_a_path_leads_through_tables_and_lists():
    hold_s = annotation_at(Routine, ("block", 7, "hold_s"))
    assert describe(hold_s) == "a whole number from 1 to 600"
    assert describe(annotation_at(Exercise, ("words", "setup", 0))) == "text of 1 to 200 characters"
    assert describe(annotation_at(Exercise, ("figure", "hold", "hip", 1))).startswith("a number")
    assert annotation_at(Exercise, ("figure", "hold", "hip", 2)) is None
    assert annotation_at(Exercise, ("dose", "hold")) is None


def test_the_keys_of_a_table_are_known():
    assert "hold_s" in key_names(annotation_at(Routine, ("block", 0)))
    assert key_names(annotation_at(Exercise, ("figure", "hold", "near_leg")))[0] == "angles"
    assert key_names(annotation_at(Routine, ("name",))) == ()


@pytest.mark.parametrize(
    ("value", "annotation", "allowed"),
    [
        (600, Annotated[int, Within(1, 600)], True),
        (601, Annotated[int, Within(1, 600)], False),
        (1.0, Annotated[int, Within(1, 600)], False),
        (True, Annotated[int, Within(1, 600)], False),
        (1, Annotated[float, Within(0, 1)], True),
        (True, Annotated[float, Within(0, 1)], False),
        (float("nan"), Annotated[float, Within(0, 1)], False),
        ("", Annotated[str, Length(1, 5)], False),
        ("mon", Literal["mon", "tue"], True),
        (1, Literal["1"], False),
        (True, Literal[1], False),
        ([], Literal["mon"], False),
        (["mon"], Annotated[tuple[Literal["mon", "tue"], ...], Length(1, 7)], True),
        (["mon", 2], Annotated[tuple[Literal["mon", "tue"], ...], Length(1, 7)], False),
        ([], Annotated[tuple[str, ...], Length(1, 7)], False),
        ("mon", tuple[str, ...], False),
    ],
)
def test_a_value_fits_what_is_expected_or_does_not(value, annotation, allowed):
    assert fits(value, annotation) is allowed
