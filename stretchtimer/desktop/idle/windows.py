"""Windows: the tick of the last input."""

import ctypes

from stretchtimer.desktop.system import IS_WINDOWS, library

_WRAP = 2**32


class _LastInput(ctypes.Structure):
    _fields_ = (("size", ctypes.c_uint), ("tick", ctypes.c_uint))


def idle_ms() -> int | None:
    """Milliseconds since the last input of this session."""
    if not IS_WINDOWS:
        return None
    asked = _LastInput(ctypes.sizeof(_LastInput), 0)
    if not library("user32").GetLastInputInfo(ctypes.byref(asked)):
        return None
    return since(asked.tick, library("kernel32").GetTickCount())


def since(then_ms: int, now_ms: int) -> int:
    """The time between two readings of a counter of 32 bits, which begins anew every 49 days."""
    return (now_ms - then_ms) % _WRAP
