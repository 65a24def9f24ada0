"""Finds what is cut off, what has no name, and what the keyboard cannot reach on a screen."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)

CONTROLS = (QAbstractButton, QAbstractSlider, QLineEdit, QSpinBox)
# What Qt makes of its own inside of a control, and scroll bars, which the keys of a page move.
_INNER = ("qt_spinbox_lineedit", "qt_scrollarea_vcontainer", "qt_scrollarea_hcontainer")


def shown(root, kind):
    """Everything of a kind that is on the screen."""
    return [
        part
        for part in root.findChildren(kind)
        if part.isVisible() and not part.objectName().startswith(_INNER)
    ]


def cut_texts(root):
    """Labels that have less room than their text needs."""
    cut = []
    for label in shown(root, QLabel):
        flags = int(label.alignment())
        if label.wordWrap():
            flags |= int(Qt.TextFlag.TextWordWrap)
        room = QRect(0, 0, label.contentsRect().width(), 1 << 20)
        needed = QFontMetrics(label.font()).boundingRect(room, flags, label.text())
        # A label rounds its own height, by a pixel or two where the type is large.
        if needed.width() > label.width() or needed.height() > label.height() + 2:
            cut.append((label.text(), needed.size(), label.size()))
    return cut


def squeezed_buttons(root):
    """Buttons that are smaller than their contents."""
    return [
        (button.accessibleName(), button.size())
        for button in shown(root, QAbstractButton)
        if button.width() < button.sizeHint().width()
    ]


def outside(root):
    """Controls that stick out at the right: a page scrolls down, never aside."""
    width = root.window().width()
    found = []
    for part in shown(root, QWidget):
        right = part.mapTo(root.window(), QPoint(part.width(), 0)).x()
        if right > width and isinstance(part, (*CONTROLS, QLabel)):
            found.append((part, right))
    return found


def nameless(root):
    """Controls that a screen reader could not tell."""
    return [
        part
        for kind in CONTROLS
        for part in shown(root, kind)
        if not part.accessibleName() and part.metaObject().className() != "QScrollBar"
    ]


def flaws(root):
    """Everything that is wrong, by what it is; empty where all can be read and used."""
    found = {
        "cut": cut_texts(root),
        "squeezed": squeezed_buttons(root),
        "outside": outside(root),
        "nameless": nameless(root),
    }
    return {name: parts for name, parts in found.items() if parts}


def settle():
    """Let everything find its place: a layout in a layout takes a few rounds."""
    for _ in range(8):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def reached_by_tab(window):
    """What has the keyboard after each press of Tab, once around."""
    from PySide6.QtTest import QTest

    seen = []
    for _ in range(200):
        QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
        if window.focusWidget() in seen:
            break
        seen.append(window.focusWidget())
    return seen
