"""Where Tab leads: to each control in the order in which it was made, and to none twice."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def move_keyboard(window: QWidget, *, forward: bool) -> bool:
    """Give the keyboard to the next control of `window`, or the one before; False if there is none.

    Qt takes a screen that lends its keyboard to one of its controls (a focus proxy) for a stop of
    its own: Tab would jump from the navigation to that control, past all that stands before it.
    """
    focused: QWidget | None = window.focusWidget()  # Qt's types say that there always is one
    here = window if focused is None else focused
    step = QWidget.nextInFocusChain if forward else QWidget.previousInFocusChain
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    part = step(here)
    while part is not None and part is not here:
        if _is_stop(part, window):
            part.setFocus(reason)
            return True
        part = step(part)
    return False


def _is_stop(part: QWidget, window: QWidget) -> bool:
    takes_it = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus) and part.focusProxy() is None
    return takes_it and part.isEnabled() and part.isVisibleTo(window) and part.window() is window
