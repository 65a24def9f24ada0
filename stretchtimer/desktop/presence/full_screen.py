"""Whether a window fills the screen: a film, a talk, a game."""

import ctypes
import os
from functools import cache
from typing import Any

from stretchtimer.desktop.system import IS_WINDOWS, library

_ATOM, _WINDOW = 4, 33
# SHQueryUserNotificationState: busy, a Direct3D game, a presentation
_WINDOWS_BUSY = (2, 3, 4)


def by_x11() -> bool | None:
    """X11: the active window's own state. Wayland has no way to ask."""
    x = _x11()
    if x is None:
        return None
    active = x.property(x.root, "_NET_ACTIVE_WINDOW", _WINDOW)
    if active is None:
        return None
    if not active or not active[0]:
        return False
    states = x.property(active[0], "_NET_WM_STATE", _ATOM) or []
    return x.atom("_NET_WM_STATE_FULLSCREEN") in states


def by_shell() -> bool | None:
    """Windows: what its own notifications go by."""
    if not IS_WINDOWS:
        return None
    state = ctypes.c_int()
    if library("shell32").SHQueryUserNotificationState(ctypes.byref(state)) != 0:
        return None
    return state.value in _WINDOWS_BUSY


class _X11:
    def __init__(self, xlib: ctypes.CDLL, display: int) -> None:
        self._library, self._display = xlib, display
        self.root = int(xlib.XDefaultRootWindow(display))
        self._atoms: dict[str, int] = {}

    def atom(self, name: str) -> int:
        if name not in self._atoms:
            self._atoms[name] = self._library.XInternAtom(self._display, name.encode(), 0)
        return self._atoms[name]

    def property(self, window: int, name: str, kind: int) -> list[int] | None:
        """The numbers in a window's property; empty if it has none."""
        found_kind, count, left = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_ulong()
        size, data = ctypes.c_int(), ctypes.POINTER(ctypes.c_ulong)()
        failed = self._library.XGetWindowProperty(
            self._display, window, self.atom(name), 0, 64, 0, kind,
            ctypes.byref(found_kind), ctypes.byref(size), ctypes.byref(count),
            ctypes.byref(left), ctypes.byref(data),
        )  # fmt: skip
        if failed:
            return None
        numbers = [data[place] for place in range(count.value)]
        self._library.XFree(data)
        return numbers


@cache
def _x11() -> _X11 | None:
    if os.environ.get("WAYLAND_DISPLAY") or not os.environ.get("DISPLAY"):
        return None
    try:
        xlib = library("libX11.so.6")
    except OSError:
        return None
    handler = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
    # A window may be gone by the time it is asked for; Xlib would end the program.
    _x11_errors.append(handler(lambda *_: 0))
    xlib.XSetErrorHandler(_x11_errors[0])
    xlib.XOpenDisplay.restype = ctypes.c_void_p
    xlib.XOpenDisplay.argtypes = (ctypes.c_char_p,)
    xlib.XDefaultRootWindow.restype = ctypes.c_ulong
    xlib.XDefaultRootWindow.argtypes = (ctypes.c_void_p,)
    xlib.XInternAtom.restype = ctypes.c_ulong
    xlib.XInternAtom.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int)
    xlib.XFree.argtypes = (ctypes.c_void_p,)
    number = ctypes.POINTER(ctypes.c_ulong)
    xlib.XGetWindowProperty.argtypes = (
        ctypes.c_void_p, ctypes.c_ulong, ctypes.c_ulong, ctypes.c_long, ctypes.c_long,
        ctypes.c_int, ctypes.c_ulong, number, ctypes.POINTER(ctypes.c_int), number, number,
        ctypes.POINTER(number),
    )  # fmt: skip
    display = xlib.XOpenDisplay(None)
    return _X11(xlib, display) if display else None


_x11_errors: list[Any] = []

HANDLERS = (by_shell, by_x11)
