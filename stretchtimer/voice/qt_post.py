"""Runs callables on the thread of a Qt event loop, from any thread."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal


class QtPoster(QObject):
    """Hands callables over to the thread that made it."""

    _posted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._posted.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def post(self, task: Callable[[], None]) -> None:
        """Run `task` soon, on the thread that made this poster."""
        self._posted.emit(task)

    def _run(self, task: Callable[[], None]) -> None:
        task()
