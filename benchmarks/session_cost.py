"""What a session costs that plays without a window, beside a program that plays silence.

    python -m benchmarks.session_cost [--routine ID] [--settle S] [--measure S]

Plays a routine at a terminal of its own, into a private sound server. Printed for each process of
the session: CPU as a share of one core, wakeups a second, and memory (PSS). The gate for the whole
is 2 % of one core. The baseline is `pacat`, which plays zeros through the same server.
"""

import argparse
import os
import pty
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests import real_desktop


@dataclass(frozen=True)
class Cost:
    """CPU in ms and wakeups so far, memory in MB now."""

    name: str
    cpu_ms: float
    wakeups: int
    pss_mb: float


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--routine", default="wall-hamstring")
    parser.add_argument("--settle", type=float, default=45.0, metavar="S")
    parser.add_argument("--measure", type=float, default=120.0, metavar="S")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, real_desktop.sound_server(Path(name)) as server:
        environment = {**os.environ, **server.environment, "STRETCHTIMER_HOME": name}
        play = [sys.executable, "-m", "stretchtimer", "play", chosen.routine, "--terminal"]
        silence = [real_desktop.program("pacat"), "--raw", "--latency-msec=100", "/dev/zero"]
        with (
            _at_terminal(play, environment) as session,
            subprocess.Popen(silence, env=environment) as baseline,
        ):
            time.sleep(chosen.settle)
            before = _costs(session) | _costs(baseline.pid)
            time.sleep(chosen.measure)
            after = _costs(session) | _costs(baseline.pid)
            baseline.kill()
    total_share = 0.0
    print(f"{'':42}CPU of a core  wakeups/s     MB")
    for pid, cost in after.items():
        earlier = before.get(pid, Cost(cost.name, 0.0, 0, 0.0))
        share = (cost.cpu_ms - earlier.cpu_ms) / chosen.measure / 1000
        wakeups = (cost.wakeups - earlier.wakeups) / chosen.measure
        print(f"{cost.name:42}{share:12.2%} {wakeups:10.1f} {cost.pss_mb:6.1f}")
        total_share += 0.0 if pid == baseline.pid else share
    print(f"the session in all: {total_share:.2%} of a core (gate 2 %)")


@contextmanager
def _at_terminal(command: list[str], environment: dict[str, str]) -> Iterator[int]:
    ours, theirs = pty.openpty()
    with subprocess.Popen(command, env=environment, stdin=theirs, stdout=theirs) as process:
        os.close(theirs)
        threading.Thread(target=_read_all, args=(ours,), daemon=True).start()
        try:
            yield process.pid
        finally:
            process.terminate()


def _read_all(descriptor: int) -> None:
    try:
        while os.read(descriptor, 4096):
            pass
    except OSError:
        return  # the terminal was closed


def _costs(process: int) -> dict[int, Cost]:
    """Of a process and all below it, by id."""
    folder = Path(f"/proc/{process}")
    cpu_ns, switches = 0, 0
    for task in (folder / "task").iterdir():
        cpu_ns += int((task / "schedstat").read_text().split()[0])
        for line in (task / "status").read_text().splitlines():
            if line.startswith(("voluntary_ctxt", "nonvoluntary_ctxt")):
                switches += int(line.split()[1])
    rollup = (folder / "smaps_rollup").read_text().splitlines()
    pss_kb = next(int(line.split()[1]) for line in rollup if line.startswith("Pss:"))
    words = (folder / "cmdline").read_bytes().decode().split("\0")
    name = " ".join(word for word in words[:4] if word != sys.executable)
    found = {process: Cost(name, cpu_ns / 1e6, switches, pss_kb / 1024)}
    for task in (folder / "task").iterdir():
        for child in (task / "children").read_text().split():
            found |= _costs(int(child))
    return found


if __name__ == "__main__":
    main()
