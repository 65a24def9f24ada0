"""Every finished hold is kept, whatever happens to the program or to the file."""

import sqlite3
import subprocess
import sys
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.core.ports import Notice
from stretchtimer.storage.history import History

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
