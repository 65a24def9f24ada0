"""How long ago the last key or pointer movement was. Unknown is an answer."""

from collections.abc import Callable

from stretchtimer.desktop.idle import gnome, macos, wayland, windows, x11

IdleHandler = Callable[[], int | None]

# In the order of trust. Where Wayland runs, X11 would only tell of the windows that use it.
HANDLERS: tuple[IdleHandler, ...] = (
    windows.idle_ms,
    macos.idle_ms,
    gnome.idle_ms,
    wayland.idle_ms,
    x11.idle_ms,
)


def idle_ms(handlers: tuple[IdleHandler, ...] = HANDLERS) -> int | None:
    """Milliseconds without input as the first handler that knows tells; None if none does."""
    return next((told for handler in handlers if (told := handler()) is not None), None)
