"""What fits a break rotates by what was left out longest, and asks nobody to lie down at once."""

from datetime import date

from stretchtimer.core.reminders.choosing import Candidate, fitting


def candidate(name, length_s, place, *regions):
    return Candidate(name, length_s, frozenset({place}), frozenset(regions))


DESK = candidate("desk", 120, "desk", "neck", "shoulders")
WRISTS = candidate("wrists", 110, "desk", "wrists")
LEGS = candidate("legs", 120, "standing", "calves")
FLOOR = candidate("floor", 400, "floor", "hamstring")
ALL = (DESK, WRISTS, LEGS, FLOOR)


def test_what_was_never_stretched_comes_first():
    held = {"neck": date(2026, 3, 1), "shoulders": date(2026, 3, 1), "calves": date(2026, 3, 1)}
    assert fitting(ALL, 120, held) == WRISTS


def test_then_what_waited_longest():
    held = {"neck": date(2026, 3, 3), "shoulders": date(2026, 3, 3), "calves": date(2026, 3, 1)}
    assert fitting(ALL, 120, {**held, "wrists": date(2026, 3, 2)}) == LEGS


def test_nobody_lies_down_for_two_minutes():
    assert fitting((FLOOR,), 120, {}) is None
    assert fitting(ALL, 420, {}) == FLOOR


def test_where_nothing_has_the_length_the_nearest_is_taken():
    assert fitting((DESK, WRISTS), 20, {}) == WRISTS
    assert fitting((), 120, {}) is None
