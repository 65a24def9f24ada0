"""What keeps moving pictures even: nothing may stop them in between."""

import gc
import os

_NEVER = 1_000  # so many collections of the younger, and no session has as many


def paint_on_one_thread() -> None:
    """Let Qt fill shapes by itself: to hand pieces of a small one to threads, as it does if it can
    be seen through, costs four times as much as to fill it. Before there is an application.
    """
    os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")


def set_aside_what_stays() -> None:
    """Let the garbage collector pass over all that is there now, and no more look through all that
    comes: for a library and a window, or the bodies of a movement, it takes longer than a moving
    picture has for a frame.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, _NEVER)
