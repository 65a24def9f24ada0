"""What the window costs while a routine plays, as a share of one core, beside two bare windows.

    python -m benchmarks.playing_cost [--seconds S] [ROUTINE ...]

Starts its own screen and window manager. The real player plays from a quarter of a minute before
the first stretch: eased into, held, and released, at 900 x 700. Then it is paused, and hidden. In
the same run, before and after: a bare window that does nothing, and one of the same size that
paints a still figure 30 times a second, the least that anything costs which moves all the time.
The time is that of the processor, of all threads; the voice has a process of its own and is not
in it. Gates: at most 15 % of a core while it plays, and nothing to be measured when it is paused
or hidden.
"""

import argparse
import os
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from stretchtimer.core.events import Pause, Tick
from stretchtimer.core.exercise import Exercise
from stretchtimer.core.phase import PhaseKind
from stretchtimer.core.player import advance
from stretchtimer.core.player_state import PlayerState, next_deadline_ms
from stretchtimer.core.settings import Settings
from stretchtimer.figure.motion import Moment
from stretchtimer.figure.paint import FigurePainter
from stretchtimer.figure.palette import Look
from stretchtimer.ui.frame_rate import MOVING_MS
from stretchtimer.ui.main_window import MainWindow
from stretchtimer.ui.player_view import PlayerView
from stretchtimer.ui.qt_alarm import QtAlarm
from stretchtimer.ui.steady import paint_on_one_thread, set_aside_what_stays
from tests import real_desktop
from tests.ui.shown import Shown

WIDTH, HEIGHT = 900, 700
BEFORE_MS = 15_000
ROUTINES = ("wall-hamstring", "chair-hamstring", "desk-reset")
_HELD = Moment(1.0, 0.0, 1.0)


class RunningClock:
    """Runs in real time from where it was set."""

    def __init__(self) -> None:
        self._ahead_ms = 0

    def set(self, at_ms: int) -> None:
        """Let it be `at_ms` now."""
        self._ahead_ms = at_ms - time.monotonic_ns() // 1_000_000

    def now_ms(self) -> int:
        """Milliseconds since the session's start."""
        return time.monotonic_ns() // 1_000_000 + self._ahead_ms


class Playing:
    """A window in which a routine goes on by itself, without a voice."""

    def __init__(self) -> None:
        self.clock = RunningClock()
        self.window = MainWindow("light")
        self.view = PlayerView(Settings(), self.clock, lambda span_ms: span_ms / 1000)
        self.window.show_body(self.view)
        self.window.resize(WIDTH, HEIGHT)
        self._alarm = QtAlarm(self.clock, lambda span_ms: span_ms / 1000)
        self._state: PlayerState | None = None

    def show(self, state: PlayerState, at_ms: int) -> None:
        """Go on from `state`, which was so at `at_ms`."""
        self.clock.set(at_ms)
        self._take(state)

    def pause(self) -> None:
        """Press Space."""
        self._alarm.cancel()
        if self._state is not None:
            paused, _ = advance(self._state, Pause(), self.clock.now_ms())
            self.view.show_state(paused)

    def _take(self, state: PlayerState) -> None:
        self._state = state
        self.view.show_state(state)
        due_ms = next_deadline_ms(state)
        heartbeat_ms = self.clock.now_ms() + 1_000
        self._alarm.set(heartbeat_ms if due_ms is None else min(due_ms, heartbeat_ms), self._tick)

    def _tick(self) -> None:
        if self._state is not None:
            state, _ = advance(self._state, Tick(), self.clock.now_ms())
            self._take(state)


class StillScene(QWidget):
    """A held figure, painted anew 30 times a second although nothing has changed."""

    def __init__(self, exercise: Exercise) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.resize(WIDTH, HEIGHT)
        self._figure = FigurePainter(exercise.figure, Look())
        self._frames = QTimer(self)
        self._frames.setTimerType(Qt.TimerType.PreciseTimer)
        self._frames.timeout.connect(self.update)
        self._frames.start(MOVING_MS)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802  # Qt names what it calls back
        """The whole picture."""
        painter = QPainter(self)
        self._figure.paint(painter, self.width(), self.height(), _HELD)


def share_of_a_core(seconds: float) -> float:
    """What this process takes while the event loop runs."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    began_s, cpu_s = time.monotonic(), time.process_time()
    loop.exec()
    return (time.process_time() - cpu_s) / (time.monotonic() - began_s)


def tell(name: str, share: float) -> None:
    """One line."""
    print(f"{name:44s} {share * 100:6.2f} % of a core", flush=True)


def measure_bare(exercise: Exercise, seconds: float) -> None:
    """The two windows without a player."""
    for name, window in (
        ("bare window", QWidget()),
        ("bare window, a still figure 30 times a second", StillScene(exercise)),
    ):
        window.resize(WIDTH, HEIGHT)
        window.show()
        QTest.qWaitForWindowExposed(window)
        share_of_a_core(1)
        tell(name, share_of_a_core(seconds))
        window.close()


def measure(routines: list[str], seconds: float) -> None:
    """Everything, in this order."""
    make: Any = Shown  # it knows how to bring a routine to a phase; tests have no types
    shown = make()
    playing = Playing()
    found = shown.library.find_routine(routines[0])
    exercise = shown.library.prescriptions(found)[0].exercise
    set_aside_what_stays()
    measure_bare(exercise, seconds / 3)
    playing.window.show()
    QTest.qWaitForWindowExposed(playing.window)
    for name in routines:
        state = shown.playing(name, PhaseKind.EASE, 0, -BEFORE_MS)
        playing.view.show_routine(shown.library.find_routine(name))
        playing.show(state, shown.clock.at_ms)
        tell(f"player, {name}", share_of_a_core(seconds))
    playing.pause()
    share_of_a_core(1)
    tell("player, paused", share_of_a_core(seconds / 3))
    playing.show(shown.playing(routines[0], PhaseKind.HOLD), shown.clock.at_ms)
    playing.window.hide()
    share_of_a_core(1)
    tell("player, playing while hidden", share_of_a_core(seconds / 3))
    measure_bare(exercise, seconds / 3)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("routine", nargs="*", default=list(ROUTINES))
    parser.add_argument("--seconds", type=float, default=45.0, metavar="S")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        screen = stack.enter_context(real_desktop.screen(Path(name)))
        os.environ.update(screen.environment)
        paint_on_one_thread()
        application = QApplication([])
        measure(chosen.routine, chosen.seconds)
        del application


if __name__ == "__main__":
    main()
