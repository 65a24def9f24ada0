"""Ctrl-C and a polite kill, on Qt's event loop."""

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier


class EndSignals(QObject):
    """Calls `end` when the system asks the program to end.

    Python looks at signals only between its own steps, and a quiet window takes none: each signal
    also writes to a socket, and that wakes the loop.
    """

    def __init__(self, parent: QObject, end: Callable[[], object]) -> None:
        super().__init__(parent)
        self._reader, self._writer = socket.socketpair()
        for side in (self._reader, self._writer):
            side.settimeout(0)
        signal.set_wakeup_fd(self._writer.fileno())
        for name in (signal.SIGINT, signal.SIGTERM):
            signal.signal(name, lambda *_: end())
        notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        notifier.activated.connect(lambda: self._reader.recv(64))
