"""The session's alarm on Qt's event loop."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer

from stretchtimer.core.ports import Clock


class QtAlarm(QObject):
    """One deadline of `clock`. A QTimer may ring early: it is the clock that decides."""

    def __init__(self, clock: Clock, real_s: Callable[[float], float]) -> None:
        """`real_s` turns ms of `clock` into real seconds."""
        super().__init__()
        self._clock, self._real_s = clock, real_s
        self._at_ms = 0
        self._ring: Callable[[], None] = lambda: None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._timer_rang)

    def set(self, at_ms: int, ring: Callable[[], None]) -> None:
        """Call `ring` at `at_ms`, or soon after."""
        self._at_ms, self._ring = at_ms, ring
        self._arm()

    def cancel(self) -> None:
        """Forget the deadline."""
        self._timer.stop()

    def _arm(self) -> None:
        left_s = self._real_s(self._at_ms - self._clock.now_ms())
        self._timer.start(max(0, -int(-left_s * 1000 // 1)))

    def _timer_rang(self) -> None:
        if self._clock.now_ms() < self._at_ms:
            self._arm()
        else:
            self._ring()
