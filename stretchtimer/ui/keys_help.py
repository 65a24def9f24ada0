"""The keys, on a card over the window."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from stretchtimer.ui.commands import key_lines
from stretchtimer.ui.theme import GRID_PX, RADIUS_PX, TEXT_PX
from stretchtimer.ui.typeface import font

_VEIL_ALPHA = 200
_WIDTH, _ROW, _KEY_WIDTH = 460, 28, 92


class KeysHelp(QWidget):
    """Covers its parent until a click closes it; the session goes on meanwhile."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._scale = 1.0
        self.setAccessibleName("Keys")
        lines = (f"{key}: {meaning}." for key, meaning in key_lines())
        self.setAccessibleDescription(" ".join(lines))
        self.hide()

    def set_scale(self, scale: float) -> None:
        """Let the card grow with the window."""
        self._scale = scale

    def mousePressEvent(self, _: QMouseEvent) -> None:
        """A click anywhere closes the card."""
        self.hide()

    def paintEvent(self, _: QPaintEvent) -> None:
        """A veil over the window, and the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, role, scale = self.palette(), QPalette.ColorRole, self._scale
        veil = QColor(palette.color(role.Window))
        veil.setAlpha(_VEIL_ALPHA)
        painter.fillRect(self.rect(), veil)
        lines = key_lines()
        padding = 3 * GRID_PX * scale
        row = min(_ROW * scale, (self.height() - 2 * padding - 2 * GRID_PX) / len(lines))
        width = min(_WIDTH * scale, self.width() - 2.0 * GRID_PX)
        height = row * len(lines) + 2 * padding
        left, top = (self.width() - width) / 2, (self.height() - height) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(role.Button))
        radius = RADIUS_PX * scale
        painter.drawRoundedRect(QRectF(left, top, width, height), radius, radius)
        size_px = min(TEXT_PX * scale, row * 0.62)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(palette.color(role.WindowText))
        for number, (key, meaning) in enumerate(lines):
            y = top + padding + number * row
            x = left + padding
            painter.setFont(font(size_px, QFont.Weight.DemiBold))
            painter.drawText(QRectF(x, y, _KEY_WIDTH * scale, row), middle, key)
            x += _KEY_WIDTH * scale
            painter.setFont(font(size_px))
            painter.drawText(QRectF(x, y, left + width - x, row), middle, meaning)
