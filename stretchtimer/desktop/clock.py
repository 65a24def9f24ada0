"""The clock of a session."""

import time


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
    # Linux's monotonic clock stands still during sleep; the boot-time clock does not.
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime_ns(time.CLOCK_BOOTTIME)
    return time.monotonic_ns()
