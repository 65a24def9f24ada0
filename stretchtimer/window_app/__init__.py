"""Puts the window together: paints first, reads the library then, plays when asked.

Nothing that costs time to import may be imported above `run_window`: the first picture waits. Even
the name `Qt` of PySide6.QtCore does: it alone takes a tenth of the time to a first window.
"""

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from stretchtimer.storage.folders import find_folders
from stretchtimer.ui.main_window import MainWindow
from stretchtimer.ui.theme import Appearance

if TYPE_CHECKING:
    from stretchtimer.app import OwnDose
    from stretchtimer.voice.qt_post import QtPoster
    from stretchtimer.window_app.conductor import Conductor

# A glance at the settings: to read them as TOML takes a tenth of the time to the first picture.
_CHOSEN = re.compile(r'^\s*appearance\s*=\s*["\'](light|dark)["\']', re.MULTILINE)


def run_window(routine: str | None, own: "OwnDose | None", *, start: bool) -> int:
    """Show the window until it is closed; gives the exit status.

    `routine` is an id, None the usual one; with `start` it is played at once.
    """
    application = QApplication(sys.argv[:1])
    application.setApplicationName("stretchtimer")
    application.setDesktopFileName("stretchtimer")
    application.setStyle("Fusion")
    window = MainWindow(_appearance(find_folders().settings_file))
    conductors: list[Conductor] = []

    def fill(poster: "QtPoster") -> None:
        """On a thread of its own: what follows takes longer than a frame."""
        from stretchtimer.app import OwnDose
        from stretchtimer.window_app.conductor import Conductor, read_belongings

        belongings = read_belongings()

        def open_for_business() -> None:
            conductors.append(Conductor(window, poster.post, belongings, own or OwnDose()))
            conductors[0].open_at(routine, start=start)

        poster.post(open_for_business)

    def after_first_picture() -> None:
        from threading import Thread

        from stretchtimer.ui.end_signals import EndSignals
        from stretchtimer.voice.qt_post import QtPoster

        EndSignals(window, window.close)

        Thread(target=fill, args=(QtPoster(),), daemon=True).start()

    window.painted.connect(after_first_picture)

    def close_all() -> None:
        for conductor in conductors:
            conductor.close()

    window.closed.connect(close_all)
    window.show()
    return application.exec()


def _appearance(settings_file: Path) -> Appearance:
    """The scheme that the first picture needs; the settings are read for good after it."""
    try:
        text = settings_file.read_text("utf-8")
    except (OSError, ValueError):
        return "system"
    chosen = _CHOSEN.search(text)
    if chosen is None:
        return "system"
    return "dark" if chosen[1] == "dark" else "light"
