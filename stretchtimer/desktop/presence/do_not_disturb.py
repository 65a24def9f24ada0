"""Whether the person asked the desktop for quiet.

macOS does not tell other programs; there a pause of the reminders does the same.
"""

import os
import shutil

from stretchtimer.desktop.bus import CALL_LIMIT_S, session_bus

_NOTIFICATIONS = ("org.freedesktop.Notifications", "/org/freedesktop/Notifications")
_XFCONF = "org.xfce.Xfconf"


def by_notification_server() -> bool | None:
    """KDE says "inhibited", dunst "paused"."""
    bus = session_bus()
    if bus is None or not bus.has(_NOTIFICATIONS[0]):
        return None
    for interface, name in (
        ("org.freedesktop.Notifications", "Inhibited"),
        ("org.dunstproject.cmd0", "paused"),
    ):
        told = bus.get(*_NOTIFICATIONS, interface, name)
        if isinstance(told, bool):
            return told
    return None


def by_xfce() -> bool | None:
    """Xfce keeps it among its settings."""
    bus = session_bus()
    if bus is None or not bus.has(_XFCONF):
        return None
    wanted = ("xfce4-notifyd", "/do-not-disturb")
    answer = bus.call(_XFCONF, "/org/xfce/Xfconf", _XFCONF, "GetProperty", "ss", *wanted)
    return bool(answer[0][1]) if answer else None


def by_gnome() -> bool | None:
    """GNOME does not show banners then."""
    if "GNOME" not in os.environ.get("XDG_CURRENT_DESKTOP", "").upper():
        return None
    asking = shutil.which("gsettings")
    if asking is None:
        return None
    import subprocess  # nobody else needs it while the program is hidden

    try:
        asked = subprocess.run(  # noqa: S603  # a fixed command
            [asking, "get", "org.gnome.desktop.notifications", "show-banners"],
            capture_output=True,
            text=True,
            timeout=CALL_LIMIT_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return {"true": False, "false": True}.get(asked.stdout.strip())


HANDLERS = (by_gnome, by_notification_server, by_xfce)
