"""A history that an older version wrote is taken over whole."""

import sqlite3
from datetime import date

import pytest

from stretchtimer.core.history import DayHolds, DayTotal
from stretchtimer.storage.history_schema import MIGRATIONS
from tests.storage.desk import DAY, hold


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
