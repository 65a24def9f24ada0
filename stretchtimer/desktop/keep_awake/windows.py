"""Windows: the execution state of the thread that asks."""

from stretchtimer.desktop.system import IS_WINDOWS, library

_CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x1, 0x2


class WindowsAwake:
    """Holds for the thread that asked, which has to be the one that lets go."""

    def hold(self) -> bool:
        """Require system and display; whether Windows agreed."""
        if not IS_WINDOWS:
            return False
        return bool(
            library("kernel32").SetThreadExecutionState(_CONTINUOUS | _SYSTEM | _DISPLAY)
        )  # fmt: skip

    def let_go(self) -> None:
        """Require nothing."""
        library("kernel32").SetThreadExecutionState(_CONTINUOUS)
