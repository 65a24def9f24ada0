"""What a keystroke in the library's search costs until its cards are painted, in ms.

    python benchmarks/library_filter.py [routines]

A person types words, letter by letter, and takes them back, among 10,000 own routines in the real
screen at the size that the window opens with. The baseline, printed first, is the same typing among
the twelve shipped routines: what is above it is what their number costs. Budget: median 16 ms, p99
33 ms on an idle machine; the time is that of the window's thread, so that other programs disturb it
little.
"""

import os
import random
import statistics
import sys
import tempfile
import time
from dataclasses import replace

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["STRETCHTIMER_HOME"] = tempfile.mkdtemp()

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from stretchtimer.core.answers import Answers
from stretchtimer.core.routine import Routine
from stretchtimer.figure.palette import Look
from stretchtimer.storage.folders import find_folders
from stretchtimer.storage.library import Library, load_library
from stretchtimer.ui.library_screen import LibraryScreen
from stretchtimer.ui.main_window import MainWindow
from stretchtimer.window_app.cards import library_cards

WORDS = ("morning", "evening", "wall", "desk", "back", "neck", "hips", "long", "calm", "quick")
TYPED = ("hamstring", "wall morning", "neck 12", "xyz", "desk evening 7", "lower back", "s")
TIMES = 6
SIZE = (1040, 720)


class Painted(QObject):
    """Notes that the cards were painted."""

    def __init__(self) -> None:
        super().__init__()
        self.seen = False

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt calls it so
        if event.type() == QEvent.Type.Paint:
            self.seen = True
        return False


def many(library: Library, count: int) -> dict[str, Routine]:
    """So many routines: the shipped ones with other names, blocks in another order."""
    chance = random.Random(5)  # noqa: S311  # no secret
    shipped = list(library.routines.values())
    made = {}
    for number in range(count):
        blocks = list(chance.choice(shipped).block)
        chance.shuffle(blocks)
        name = f"{' '.join(chance.sample(WORDS, 3)).capitalize()} {number}"
        identifier = f"own-{number}"
        made[identifier] = replace(
            chance.choice(shipped), id=identifier, name=name, block=tuple(blocks), rounds={}
        )
    return made


def cost(screen: LibraryScreen) -> list[float]:
    """The time of each keystroke, in ms."""
    painted, times = Painted(), []
    for part in (screen.list.viewport(), screen):
        part.installEventFilter(painted)
    for text in TYPED * TIMES:
        for key in (*text.upper(), *(Qt.Key.Key_Backspace,) * len(text)):
            painted.seen = False
            begun = time.thread_time()
            QTest.keyClick(screen.search, key if isinstance(key, Qt.Key) else key.lower())
            while not painted.seen:
                QApplication.processEvents()
            times.append((time.thread_time() - begun) * 1000)
            QTest.qWait(1)  # pictures that were drawn meanwhile find their place
    return times


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    application = QApplication([])
    shipped = load_library(find_folders())
    window, screen = MainWindow("light"), LibraryScreen()
    window.show_body(screen)
    window.resize(*SIZE)
    window.show()
    for routines in (shipped.routines, many(shipped, count)):
        library = replace(shipped, routines=dict(routines))
        screen.show_cards(library_cards(library, Answers()), Look())
        QTest.qWait(500)
        cost(screen)  # the pictures are drawn once
        times = sorted(cost(screen))
        p99 = times[len(times) * 99 // 100]
        print(
            f"{len(routines):6} routines: median {statistics.median(times):5.1f} ms,"
            f" p99 {p99:5.1f} ms, most {times[-1]:5.1f} ms ({len(times)} keystrokes)"
        )
    window.close()
    application.processEvents()
    return 0


if __name__ == "__main__":
    sys.exit(main())
