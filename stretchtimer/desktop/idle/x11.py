"""X11's screen saver extension, through the system's own libraries."""

import ctypes
import os
from functools import cache
from typing import Any

from stretchtimer.desktop.system import library


class _Info(ctypes.Structure):
    _fields_ = (
        ("window", ctypes.c_ulong),
        ("state", ctypes.c_int),
        ("kind", ctypes.c_int),
        ("since", ctypes.c_ulong),
        ("idle", ctypes.c_ulong),
        ("event_mask", ctypes.c_ulong),
    )


def idle_ms() -> int | None:
    """Milliseconds since the last input to the X server."""
    saver = _saver()
    if saver is None:
        return None
    asked, display, root, info = saver
    if not asked.XScreenSaverQueryInfo(display, root, info):
        return None
    return int(info.contents.idle)


@cache
def _saver() -> tuple[Any, Any, Any, Any] | None:
    if os.environ.get("WAYLAND_DISPLAY") or not os.environ.get("DISPLAY"):
        return None
    try:
        x11 = library("libX11.so.6")
        saver = library("libXss.so.1")
    except OSError:
        return None
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XOpenDisplay.argtypes = (ctypes.c_char_p,)
    x11.XDefaultRootWindow.restype = ctypes.c_ulong
    x11.XDefaultRootWindow.argtypes = (ctypes.c_void_p,)
    number = ctypes.POINTER(ctypes.c_int)
    saver.XScreenSaverQueryExtension.argtypes = (ctypes.c_void_p, number, number)
    saver.XScreenSaverAllocInfo.restype = ctypes.POINTER(_Info)
    saver.XScreenSaverQueryInfo.argtypes = (
        ctypes.c_void_p,
        ctypes.c_ulong,
        ctypes.POINTER(_Info),
    )
    display = x11.XOpenDisplay(None)
    unused = ctypes.c_int(), ctypes.c_int()
    if not display or not saver.XScreenSaverQueryExtension(display, *unused):
        return None
    return saver, display, x11.XDefaultRootWindow(display), saver.XScreenSaverAllocInfo()
