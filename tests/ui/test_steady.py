"""Nothing stops a moving picture."""

import gc
import subprocess
import sys
from pathlib import Path

import pytest

from stretchtimer.ui.steady import set_aside_what_stays

PAINT = """
import os
from PySide6.QtGui import QGuiApplication
from stretchtimer.figure.motion import Moment
from stretchtimer.figure.paint import FigurePainter
from stretchtimer.figure.palette import Look
from stretchtimer.ui.steady import paint_on_one_thread
from tests.shipped import LIBRARY

paint_on_one_thread()
application = QGuiApplication([])
before = len(os.listdir("/proc/self/task"))
painter = FigurePainter(LIBRARY.exercises["knees-chest"].figure, Look())
painter.image(900, 700, Moment(1.0, 0.0, 1.0))
print(len(os.listdir("/proc/self/task")) - before)
"""


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="counts threads as Linux does")
def test_a_figure_is_painted_by_one_thread(unmeasured):
    done = subprocess.run(
        [sys.executable, "-c", PAINT], capture_output=True, text=True, timeout=30, check=False
    )
    assert done.stdout == "0\n", done.stderr


def test_what_stays_is_looked_through_no_more(monkeypatch):
    thresholds = []
    monkeypatch.setattr(gc, "set_threshold", lambda *those: thresholds.append(those))
    before = gc.get_freeze_count()
    kept = [[] for _ in range(1_000)]
    set_aside_what_stays()
    assert gc.get_freeze_count() >= before + len(kept)
    ((young, middle, oldest),) = thresholds
    assert (young, middle) == gc.get_threshold()[:2]
    assert oldest > 100
