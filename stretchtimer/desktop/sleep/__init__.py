"""Being told when the machine goes to sleep and wakes.

Comparing clocks at the next look finds out anyway; one just before tells what was used until then.
"""

from collections.abc import Callable

from stretchtimer.desktop.bus import system_bus

_LOGIN = "org.freedesktop.login1"


def tell_of_sleep(told: Callable[[], None]) -> bool:
    """Call `told`, on some thread, before and after every sleep; whether anybody will tell us."""
    bus = system_bus()
    if bus is None or not bus.has(_LOGIN):
        return False
    bus.listen(
        "/org/freedesktop/login1", f"{_LOGIN}.Manager", "PrepareForSleep", lambda _: told()
    )  # fmt: skip
    return True
