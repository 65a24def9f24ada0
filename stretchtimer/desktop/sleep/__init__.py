"""Being told at once when the machine wakes. Comparing clocks at the next look finds out anyway."""

from collections.abc import Callable

from stretchtimer.desktop.bus import system_bus

_LOGIN = "org.freedesktop.login1"


def tell_of_waking(woke: Callable[[], None]) -> bool:
    """Call `woke`, on some thread, after every sleep; whether anybody will tell us."""
    bus = system_bus()
    if bus is None or not bus.has(_LOGIN):
        return False

    def heard(values: tuple[object, ...]) -> None:
        if values and values[0] is False:
            woke()

    bus.listen("/org/freedesktop/login1", f"{_LOGIN}.Manager", "PrepareForSleep", heard)
    return True
