"""Any day that Hypothesis can think of: what must hold whatever happens."""

import json
import random
from dataclasses import astuple, fields, replace

from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.core.reminders.forecast import coming_breaks, next_look_ms
from stretchtimer.core.reminders.look import Look, Moment, Signals
from stretchtimer.core.reminders.presence import READING_MS
from stretchtimer.core.reminders.react import react
from stretchtimer.core.reminders.schedule import Schedule
from stretchtimer.core.reminders.state import (
    Done,
    Keep,
    Kind,
    Longer,
    Pause,
    RemindersState,
    Resume,
    Skip,
    Snooze,
    Stage,
    Standing,
    Start,
)
from stretchtimer.core.reminders.tick import tick
from stretchtimer.storage.reminders_state import state_data, state_from_data
from tests.core.reminders.virtual_day import BERLIN, HALF_HOURLY, HOURLY, NEW_YORK, TWICE
from tests.examples import examples

OFTEN = Schedule("often", "Often", at=tuple(f"{hour}:{15 * (hour % 4):02}" for hour in range(24)))
SCHEDULES = (HALF_HOURLY, HOURLY, TWICE, OFTEN)
BEGIN_MS = 1_774_700_000_000  # the afternoon before the clocks go forward in Berlin
SETTLES = {Kind.MERGE, Kind.DROP, Kind.REST, Kind.START, Kind.SKIP, Kind.UNANSWERED, Kind.DONE}


def some_signals(chance):
    known = {
        field.name: chance.choice([None, False, False, False, True]) for field in fields(Signals)
    }
    return Signals(**known | {"session": chance.choice([False] * 6 + [True])})


# Made beforehand: six draws for each look would be dear.
CHANCE = random.Random(1)  # noqa: S311  # the same each time
NOTHING = Signals(*[False] * len(fields(Signals)))
SIGNALS = [NOTHING, *(some_signals(CHANCE) for _ in range(120))]
signals = st.sampled_from(SIGNALS)
seconds = st.one_of(
    st.sampled_from([0, 1, 20, 30, 60]), st.integers(0, 300), st.integers(0, 40_000)
)  # fmt: skip
ANSWERS = [
    *(Start(), Skip(), Start(), Skip(), Resume(), Resume(), Snooze(5), Snooze(10), Snooze(15)),
    *(Pause(None), Pause(0), Pause(1), Pause(20), Pause(90), Done(0), Done(45), Done(400)),
    *(Longer("hourly"), Longer("half"), Keep("hourly"), Keep("twice")),
]
answers = st.sampled_from([[]] * len(ANSWERS) + [[one] for one in ANSWERS])
steps = st.lists(
    st.tuples(
        seconds,  # awake
        st.sampled_from([0, 0, 0, 0, 0, 30, 400, 30_000]),  # asleep
        st.sampled_from([0, 0, 0, 0, 0, 1, -3600, 3600, -90_000, 90_000]),  # the clock is stepped
        st.sampled_from([0, 0, 0, 59, 61, 200, 500, None]),  # without a key
        signals,
        st.sampled_from([BERLIN, BERLIN, BERLIN, NEW_YORK]),
        answers,
    ),
    max_size=24,
)

# a day is long: fewer of them than is usual, each with many looks
any_day = examples(30)


def looks(made, *, stepped=True):
    wall_ms, awake_ms, boot_ms = BEGIN_MS, 5_000, 70_000
    for awake_s, asleep_s, step_s, idle_s, seen, zone, replies in made:
        awake_ms += awake_s * 1000
        boot_ms += (awake_s + asleep_s) * 1000
        wall_ms += (awake_s + asleep_s + (step_s if stepped else 0)) * 1000
        idle_ms = None if idle_s is None else idle_s * 1000
        yield Look(Moment(wall_ms, awake_ms, boot_ms, zone), idle_ms, seen), replies


def live(made, schedules=SCHEDULES, *, stepped=True, restart_at=-1):
    """Every look with what was decided at it, answers last, and the state after it."""
    state = RemindersState()
    for number, (look, replies) in enumerate(looks(made, stepped=stepped)):
        if number == restart_at:
            state = state_from_data(json.loads(json.dumps(state_data(state))))
        before = state
        state, decisions = tick(schedules, state, look)
        yield look, before, state, decisions
        for reply in replies:
            before = state
            state, decisions = react(schedules, state, reply, look.moment)
            yield look, before, state, decisions


def nothing_is_offered_while_anything_speaks_against_it(look, state, decisions):
    if any(one.kind is Kind.OFFER for one in decisions):
        seen = look.signals
        assert True not in astuple(seen)
        assert state.paused is None
        assert look.idle_ms is None or look.idle_ms <= READING_MS


def what_came_due_is_settled_with_a_reason_or_still_there(before, after, decisions):
    for name, standing in after.standings.items():
        earlier = before.standings.get(name)
        had = earlier is not None and earlier.due is not None
        mine = [one for one in decisions if one.schedule == name]
        assert all(one.reason for one in mine)
        if had and standing.due is None:
            assert any(one.kind in SETTLES for one in mine)
        if standing.due is not None and standing.due.stage is Stage.OFFERED:
            newly = not had or earlier.due.stage is not Stage.OFFERED
            assert newly == any(one.kind is Kind.OFFER for one in mine)


def at_most_one_is_on_offer_and_none_twice_at_once(after, decisions):
    offered = [
        name
        for name, one in after.standings.items()
        if one.due is not None and one.due.stage is Stage.OFFERED
    ]
    assert len(offered) <= 1
    assert len([one for one in decisions if one.kind is Kind.OFFER]) <= 1


def the_next_look_and_the_next_breaks_can_be_told(look, state):
    span_ms = next_look_ms(SCHEDULES, state, look)
    assert 1_000 <= span_ms <= 150_000
    coming = coming_breaks(SCHEDULES, state, look.moment, 5)
    assert len(coming) == 5
    assert coming == sorted(coming, key=lambda one: one.at)
    assert coming[0].at >= look.moment.aware


@examples(100)
@given(steps)
def test_at_every_look_all_is_in_order(made):
    for look, before, after, decisions in live(made):
        nothing_is_offered_while_anything_speaks_against_it(look, after, decisions)
        what_came_due_is_settled_with_a_reason_or_still_there(before, after, decisions)
        at_most_one_is_on_offer_and_none_twice_at_once(after, decisions)
        the_next_look_and_the_next_breaks_can_be_told(look, after)


@any_day
@given(steps)
def test_between_two_offers_lies_the_interval_of_use_unless_the_first_was_put_off(made):
    used_ms, was_put_off, seen_one = 0, False, False
    for _, before, after, decisions in live(made, (HOURLY,)):
        used_ms += after.lived_ms - before.lived_ms
        for one in decisions:
            if one.kind in (Kind.SNOOZE, Kind.HOLD):
                was_put_off = True
            if one.kind is Kind.OFFER:
                assert not seen_one or was_put_off or used_ms >= 3_600_000
                used_ms, was_put_off, seen_one = 0, False, True


@any_day
@given(steps)
def test_a_clock_time_is_offered_once_unless_it_was_put_off(made):
    fresh = False
    for _, before, after, decisions in live(made, (TWICE,)):
        came = [one.standings.get("twice", Standing()).came for one in (before, after)]
        fresh = fresh or len(set(came[1]) - set(came[0])) > 0
        for one in decisions:
            if one.kind in (Kind.SNOOZE, Kind.HOLD):
                fresh = True
            if one.kind is Kind.OFFER:
                assert fresh
                fresh = False


@any_day
@given(steps, st.integers(0, 24))
def test_a_restart_changes_nothing(made, at):
    whole = [decisions for *_, decisions in live(made)]
    assert [decisions for *_, decisions in live(made, restart_at=at)] == whole


@any_day
@given(steps)
def test_a_stepped_clock_changes_nothing_about_use(made):
    # a pause until tomorrow is about the clock
    calm = [(*step[:6], [one for one in step[6] if one != Pause(0)]) for step in made]

    def told(stepped):
        by_use = live(calm, (HOURLY, HALF_HOURLY), stepped=stepped)
        return [[(d.kind, d.schedule, d.reason) for d in decided] for *_, decided in by_use]

    assert told(stepped=True) == told(stepped=False)


@any_day
@given(steps)
def test_every_clock_time_that_passes_is_accounted_for(made):
    for look, before, after, decisions in live(made, (TWICE,)):
        if before.local is None or not before.local < look.moment.local:
            continue
        span = look.moment.local - before.local
        if span.days == 0 and before.local.date() == look.moment.local.date():
            passed = any(
                before.local
                < look.moment.local.replace(hour=h, minute=30, second=0, microsecond=0)
                <= look.moment.local
                for h in (10, 15)
            )
            has_due = after.standings["twice"].due is not None
            assert not passed or has_due or decisions


clock = st.integers(-(2**40), 2**40)


@any_day
@given(st.lists(st.tuples(clock, clock, clock, st.integers(0, 2**40)), max_size=8))
def test_no_clocks_are_too_odd(made):
    state = RemindersState()
    lived_ms = 0
    for wall_ms, awake_ms, boot_ms, idle_ms in made:
        look = Look(Moment(abs(wall_ms), awake_ms, boot_ms, BERLIN), idle_ms)
        state, _ = tick(SCHEDULES, state, look)
        assert state.lived_ms >= lived_ms
        lived_ms = state.lived_ms


def test_with_nothing_switched_on_nobody_looks():
    off = [replace(schedule, on=False) for schedule in SCHEDULES]
    look = Look(Moment(BEGIN_MS, 0, 0))
    assert next_look_ms(off, RemindersState(), look) is None
    assert coming_breaks(off, RemindersState(), look.moment, 5) == []
