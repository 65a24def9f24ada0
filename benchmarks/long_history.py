"""How long Today and History wait for their rows, with 1,000,000 holds against none.

    .venv/bin/python benchmarks/long_history.py [holds]

The bound is 150 ms more than with an empty history, painting included; this measures the reading
and the adding up.
"""

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from stretchtimer.core import history as sums
from stretchtimer.storage.history import History

TODAY = date(2026, 3, 1)
EXERCISES = ["ham-wall", "ham-band", "neck-side", "levator", "wrist-flex", "knees-chest"]
DAYS = 3650


def fill(path: Path, holds: int) -> None:
    """Ten years of sessions, written in one go; the sums are kept by the database itself."""
    history = History(path, now=lambda: datetime.now(UTC), tell=print)
    history.keep_doses([])
    history.begin("wall-hamstring").ended(how="stopped")  # makes the tables
    history.close()
    database = sqlite3.connect(path)
    sessions = max(1, holds // 12)
    with database:
        for number in range(sessions):
            day = TODAY - timedelta(days=number * DAYS // sessions)
            at = f"{day}T12:00:00+00:00"
            database.execute(
                "INSERT INTO sessions (id, started_at_utc, utc_offset_min, routine, day)"
                " VALUES (?, ?, 0, 'wall-hamstring', ?)",
                (number + 1, at, day.isoformat()),
            )
            exercise = EXERCISES[number % len(EXERCISES)]
            for rep in range(1, 13):
                side = ("right", "left")[rep % 2]
                database.execute(
                    "INSERT INTO holds (session_id, exercise, side, rep, held_ms, planned_ms,"
                    " at_utc, block, muscle) VALUES (?, ?, ?, ?, 30000, 30000, ?, 0, 'hamstring')",
                    (number + 1, exercise, side, rep, at),
                )
            database.execute("UPDATE sessions SET how = 'finished' WHERE id = ?", (number + 1,))
    database.close()


def read_today(history: History) -> None:
    """What Today asks for."""
    since, until = sums.last_seven_days(TODAY)
    sums.muscle_seconds(history.days(since, until), since, until)
    sums.streak(sums.goal_days(history.totals(TODAY - timedelta(days=366))), TODAY)
    history.last_sessions(5)
    history.meetings(EXERCISES)
    history.practices(TODAY - timedelta(days=14))
    history.last_days()
    history.doses()


def read_history(history: History) -> None:
    """What History asks for: a year of everything, and one exercise since ever."""
    year_ago = TODAY - timedelta(days=366)
    sums.calendar(history.totals(year_ago), TODAY.year)
    rows = history.days(year_ago)
    sums.muscle_seconds(rows, year_ago, TODAY)
    sums.sides(rows)
    sums.hold_lengths(history.days(exercise="ham-wall"), "ham-wall")
    history.last_sessions(50)


def median_ms(work: Callable[[History], None], path: Path, times: int = 7) -> float:
    """The time that `work` takes on a history that is opened for it."""
    took: list[float] = []
    for _ in range(times):
        history = History(path, now=lambda: datetime.now(UTC), tell=print)
        begun = time.perf_counter()
        work(history)
        took.append((time.perf_counter() - begun) * 1000)
        history.close()
    return sorted(took)[times // 2]


def main() -> int:
    holds = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        empty, full = Path(folder) / "empty.sqlite", Path(folder) / "full.sqlite"
        begun = time.perf_counter()
        fill(full, holds)
        size_mb = full.stat().st_size / 1e6
        print(f"{holds} holds written in {time.perf_counter() - begun:.0f} s, {size_mb:.0f} MB")
        for name, work in (("Today", read_today), ("History", read_history)):
            without, with_all = median_ms(work, empty), median_ms(work, full)
            print(f"{name}: {with_all:.1f} ms, empty {without:.1f} ms (bound 150 ms more)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
