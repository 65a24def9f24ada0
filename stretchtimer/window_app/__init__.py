"""Puts the window together: paints first, reads the library then, plays when asked.

Nothing that costs time to import may be imported above `run_window`: the first picture waits. Even
the name `Qt` of PySide6.QtCore does: it alone takes a tenth of the time to a first window.
"""

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from stretchtimer.storage.folders import find_folders
from stretchtimer.ui.main_window import MainWindow
from stretchtimer.ui.steady import paint_on_one_thread
from stretchtimer.ui.theme import Appearance

if TYPE_CHECKING:
    from stretchtimer.app import OwnDose
    from stretchtimer.desktop.instance import Instance
    from stretchtimer.window_app.program import Program

# A glance at the settings: to read them as TOML takes a tenth of the time to the first picture.
_HIGH_CONTRAST = re.compile(r"^\s*high_contrast\s*=\s*true", re.MULTILINE)
_CHOSEN = re.compile(r'^\s*appearance\s*=\s*["\'](light|dark)["\']', re.MULTILINE)


def run_window(
    routine: str | None,
    own: "OwnDose | None",
    *,
    start: bool,
    hidden: bool = False,
    instance: "Instance | None" = None,
) -> int:
    """Show the window until the program is quit; gives the exit status.

    `routine` is an id, None the usual one; with `start` it is played at once. A `hidden` window is
    in the tray until it is asked for. `instance` hears those who ask from outside.
    """
    paint_on_one_thread()
    application = QApplication(sys.argv[:1])
    application.setApplicationName("stretchtimer")
    application.setDesktopFileName("stretchtimer")
    application.setStyle("Fusion")
    application.setQuitOnLastWindowClosed(False)  # it goes on in the tray
    appearance, high_contrast = _appearance(find_folders().settings_file)
    window = MainWindow(appearance, high_contrast=high_contrast)
    programs: list[Program] = []

    def put_together() -> None:
        from stretchtimer.window_app.program import Program

        programs.append(Program(window, own, instance))
        if hidden:
            programs[0].begin_hidden()
        else:
            programs[0].begin(routine, start=start)

    def painted() -> None:
        if programs:
            programs[0].fill_window()
        else:
            put_together()

    def close_all() -> None:
        for program in programs:
            program.close()
        application.quit()

    window.painted.connect(painted)
    window.closed.connect(close_all)
    if hidden:
        QTimer.singleShot(0, put_together)
    else:
        window.show()
    return application.exec()


def _appearance(settings_file: Path) -> tuple[Appearance, bool]:
    """Scheme and contrast of the first picture; the settings are read for good after it."""
    try:
        text = settings_file.read_text("utf-8")
    except (OSError, ValueError):
        return "system", False
    high_contrast = _HIGH_CONTRAST.search(text) is not None
    chosen = _CHOSEN.search(text)
    if chosen is None:
        return "system", high_contrast
    return ("dark" if chosen[1] == "dark" else "light"), high_contrast
