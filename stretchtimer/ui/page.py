"""What every screen but the player is: one column in the middle that scrolls where it is long."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from stretchtimer.ui.shell_layout import page_margin, page_scale
from stretchtimer.ui.theme import GRID_PX, SCROLL_BAR_STYLE


@runtime_checkable
class Scaled(Protocol):
    """A part of a screen that grows with the window."""

    def set_scale(self, scale: float) -> None:
        """Take this scale; 1 in small windows."""
        ...


class Page(QScrollArea):
    """A screen puts its parts into `column`, and calls `rescale` when it has made new ones.

    It sets its focus proxy to what has the keyboard when the screen is opened.
    """

    def __init__(self, name: str) -> None:
        """`name` is for screen readers."""
        super().__init__()
        self.scale = 1.0
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setStyleSheet(SCROLL_BAR_STYLE)
        self._content = _Content()
        self.column = QVBoxLayout(self._content)
        self.column.setSpacing(0)
        self.setWidget(self._content)

    def rescale(self) -> None:
        """Bring every part to the page's scale."""
        for part in self._content.findChildren(QWidget):
            if isinstance(part, Scaled):
                part.set_scale(self.scale)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the scale and the margins of the new size."""
        window = self.window()
        scale = page_scale(window.width(), window.height())
        margin, edge = page_margin(self.width(), scale), round(4 * GRID_PX * scale)
        self.column.setContentsMargins(margin, edge, margin, edge)
        if scale != self.scale:
            self.scale = scale
            self.column.setSpacing(0)
            self.rescale()
        super().resizeEvent(event)


class _Content(QWidget):
    """As high as its parts are at the width there is."""

    def minimumSizeHint(self) -> QSize:
        """No height of its own: wrapped texts would ask for what they need in a narrow column."""
        return QSize(super().minimumSizeHint().width(), 0)
