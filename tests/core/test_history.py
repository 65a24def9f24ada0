"""What the days add up to."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.core.history import (
    DayHolds,
    DayTotal,
    band,
    calendar,
    counts,
    credit,
    goal_days,
    last_seven_days,
    muscle_seconds,
    sides,
    streak,
    week_of,
)
from tests.core.catalogue import EXERCISES, ID

TODAY = date(2026, 3, 11)  # a Wednesday
CREDITED = {
    "hamstring": "A1 A2 A3 A4 A5 B25 B28",
    "lowback": "A6 B19 B20 B30",
    "neck": "B01 B02 B03",
    "shoulder": "B06 B07 B08",
    "wrist": "B09 B10 B11",
    "trunk": "B12",
    "hip": "B15 B16",
    "leg": "B17 B18",
    "strength": "A7 B22",
    "": "B04 B05 B13 B14 B21 B23 B24 B26 B27 B29",
}


def ago(days):
    return TODAY - timedelta(days=days)


def row(days_ago, held_s, *, side="both", exercise="ham-wall", muscle="hamstring", holds=1):
    return DayHolds(ago(days_ago), exercise, side, muscle, holds, held_s * 1000)


@pytest.mark.parametrize("muscle", CREDITED)
def test_stretches_are_credited_to_their_muscle_and_movement_to_none(muscle):
    assert {credit(EXERCISES[ID[code]]) for code in CREDITED[muscle].split()} == {muscle}


def test_every_exercise_has_its_credit():
    assert sorted(" ".join(CREDITED.values()).split()) == sorted(ID)


def test_a_muscle_counts_each_side_once():
    rows = [
        row(0, 40),
        row(1, 30, side="right", exercise="ham-band"),
        row(1, 20, side="left", exercise="ham-band"),
        row(6, 5, muscle="neck"),
        row(6, 100, muscle=""),
        row(7, 1000),
    ]
    assert muscle_seconds(rows, *last_seven_days(TODAY)) == {"hamstring": 65, "neck": 5}


@pytest.mark.parametrize(
    ("week_s", "where"),
    [(0, "below"), (299, "below"), (300, "in"), (600, "in"), (601, "above")],
)
def test_the_band_is_five_to_ten_minutes(week_s, where):
    assert band(week_s) == where


@pytest.mark.parametrize(
    ("finished", "held_ms", "does"), [(1, 0, True), (0, 60_000, True), (0, 59_999, False)]
)
def test_a_day_counts_when_something_was_finished_or_held_for_a_minute(finished, held_ms, does):
    assert counts(DayTotal(TODAY, 1, finished, held_ms)) is does


def test_goal_days_are_those_that_count():
    totals = [DayTotal(ago(0), 1, 1, 9), DayTotal(ago(1), 1, 0, 9), DayTotal(ago(2), 2, 1, 9)]
    assert goal_days(totals) == {ago(0), ago(2)}


def test_the_week_begins_on_monday():
    assert [day.day for day in week_of(TODAY)] == [9, 10, 11, 12, 13, 14, 15]


@pytest.mark.parametrize(
    ("days_ago", "length"),
    [
        ([], 0),
        ([0], 1),
        ([1, 2, 3], 3),  # today is not over yet
        ([0, 1, 2, 3, 4], 5),
        ([0, 1, 4, 5, 6], 5),  # two missed in a week are forgiven
        ([0, 1, 5, 6], 2),  # three are not
        ([3, 4, 5], 3),
        ([4, 5, 6], 0),
        ([0, 1, 2, 3, 4, 7, 8, 9, 10, 11], 10),
        ([0, 2, 3, 5, 6, 7, 9, 10], 8),
    ],
)
def test_the_streak_forgives_two_days_in_any_seven(days_ago, length):
    assert streak(frozenset(map(ago, days_ago)), TODAY) == length


@given(st.frozensets(st.integers(0, 60)), st.integers(1, 7))
def test_a_streak_is_never_longer_than_what_was_done_and_more_never_shortens_it(numbers, goal):
    days = frozenset(map(ago, numbers))
    length = streak(days, TODAY, goal)
    assert 0 <= length <= len(days)
    assert streak(days | {TODAY}, TODAY, goal) >= length
    if goal == 7 and 0 in numbers:
        run = next(number for number in range(62) if number not in numbers)
        assert length == run


def test_the_calendar_is_darker_where_more_was_held():
    held_s = [10, 60, 300, 600]
    totals = [DayTotal(ago(number), 1, 0, each * 1000) for number, each in enumerate(held_s)]
    totals.append(DayTotal(date(2025, 12, 31), 1, 1, 0))
    assert calendar(totals, 2026) == {ago(0): 1, ago(1): 2, ago(2): 3, ago(3): 4}
    assert calendar(totals, 2025) == {date(2025, 12, 31): 2}


def test_right_is_held_against_left():
    rows = [
        row(0, 60, side="right", holds=2),
        row(0, 50, side="left", holds=2),
        row(0, 40),
        row(0, 10, side="left", exercise="other"),
    ]
    both = sides(rows)
    assert (both.right_s, both.left_s) == (60, 60)
    one = sides([row for row in rows if row.exercise == "ham-wall"])
    assert (one.right_hold_s, one.left_hold_s) == (30.0, 25.0)
