"""Plain X11: the server's own screen saver and power saving are suspended.

The server takes it back by itself when our connection ends.
"""

import ctypes
import os
from functools import cache

from stretchtimer.desktop.system import library


class X11Awake:
    """Holds as long as the display's connection lives."""

    def hold(self) -> bool:
        """Suspend; whether there is a server that can."""
        return self._suspend(wanted=True)

    def let_go(self) -> None:
        """Let the server go on."""
        self._suspend(wanted=False)

    def _suspend(self, *, wanted: bool) -> bool:
        found = _saver()
        if found is None:
            return False
        saver, x11, display = found
        saver.XScreenSaverSuspend(display, wanted)
        x11.XSync(display, 0)
        return True


@cache
def _saver() -> tuple[ctypes.CDLL, ctypes.CDLL, int] | None:
    if os.environ.get("WAYLAND_DISPLAY") or not os.environ.get("DISPLAY"):
        return None
    try:
        x11, saver = library("libX11.so.6"), library("libXss.so.1")
    except OSError:
        return None
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XOpenDisplay.argtypes = (ctypes.c_char_p,)
    x11.XSync.argtypes = (ctypes.c_void_p, ctypes.c_int)
    saver.XScreenSaverSuspend.argtypes = (ctypes.c_void_p, ctypes.c_int)
    display = x11.XOpenDisplay(None)
    return (saver, x11, display) if display else None
