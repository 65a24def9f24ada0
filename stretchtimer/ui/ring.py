"""The ring: what is left of a phase as an arc around its seconds."""

import math

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

from stretchtimer.ui.theme import DIGITS_PX
from stretchtimer.ui.typeface import font

_PEN_SHARE = 0.048  # width of the arc by the ring's size
_SMALLEST_STEP = 0.001  # of the whole arc; less is not seen


class Ring(QWidget):
    """Repaints all of itself when the digits change, otherwise only around the arc's tip."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._digits = ""
        self._left = 1.0
        self._strong = False

    def show_left(self, digits: str, left: float, *, strong: bool) -> None:
        """Show `digits` and the share that is `left`; `strong` is the accent, for what counts."""
        if (digits, strong) != (self._digits, self._strong):
            self._digits, self._left, self._strong = digits, left, strong
            self.update()
        elif abs(left - self._left) >= _SMALLEST_STEP:
            before, self._left = self._left, left
            self.update(self._around_arc(before, left))

    def digits(self) -> str:
        """What stands in the ring."""
        return self._digits

    def paintEvent(self, event: QPaintEvent) -> None:
        """Track, arc, and the digits where they are asked for."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, role = self.palette(), QPalette.ColorRole
        circle = self._circle()
        pen = QPen(palette.color(role.Mid), self._pen_width())
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawEllipse(circle)
        if self._left > 0:
            pen.setColor(palette.color(role.Highlight if self._strong else role.PlaceholderText))
            painter.setPen(pen)
            painter.drawArc(circle, 90 * 16, round(self._left * 360 * 16))
        room = self._room_for_digits()
        if event.rect().intersects(room.toAlignedRect()):
            painter.setPen(palette.color(role.WindowText))
            painter.setFont(self._digit_font())
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
            painter.drawText(room, flags, self._digits)

    def _pen_width(self) -> float:
        return max(8.0, min(self.width(), self.height()) * _PEN_SHARE)

    def _circle(self) -> QRectF:
        size = min(self.width(), self.height()) - self._pen_width() - 2
        return QRectF((self.width() - size) / 2, (self.height() - size) / 2, size, size)

    def _room_for_digits(self) -> QRectF:
        """What digits may cover: two or three of them, whose corners nearly touch the arc."""
        circle = self._circle()
        inner = circle.width() - self._pen_width()
        room = QRectF(0, 0, inner * 0.92, inner * 0.65)
        room.moveCenter(circle.center())
        return room

    def _digit_font(self) -> QFont:
        """As large as the inner circle lets two digits be; three get smaller."""
        inner = self._circle().width() - self._pen_width()
        made = font(DIGITS_PX, QFont.Weight.DemiBold)
        made.setFeature(QFont.Tag("tnum"), 1)
        metrics = QFontMetricsF(made)
        sample = "0" * max(2, len(self._digits))
        diagonal = math.hypot(metrics.horizontalAdvance(sample), metrics.capHeight())
        made.setPixelSize(max(1, int(DIGITS_PX * inner * 0.95 / diagonal)))
        return made

    def _around_arc(self, before: float, after: float) -> QRect:
        """The piece of the ring between two tips, with room for the round ends."""
        circle = self._circle()
        margin = self._pen_width()
        piece = QRectF()
        steps = 1 + int(abs(after - before) * 24)
        for step in range(steps + 1):
            share = before + (after - before) * step / steps
            angle = math.radians(90 + share * 360)
            x = circle.center().x() + math.cos(angle) * circle.width() / 2
            y = circle.center().y() - math.sin(angle) * circle.height() / 2
            piece |= QRectF(x - margin, y - margin, 2 * margin, 2 * margin)
        return piece.toAlignedRect()
