"""What it costs to start until the window is painted, beside a bare PySide6 window in the same run.

    python -m benchmarks.start_cost [--runs N]

Starts its own screen and window manager. Both are started in turn, each in a new process that ends
as soon as its first picture is handed to the screen; the time is that of the processor, from the
start of Python. The bare window has three labels and three buttons. Gate: 1.35 times the bare one.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from tests import real_desktop

_BARE = """
import os, sys
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QPushButton, QVBoxLayout, QWidget
class EndAfterPainting(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, lambda: os._exit(0))
        return False
application = QApplication(sys.argv[:1])
window, page = QMainWindow(), QWidget()
window.resize(1040, 720)
column = QVBoxLayout(page)
for name in ("Neck and shoulders", "Hips", "Desk break"):
    column.addWidget(QLabel(name))
    column.addWidget(QPushButton(name))
window.setCentralWidget(page)
ending = EndAfterPainting()
page.installEventFilter(ending)
window.show()
application.exec()
"""
_OURS = """
import os
from stretchtimer.opening import open_window
from stretchtimer.ui.main_window import MainWindow
class EndAfterPainting(MainWindow):
    def __init__(self, *arguments, **choices):
        super().__init__(*arguments, **choices)
        self.painted.connect(lambda: os._exit(0))
import stretchtimer.window_app
stretchtimer.window_app.MainWindow = EndAfterPainting
open_window()
"""


def cpu_ms(code: str, environment: Mapping[str, str]) -> float:
    """Run `code` in a new Python; what of the processor it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], env=environment, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=15, metavar="N")
    chosen = parser.parse_args()
    taken: dict[str, list[float]] = {"bare window": [], "stretchtimer": []}
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        screen = stack.enter_context(real_desktop.screen(Path(name)))
        environment = {**os.environ, **screen.environment, "STRETCHTIMER_HOME": f"{name}/home"}
        for _ in range(chosen.runs + 1):
            for what, code in (("bare window", _BARE), ("stretchtimer", _OURS)):
                taken[what].append(cpu_ms(code, environment))
    for what, all_ms in taken.items():
        del all_ms[0]  # the first one finds cold caches
        print(
            f"{what:14s} median {statistics.median(all_ms):6.0f} least {min(all_ms):6.0f} ms of CPU"
        )
    bare, ours = taken.values()
    median = statistics.median(ours) / statistics.median(bare)
    print(f"ratio          median {median:6.2f} least {min(ours) / min(bare):6.2f} (gate 1.35)")


if __name__ == "__main__":
    main()
