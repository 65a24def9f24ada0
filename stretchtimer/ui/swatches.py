"""Colours beside each other, of which one holds."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from stretchtimer.ui.theme import GRID_PX

_SIZE_PX, _DOT_PX = 36, 13
_Role = QPalette.ColorRole


class Swatches(QWidget):
    """The arrow keys go from one to the next; the chosen number, from 1, is told."""

    chosen = Signal(int)

    def __init__(self, name: str, colors: Sequence[str]) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._dots: list[_Dot] = []
        for number, color in enumerate(colors, start=1):
            dot = _Dot(self, color, f"{name} {number} of {len(colors)}")
            dot.clicked.connect(lambda _=False, number=number: self.chosen.emit(number))
            self._dots.append(dot)
            self._row.addWidget(dot)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_scale(1.0)

    def set_value(self, number: int) -> None:
        """Mark the colour with this number, telling nobody."""
        self._dots[number - 1].setChecked(True)

    def set_scale(self, scale: float) -> None:
        """Let the colours grow with the window."""
        self._row.setSpacing(round(GRID_PX * scale / 4))
        for dot in self._dots:
            dot.set_scale(scale)


class _Dot(QAbstractButton):
    def __init__(self, parent: QWidget, color: str, name: str) -> None:
        super().__init__(parent)
        self._color, self._scale = QColor(color), 1.0
        self.setAccessibleName(name)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_scale(self, scale: float) -> None:
        self._scale = scale
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        side = round(_SIZE_PX * self._scale)
        return QSize(side, side)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, radius = QRectF(self.rect()).center(), _DOT_PX * self._scale
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._color)
        painter.drawEllipse(middle, radius * 0.85, radius * 0.85)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        accent = self.palette().color(_Role.Highlight)
        if self.isChecked():
            painter.setPen(QPen(accent, 2.5 * self._scale))
            painter.drawEllipse(middle, radius * 1.15, radius * 1.15)
        if self.hasFocus():
            painter.setPen(QPen(accent, 1.5, Qt.PenStyle.DotLine))
            edge = self.width() / 2 - 1
            painter.drawEllipse(QPointF(middle), edge, edge)
