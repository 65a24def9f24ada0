"""What Today and History cost more after 1,000,000 blocks than with an empty history, in ms.

    python benchmarks/long_history.py [blocks]

Ten years in which every shipped exercise comes often, two holds a block, right and left. A screen
is worked out, filled and painted as on a visit, by the functions that the window uses. The baseline
is the same with no history at all; the bound is 150 ms more. The time is that of the processor, so
that other programs disturb it little.
"""

import os
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtWidgets import QApplication, QWidget

from stretchtimer.app import Home, OwnDose, compose_score, open_home
from stretchtimer.core.history import credit
from stretchtimer.figure.palette import Look
from stretchtimer.storage.history import History
from stretchtimer.storage.library import Library, load_library
from stretchtimer.ui.history_screen import HistoryScreen
from stretchtimer.ui.main_window import MainWindow
from stretchtimer.ui.today_screen import TodayScreen
from stretchtimer.window_app.past import history_shown
from stretchtimer.window_app.today import today_at

TODAY = datetime.now(UTC).date()
DAYS = 3650
BLOCKS_A_SESSION = 8
SIZE = (1040, 720)
VISITS = 9
Show = Callable[[Home, Library, QWidget], None]


def fill(path: Path, library: Library, blocks: int) -> None:
    """Ten years of sessions, written in one go; the sums are kept by the database itself."""
    history = History(path, now=lambda: datetime.now(UTC), tell=print)
    history.begin("wall-hamstring").ended(how="stopped")  # makes the tables
    history.close()
    exercises = [(made.id, credit(made)) for made in library.exercises.values()]
    routines = list(library.routines)
    sessions = max(1, blocks // BLOCKS_A_SESSION)
    database = sqlite3.connect(path)
    with database:
        for number in range(sessions):
            day = TODAY - timedelta(days=number * DAYS // sessions)
            at = f"{day}T12:00:00+00:00"
            database.execute(
                "INSERT INTO sessions (id, started_at_utc, utc_offset_min, routine, day)"
                " VALUES (?, ?, 0, ?, ?)",
                (number + 1, at, routines[number % len(routines)], day.isoformat()),
            )
            for block in range(BLOCKS_A_SESSION):
                exercise, muscle = exercises[(number * 5 + block) % len(exercises)]
                for side in ("right", "left"):
                    database.execute(
                        "INSERT INTO holds (session_id, exercise, side, rep, held_ms, planned_ms,"
                        " at_utc, block, muscle) VALUES (?, ?, ?, 1, 20000, 20000, ?, ?, ?)",
                        (number + 1, exercise, side, at, block, muscle),
                    )
            database.execute("UPDATE sessions SET how = 'finished' WHERE id = ?", (number + 1,))
    database.close()


def show_today(home: Home, library: Library, screen: QWidget) -> None:
    """As `window_app.today_place` does."""
    assert isinstance(screen, TodayScreen)  # noqa: S101  # for the type checker
    suggested, score = home.coach.suggest(library), None
    if suggested is not None:
        score = compose_score(home, library, library.routines[suggested.routine], OwnDose())
    blocks = score.script.blocks if score is not None else ()
    gentle = any(home.coach.first_choice(library.exercises[one.exercise.id]) for one in blocks)
    home.coach.aches_to_ask_about(library.exercises.values())
    shown = today_at(
        datetime.now(UTC), library, home.history, score, may_begin_gently=gentle, why="Why."
    )
    screen.show_today(shown, Look())


def show_history(home: Home, library: Library, screen: QWidget) -> None:
    """As `window_app.history_place` does."""
    assert isinstance(screen, HistoryScreen)  # noqa: S101  # for the type checker
    screen.show_history(history_shown(home.history, library, TODAY, TODAY.year, ""))


def visits_ms(show: Show, screen: QWidget, folder: Path, library: Library) -> list[float]:
    """The time of each visit: the file is opened anew, and everything painted."""
    os.environ["STRETCHTIMER_HOME"] = str(folder)
    window = MainWindow("light")
    window.show_body(screen)
    window.resize(*SIZE)
    window.show()
    took = []
    for _ in range(VISITS):
        home = open_home(print)
        begun = time.process_time()
        show(home, library, screen)
        QApplication.sendPostedEvents()
        window.grab()
        took.append((time.process_time() - begun) * 1000)
        home.history.close()
    window.close()
    return sorted(took)


def main() -> int:
    blocks = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    _application = QApplication([])
    with tempfile.TemporaryDirectory() as name:
        empty, full = Path(name) / "empty", Path(name) / "full"
        empty.mkdir()
        full.mkdir()
        os.environ["STRETCHTIMER_HOME"] = str(full)
        home = open_home(print)
        library = load_library(home.folders)
        begun = time.process_time()
        fill(home.folders.history_file, library, blocks)
        size_mb = home.folders.history_file.stat().st_size / 1e6
        print(f"{blocks} blocks in {time.process_time() - begun:.0f} s, {size_mb:.0f} MB")
        for title, show, make in (
            ("Today", show_today, TodayScreen),
            ("History", show_history, HistoryScreen),
        ):
            without = visits_ms(show, make(), empty, library)
            with_all = visits_ms(show, make(), full, library)
            print(
                f"{title}: median {with_all[VISITS // 2]:.0f} ms, most {with_all[-1]:.0f} ms;"
                f" empty {without[VISITS // 2]:.0f} ms (bound 150 ms more)"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
