"""The ring: what is left of a phase as an arc around its seconds."""

import math

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from stretchtimer.ui.theme import DIGITS_PX
from stretchtimer.ui.typeface import font

_PEN_SHARE = 0.048  # width of the arc by the ring's size
_CAP_SHARE = 0.1  # more of the whole arc than its round end takes, and what is painted with it
_SMALLEST_STEP = 0.001  # of the whole arc; less is not seen
_STEPS = 24  # that the whole arc is drawn in


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
            self._tips = _steps(tips[0] - _CAP_SHARE, tips[1] + _CAP_SHARE)
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
        painter.strokePath(_arc(circle, begin, end), pen)
        if self._left > 0:
            pen.setColor(palette.color(role.Highlight if self._strong else role.PlaceholderText))
            painter.strokePath(_arc(circle, begin, self._left), pen)
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


def _steps(begin: float, end: float) -> tuple[float, float]:
    """The steps of the arc that hold a piece; all of them where it goes beyond the top."""
    if begin < 0.0 or end > 1.0:
        return 0.0, 1.0
    return math.floor(begin * _STEPS) / _STEPS, math.ceil(end * _STEPS) / _STEPS


def _arc(circle: QRectF, begin: float, end: float) -> QPainterPath:
    """From one share of the whole to another in short steps: a long piece Qt bends otherwise than
    one that ends a little earlier, and the picture of a moved tip would not meet what stands.
    """
    path = QPainterPath()
    path.arcMoveTo(circle, 90 + begin * 360)
    between = range(math.floor(begin * _STEPS) + 1, math.ceil(end * _STEPS))
    for step_end in (*(step / _STEPS for step in between), end):
        path.arcTo(circle, 90 + begin * 360, (step_end - begin) * 360)
        begin = step_end
    return path
