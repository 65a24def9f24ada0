"""Linux desktops: the screen saver service, which goes by our own name."""

from stretchtimer.desktop.bus import session_bus

_WHO, _WHY = "Stretchtimer", "A stretch is being counted"
_SERVICES = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.freedesktop.ScreenSaver", "/ScreenSaver"),
    ("org.freedesktop.PowerManagement.Inhibit", "/org/freedesktop/PowerManagement/Inhibit"),
)


class BusAwake:
    """Holds until it lets go or the program ends."""

    def __init__(self) -> None:
        self._service, self._path, self._cookie = "", "", 0

    def hold(self) -> bool:
        """Ask the first service that is there."""
        bus = session_bus()
        if bus is None:
            return False
        for service, path in _SERVICES:
            if bus.has(service):
                answer = bus.call(service, path, service, "Inhibit", "ss", _WHO, _WHY)
                if answer:
                    self._service, self._path, self._cookie = service, path, int(answer[0])
                    return True
        return False

    def let_go(self) -> None:
        """Give the cookie back."""
        bus = session_bus()
        if bus is not None:
            bus.call(self._service, self._path, self._service, "UnInhibit", "u", self._cookie)
