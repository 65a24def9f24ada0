"""The ring: what is left of a phase as an arc around its seconds."""

import math

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from stretchtimer.ui.theme import DIGITS_PX
from stretchtimer.ui.typeface import font

_PEN_SHARE = 0.048  # width of the arc by the ring's size
_CAP_SHARE = 0.1  # more of the whole arc than its round end takes, and what is painted with it
_SMALLEST_STEP = 0.001  # of the whole arc; less is not seen


class Ring(QWidget):
    """Repaints all of itself when the digits change, otherwise only around the arc's tip."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._digits = ""
        self._left = 1.0
        self._strong = False
        self._piece, self._tips = QRect(), (0.0, 1.0)  # what was asked for last, as share too
        self._pen_px = 8.0
        self._circle = self._room_for_digits = QRectF()
        self._font = QFont()
        self.setAutoFillBackground(True)  # or all that is behind would be painted with each piece

    def show_left(self, digits: str, left: float, *, strong: bool) -> None:
        """Show `digits` and the share that is `left`; `strong` is the accent, for what counts."""
        if (digits, strong) != (self._digits, self._strong):
            other_length = len(digits) != len(self._digits)
            self._digits, self._left, self._strong = digits, left, strong
            if other_length:
                self._fit_digits()
            self.update()
        elif abs(left - self._left) >= _SMALLEST_STEP:
            tips = sorted((self._left, left))
            self._left = left
            self._tips = _quarters(tips[0] - _CAP_SHARE, tips[1] + _CAP_SHARE)
            self._piece = self._around_arc(*tips)
            self.update(self._piece)

    def digits(self) -> str:
        """What stands in the ring."""
        return self._digits

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure once what every picture needs."""
        super().resizeEvent(event)
        size = float(min(self.width(), self.height()))
        self._pen_px = max(8.0, size * _PEN_SHARE)
        size -= self._pen_px + 2
        self._circle = QRectF((self.width() - size) / 2, (self.height() - size) / 2, size, size)
        self._fit_digits()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Track, arc, and the digits where they are asked for."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, role = self.palette(), QPalette.ColorRole
        circle = self._circle
        begin, end = self._tips if self._piece.contains(event.rect()) else (0.0, 1.0)
        pen = QPen(palette.color(role.Mid), self._pen_px)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawArc(circle, *_arc(begin, end))
        if self._left > 0:
            pen.setColor(palette.color(role.Highlight if self._strong else role.PlaceholderText))
            painter.setPen(pen)
            painter.drawArc(circle, *_arc(begin, self._left))
        room = self._room_for_digits
        if room.intersects(QRectF(event.rect())):
            painter.setPen(palette.color(role.WindowText))
            painter.setFont(self._font)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
            painter.drawText(room, flags, self._digits)

    def _fit_digits(self) -> None:
        """As large as the inner circle lets two digits be; three get smaller."""
        inner = self._circle.width() - self._pen_px
        self._font = font(DIGITS_PX, QFont.Weight.DemiBold)
        self._font.setFeature(QFont.Tag("tnum"), 1)
        metrics = QFontMetricsF(self._font)
        wide = metrics.horizontalAdvance("0" * max(2, len(self._digits)))
        high = metrics.capHeight()
        share = inner * 0.95 / math.hypot(wide, high)
        self._font.setPixelSize(max(1, int(DIGITS_PX * share)))
        self._room_for_digits = QRectF(0, 0, wide * share, high * share * 1.15)
        self._room_for_digits.moveCenter(self._circle.center())

    def _around_arc(self, before: float, after: float) -> QRect:
        """The piece of the ring between two tips, with room for the round ends."""
        circle, margin = self._circle, self._pen_px
        piece = QRectF()
        steps = 1 + int(abs(after - before) * 24)
        for step in range(steps + 1):
            share = before + (after - before) * step / steps
            angle = math.radians(90 + share * 360)
            x = circle.center().x() + math.cos(angle) * circle.width() / 2
            y = circle.center().y() - math.sin(angle) * circle.height() / 2
            piece |= QRectF(x - margin, y - margin, 2 * margin, 2 * margin)
        return piece.toAlignedRect()


def _quarters(begin: float, end: float) -> tuple[float, float]:
    """The quarters that hold a piece, all where it goes beyond the top: Qt bends the curve a little
    when it draws less of one.
    """
    if begin < 0.0 or end > 1.0:
        return 0.0, 1.0
    return math.floor(begin * 4) / 4, math.ceil(end * 4) / 4


def _arc(begin: float, end: float) -> tuple[int, int]:
    """Where an arc begins and how far it goes, as Qt counts, from shares of the whole."""
    first, last = round((90 + begin * 360) * 16), round((90 + end * 360) * 16)
    return first, last - first
