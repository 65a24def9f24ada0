"""Whether a window can be opened here. Qt must not be asked: it ends the process if it cannot."""

import importlib.util
import os
import socket
import sys
from pathlib import Path


def has_display() -> bool:
    """Whether there is a screen that this session can reach."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return _wayland_answers() or _x11_answers(os.environ.get("DISPLAY", ""))


def why_no_window() -> str:
    """What else hinders a window, in words; empty if nothing is known to."""
    if importlib.util.find_spec("PySide6") is None:
        return "PySide6 is not installed"
    return ""


def _wayland_answers() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY", "")
    if not name:
        return False
    path = Path(os.environ.get("XDG_RUNTIME_DIR", "")) / name
    return _connects(socket.AF_UNIX, str(path))


def _x11_answers(display: str) -> bool:
    """Whether the X server of a DISPLAY such as ":0", "unix:0" or "host:10.0" can be reached."""
    host, colon, rest = display.rpartition(":")
    number = rest.partition(".")[0]
    if not colon or not number.isdigit():
        return False
    if host in ("", "unix"):
        path = f"/tmp/.X11-unix/X{number}"  # noqa: S108  # where X servers listen
        return _connects(socket.AF_UNIX, path) or _connects(socket.AF_UNIX, f"\0{path}")
    return _connects(socket.AF_INET, (host, 6000 + int(number)))


def _connects(family: socket.AddressFamily, address: str | tuple[str, int]) -> bool:
    try:
        with socket.socket(family, socket.SOCK_STREAM) as connection:
            connection.settimeout(2.0)
            connection.connect(address)
    except OSError:
        return False
    return True
