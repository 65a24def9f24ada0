"""The clock of a session, and the clocks that the reminders compare."""

import ctypes
import os
import time
from datetime import UTC, datetime, tzinfo
from functools import cache
from pathlib import Path

from stretchtimer.core.reminders.look import Moment
from stretchtimer.desktop.system import IS_MACOS, IS_WINDOWS, library

_UPTIME_RAW = 8  # CLOCK_UPTIME_RAW of macOS: stands still during sleep


class SystemClock:
    """Time that only runs forwards and also while the machine sleeps, so that sleep shows as a gap.

    `speed` makes it run faster or slower than real time, for trying a routine out.
    """

    def __init__(self, speed: float = 1.0) -> None:
        self._speed = speed
        self._began_ns = _now_ns()

    def now_ms(self) -> int:
        """Milliseconds since the clock was made."""
        return int((_now_ns() - self._began_ns) * self._speed) // 1_000_000

    def real_s(self, span_ms: float) -> float:
        """How many real seconds `span_ms` of this clock take."""
        return span_ms / 1000 / self._speed


def _now_ns() -> int:
    # Python's monotonic clock stands still during sleep on Linux and macOS; these two do not.
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime_ns(time.CLOCK_BOOTTIME)
    if IS_MACOS:
        return time.clock_gettime_ns(time.CLOCK_MONOTONIC)
    return time.monotonic_ns()


def moment_now() -> Moment:
    """The three clocks and the zone, as the reminders want them."""
    boot_ms = _now_ns() // 1_000_000
    awake_ms = time.monotonic_ns() // 1_000_000
    if IS_WINDOWS:
        awake_ms = _unbiased_ms()
        boot_ms = _tick_count()
    elif IS_MACOS:
        awake_ms = time.clock_gettime_ns(_UPTIME_RAW) // 1_000_000
    return Moment(time.time_ns() // 1_000_000, awake_ms, boot_ms, local_zone())


def local_zone() -> tzinfo:
    """The time zone in force, asked anew: people travel."""
    name = os.environ.get("TZ", "").lstrip(":") or _zone_of_the_system()
    offset = datetime.now(UTC).astimezone().tzinfo or UTC
    if not name:
        return offset
    try:
        return _zone(name)
    except (ValueError, OSError, LookupError):
        return offset


def boot_id() -> str:
    """A name for this start of the machine; empty where there is none."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
    except OSError:
        return ""


@cache
def _zone(name: str) -> tzinfo:
    from zoneinfo import ZoneInfo

    return ZoneInfo(name)


def _zone_of_the_system() -> str:
    if IS_WINDOWS:
        return ""
    try:
        return str(Path("/etc/localtime").readlink()).partition("zoneinfo/")[2]
    except OSError:
        return ""


def _tick_count() -> int:
    count = library("kernel32").GetTickCount64
    count.restype = ctypes.c_ulonglong
    return int(count())


def _unbiased_ms() -> int:
    ticks = ctypes.c_ulonglong()
    library("kernel32").QueryUnbiasedInterruptTime(ctypes.byref(ticks))
    return ticks.value // 10_000
