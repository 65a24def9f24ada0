"""A small window of our own in the corner, where no notification server has buttons.

It never takes the keyboard: who types goes on typing. A screen reader is told what it says.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QGuiApplication,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from stretchtimer.ui.text import Text
from stretchtimer.ui.theme import GRID_PX, LEAD_PX, RADIUS_PX

_WIDTH_PX = 400
_Flag = Qt.WindowType


class CornerWindow(QWidget):
    """At the lower right corner of the screen, over other windows: words, and rows of buttons."""

    def __init__(self, window_title: str) -> None:
        super().__init__(
            None,
            _Flag.Tool
            | _Flag.FramelessWindowHint
            | _Flag.WindowStaysOnTopHint
            | _Flag.WindowDoesNotAcceptFocus,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setWindowTitle(window_title)
        self._title = Text("", LEAD_PX, strong=True)
        self._text = Text("", soft=True)
        self._rows = QVBoxLayout(self)
        edge = 2 * GRID_PX + 4
        self._rows.setContentsMargins(edge, edge, edge, edge)
        self._rows.setSpacing(GRID_PX)
        self._rows.addWidget(self._title)
        self._rows.addWidget(self._text)
        self._rows.addSpacing(GRID_PX)
        self.setFixedWidth(_WIDTH_PX)

    def add_rows(self, rows: Sequence[QLayout]) -> None:
        """Put rows of buttons under the words."""
        for row in rows:
            self._rows.addLayout(row)

    def show_words(self, title: str, text: str) -> None:
        """Show these words, and say them to a screen reader."""
        self._title.show_text(title)
        self._text.show_text(text)
        self.setAccessibleName(f"{title}. {text}")
        self.adjustSize()
        screen = QGuiApplication.primaryScreen().availableGeometry()
        self.move(screen.bottomRight() - QPoint(self.width() + GRID_PX, self.height() + GRID_PX))
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{title}. {text}"))

    def paintEvent(self, _: QPaintEvent) -> None:
        """A card with an edge, since nothing lies under it but other programs."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        painter.setPen(palette.color(palette.ColorRole.Mid))
        painter.setBrush(palette.color(palette.ColorRole.Window))
        inner = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(inner, RADIUS_PX, RADIUS_PX)
