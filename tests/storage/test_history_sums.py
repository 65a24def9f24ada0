"""What the history adds up to: by day, by week, by session."""

import sqlite3
from datetime import date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.core.history import DayHolds, DayTotal
from stretchtimer.core.progression import PainKind, Practice, Rating
from stretchtimer.storage.history import History
from tests.core.catalogue import EXERCISES
from tests.examples import examples
from tests.storage.desk import DAY, START, Desk, hold


@given(st.lists(st.lists(st.sampled_from(["a", "b", "c"]), max_size=6), max_size=5))
def test_meetings_count_sessions_not_holds(tmp_path_factory, sessions):
    desk = Desk(tmp_path_factory.mktemp("data") / "history.sqlite")
    for exercises in sessions:
        log = desk.history.begin("r")
        for exercise in exercises:
            hold(log, exercise=exercise)
    assert desk.history.meetings(["a", "b", "x"]) == {
        "a": sum("a" in exercises for exercises in sessions),
        "b": sum("b" in exercises for exercises in sessions),
        "x": 0,
    }
    desk.history.close()


def test_what_is_held_is_credited_and_summed_up_by_day(desk):
    log = desk.history.begin("r", [EXERCISES["ham-wall"], EXERCISES["chin-tuck"]])
    hold(log, 1)
    hold(log, 2, held_ms=12_500)
    hold(log, 1, exercise="chin-tuck", held_ms=5_000)
    log.ended(how="finished")
    log.ended(how="finished")
    assert desk.history.days() == [
        DayHolds(DAY, "chin-tuck", "both", "", 1, 5_000),
        DayHolds(DAY, "ham-wall", "both", "hamstring", 2, 52_500),
    ]
    assert desk.history.totals() == [DayTotal(DAY, 1, 1, 57_500)]
    assert desk.history.last_days() == {"ham-wall": DAY, "chin-tuck": DAY}


def test_a_session_counts_for_the_local_day_on_which_it_began(desk):
    desk.now = lambda: datetime(2026, 3, 2, 0, 30, tzinfo=timezone(timedelta(hours=2)))
    history = History(desk.path, now=desk.now, tell=desk.told.append)
    hold(history.begin("r"))
    history.close()
    assert [row.day for row in desk.history.days()] == [date(2026, 3, 2)]
    assert desk.history.days(until=DAY) == desk.history.days(since=date(2026, 3, 3)) == []
    assert desk.history.totals(until=DAY) == []


@examples(25)  # each writes to the disk
@given(
    st.lists(
        st.tuples(
            st.lists(st.tuples(st.sampled_from("ab"), st.integers(1, 9)), max_size=5),
            st.sampled_from(["finished", "stopped", None]),
        ),
        max_size=6,
    )
)
def test_sums_are_those_of_the_rows(tmp_path_factory, sessions):
    desk = Desk(tmp_path_factory.mktemp("data") / "history.sqlite")
    for holds, how in sessions:
        log = desk.history.begin("r")
        for exercise, seconds in holds:
            hold(log, exercise=exercise, held_ms=seconds * 1000)
        if how:
            log.ended(how=how)
    by_exercise = {row.exercise: (row.holds, row.held_ms) for row in desk.history.days()}
    told = [held for holds, _ in sessions for held in holds]
    assert by_exercise == {
        name: (
            sum(other == name for other, _ in told),
            sum(seconds for other, seconds in told if other == name) * 1000,
        )
        for name in {name for name, _ in told}
    }
    finished = sum(how == "finished" for _, how in sessions)
    held_ms = sum(seconds for _, seconds in told) * 1000
    expected = [DayTotal(DAY, len(sessions), finished, held_ms)] if sessions else []
    assert desk.history.totals() == expected
    desk.history.close()


def test_the_last_sessions_come_with_what_was_held_and_how_it_was(desk):
    first, second = desk.history.begin("one"), desk.history.begin("two")
    hold(first)
    hold(first, 2)
    desk.history.rate(first.id, "ham-wall", Rating.EASY)
    desk.history.rate(first.id, "ham-wall", Rating.PAIN, PainKind.MUSCLE)
    second.ended(how="stopped")
    latest, oldest = desk.history.last_sessions(5)
    assert (latest.routine, latest.how, latest.held_ms, latest.ratings) == ("two", "stopped", 0, {})
    assert (oldest.id, oldest.how, oldest.held_ms) == (first.id, None, 80_000)
    assert oldest.ratings == {"ham-wall": Rating.PAIN}
    assert oldest.started_at == START
    assert desk.history.last_sessions(5, skip=1) == [oldest]


def test_each_routine_has_its_last_day(desk):
    desk.history.begin("one")
    desk.history.begin("two")
    assert desk.history.routines_done(DAY) == {"one": DAY, "two": DAY}
    assert desk.history.routines_done(DAY + timedelta(days=1)) == {}


def test_hold_lengths_are_means_by_week(desk):
    log = desk.history.begin("r")
    hold(log)
    weeks = [("2026-03-02", 2, 60), ("2026-03-08", 2, 20), ("2026-03-09", 1, 15)]
    with sqlite3.connect(desk.path) as database:
        database.execute("DELETE FROM days")
        database.executemany(
            "INSERT INTO days VALUES (?, 'ham-wall', 'both', 'hamstring', ?, ? * 1000)", weeks
        )
        database.execute("INSERT INTO days VALUES ('2026-03-02', 'x', 'both', '', 1, 99000)")
    database.close()
    monday, next_monday = date(2026, 3, 2), date(2026, 3, 9)
    assert desk.history.hold_lengths("ham-wall") == [(monday, 20.0), (next_monday, 15.0)]
    assert desk.history.hold_lengths("never") == []


def test_the_first_day_is_that_of_the_first_session(desk):
    assert desk.history.first_day() is None
    desk.history.begin("r")
    assert desk.history.first_day() == DAY


def test_practices_are_sessions_with_their_ratings(desk):
    for rating in (Rating.EASY, None, Rating.MUCH):
        log = desk.history.begin("r")
        hold(log, 1)
        hold(log, 2)
        if rating:
            desk.history.rate(log.id, "ham-wall", rating)
    ratings = [Practice(DAY, rating, 40) for rating in (Rating.EASY, None, Rating.MUCH)]
    assert desk.history.practices(DAY) == {"ham-wall": ratings}
    assert desk.history.practices(DAY + timedelta(days=1)) == {}
