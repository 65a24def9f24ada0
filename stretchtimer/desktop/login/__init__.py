"""Starting with the session: hidden where there is a tray, said so in plain files of the system."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from stretchtimer.desktop.login import linux, macos, windows
from stretchtimer.desktop.system import IS_MACOS, IS_WINDOWS


@dataclass(frozen=True, slots=True)
class LoginStart:
    """How this system is told. `turn_on` and `turn_off` raise OSError."""

    is_on: Callable[[], bool]
    turn_on: Callable[[Sequence[str]], None]
    turn_off: Callable[[], None]


def login_start() -> LoginStart:
    """The way of this system."""
    way = windows if IS_WINDOWS else macos if IS_MACOS else linux
    return LoginStart(way.is_on, way.turn_on, way.turn_off)
