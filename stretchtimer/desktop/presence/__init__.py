"""What speaks against a break just now. Unknown is an answer, and holds nothing."""

from collections.abc import Callable

from stretchtimer.core.reminders.look import Signals
from stretchtimer.desktop.presence import camera, do_not_disturb, full_screen, lock, microphone

SignalHandler = Callable[[], bool | None]


def first_known(handlers: tuple[SignalHandler, ...]) -> bool | None:
    """What the first handler that knows says; None if none does."""
    return next((told for handler in handlers if (told := handler()) is not None), None)


def all_signals() -> Signals:
    """Everything, asked anew: a few milliseconds, more where a service hangs."""
    return Signals(
        microphone=first_known(microphone.HANDLERS),
        camera=first_known(camera.HANDLERS),
        full_screen=first_known(full_screen.HANDLERS),
        do_not_disturb=first_known(do_not_disturb.HANDLERS),
        locked=first_known(lock.HANDLERS),
    )


def signals_of_someone_still() -> Signals:
    """What tells somebody who sits and listens from somebody who left; cheap."""
    if not (locked := first_known(lock.HANDLERS)):
        return Signals(
            microphone=first_known(microphone.HANDLERS),
            camera=first_known(camera.HANDLERS),
            full_screen=first_known(full_screen.HANDLERS),
            locked=locked,
        )
    return Signals(locked=True)
