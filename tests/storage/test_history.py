"""Every finished hold is kept, whatever happens to the program or to the file."""

import csv
import json
import sqlite3
import subprocess
import sys
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stretchtimer.core.history import DayHolds, DayTotal
from stretchtimer.core.ports import Notice
from stretchtimer.core.progression import DoseState, PainKind, Practice, Rating
from stretchtimer.storage.history import HOLD_COLUMNS, History
from stretchtimer.storage.history_export import export_history
from stretchtimer.storage.history_schema import MIGRATIONS
from tests.core.catalogue import EXERCISES

START = datetime(2026, 3, 1, 7, 30, tzinfo=timezone(timedelta(hours=2)))

KILLED_IN_MID_SESSION = """
import os, signal, sys
from datetime import datetime, UTC
from pathlib import Path
from stretchtimer.storage.history import History

history = History(Path(sys.argv[1]), now=lambda: datetime.now(UTC), tell=print)
log = history.begin("wall-hamstring")
for rep in (1, 2, 3):
    log.held(exercise="ham-wall", side="both", rep=rep, held_ms=40_000, planned_ms=40_000)
os.kill(os.getpid(), signal.SIGKILL)
"""


class Desk:
    """A history with a wall clock that moves by a minute at each look, and what was told."""

    def __init__(self, path):
        self.path = path
        self.told: list[Notice] = []
        self.looks = 0
        self.history = History(path, now=self.now, tell=self.told.append)

    def now(self):
        self.looks += 1
        return START + timedelta(minutes=self.looks - 1)

    def rows(self, query):
        self.history.close()
        database = sqlite3.connect(self.path)
        try:
            return database.execute(query).fetchall()
        finally:
            database.close()

    def holds(self):
        return self.rows("SELECT exercise, rep, held_ms FROM holds")


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path / "data" / "history.sqlite")
    yield desk
    desk.history.close()


def hold(log, rep=1, *, exercise="ham-wall", held_ms=40_000):
    log.held(exercise=exercise, side="both", rep=rep, held_ms=held_ms, planned_ms=40_000)


def test_a_session_is_kept_as_it_went(desk):
    log = desk.history.begin("wall-hamstring")
    hold(log, 1)
    hold(log, 2, held_ms=12_500)
    log.ended(how="stopped")
    assert desk.rows(
        "SELECT started_at_utc, utc_offset_min, routine, how, ended_at_utc FROM sessions"
    ) == [
        (
            "2026-03-01T05:30:00+00:00",
            120,
            "wall-hamstring",
            "stopped",
            "2026-03-01T05:33:00+00:00",
        )
    ]
    assert desk.rows("SELECT exercise, side, rep, held_ms, planned_ms, at_utc FROM holds") == [
        ("ham-wall", "both", 1, 40_000, 40_000, "2026-03-01T05:31:00+00:00"),
        ("ham-wall", "both", 2, 12_500, 40_000, "2026-03-01T05:32:00+00:00"),
    ]
    assert desk.told == []


def test_a_killed_program_loses_no_finished_hold(tmp_path):
    path = tmp_path / "history.sqlite"
    finished = subprocess.run(
        [sys.executable, "-c", KILLED_IN_MID_SESSION, str(path)],
        check=False,
        timeout=30,
    )
    assert finished.returncode == -9
    desk = Desk(path)
    assert desk.history.meetings(["ham-wall"]) == {"ham-wall": 1}
    assert [rep for _, rep, _ in desk.holds()] == [1, 2, 3]
    assert desk.rows("SELECT how FROM sessions") == [(None,)]


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


def test_to_look_makes_no_file(desk):
    assert desk.history.meetings(["ham-wall"]) == {"ham-wall": 0}
    assert not desk.path.parent.exists()


@pytest.mark.parametrize("content", [b"not a database, but long enough" * 40, b"SQLite format 3\0"])
def test_a_broken_file_is_set_aside_and_a_new_one_begun(desk, content):
    desk.path.parent.mkdir()
    desk.path.write_bytes(content)
    log = desk.history.begin("wall-hamstring")
    hold(log)
    assert len(desk.holds()) == 1
    aside = desk.path.with_name("history.sqlite.broken-1")
    assert aside.read_bytes() == content
    (notice,) = desk.told
    assert "could not be read" in notice.text
    assert str(aside) in notice.mend


def test_a_file_that_breaks_in_mid_session_costs_the_old_holds_but_not_the_new(desk):
    log = desk.history.begin("wall-hamstring")
    hold(log, 1)
    desk.history.close()
    desk.path.write_bytes(b"x" * 5000)
    hold(log, 2)
    log.ended(how="finished")
    assert [rep for _, rep, _ in desk.holds()] == [2]
    assert desk.rows("SELECT routine, how FROM sessions") == [("wall-hamstring", "finished")]
    assert len(desk.told) == 1


def test_what_a_broken_file_had_beside_it_goes_with_it(desk):
    desk.path.parent.mkdir()
    desk.path.write_bytes(b"x" * 5000)
    beside = desk.path.with_name("history.sqlite-wal")
    beside.write_bytes(b"newest holds")
    desk.history.begin("r")
    assert desk.path.with_name("history.sqlite.broken-1-wal").read_bytes() == b"newest holds"


def test_a_file_of_another_program_is_not_written_into(desk):
    desk.path.parent.mkdir()
    database = sqlite3.connect(desk.path)
    database.execute("CREATE TABLE sessions (theirs)")
    database.close()
    desk.history.begin("r")
    assert desk.path.with_name("history.sqlite.broken-1").exists()
    assert desk.rows("SELECT routine FROM sessions") == [("r",)]


def test_a_file_of_a_newer_version_is_left_as_it_is(desk):
    desk.path.parent.mkdir()
    database = sqlite3.connect(desk.path)
    database.execute("PRAGMA user_version = 99")
    database.close()
    before = desk.path.read_bytes()
    log = desk.history.begin("r")
    hold(log)
    assert desk.history.meetings(["ham-wall"]) == {"ham-wall": 0}
    (notice,) = desk.told
    assert "newer stretchtimer" in notice.text
    assert desk.path.read_bytes()[100:] == before[100:]
    assert [entry.name for entry in desk.path.parent.iterdir()] == ["history.sqlite"]


def test_holds_wait_while_another_program_writes(desk):
    log = desk.history.begin("wall-hamstring")
    other = sqlite3.connect(desk.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    hold(log, 1)
    hold(log, 2)
    other.execute("ROLLBACK")
    other.close()
    (notice,) = desk.told
    assert "not being kept" in notice.text
    hold(log, 3)
    assert [rep for _, rep, _ in desk.holds()] == [1, 2, 3]
    assert [entry.name for entry in desk.path.parent.iterdir()] == ["history.sqlite"]


def test_what_waits_is_written_at_the_end(desk):
    log = desk.history.begin("wall-hamstring")
    other = sqlite3.connect(desk.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    hold(log, 1)
    other.execute("ROLLBACK")
    other.close()
    desk.history.close()
    assert [rep for _, rep, _ in desk.holds()] == [1]


def test_without_a_folder_the_session_goes_on_and_says_so_once(tmp_path):
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where the folder should be")
    desk = Desk(blocked / "history.sqlite")
    log = desk.history.begin("r")
    hold(log)
    log.ended(how="finished")
    (notice,) = desk.told
    assert "not being kept" in notice.text
    blocked.unlink()
    hold(log, 2)
    assert [rep for _, rep, _ in desk.holds()] == [1, 2]


def test_two_programs_may_begin_at_once(desk):
    other = Desk(desk.path)
    logs = [each.history.begin("r") for each in (desk, other)]
    for log in logs:
        hold(log)
    other.history.close()
    assert desk.history.meetings(["ham-wall"]) == {"ham-wall": 2}
    assert desk.told == other.told == []


DAY = date(2026, 3, 1)


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


@settings(max_examples=25)  # each writes to the disk
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


def test_doses_are_kept_as_they_are(desk):
    plain = DoseState("ham-wall", 20, 3, DAY)
    full = DoseState(
        "ham-band", 15, 2, DAY, DAY, START, START + timedelta(days=7), DAY, is_hidden=True
    )
    desk.history.keep_doses([plain, full])
    assert desk.history.doses() == {"ham-wall": plain, "ham-band": full}
    raised = DoseState("ham-wall", 25, 3, DAY)
    desk.history.keep_doses([raised])
    assert desk.history.doses()["ham-wall"] == raised


def of_version_1(path):
    path.parent.mkdir()
    database = sqlite3.connect(path)
    with database:
        for statement in MIGRATIONS[0]:
            database.execute(statement)
        database.execute("PRAGMA user_version = 1")
        database.executemany(
            "INSERT INTO sessions VALUES (?, ?, ?, ?, ?, ?)",
            [
                (1, "2026-03-01T23:30:00+00:00", 60, "r", "finished", "2026-03-01T23:40:00+00:00"),
                (2, "2026-03-02T08:00:00+00:00", -480, "r", None, None),
                (3, "2026-03-02T09:00:00+00:00", 60, "r", "stopped", "2026-03-02T09:01:00+00:00"),
            ],
        )
        database.executemany(
            "INSERT INTO holds VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (1, "ham-band", "right", 1, 30_000, 30_000, "2026-03-01T23:31:00+00:00"),
                (1, "ham-band", "left", 1, 20_000, 30_000, "2026-03-01T23:32:00+00:00"),
                (2, "ham-band", "right", 1, 10_000, 30_000, "2026-03-02T08:01:00+00:00"),
                (2, "own-one", "both", 1, 5_000, 30_000, "2026-03-02T08:02:00+00:00"),
            ],
        )
    database.close()


def of_version_2(path):
    """As version 2 made it of a file of version 1."""
    of_version_1(path)
    database = sqlite3.connect(path)
    with database:
        for statement in MIGRATIONS[1]:
            database.execute(statement)
        database.execute("PRAGMA user_version = 2")
    database.close()


RELEASED = pytest.mark.parametrize("of_version", [of_version_1, of_version_2])


def test_every_version_has_a_file_that_is_migrated():
    assert len(RELEASED.args[1]) == len(MIGRATIONS) - 1


@RELEASED
def test_a_file_of_an_older_version_is_taken_over_whole(desk, of_version):
    of_version(desk.path)
    assert desk.history.days() == [
        DayHolds(date(2026, 3, 2), "ham-band", "left", "hamstring", 1, 20_000),
        DayHolds(date(2026, 3, 2), "ham-band", "right", "hamstring", 2, 40_000),
        DayHolds(date(2026, 3, 2), "own-one", "both", "", 1, 5_000),
    ]
    assert desk.history.totals() == [DayTotal(date(2026, 3, 2), 3, 1, 65_000)]
    assert desk.history.meetings(["ham-band", "own-one"]) == {"ham-band": 2, "own-one": 1}
    assert desk.history.last_days()["ham-band"] == date(2026, 3, 2)
    log = desk.history.begin("r")
    hold(log, exercise="own-one")
    assert desk.history.meetings(["own-one"]) == {"own-one": 2}
    assert desk.history.first_day() == DAY
    assert desk.rows("SELECT name FROM pragma_index_list('days') WHERE name LIKE 'days%'") == [
        ("days_by_exercise",)
    ]
    assert desk.told == []


@RELEASED
def test_a_migration_that_is_cut_short_is_begun_again(desk, of_version):
    of_version(desk.path)
    database = sqlite3.connect(desk.path, isolation_level=None)
    (version,) = database.execute("PRAGMA user_version").fetchone()
    database.execute("BEGIN")
    for statement in MIGRATIONS[version][:10]:
        database.execute(statement)
    database.close()  # as when the program is killed: nothing was committed
    assert len(desk.history.days()) == 3
    assert desk.told == []


def test_all_holds_are_exported_for_programs(desk, tmp_path):
    log = desk.history.begin("wall-hamstring", [EXERCISES["ham-wall"]])
    hold(log, 1)
    hold(log, 2)
    log.ended(how="finished")
    desk.history.rate(log.id, "ham-wall", Rating.PAIN, PainKind.JOINT)
    assert export_history(desk.history, tmp_path / "x.csv", "csv") == 2
    with (tmp_path / "x.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["rep"] for row in rows] == ["1", "2"]
    assert rows[0].keys() == set(HOLD_COLUMNS)
    assert rows[0]["muscle"] == "hamstring"
    assert rows[0]["pain"] == "joint"
    assert export_history(desk.history, tmp_path / "x.json", "json") == 2
    data = json.loads((tmp_path / "x.json").read_text())
    assert data["format"] == 1
    assert [each["held_ms"] for each in data["holds"]] == [40_000, 40_000]
    assert data["holds"][0]["rating"] == "pain"
    assert [path.name for path in tmp_path.glob("*.part")] == []


def test_an_empty_history_is_exported_too(desk, tmp_path):
    assert export_history(desk.history, tmp_path / "x.json", "json") == 0
    assert json.loads((tmp_path / "x.json").read_text())["holds"] == []


def test_killed_in_the_midst_of_real_sessions_it_keeps_what_it_told():
    benchmark = Path(__file__).parents[2] / "benchmarks" / "kill_history.py"
    finished = subprocess.run(
        [sys.executable, str(benchmark), "8"], check=False, capture_output=True, text=True
    )
    assert finished.returncode == 0, finished.stdout + finished.stderr
    assert "0 faults" in finished.stdout
