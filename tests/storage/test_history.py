"""Every finished hold is kept, whatever happens to the program or to the file."""

import csv
import json
import sqlite3
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from stretchtimer.core.progression import DoseState, PainKind, Rating
from stretchtimer.storage.history import HOLD_COLUMNS
from stretchtimer.storage.history_export import export_history
from tests.core.catalogue import EXERCISES
from tests.examples import share_of
from tests.storage.desk import DAY, START, Desk, hold

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
        [sys.executable, str(benchmark), str(share_of(8))],
        check=False,
        capture_output=True,
        text=True,
    )
    assert finished.returncode == 0, finished.stdout + finished.stderr
    assert "0 faults" in finished.stdout
