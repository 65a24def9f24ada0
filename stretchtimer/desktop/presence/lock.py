"""Whether the screen is locked."""

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
_DESKTOP_SWITCHDESKTOP = 0x0100


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


def by_input_desktop() -> bool | None:
    """Windows: while locked, no program may switch to the desktop that takes input."""
    if not IS_WINDOWS:
        return None
    user32 = library("user32")
    desktop = user32.OpenInputDesktop(0, 0, _DESKTOP_SWITCHDESKTOP)
    if not desktop:
        return True
    reachable = user32.SwitchDesktop(desktop)
    user32.CloseDesktop(desktop)
    return not reachable


HANDLERS = (by_input_desktop, by_screen_saver, by_login)
