"""A rounded ground for things that belong together."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from stretchtimer.ui.text import Text
from stretchtimer.ui.theme import GRID_PX, RADIUS_PX, TEXT_PX


class Tile(QWidget):
    """Parts under each other, on a tone of its own, with or without a heading."""

    def __init__(
        self, heading: str = "", *, role: QPalette.ColorRole = QPalette.ColorRole.Base
    ) -> None:
        """`role` is the palette's tone of the ground."""
        super().__init__()
        self._role = role
        self._radius = float(RADIUS_PX)
        self.rows = QVBoxLayout(self)
        if heading:
            self.setAccessibleName(heading)
            self.rows.addWidget(Text(heading, TEXT_PX, strong=True))
        self.set_scale(1.0)

    def set_scale(self, scale: float) -> None:
        """Let the air grow with the window."""
        self._radius = RADIUS_PX * scale
        edge = round(2 * GRID_PX * scale)
        self.rows.setContentsMargins(edge, edge, edge, edge)
        self.rows.setSpacing(round(GRID_PX * scale))

    def paintEvent(self, _: QPaintEvent) -> None:
        """The ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(self._role))
        painter.drawRoundedRect(QRectF(self.rect()), self._radius, self._radius)
