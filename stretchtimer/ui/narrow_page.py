"""A page whose lines are short, as a letter's are, and the line that tells how far one has come."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from stretchtimer.ui.page import Page
from stretchtimer.ui.rows import refill
from stretchtimer.ui.theme import GRID_PX

_WIDEST_PX = 640


class NarrowPage(Page):
    """Its parts stand a little above the middle."""

    def __init__(self, name: str, *, edge_px: int = 3 * GRID_PX) -> None:
        """`name` is for screen readers; `edge_px` is the least air at the left and right."""
        super().__init__(name)
        self._edge_px = edge_px
        self._parts = QVBoxLayout()
        self._parts.setSpacing(GRID_PX)
        self.column.addStretch(1)
        self.column.addLayout(self._parts)
        self.column.addStretch(2)

    def show_parts(self, parts: Sequence[QWidget]) -> None:
        """Show these, from the top."""
        refill(self._parts, parts)
        self.rescale()
        self.verticalScrollBar().setValue(0)

    def margin(self) -> int:
        """The air at the left and right of the lines."""
        return max(self._edge_px, (self.width() - round(_WIDEST_PX * self.scale)) // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines short."""
        super().resizeEvent(event)
        margin, edge = self.margin(), max(GRID_PX, self._edge_px)
        edge = round(edge * self.scale)
        self.column.setContentsMargins(margin, edge, margin, edge)


class ShareLine(QWidget):
    """How far one has come: a thin line at the upper edge."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_scale(1.0)

    def show_share(self, share: float) -> None:
        """Show a share, 0 to 1."""
        self._share = share
        self.update()

    def set_scale(self, scale: float) -> None:
        """Let the line grow with the window."""
        self.setFixedHeight(round(4 * scale))

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(100, self.height())

    def paintEvent(self, _: QPaintEvent) -> None:
        """The line."""
        painter = QPainter(self)
        rect = QRectF(0, 0, self.width() * self._share, self.height())
        painter.fillRect(rect, self.palette().color(QPalette.ColorRole.Highlight))
