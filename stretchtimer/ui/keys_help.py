"""The keys, on a card over the window."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from stretchtimer.ui.commands import key_lines
from stretchtimer.ui.theme import GRID_PX, RADIUS_PX, TEXT_PX, font

_VEIL_ALPHA = 200
_WIDTH, _ROW, _KEY_WIDTH = 460, 28, 92


class KeysHelp(QWidget):
    """Covers its parent until a key or a click closes it; the session goes on meanwhile."""

    def __init__(self, parent: QWidget, scale: float) -> None:
        super().__init__(parent)
        self._scale = scale
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName("keys-help")
        self.setAccessibleName("Keys")
        lines = (f"{key}: {meaning}." for key, meaning in key_lines())
        self.setAccessibleDescription(" ".join(lines))
        self.setGeometry(parent.rect())

    def keyPressEvent(self, _: QKeyEvent) -> None:
        """Any key that the player has no use for closes the help."""
        self.close()

    def mousePressEvent(self, _: QMouseEvent) -> None:
        """So does a click."""
        self.close()

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
        row = min(_ROW * scale, (self.height() - 2 * padding - 16) / len(lines))
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
