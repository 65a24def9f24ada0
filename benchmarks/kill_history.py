"""Kills the program in the midst of sessions, again and again, and looks at what is left.

A child plays sessions one after the other, as fast as it can, and says of each hold that it was
kept; it is killed at a random moment. Not one of the holds that it told may be lost, the database
must be whole, and its sums must be those of its rows.

    .venv/bin/python benchmarks/kill_history.py [times]

POSIX only: it needs fork and kill.
"""

import os
import random
import signal
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from stretchtimer.app import OwnDose, compose_score, open_home
from stretchtimer.core.events import Start, Tick
from stretchtimer.core.score import Score
from stretchtimer.session import Ports, Session
from stretchtimer.storage.history import History, SessionRecord
from stretchtimer.storage.library import load_library

LONGEST_LIFE_S = 0.15


@dataclass
class Machine:
    """A clock that runs when told, and everything else that a session asks for, in silence."""

    at_ms: int = 0
    latency_ms: int = 0

    def now_ms(self) -> int:
        return self.at_ms

    def set(self, at_ms: int, ring: Callable[[], None]) -> None: ...

    def cancel(self) -> None: ...

    def prepare(self, texts: Sequence[str]) -> None: ...

    def lengths_ms(self) -> Mapping[str, int]:
        return {}

    def on_measured(self, heard: Callable[[], None]) -> None: ...

    def say(self, text: str, *, patient: bool = False) -> None: ...

    def chime(self, name: str, *, quiet: bool = False) -> None: ...

    def hush(self) -> None: ...

    def close(self) -> None: ...

    def hold(self) -> None: ...

    def let_go(self) -> None: ...


class Telling:
    """Passes on to the history, and says so when a hold is kept."""

    def __init__(self, kept: SessionRecord, pipe: int) -> None:
        self._kept, self._pipe = kept, pipe

    def held(self, **hold: object) -> None:
        self._kept.held(**hold)  # type: ignore[arg-type]  # passed on as it came
        os.write(
            self._pipe, f"{self._kept.id} {hold['block']} {hold['side']} {hold['rep']}\n".encode()
        )

    def ended(self, *, how: str) -> None:
        self._kept.ended(how=how)


def play_for_ever(path: Path, score: Score, pipe: int) -> None:
    """Play sessions until somebody kills this process."""
    history = History(path, now=lambda: datetime.now(UTC).astimezone(), tell=print)
    while True:
        machine = Machine()
        session = Session(
            score,
            Ports(
                clock=machine,
                alarm=machine,
                voice=machine,
                keep_awake=machine,
                begin_log=lambda: Telling(history.begin(score.routine, score.exercises), pipe),
                notify=print,
            ),
            changed=lambda _: None,
        )
        session.send(Start())
        while session.state.ending is None:
            machine.at_ms += 1000
            session.send(Tick())


def kill_once(path: Path, score: Score, life_s: float) -> set[str]:
    """Let a child play for `life_s` seconds and kill it; gives the holds that it told."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        play_for_ever(path, score, writer)
    os.close(writer)
    time.sleep(life_s)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    told = b""
    while piece := os.read(reader, 65536):
        told += piece
    os.close(reader)
    return {line for line in told.decode().split("\n") if line}


def find_faults(path: Path, told: set[str]) -> list[str]:
    """What is wrong with the database at `path`, which should have all that was told."""
    database = sqlite3.connect(path)
    try:
        (health,) = database.execute("PRAGMA integrity_check").fetchone()
        if not told and not database.execute("PRAGMA user_version").fetchone()[0]:
            return [] if health == "ok" else [health]  # killed before there were tables
        kept = {
            f"{session} {block} {side} {rep}"
            for session, block, side, rep in database.execute(
                "SELECT session_id, block, side, rep FROM holds"
            )
        }
        summed = database.execute("SELECT SUM(holds), SUM(held_ms) FROM days").fetchone()
        rows = database.execute("SELECT COUNT(*), SUM(held_ms) FROM holds").fetchone()
    finally:
        database.close()
    faults = [] if health == "ok" else [f"the database is broken: {health}"]
    faults += [f"lost: {hold}" for hold in told - kept]
    if summed != rows and rows[0]:
        faults.append(f"the sums are {summed}, the rows {rows}")
    return faults


def wall_score() -> Score:
    """A score to play, from an empty home."""
    home = open_home(print)
    library = load_library(home.folders)
    return compose_score(home, library, library.find_routine("wall-hamstring"), OwnDose())


def run(path: Path, times: int, seed: int) -> tuple[int, list[str]]:
    """Kill `times` times; gives how many holds were told in all, and every fault."""
    chance = random.Random(seed)  # noqa: S311  # no secret
    score = wall_score()
    told: set[str] = set()
    faults: list[str] = []
    for _ in range(times):
        told |= kill_once(path, score, chance.uniform(0.002, LONGEST_LIFE_S))
        if path.exists():
            faults += find_faults(path, told)
    return len(told), faults


def main() -> int:
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    seed = random.randrange(2**32)  # noqa: S311  # no secret
    with tempfile.TemporaryDirectory() as folder:
        os.environ["STRETCHTIMER_HOME"] = folder
        begun = time.monotonic()
        told, faults = run(Path(folder) / "history.sqlite", times, seed)
    took_s = time.monotonic() - begun
    print(f"killed {times} times in {took_s:.0f} s, seed {seed}")
    print(f"{told} holds told, {len(faults)} faults")
    for fault in faults[:20]:
        print(f"  {fault}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
