"""The program looks seldom and asks little, and decides no worse for it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.core.reminders.schedule import Schedule
from stretchtimer.core.reminders.state import Kind, Pause, Skip, Snooze, Start
from tests.core.reminders.virtual_day import (
    HALF_HOURLY,
    HOUR,
    HOURLY,
    MINUTE,
    NEW_YORK,
    TWICE,
    ProgramDay,
    with_notice,
)
from tests.examples import examples

against = st.sampled_from(
    [{}, {}, {}, *({name: True} for name in ("microphone", "camera", "full_screen", "locked")),
     {"do_not_disturb": True}]
)  # fmt: skip
stretches = st.lists(
    st.tuples(st.integers(1, 90 * MINUTE), st.sampled_from([True, True, False]), against),
    min_size=1,
    max_size=8,
)


@examples(25)
@given(stretches)
def test_nothing_is_offered_against_what_was_not_asked(made):
    day = ProgramDay(HOURLY, HALF_HOURLY, with_notice(TWICE, 2))
    for seconds, active, signals in made:
        day.decisions.clear()
        (day.work if active else day.idle_for)(seconds, **signals)
        if signals:
            assert day.offers() == []


@examples(25)
@given(stretches, st.lists(st.sampled_from([Start(), Skip(), Snooze(10), None]), min_size=8))
def test_after_an_offer_none_that_is_no_longer_comes_before_its_own_time(made, answers):
    """Nobody is bothered again at once: an offer begins anew what it stands for."""
    day = ProgramDay(HOURLY, HALF_HOURLY, TWICE)
    began = day.state.before.aware
    for (seconds, active, signals), answer in zip(made, answers, strict=False):
        (day.work if active else day.idle_for)(seconds, **signals)
        if answer is not None:
            day.answer(answer)
    put_off, offered = set(), dict.fromkeys(("hourly", "half"), began)
    for one in day.decisions:
        if one.kind in (Kind.SNOOZE, Kind.HOLD):
            put_off.add(one.schedule)
        if one.kind is not Kind.OFFER:
            continue
        shown = next(schedule for schedule in day.schedules if schedule.id == one.schedule)
        if shown.every_min and one.schedule not in put_off:
            assert one.at - offered[one.schedule] >= timedelta(minutes=shown.every_min)
        for each in (HOURLY, HALF_HOURLY):
            if each.length_s <= shown.length_s:
                offered[each.id] = one.at
                put_off.discard(each.id)


@examples(25)
@given(st.lists(st.tuples(st.integers(10, 40), st.integers(1, 600)), min_size=1, max_size=6))
def test_an_absence_as_long_as_a_break_is_seen_to_the_second(made):
    day = ProgramDay(Schedule("slow", "Slow", every_min=600))
    for work_min, away_s in made:
        day.work(work_min * MINUTE).idle_for(away_s)
    assert len(day.told(Kind.REST)) == len([s for _, s in made if s >= 5 * MINUTE])


@pytest.mark.parametrize("given_zone", [None, NEW_YORK])
def test_a_clock_time_that_passes_at_once_is_not_offered_in_a_meeting(given_zone):
    for day in (ProgramDay(TWICE, at="2026-03-02 10:29"), ProgramDay(TWICE, at="2026-03-02 10:00")):
        if given_zone is None:
            day.step_clock(31 * MINUTE)
        day.work(5 * MINUTE, microphone=True)
        if given_zone is not None:
            day.step_clock(24 * HOUR).travel(given_zone).work(5 * MINUTE, microphone=True)
        assert day.offers() == []
        assert day.reasons(Kind.HOLD) in ([], ["the microphone is in use"])


def test_a_clock_time_in_a_meeting_is_held_though_somebody_types():
    day = ProgramDay(TWICE).work(2 * HOUR, microphone=True)
    assert day.told() == [("10:30", "hold", "twice")]
    day.work(2 * MINUTE)
    assert len(day.offers()) == 1


def test_a_notice_comes_at_its_minute_and_not_in_a_meeting():
    day = ProgramDay(with_notice(HOURLY, 2)).work(HOUR)
    assert day.told() == [("09:58", "notice", "hourly"), ("10:00", "offer", "hourly")]
    day = ProgramDay(with_notice(TWICE, 2)).work(2 * HOUR, camera=True)
    assert day.told() == [("10:30", "hold", "twice")]


def test_a_break_of_one_minute_away_is_seen():
    brief = replace(HOURLY, away_min=1)
    day = ProgramDay(brief).work(50 * MINUTE).idle_for(61).work(20 * MINUTE)
    assert [kind for _, kind, _ in day.told()] == ["rest"]


def test_hidden_for_an_hour_it_looks_some_25_times_whatever_goes_on():
    evening = Schedule("evening", "Evening", at=("09:10",))
    working = ProgramDay(HOURLY, evening).work(59 * MINUTE)
    nobody = ProgramDay(HOURLY, evening).idle_for(HOUR)
    paused = ProgramDay(HOURLY, evening).answer(Pause(None)).work(HOUR)
    assert nobody.told(Kind.HOLD) == [("09:10", "hold", "evening")]
    assert all(23 < day.looks < 28 for day in (working, nobody, paused))
