"""How often a programme is to be done, as clock times."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.core.reminders.prescribed import clock_times
from stretchtimer.core.reminders.schedule import Schedule, wrong_with


@pytest.mark.parametrize(
    ("when", "times"),
    [
        ("twice daily", ("09:00", "18:00")),
        ("2x/day", ("09:00", "18:00")),
        ("2 times a day", ("09:00", "18:00")),
        ("Three times per day", ("09:00", "13:30", "18:00")),
        ("4 x daily", ("09:00", "12:00", "15:00", "18:00")),
        ("daily", ("09:00",)),
        ("every day", ("09:00",)),
        ("in the mornings and evenings", ("08:00", "19:00")),
        ("every morning", ("08:00",)),
        ("in the morning and the afternoon", ("08:00", "15:00")),
        ("", ()),
        ("any time", ()),
        ("3 x a week", ()),
        ("twice weekly", ()),
        ("every other morning", ()),
        ("not in the morning", ()),
        ("9 x a day", ()),
        ("0 times a day", ()),
    ],
)
def test_words_become_times(when, times):
    assert clock_times(when) == times


@given(st.text(max_size=60) | st.integers(0, 9).map("{} x daily".format))
def test_whatever_is_said_times_are_times(when):
    times = clock_times(when)
    if times:
        assert wrong_with(Schedule("a", "A", at=times)) is None
        assert len(set(times)) == len(times)
