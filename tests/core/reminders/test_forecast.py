"""What comes next, told ahead: in hours, over a change of the clocks, after what was used."""

from datetime import UTC, datetime

import pytest

from stretchtimer.core.reminders.forecast import coming_breaks
from stretchtimer.core.reminders.look import Moment
from stretchtimer.core.reminders.schedule import Schedule
from stretchtimer.core.reminders.state import RemindersState, Standing
from tests.core.reminders.virtual_day import BERLIN, HOURLY, MINUTE, TWICE

NIGHTLY = Schedule("night", "Night", at=("02:30",))
OFFICE = Schedule("office", "Office", every_min=60, hours="09:00-17:00", days=("mon", "tue"))


def coming(*schedules, now, used_min=0, count=5):
    wall_ms = round(datetime.fromisoformat(now).replace(tzinfo=BERLIN).timestamp() * 1000)
    used = {one.id: Standing(used_ms=used_min * MINUTE * 1000) for one in schedules}
    moment = Moment(wall_ms, 0, 0, BERLIN)
    told = coming_breaks(schedules, RemindersState(standings=used), moment, count)
    return [f"{one.at.astimezone(BERLIN):%a %H:%M}" for one in told]


def test_use_goes_on_from_where_it_stands():
    assert coming(HOURLY, now="2026-03-02 09:00", used_min=37, count=2) == [
        "Mon 09:23", "Mon 10:23",
    ]  # fmt: skip


def test_clock_times_and_use_are_told_in_one_order():
    assert coming(HOURLY, TWICE, now="2026-03-02 09:00", count=3) == [
        "Mon 10:00", "Mon 10:30", "Mon 11:00",
    ]  # fmt: skip


def test_what_is_too_late_for_today_begins_anew_in_the_next_hours():
    assert coming(OFFICE, now="2026-03-02 16:30", used_min=20, count=2) == [
        "Tue 10:00", "Tue 11:00",
    ]  # fmt: skip
    assert coming(OFFICE, now="2026-03-02 16:30", used_min=40, count=1) == ["Mon 16:50"]
    assert coming(OFFICE, now="2026-03-04 12:00", used_min=40, count=1) == ["Mon 10:00"]


@pytest.mark.parametrize(
    ("now", "first"),
    [
        ("2026-03-28 20:00", datetime(2026, 3, 29, 1, 0, tzinfo=UTC)),  # 2:30 is leapt over
        ("2026-10-24 20:00", datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),  # 2:30 comes twice
    ],
)
def test_a_night_in_which_the_clocks_change_has_one(now, first):
    wall_ms = round(datetime.fromisoformat(now).replace(tzinfo=BERLIN).timestamp() * 1000)
    moment = Moment(wall_ms, 0, 0, BERLIN)
    told = [one.at for one in coming_breaks([NIGHTLY], RemindersState(), moment, 3)]
    assert told[0] == first
    days = [at.astimezone(BERLIN).date() for at in told]
    assert days == sorted(set(days))
