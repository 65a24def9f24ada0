"""GNOME's own idle monitor, on Wayland and X11."""

import os

from stretchtimer.desktop.bus import session_bus

_SERVICE = "org.gnome.Mutter.IdleMonitor"


def idle_ms() -> int | None:
    """Milliseconds since the last input to GNOME."""
    if "GNOME" not in os.environ.get("XDG_CURRENT_DESKTOP", "").upper():
        return None
    bus = session_bus()
    if bus is None:
        return None
    answer = bus.call(_SERVICE, "/org/gnome/Mutter/IdleMonitor/Core", _SERVICE, "GetIdletime")
    return int(answer[0]) if answer else None
