"""macOS: the event source's own clock."""

import ctypes

from stretchtimer.desktop.system import IS_MACOS, library

_HID_STATE, _ANY_EVENT = 1, 0xFFFFFFFF


def idle_ms() -> int | None:
    """Milliseconds since the last input event."""
    if not IS_MACOS:
        return None
    from ctypes.util import find_library  # loads much that other systems need not

    path = find_library("ApplicationServices")
    if path is None:
        return None
    seconds = library(path).CGEventSourceSecondsSinceLastEventType
    seconds.restype = ctypes.c_double
    seconds.argtypes = (ctypes.c_int, ctypes.c_uint32)
    return int(seconds(_HID_STATE, _ANY_EVENT) * 1000)
