"""Sleep, nights switched off, time zones and clocks that are put forward or back."""

import pytest

from stretchtimer.core.reminders.schedule import Schedule
from stretchtimer.core.reminders.state import (
    Kind,
    Start,
)
from tests.core.reminders.virtual_day import (
    BERLIN,
    HOUR,
    HOURLY,
    LONDON,
    MINUTE,
    NEW_YORK,
    SYDNEY,
    TWICE,
    Day,
)


def test_two_sleeps_in_a_week_lose_nothing_and_double_nothing():
    day = Day(HOURLY, TWICE)
    day.work(45 * MINUTE).sleep(2 * MINUTE).work(15 * MINUTE)
    assert day.offers() == [("10:02", "hourly")]
    day.answer(Start()).sleep(3 * 24 * HOUR).work(5 * MINUTE)
    assert day.told()[2:] == [
        ("10:02", "hold", "twice"),
        ("10:03", "offer", "twice"),
    ]
    assert day.reasons(Kind.OFFER)[-1] == (
        "Mon 10:30, Mon 15:30, Tue 10:30, Tue 15:30, Wed 10:30, Wed 15:30"
        " passed while the computer was asleep"
    )
    day.answer(Start()).work(22 * MINUTE)
    assert day.offers()[-1] == ("10:03", "twice")
    day.work(2 * MINUTE)
    assert day.offers()[-1] == ("10:30", "twice")


@pytest.mark.parametrize("as_on_windows", [False, True])
def test_a_night_asleep_is_a_break_under_any_clock(as_on_windows):
    day = Day(HOURLY)
    day.sleep_counts_as_awake = as_on_windows
    day.work(55 * MINUTE).sleep(9 * HOUR).work(59 * MINUTE)
    assert [kind for _, kind, _ in day.told()] == ["rest"]
    assert len(day.work(2 * MINUTE).offers()) == 1


def test_a_short_sleep_under_a_clock_that_counts_it_is_no_hour_of_use():
    day = Day(HOURLY)
    day.sleep_counts_as_awake = True
    day.work(10 * MINUTE).sleep(HOUR).work(MINUTE)
    assert day.told(Kind.OFFER) == []


def test_a_night_switched_off_is_a_break_and_what_was_missed_comes_once():
    day = Day(HOURLY, TWICE).work(30 * MINUTE).shut_down(30 * HOUR).work(5 * MINUTE)
    assert day.told() == [
        ("15:30", "rest", "hourly"),
        ("15:30", "hold", "twice"),
        ("15:31", "offer", "twice"),
    ]


def test_while_the_program_does_not_run_the_count_stands_still():
    day = Day(HOURLY).work(50 * MINUTE).quit_for(20 * MINUTE).work(11 * MINUTE)
    assert day.told() == [("10:20", "offer", "hourly")]


@pytest.mark.parametrize(("away_s", "idle_s"), [(20 * MINUTE, 20 * MINUTE), (2 * HOUR, 0)])
def test_nobody_there_or_long_enough_unknown_is_a_break(away_s, idle_s):
    day = Day(HOURLY).work(50 * MINUTE).quit_for(away_s, idle_s=idle_s).work(59 * MINUTE)
    assert [kind for _, kind, _ in day.told()] == ["rest"]
    assert "Stretchtimer was not running" in day.reasons(Kind.REST)[0]


def test_a_clock_time_that_passed_while_the_program_did_not_run_is_offered_after_it():
    day = Day(TWICE).work(80 * MINUTE).quit_for(20 * MINUTE).work(5 * MINUTE)
    assert day.offers() == [("10:41", "twice")]
    assert day.reasons(Kind.OFFER) == ["10:30 passed while Stretchtimer was not running"]


@pytest.mark.parametrize(
    ("start", "first"),
    [("2026-03-29 01:10", "03:00"), ("2026-10-25 01:10", "02:30")],
)
def test_a_time_in_the_night_of_the_clock_change_comes_once(start, first):
    nightly = Schedule("night", "Night", at=("02:30",))
    day = Day(nightly, at=start).work(4 * HOUR)
    assert day.offers() == [(first, "night")]
    if first == "03:00":
        assert day.reasons(Kind.OFFER) == ["2:30 passed when the clocks were put forward"]
    else:
        assert day.reasons(Kind.DROP) == ["2:30 came already, 1 h ago"]


@pytest.mark.parametrize("start", ["2026-03-29 01:10", "2026-10-25 01:10"])
def test_a_clock_change_leaves_the_count_alone(start):
    day = Day(HOURLY, at=start)
    began = day.state.lived_ms
    day.work(3 * HOUR)
    assert len(day.offers()) == 3
    assert day.state.lived_ms - began == 3 * HOUR * 1000


def test_a_flight_west_reminds_at_the_times_of_the_new_zone():
    day = Day(TWICE).work(2 * HOUR).answer(Start()).work(2 * HOUR)
    day.sleep(8 * HOUR).travel(NEW_YORK).work(2 * HOUR)
    # 21:00 in Berlin, where 15:30 was slept through, is 15:00 in New York
    assert day.offers() == [("10:30", "twice"), ("15:01", "twice")]
    assert day.reasons(Kind.DROP) == ["15:30 came already, 30 min ago"]
    day.answer(Start()).sleep(14 * HOUR).work(5 * HOUR)
    assert day.offers()[2:] == [("10:30", "twice")]


def test_a_flight_east_loses_no_time_that_the_clocks_leapt_over():
    day = Day(TWICE, zone=NEW_YORK).work(HOUR).travel(BERLIN).work(HOUR)
    assert day.offers() == [("16:00", "twice")]
    assert day.reasons(Kind.OFFER) == ["10:30, 15:30 passed when the time zone changed"]


def test_the_next_zone_does_not_repeat_what_has_just_been():
    day = Day(TWICE).work(100 * MINUTE).answer(Start())
    day.travel(LONDON).work(2 * HOUR)
    assert day.offers() == [("10:30", "twice")]
    assert day.reasons(Kind.DROP) == ["10:30 came already, 1 h ago"]


def test_the_date_line_takes_no_day_of_reminders():
    day = Day(TWICE, zone=SYDNEY).work(2 * HOUR).answer(Start()).sleep(24 * HOUR)
    day.answer(Start()).travel(NEW_YORK).work(20 * HOUR)
    assert [time for time, _ in day.offers()].count("10:30") >= 1


@pytest.mark.parametrize("step_s", [-HOUR, -3 * HOUR, -24 * HOUR, HOUR, 40 * 24 * HOUR])
def test_a_stepped_clock_changes_no_count(step_s):
    day = Day(HOURLY).work(30 * MINUTE).step_clock(step_s).work(40 * MINUTE)
    assert len(day.offers()) == 1
    assert day.state.standings["hourly"].used_ms == 10 * MINUTE * 1000


def test_a_clock_put_back_repeats_nothing():
    day = Day(TWICE).work(95 * MINUTE).answer(Start()).step_clock(-HOUR).work(HOUR)
    assert day.offers() == [("10:30", "twice")]


def test_a_clock_put_forward_over_a_time_offers_it_at_once():
    day = Day(TWICE).work(HOUR).step_clock(HOUR).work(MINUTE)
    assert day.offers() == [("11:00", "twice")]
    assert day.reasons(Kind.OFFER) == ["10:30 passed when the clocks were put forward"]


def test_after_a_clock_that_was_wrong_by_a_day_the_right_day_is_not_lost():
    day = Day(TWICE, at="2026-03-03 09:00").work(2 * HOUR).answer(Start())
    day.step_clock(-24 * HOUR).idle_for(20 * HOUR).work(5 * HOUR)
    assert day.offers().count(("10:30", "twice")) == 2
