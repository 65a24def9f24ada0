"""Whole days, written by hand: what is offered when, and why not earlier."""

from dataclasses import replace

import pytest

from stretchtimer.core.reminders.react import longer_min, open_questions, with_longer_interval
from stretchtimer.core.reminders.schedule import Schedule
from stretchtimer.core.reminders.state import (
    Done,
    Keep,
    Kind,
    Longer,
    Pause,
    Resume,
    Skip,
    Snooze,
    Start,
)
from tests.core.reminders.virtual_day import (
    HALF_HOURLY,
    HOUR,
    HOURLY,
    MINUTE,
    TWICE,
    Day,
    with_notice,
)


def test_an_hour_of_work_brings_one_offer_and_the_next_hour_another():
    day = Day(HOURLY).work(2 * HOUR + MINUTE)
    assert day.offers() == [("10:00", "hourly"), ("11:00", "hourly")]
    assert day.reasons(Kind.OFFER) == ["after 60 min of computer use"] * 2


def test_a_short_absence_stops_the_count_and_a_long_one_is_a_break():
    day = Day(HOURLY).work(50 * MINUTE).idle_for(4 * MINUTE).work(10 * MINUTE)
    # one minute of the four still counts as reading
    assert day.offers() == [("10:03", "hourly")]
    day = Day(HOURLY).work(50 * MINUTE).idle_for(6 * MINUTE).work(59 * MINUTE)
    assert day.told() == [("09:55", "rest", "hourly")]
    assert day.reasons(Kind.REST) == [
        "nobody was at the keyboard for 5 min, which counts as a break"
    ]


def test_reading_for_a_minute_is_use():
    day = Day(HOURLY)
    for _ in range(30):
        day.idle_for(MINUTE).work(MINUTE)
    assert day.offers() == [("10:00", "hourly")]


def test_nobody_is_reminded_while_away():
    day = Day(TWICE).work(85 * MINUTE).idle_for(20 * MINUTE)
    assert day.told() == [("10:30", "hold", "twice")]
    day.work(10 * MINUTE)
    assert day.offers() == [("10:46", "twice")]
    assert "nobody is at the keyboard" in day.reasons(Kind.OFFER)[0]


def test_a_meeting_over_three_due_times_brings_one_offer_after_it():
    day = Day(HALF_HOURLY, TWICE).work(25 * MINUTE).work(100 * MINUTE, microphone=True)
    assert day.offers() == []
    assert day.told(Kind.HOLD) == [("09:30", "hold", "half"), ("10:30", "hold", "twice")]
    assert len(day.told(Kind.MERGE)) == 3
    day.work(HOUR)
    assert day.offers()[0] == ("11:06", "twice")
    assert day.decisions[-1].kind is not Kind.HOLD
    offer = next(one for one in day.decisions if one.kind is Kind.OFFER)
    assert offer.together == ("half",)
    assert offer.reason == "at 10:30, held before: the microphone is in use"
    assert day.offers()[1] == ("11:36", "half")


def test_listening_in_a_meeting_without_a_key_is_sitting():
    day = Day(HOURLY).idle_for(70 * MINUTE, camera=True).work(2 * MINUTE)
    assert day.told() == [("10:00", "hold", "hourly"), ("10:11", "offer", "hourly")]


def test_a_film_is_neither_use_nor_a_break():
    day = Day(HOURLY).work(59 * MINUTE).idle_for(2 * HOUR, full_screen=True).work(5 * MINUTE)
    # the last reading minute before the film was use
    assert day.told() == [("10:00", "hold", "hourly"), ("12:00", "offer", "hourly")]


def test_a_film_whose_player_fakes_activity_ends_before_the_offer():
    day = Day(HOURLY).work(2 * HOUR, full_screen=True).work(5 * MINUTE)
    assert day.offers() == [("11:01", "hourly")]


@pytest.mark.parametrize("locked_s", [3 * MINUTE, 10 * MINUTE])
def test_a_lock_shorter_or_longer_than_a_break(locked_s):
    day = Day(HOURLY).work(50 * MINUTE).work(locked_s, locked=True).work(11 * MINUTE)
    if locked_s < 5 * MINUTE:
        assert day.offers() == [("10:03", "hourly")]
    else:
        assert day.told() == [("09:55", "rest", "hourly")]


def test_the_longer_of_two_wins_and_the_shorter_begins_anew():
    day = Day(HALF_HOURLY, HOURLY).work(30 * MINUTE).answer(Start()).work(30 * MINUTE)
    assert day.told(Kind.MERGE, Kind.OFFER)[1:] == [
        ("10:00", "merge", "half"),
        ("10:00", "offer", "hourly"),
    ]
    assert day.answer(Start()).work(30 * MINUTE).offers()[-1] == ("10:30", "half")


def test_a_longer_one_takes_the_place_of_an_offer_that_waits():
    day = Day(HALF_HOURLY, TWICE, at="2026-03-02 09:55").work(36 * MINUTE)
    assert day.offers() == [("10:25", "half"), ("10:30", "twice")]
    assert day.told(Kind.MERGE) == [("10:30", "merge", "half")]


def test_a_snooze_survives_a_brief_absence_and_a_long_one_is_a_break():
    day = Day(HOURLY).work(HOUR).answer(Snooze(10)).work(3 * MINUTE)
    day.idle_for(4 * MINUTE).work(5 * MINUTE)
    assert day.offers() == [("10:00", "hourly"), ("10:10", "hourly")]
    day = Day(HOURLY).work(HOUR).answer(Snooze(15)).idle_for(6 * MINUTE).work(20 * MINUTE)
    assert day.offers() == [("10:00", "hourly")]
    assert day.told(Kind.REST) == [("10:05", "rest", "hourly")]


def test_a_snooze_that_ends_in_a_meeting_waits_for_its_end():
    day = Day(HOURLY).work(HOUR).answer(Snooze(5)).work(20 * MINUTE, microphone=True)
    assert day.work(5 * MINUTE).offers()[1:] == [("10:21", "hourly")]


def test_three_skips_in_a_row_ask_once():
    day = Day(HOURLY)
    for _ in range(7):
        day.work(HOUR).answer(Skip())
    assert len(day.told(Kind.SKIP)) == 7
    assert day.told(Kind.ASK) == [("12:00", "ask", "hourly")]
    assert day.reasons(Kind.ASK) == [
        "3 skipped in a row: every 90 min instead of 60, perhaps?"
    ]  # fmt: skip
    day = Day(HOURLY)
    for answer in (Skip(), Skip(), Start(), Skip(), Skip()):
        day.work(HOUR).answer(answer)
    assert day.told(Kind.ASK) == []


def skipped_thrice():
    day = Day(HOURLY)
    for _ in range(3):
        day.work(HOUR).answer(Skip())
    return day


def test_a_longer_interval_comes_by_consent_alone():
    day = skipped_thrice()
    assert [one.id for one in open_questions(day.schedules, day.state)] == ["hourly"]
    assert with_longer_interval(day.schedules, day.decisions) == (HOURLY,)
    day.answer(Longer("hourly"))
    assert day.reasons(Kind.LONGER) == ["every 90 min, as you said"]
    assert with_longer_interval(day.schedules, day.decisions)[0].every_min == 90
    assert open_questions(day.schedules, day.state) == []
    day.answer(Longer("hourly")).answer(Keep("hourly")).answer(Keep("nobody"))
    assert len(day.told(Kind.LONGER, Kind.KEEP)) == 1


def test_the_question_goes_with_a_no_a_start_or_another_interval():
    day = skipped_thrice().answer(Keep("hourly"))
    assert day.reasons(Kind.KEEP) == ["every 60 min, as you said"]
    assert open_questions(day.schedules, day.state) == []
    day = skipped_thrice().work(HOUR).answer(Start())
    assert open_questions(day.schedules, day.state) == []
    day = skipped_thrice()
    assert open_questions([replace(HOURLY, every_min=75)], day.state) == []
    assert open_questions([replace(HOURLY, on=False)], day.state) == []


def test_what_comes_at_a_time_of_day_has_no_interval_to_ask_about():
    day = Day(TWICE)
    for _ in range(4):
        day.work(8 * HOUR).answer(Skip()).sleep(16 * HOUR)
    assert day.told(Kind.ASK) == []


@pytest.mark.parametrize(
    ("every", "longer"), [(1, 6), (5, 10), (20, 30), (30, 45), (60, 90), (1000, 1440)]
)
def test_a_longer_interval_is_half_as_long_again_in_round_minutes(every, longer):
    assert longer_min(every) == longer


def test_an_offer_without_an_answer_goes_and_the_next_comes_in_its_time():
    day = Day(HOURLY).work(2 * HOUR)
    assert day.told() == [
        ("10:00", "offer", "hourly"),
        ("10:10", "unanswered", "hourly"),
        ("11:00", "offer", "hourly"),
    ]


def test_an_unanswered_time_of_day_is_offered_again_to_who_had_left():
    day = Day(TWICE).work(90 * MINUTE).idle_for(30 * MINUTE).work(5 * MINUTE)
    assert day.offers() == [("10:30", "twice"), ("11:01", "twice")]


def test_a_meeting_that_begins_under_an_offer_takes_it_back_until_it_ends():
    day = Day(HOURLY).work(61 * MINUTE).work(30 * MINUTE, microphone=True).work(5 * MINUTE)
    assert day.offers() == [("10:00", "hourly"), ("10:32", "hourly")]


def test_any_session_counts_for_the_breaks_that_are_no_longer():
    day = Day(HOURLY, HALF_HOURLY).work(25 * MINUTE).answer(Done(60)).work(30 * MINUTE)
    assert day.offers() == [("09:55", "half")]
    assert day.state.standings["hourly"].used_ms == 55 * MINUTE * 1000


def test_no_offer_during_a_session():
    day = Day(HOURLY).work(50 * MINUTE).work(20 * MINUTE, session=True)
    assert day.told() == [("10:00", "hold", "hourly")]


def test_a_pause_of_an_hour_holds_and_lets_go():
    day = Day(HOURLY).work(50 * MINUTE).answer(Pause(60)).work(65 * MINUTE)
    assert day.told() == [
        ("09:50", "pause", ""),
        ("10:00", "hold", "hourly"),
        ("10:50", "resume", ""),
        ("10:51", "offer", "hourly"),
    ]


def test_a_pause_until_tomorrow_ends_in_the_morning():
    day = Day(TWICE).work(MINUTE).answer(Pause(0)).work(13 * HOUR)
    assert day.offers() == []
    assert len(day.told(Kind.DROP)) == 2
    day.sleep(9 * HOUR).work(5 * HOUR)
    assert day.offers() == [("10:30", "twice")]


def test_a_pause_until_resumed_lasts():
    day = Day(HOURLY).answer(Pause(None)).work(30 * HOUR)
    assert day.offers() == []
    assert day.answer(Resume()).work(2 * MINUTE).offers() == [("15:01", "hourly")]


def test_only_its_hours_count():
    office = Schedule("office", "Office", every_min=60, hours="09:00-17:00", days=("mon",))
    day = Day(office, at="2026-03-02 08:00").work(11 * HOUR)
    assert [time for time, _ in day.offers()] == [
        f"{hour}:00" if hour > 9 else "10:00" for hour in range(10, 17)
    ]
    day = Day(office, at="2026-03-03 08:00").work(11 * HOUR)
    assert day.told() == []


def test_a_break_held_beyond_its_hours_is_let_go_with_a_reason():
    office = Schedule("office", "Office", every_min=60, hours="09:00-17:00")
    day = Day(office, at="2026-03-02 15:30").work(2 * HOUR, microphone=True).work(HOUR)
    assert day.told()[-1] == ("17:00", "drop", "office")
    assert day.offers() == []


def test_hours_may_reach_over_midnight_and_belong_to_the_day_they_begin_on():
    night = Schedule("night", "Night", every_min=60, hours="22:00-06:00", days=("fri",))
    day = Day(night, at="2026-03-06 21:00").work(11 * HOUR)
    assert [time for time, _ in day.offers()] == [
        "23:00", "00:00", "01:00", "02:00", "03:00", "04:00", "05:00",
    ]  # fmt: skip
    assert Day(night, at="2026-03-07 21:00").work(11 * HOUR).told() == []


def test_notice_is_given_once_and_not_in_a_meeting():
    day = Day(with_notice(HOURLY, 2)).work(HOUR)
    assert day.told() == [("09:58", "notice", "hourly"), ("10:00", "offer", "hourly")]
    day = Day(with_notice(TWICE, 2)).work(85 * MINUTE).work(10 * MINUTE, microphone=True)
    assert day.told() == [("10:30", "hold", "twice")]


def test_a_schedule_that_is_off_does_nothing():
    day = Day(Schedule("off", "Off", on=False, every_min=1)).work(HOUR)
    assert day.told() == []


def sat_min(day):
    return day.state.sat_ms // 60_000


def test_sitting_is_counted_until_somebody_stands_up():
    day = Day(HOURLY).work(40 * MINUTE)
    assert sat_min(day) == 40
    day.idle_for(4 * MINUTE).work(10 * MINUTE)
    assert sat_min(day) in range(50, 55)  # four minutes away are reading
    day.idle_for(5 * MINUTE)
    assert sat_min(day) == 0


def test_sitting_goes_on_through_a_break_that_is_not_taken():
    day = Day(HOURLY).work(70 * MINUTE).answer(Skip()).work(20 * MINUTE)
    assert sat_min(day) == 90


@pytest.mark.parametrize(("length_s", "left_min"), [(59, 40), (60, 0)])
def test_a_stretch_of_a_minute_ends_the_sitting(length_s, left_min):
    day = Day(HOURLY).work(40 * MINUTE).answer(Done(length_s))
    assert sat_min(day) == left_min
