"""Keeps settings on disk as they change, without the window waiting for the disk."""

import threading
from collections.abc import Callable
from pathlib import Path

from stretchtimer.core.ports import Notice
from stretchtimer.core.settings import Settings
from stretchtimer.storage.settings_file import write_settings

_GATHER_S = 0.3  # a slider that is dragged changes many times a second
_LIMIT_S = 3.0


class SettingsKeeper:
    """Writes the latest settings, on a thread that runs once there is something to write."""

    def __init__(self, path: Path, tell: Callable[[Notice], None]) -> None:
        """Write into `path`; `tell` is called on the thread, when that fails."""
        self._path, self._tell = path, tell
        self._wake = threading.Condition()
        self._wanted: Settings | None = None
        self._closed = False
        self._thread: threading.Thread | None = None

    def keep(self, settings: Settings) -> None:
        """Have `settings` written soon."""
        with self._wake:
            self._wanted = settings
            self._wake.notify()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="settings", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """Write what is still to be written; waits for it, a few seconds at most."""
        with self._wake:
            self._closed = True
            self._wake.notify()
        if self._thread is not None:
            self._thread.join(_LIMIT_S)

    def _run(self) -> None:
        while (settings := self._next()) is not None:
            notice = write_settings(self._path, settings)
            if notice is not None:
                self._tell(notice)

    def _next(self) -> Settings | None:
        with self._wake:
            self._wake.wait_for(lambda: self._wanted is not None or self._closed)
            self._wake.wait_for(lambda: self._closed, _GATHER_S)
            settings, self._wanted = self._wanted, None
            return settings
