"""Whether the screen is locked."""

import ctypes
import os

from stretchtimer.desktop.bus import session_bus, system_bus
from stretchtimer.desktop.system import IS_WINDOWS, library

_LOGIN = "org.freedesktop.login1"
_SAVERS = (
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.freedesktop.ScreenSaver", "/ScreenSaver"),
    ("org.xfce.ScreenSaver", "/org/xfce/ScreenSaver"),
    ("org.mate.ScreenSaver", "/org/mate/ScreenSaver"),
    ("org.cinnamon.ScreenSaver", "/org/cinnamon/ScreenSaver"),
)
_CURRENT_SESSION, _SESSION_INFO_EX = 0xFFFFFFFF, 25
_FLAGS = {0: True, 1: False}  # locked, unlocked; anything else is not known


class SessionInfo(ctypes.Structure):
    """The beginning of WTSINFOEXW, whose second part is aligned to eight bytes."""

    _fields_ = (
        ("level", ctypes.c_uint32),
        ("unused", ctypes.c_uint32),
        ("session", ctypes.c_uint32),
        ("connected", ctypes.c_int),
        ("flags", ctypes.c_uint32),
    )


def by_screen_saver() -> bool | None:
    """GNOME, KDE, Xfce and others say whether their screen saver is on."""
    bus = session_bus()
    if bus is None:
        return None
    there = bus.those_there(service for service, _ in _SAVERS)
    for service, path in _SAVERS:
        if service in there:
            answer = bus.call(service, path, service, "GetActive")
            if answer:
                return bool(answer[0])
    return None


def by_login() -> bool | None:
    """systemd's login service, where the desktop tells it."""
    bus = system_bus()
    if bus is None:
        return None
    # what the session's own services start is told no number; the login service knows it
    session = os.environ.get("XDG_SESSION_ID") or "auto"
    answer = bus.call(
        _LOGIN, "/org/freedesktop/login1", f"{_LOGIN}.Manager", "GetSession", "s", session
    )
    if not answer:
        return None
    told = bus.get(_LOGIN, str(answer[0]), f"{_LOGIN}.Session", "LockedHint")
    return told if isinstance(told, bool) else None


def by_session() -> bool | None:
    """Windows: what its session service notes."""
    if not IS_WINDOWS:
        return None
    service = library("wtsapi32")
    ask, free = service.WTSQuerySessionInformationW, service.WTSFreeMemory
    ask.argtypes = (
        ctypes.c_void_p,
        ctypes.c_uint32,
        ctypes.c_int,
        ctypes.POINTER(ctypes.POINTER(SessionInfo)),
        ctypes.POINTER(ctypes.c_uint32),
    )
    free.argtypes = (ctypes.c_void_p,)
    info, size = ctypes.POINTER(SessionInfo)(), ctypes.c_uint32()
    this_session = ctypes.byref(info), ctypes.byref(size)
    if not ask(None, _CURRENT_SESSION, _SESSION_INFO_EX, *this_session):
        return None
    flags = info.contents.flags
    free(info)
    return _FLAGS.get(flags)


HANDLERS = (by_session, by_screen_saver, by_login)
