"""Annotations in plain words."""

from typing import Annotated, Literal

import pytest
from annotated_types import Ge, Le, Len

from stretchtimer.core.exercise import Exercise
from stretchtimer.core.routine import Routine
from stretchtimer.storage.expectations import annotation_at, describe, key_names


@pytest.mark.parametrize(
    ("annotation", "words"),
    [
        (Annotated[int, Ge(1), Le(600)], "a whole number from 1 to 600"),
        (Annotated[int, Ge(1), Le(600)] | None, "a whole number from 1 to 600"),
        (Annotated[float, Ge(0.5)], "a number of 0.5 or more"),
        (Annotated[float, Le(2)], "a number of at most 2"),
        (Annotated[str, Len(1, 60)], "text of 1 to 60 characters"),
        (Annotated[str, Len(0, 60)], "text of at most 60 characters"),
        (bool, "true or false"),
        (Literal["leg", "arm", "side"], '"leg", "arm" or "side"'),
        (Literal[1], "1"),
        (tuple[float, float], "a list of 2, each a number"),
        (tuple[str, float], "a list of 2, each text or a number"),
        (Annotated[tuple[str, ...], Len(0, 4)], "a list of at most 4, each text"),
        (tuple[str, ...], "a list of text"),
        (str | Annotated[int, Ge(1)], "text or a whole number of 1 or more"),
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
