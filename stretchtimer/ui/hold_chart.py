"""A line of weeks: how long one exercise was held on average."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from stretchtimer.ui.theme import SMALL_PX
from stretchtimer.ui.tints import mixed
from stretchtimer.ui.typeface import font

_HEIGHT_PX, _LEFT_PX, _BOTTOM_PX = 140, 40, 22
_Role = QPalette.ColorRole
_STEPS = (10, 20, 30, 60, 120, 300, 600)


class HoldChart(QWidget):
    """Weeks from left to right, seconds upwards, from zero."""

    def __init__(self) -> None:
        super().__init__()
        self._weeks: Sequence[tuple[date, float]] = ()
        self._scale = 1.0
        self.setAccessibleName("Hold length over time")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_weeks(self, weeks: Sequence[tuple[date, float]]) -> None:
        """Show mean holds in seconds by the Mondays of their weeks, the oldest first."""
        self._weeks = weeks
        if weeks:
            (first, first_s), (last, last_s) = weeks[0], weeks[-1]
            self.setAccessibleDescription(
                f"{first_s:.0f} seconds in the week of {first.day} {first:%B},"
                f" {last_s:.0f} in that of {last.day} {last:%B}."
            )
        self.update()

    def set_scale(self, scale: float) -> None:
        """Let the chart grow with the window."""
        self._scale = scale
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """A little landscape."""
        return QSize(round(240 * self._scale), round(_HEIGHT_PX * self._scale))

    def minimumSizeHint(self) -> QSize:
        """No less than it needs."""
        return self.sizeHint()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Two lines to measure by, the weeks, first and last day."""
        if not self._weeks:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, scale = self.palette(), self._scale
        plot = QRectF(
            _LEFT_PX * scale,
            8 * scale,
            self.width() - (_LEFT_PX + 8) * scale,
            self.height() - (_BOTTOM_PX + 8) * scale,
        )
        highest = max(held_s for _, held_s in self._weeks)
        top_s = next((step for step in _STEPS if step >= highest), highest)
        painter.setFont(font((SMALL_PX - 1) * scale))
        soft = palette.color(_Role.PlaceholderText)
        for held_s in (0, top_s / 2, top_s):
            y = plot.bottom() - held_s / top_s * plot.height()
            painter.setPen(QPen(mixed(palette.color(_Role.Base), palette.color(_Role.Mid), 0.7), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(soft)
            room = QRectF(0, y - 10 * scale, plot.left() - 6 * scale, 20 * scale)
            middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(room, middle, f"{held_s:.0f} s")
        self._paint_weeks(painter, plot, top_s)
        below = QRectF(plot.left(), plot.bottom() + 2 * scale, plot.width(), _BOTTOM_PX * scale)
        painter.setPen(soft)
        first, last = self._weeks[0][0], self._weeks[-1][0]
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, f"{first.day} {first:%b %Y}")
        if last != first:
            painter.drawText(below, Qt.AlignmentFlag.AlignRight, f"{last.day} {last:%b %Y}")

    def _paint_weeks(self, painter: QPainter, plot: QRectF, top_s: float) -> None:
        first, last = self._weeks[0][0], self._weeks[-1][0]
        span = max(1, (last - first).days)
        points = [
            QPointF(
                plot.left() + (monday - first).days / span * plot.width(),
                plot.bottom() - held_s / top_s * plot.height(),
            )
            for monday, held_s in self._weeks
        ]
        accent = self.palette().color(_Role.Highlight)
        painter.setPen(QPen(accent, 2.5 * self._scale))
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        shown = points if len(points) <= 26 else points[-1:]
        for point in shown:
            painter.drawEllipse(point, 4 * self._scale, 4 * self._scale)
