"""Keeping the screen and the machine awake while a session runs, and no longer."""

from collections.abc import Callable, Sequence
from typing import Protocol

from stretchtimer.desktop.keep_awake import freedesktop, macos, windows, x11


class AwakeHandler(Protocol):
    """One way to keep awake. Both calls may take their time and never raise."""

    def hold(self) -> bool:
        """Ask for it; whether it is really held."""
        ...

    def let_go(self) -> None:
        """Take the wish back."""
        ...


def usual_handlers() -> Sequence[AwakeHandler]:
    """The ways of this machine, the best one first."""
    return (
        windows.WindowsAwake(),
        macos.MacAwake(),
        freedesktop.BusAwake(),
        x11.X11Awake(),
    )


class KeepingAwake:
    """Holds by the first way that works, on the thread that `run` leads to."""

    def __init__(
        self,
        run: Callable[[Callable[[], object]], None],
        handlers: Callable[[], Sequence[AwakeHandler]] = usual_handlers,
    ) -> None:
        self._run, self._make_handlers = run, handlers
        self._handlers: Sequence[AwakeHandler] | None = None
        self._held: AwakeHandler | None = None

    def hold(self) -> None:
        """Ask for it; harmless when asked twice or when nothing can do it."""
        self._run(self._hold)

    def let_go(self) -> None:
        """Take the wish back."""
        self._run(self._let_go)

    def _hold(self) -> None:
        if self._held is None:
            if self._handlers is None:
                self._handlers = self._make_handlers()
            self._held = next((one for one in self._handlers if one.hold()), None)

    def _let_go(self) -> None:
        if self._held is not None:
            self._held.let_go()
            self._held = None


class SystemDecides:
    """The desktop's own settings decide when screen and machine sleep: nothing is asked of them."""

    def hold(self) -> None:
        """Nothing to ask for."""

    def let_go(self) -> None:
        """Nothing to take back."""
