"""macOS: its own `caffeinate`, which ends with us."""

import os
import subprocess

from stretchtimer.desktop.system import IS_MACOS


class MacAwake:
    """Holds while its helper runs."""

    def __init__(self) -> None:
        self._helper: subprocess.Popen[bytes] | None = None

    def hold(self) -> bool:
        """Start the helper; whether it could be."""
        if not IS_MACOS:
            return False
        command = ["/usr/bin/caffeinate", "-d", "-i", "-w", str(os.getpid())]
        try:
            self._helper = subprocess.Popen(command)  # noqa: S603  # a fixed command
        except OSError:
            return False
        return True

    def let_go(self) -> None:
        """End the helper."""
        if self._helper is not None:
            self._helper.terminate()
            self._helper.wait(1)
            self._helper = None
