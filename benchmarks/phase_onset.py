"""When a new phase is on the screen, against when it is due.

    python -m benchmarks.phase_onset [--speed X] [--routine NAME] [--idle]

Starts its own screen, window manager and sound server. The real window plays a routine with short
holds, with its voice, while another process keeps one core busy (`--idle`: without it). A phase
counts as shown when the window has handed its first picture of it to the screen. Time runs at
double speed, so the figure has twice the frames to draw, and what is told is real time all the
same. Budget: at most 50 ms late in 99 of 100 changes of the phase, and the last ones no later than
the first. How long the first phase took to show from the press on Start is told for itself: the
player is built then.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from stretchtimer.app import OwnDose
from stretchtimer.core.events import Mode
from stretchtimer.core.player_state import PlayerState
from stretchtimer.core.ports import Clock
from stretchtimer.ui.player_view import PlayerView
from stretchtimer.window_app import run_window
from tests import real_desktop

HOLD_S, REPS = 5, 20
GATE_MS = 50


class Watch(QObject):
    """Notes how late each phase was when the window had first painted it, in ms of real time."""

    def __init__(self, clock: Clock, speed: float) -> None:
        super().__init__(QApplication.instance())
        self._clock, self._speed = clock, speed
        self._state: PlayerState | None = None
        self.late_ms: dict[int, float] = {}
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]  # there is one

    def look_at(self, state: PlayerState) -> None:
        """What is to be painted next."""
        self._state = state
        if state.mode in (Mode.FINISHED, Mode.STOPPED):
            QApplication.quit()

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt names what it calls back
        """Hear of paintings; this is before one, so what comes next in the loop is after it."""
        if event.type() is QEvent.Type.UpdateRequest:
            QTimer.singleShot(0, self, self._painted)
        return False

    def _painted(self) -> None:
        state = self._state
        if state is not None and state.mode is Mode.PLAYING and state.phase not in self.late_ms:
            due_ms = state.score.phases[state.phase].at_ms
            late_ms = state.running_at(self._clock.now_ms()) - due_ms
            self.late_ms[state.phase] = late_ms / self._speed


def lateness_ms(routine: str, speed: float) -> list[float]:
    """Play it in the real window; how late each phase was, in the order of the phases."""
    watches: list[Watch] = []
    show_state = PlayerView.show_state

    def watched(view: PlayerView, state: PlayerState) -> None:
        if not watches:
            watches.append(Watch(view._clock, speed))  # noqa: SLF001  # what the session goes by
        show_state(view, state)
        watches[0].look_at(state)

    PlayerView.show_state = watched  # type: ignore[assignment,method-assign]  # only to look on
    run_window(routine, OwnDose(HOLD_S, REPS, speed), start=True)
    return [late_ms for _, late_ms in sorted(watches[0].late_ms.items())]


@contextmanager
def one_core_busy() -> Iterator[None]:
    """Another process computes all the while."""
    with subprocess.Popen([sys.executable, "-c", "while True: pass"]) as busy:
        try:
            yield
        finally:
            busy.kill()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--routine", default="wall-hamstring", metavar="NAME")
    parser.add_argument("--speed", type=float, default=2.0, metavar="X")
    parser.add_argument("--idle", action="store_true", help="keep no core busy")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folders = [Path(name, part) for part in ("home", "screen", "sound")]
        for folder in folders:
            folder.mkdir()
        screen = stack.enter_context(real_desktop.screen(folders[1]))
        sound = stack.enter_context(real_desktop.sound_server(folders[2]))
        os.environ.update(screen.environment)
        os.environ.update(sound.environment, STRETCHTIMER_HOME=str(folders[0]))
        # The bus goes before the thread that listens to it.
        threading.excepthook = lambda _: None
        if not chosen.idle:
            stack.enter_context(one_core_busy())
        late_ms = lateness_ms(chosen.routine, chosen.speed)
    start_ms, *late_ms = late_ms
    ordered, count = sorted(late_ms), len(late_ms)
    p95, p99 = ordered[count * 95 // 100], ordered[count * 99 // 100]
    first, last = (
        statistics.median(part) for part in (late_ms[: count // 4], late_ms[-(count // 4) :])
    )
    print(f"from Start to the first phase on the screen: {start_ms:.0f} ms")
    print(f"{count} changes of the phase, ms late: median {statistics.median(late_ms):.1f},")
    print(f"p95 {p95:.1f}, p99 {p99:.1f}, most {ordered[-1]:.1f} (budget: p99 {GATE_MS});")
    print(f"median of the first quarter {first:.1f}, of the last {last:.1f}")
    latest = sorted(range(count), key=late_ms.__getitem__)[-5:]
    print("the latest:", ", ".join(f"{late_ms[i]:.0f} ms (change {i + 1})" for i in latest))


if __name__ == "__main__":
    main()
