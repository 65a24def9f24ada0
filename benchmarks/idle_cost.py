"""What hiding in the tray costs, beside a bare tray with a one-second timer, in the same run.

    python -m benchmarks.idle_cost [--settle S] [--measure S] [--moving]

Starts its own screen, window manager, bus and tray. Three programs wait hidden at the same time:
ours (`--hidden`), a bare tray whose timer rings each second, and a bare window that was hidden.
Printed for each: CPU ms and wakeups (context switches of all threads) a minute, and memory (PSS).
Gates: CPU and wakeups at most 0.25 of the bare tray's, memory at most 1.35 of the bare window's.
With --moving somebody moves the pointer every few seconds, so that our count runs.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests import real_desktop

_BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget
application = QApplication([])
application.setQuitOnLastWindowClosed(False)
"""
_TRAY = """
pixmap = QPixmap(22, 22)
pixmap.fill("teal")
icon = QSystemTrayIcon(QIcon(pixmap))
icon.show()
timer = QTimer()
timer.timeout.connect(lambda: None)
timer.start(1000)
application.exec()
"""
_WINDOW = """
window = QWidget()
window.resize(1040, 720)
window.show()
QTimer.singleShot(2000, window.hide)
application.exec()
"""
_MOVE = ("mousemove_relative", "--", "1", "0", "mousemove_relative", "--", "-1", "0")


@dataclass(frozen=True)
class Cost:
    """CPU in ms and wakeups so far, and memory in MB now."""

    cpu_ms: float
    wakeups: int
    pss_mb: float


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--settle", type=float, default=45.0, metavar="S")
    parser.add_argument("--measure", type=float, default=180.0, metavar="S")
    parser.add_argument("--moving", action="store_true")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        screen = stack.enter_context(real_desktop.screen(folder))
        environment = {**screen.environment, "HOME": name, "XDG_RUNTIME_DIR": name}
        environment["STRETCHTIMER_HOME"] = str(folder / "home")
        stack.enter_context(real_desktop.running("trayer", [], environment, folder))
        time.sleep(1)
        commands = {
            "stretchtimer, hidden": ["-m", "stretchtimer", "--hidden"],
            "bare tray, 1 s timer": ["-c", _BARE + _TRAY],
            "bare window, hidden": ["-c", _BARE + _WINDOW],
        }
        programs = {
            name: stack.enter_context(_running(command, environment))
            for name, command in commands.items()
        }
        _wait(chosen.settle, environment, moving=chosen.moving)
        before = {name: _cost(program) for name, program in programs.items()}
        began_s = time.monotonic()
        _wait(chosen.measure, environment, moving=chosen.moving)
        minutes = (time.monotonic() - began_s) / 60
        after = {name: _cost(program) for name, program in programs.items()}
    rates = {
        name: Cost(
            (after[name].cpu_ms - before[name].cpu_ms) / minutes,
            round((after[name].wakeups - before[name].wakeups) / minutes),
            after[name].pss_mb,
        )
        for name in programs
    }
    for name, rate in rates.items():
        costs = f"{rate.cpu_ms:7.2f} ms/min {rate.wakeups:5} wakeups/min {rate.pss_mb:6.1f} MB"
        print(f"{name:22} {costs}")
    ours, tray, window = rates.values()
    print(f"CPU     {ours.cpu_ms / max(tray.cpu_ms, 0.01):.2f} of the bare tray (gate 0.25)")
    print(f"wakeups {ours.wakeups / max(tray.wakeups, 1):.2f} of the bare tray (gate 0.25)")
    print(f"memory  {ours.pss_mb / window.pss_mb:.2f} of the bare window (gate 1.35)")


@contextmanager
def _running(command: list[str], environment: Mapping[str, str]) -> Iterator[int]:
    with subprocess.Popen([sys.executable, *command], env=environment) as program:
        try:
            yield program.pid
        finally:
            program.terminate()
            try:
                program.wait(10)
            except subprocess.TimeoutExpired:
                program.kill()


def _wait(seconds: float, environment: Mapping[str, str], *, moving: bool) -> None:
    until_s = time.monotonic() + seconds
    while (left_s := until_s - time.monotonic()) > 0:
        if moving:
            mover = real_desktop.program("xdotool")
            subprocess.run([mover, *_MOVE], env=environment, check=True, timeout=10)
        time.sleep(min(left_s, 5.0))


def _cost(process: int) -> Cost:
    cpu_ns, switches = 0, 0
    for task in Path(f"/proc/{process}/task").iterdir():
        cpu_ns += int((task / "schedstat").read_text().split()[0])
        for line in (task / "status").read_text().splitlines():
            if line.startswith(("voluntary_ctxt", "nonvoluntary_ctxt")):
                switches += int(line.split()[1])
    rollup = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    pss_kb = next(int(line.split()[1]) for line in rollup if line.startswith("Pss:"))
    return Cost(cpu_ns / 1e6, switches, pss_kb / 1024)


if __name__ == "__main__":
    os.environ.setdefault("PYTHONDONTWRITEBYTECODE", "1")
    main()
