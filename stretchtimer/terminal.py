"""Plays a routine in a terminal: a line for each phase, a live bar, and the same keys as the
window."""

import contextlib
import os
import select
import signal
import sys
import time
from collections.abc import Callable, Iterator
from queue import Empty, SimpleQueue
from typing import TextIO

from stretchtimer.core.events import (
    Back,
    Event,
    Hurts,
    Longer,
    Mode,
    Pause,
    RepeatRep,
    Resume,
    Shorter,
    Skip,
    SkipExercise,
    Stop,
    WhereAmI,
)
from stretchtimer.core.player_state import PlayerState
from stretchtimer.core.ports import Clock, Notice
from stretchtimer.core.progress import Progress, progress
from stretchtimer.core.timeline import Phase

KEYS_HELP = (
    "Space pause · n next · b back · s skip stretch · r repeat · + - hold · m mute · w where am I"
    " · x that hurts · q stop"
)
_KEYS: dict[str, Event] = {
    "n": Skip(),
    "b": Back(),
    "s": SkipExercise(),
    "r": RepeatRep(),
    "+": Longer(),
    "=": Longer(),
    "-": Shorter(),
    "w": WhereAmI(),
    "x": Hurts(),
    "q": Stop(),
}
_REDRAW_S = 0.2
_BAR_WIDTH = 24
_CLEAR_LINE = "\r\x1b[2K"


class TerminalAlarm:
    """One deadline, kept by the loop that waits for keys."""

    def __init__(self) -> None:
        self.at_ms: int | None = None
        self._ring: Callable[[], None] = lambda: None

    def set(self, at_ms: int, ring: Callable[[], None]) -> None:
        """Call `ring` at `at_ms`."""
        self.at_ms, self._ring = at_ms, ring

    def cancel(self) -> None:
        """Forget the deadline."""
        self.at_ms = None

    def ring_if_due(self, now_ms: int) -> None:
        """Ring once when the deadline has come."""
        if self.at_ms is not None and now_ms >= self.at_ms:
            self.at_ms = None
            self._ring()


class Mailbox:
    """Tasks from other threads, run on the loop's own."""

    def __init__(self) -> None:
        self._tasks: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._reader, self._writer = os.pipe()
        os.set_blocking(self._reader, False)

    def post(self, task: Callable[[], None]) -> None:
        """Run `task` soon on the loop's thread."""
        self._tasks.put(task)
        with contextlib.suppress(OSError):
            os.write(self._writer, b".")

    def fileno(self) -> int:
        """What becomes readable when there is a task."""
        return self._reader

    def run_tasks(self) -> None:
        """Run all that has come."""
        with contextlib.suppress(OSError):
            os.read(self._reader, 4096)
        while True:
            try:
                task = self._tasks.get_nowait()
            except Empty:
                return
            task()


class Screen:
    """What the terminal shows."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._live = out.isatty()
        self._phase: Phase | None = None

    def tell(self, notice: Notice) -> None:
        """A line for the person."""
        self.line(f"! {notice.text} {notice.mend}".rstrip())

    def line(self, text: str) -> None:
        """A line that stays."""
        self._out.write(f"{_CLEAR_LINE if self._live else ''}{text}\n")
        self._out.flush()

    def show(self, seen: Progress) -> None:
        """The phase when it is new, and the live bar."""
        if seen.phase is not self._phase and seen.mode is Mode.PLAYING:
            self._phase = seen.phase
            self.line(phase_line(seen))
        if self._live:
            self._out.write(_CLEAR_LINE + bar_line(seen))
            self._out.flush()


def phase_line(seen: Progress) -> str:
    """When it begins, what it is, and what to do: "00:50  Hold, 1 of 6      Keep pushing."."""
    at = _minutes(seen.phase.at_ms)
    return f"{at}  {_phase_name(seen):<28}  {seen.instruction}".rstrip()


def bar_line(seen: Progress) -> str:
    """The live line: phase, bar, seconds, what is left of the routine."""
    filled = round(seen.fraction * _BAR_WIDTH)
    bar = "█" * filled + "░" * (_BAR_WIDTH - filled)
    if seen.mode is Mode.PAUSED:
        state = "paused, Space goes on"
    elif seen.mode is Mode.LEAD_IN:
        state = f"going on in {-(-seen.lead_in_ms // 1000)} s"
    else:
        state = f"{seen.seconds_left:>3} s"
    return f"{_phase_name(seen):<24} {bar} {state}   {_minutes(seen.total_left_ms)} left"


def _phase_name(seen: Progress) -> str:
    parts = [str(seen.phase.kind).capitalize()]
    if seen.limb:
        parts.append(seen.limb)
    if seen.phase.rep is not None:
        parts.append(f"{seen.phase.rep} of {seen.reps}")
    return ", ".join(parts)


def _minutes(span_ms: int) -> str:
    seconds = -(-span_ms // 1000)
    return f"{seconds // 60:02}:{seconds % 60:02}"


class Loop:
    """Waits for keys, tasks and the deadline, and keeps the screen up to date."""

    def __init__(
        self,
        clock: Clock,
        real_s: Callable[[float], float],
        alarm: TerminalAlarm,
        mailbox: Mailbox,
        screen: Screen,
    ) -> None:
        """`real_s` turns ms of `clock` into real seconds."""
        self._clock, self._real_s, self._alarm = clock, real_s, alarm
        self._mailbox, self._screen = mailbox, screen

    def run(
        self,
        send: Callable[[Event], None],
        state: Callable[[], PlayerState],
        mute: Callable[[], None],
    ) -> None:
        """Until the session has ended; `mute` is called for the key that switches sound off and
        on."""
        with (
            _keyboard() as keys,
            _stopping_signals(lambda: self._mailbox.post(lambda: send(Stop()))),
        ):
            while state().mode not in (Mode.FINISHED, Mode.STOPPED):
                if keys is None and state().mode is Mode.PAUSED:
                    send(Resume())  # nobody can press a key: go on by itself after a sleep
                self._wait(keys)
                self._mailbox.run_tasks()
                for key in keys() if keys is not None else ():
                    if key == "m":
                        mute()
                    elif key == " ":
                        send(Resume() if state().mode is Mode.PAUSED else Pause())
                    elif key in _KEYS:
                        send(_KEYS[key])
                now_ms = self._clock.now_ms()
                self._alarm.ring_if_due(now_ms)
                self._screen.show(progress(state(), now_ms))

    def _wait(self, keys: "Keys | None") -> None:
        timeout_s = _REDRAW_S
        if self._alarm.at_ms is not None:
            until_s = self._real_s(self._alarm.at_ms - self._clock.now_ms())
            timeout_s = min(timeout_s, max(0.0, until_s))
        sources: list[int] = [self._mailbox.fileno()]
        if keys is not None and sys.platform != "win32":
            sources.append(sys.stdin.fileno())
        if sys.platform == "win32":
            time.sleep(
                min(timeout_s, 0.02)
            )  # neither pipes nor the console can be waited for there
        else:
            select.select(sources, [], [], timeout_s)


Keys = Callable[[], str]


@contextlib.contextmanager
def _keyboard() -> Iterator[Keys | None]:
    """Single key presses; None where nobody can press any."""
    if not sys.stdin or not sys.stdin.isatty():
        yield None
        return
    if sys.platform == "win32":
        import msvcrt

        def pressed() -> str:
            found = ""
            while msvcrt.kbhit():
                found += msvcrt.getwch()
            return found

        yield pressed
        return
    import termios
    import tty

    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)

    def typed() -> str:
        ready, _, _ = select.select([descriptor], [], [], 0)
        return os.read(descriptor, 64).decode("utf-8", "ignore") if ready else ""

    tty.setcbreak(descriptor)
    try:
        yield typed
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)


@contextlib.contextmanager
def _stopping_signals(stop: Callable[[], None]) -> Iterator[None]:
    """Ctrl-C and a polite kill end the session as Stop does, so that what was held is kept."""
    names = (signal.SIGINT, signal.SIGTERM)
    before = {name: signal.signal(name, lambda *_: stop()) for name in names}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(name, handler)
