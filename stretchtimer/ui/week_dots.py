"""The week as seven dots: what is done, what is left, and where one stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from stretchtimer.ui.theme import GRID_PX, SMALL_PX
from stretchtimer.ui.typeface import font

_DOT_PX, _SMALLEST_PITCH_PX = 22, 28
_Role = QPalette.ColorRole


@dataclass(frozen=True, slots=True)
class WeekDay:
    """One day: its name, whether something was held on it, and whether it is today."""

    name: str
    done: bool
    today: bool = False


class WeekDots(QWidget):
    """A full dot is a day with a stretch; a ring stands around today."""

    def __init__(self) -> None:
        super().__init__()
        self._days: Sequence[WeekDay] = ()
        self._scale = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_week(self, days: Sequence[WeekDay]) -> None:
        """Show seven days, the first one at the left."""
        self._days = days
        done = [day.name for day in days if day.done]
        self.setAccessibleName(f"Days with a stretch: {', '.join(done) or 'none yet'}")
        self.update()

    def set_scale(self, scale: float) -> None:
        """Let the dots grow with the window."""
        self._scale = scale
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """A row of dots with their letters."""
        return QSize(round(7 * _SMALLEST_PITCH_PX * self._scale), round(50 * self._scale))

    def minimumSizeHint(self) -> QSize:
        """No less than it needs."""
        return self.sizeHint()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Dots and letters."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, scale = self.palette(), self._scale
        pitch = min(self.width() / 7, 48 * scale)
        radius = _DOT_PX * scale / 2
        for number, day in enumerate(self._days):
            middle = QPointF(pitch * number + radius + 2 * scale, radius + 2 * scale)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(_Role.Highlight if day.done else _Role.Mid))
            painter.drawEllipse(middle, radius, radius)
            if day.done:
                _paint_tick(painter, middle, radius, palette.color(_Role.HighlightedText))
            elif day.today:
                painter.setBrush(palette.color(_Role.Base))
                painter.setPen(QPen(palette.color(_Role.Highlight), 2 * scale))
                painter.drawEllipse(middle, radius - scale, radius - scale)
            weight = QFont.Weight.DemiBold if day.today else QFont.Weight.Normal
            painter.setFont(font((SMALL_PX - 1) * scale, weight))
            painter.setPen(palette.color(_Role.WindowText if day.today else _Role.PlaceholderText))
            top = middle.y() + radius + GRID_PX * scale / 4
            room = QRectF(middle.x() - pitch / 2, top, pitch, 20 * scale)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, day.name[:2])


def _paint_tick(painter: QPainter, middle: QPointF, radius: float, ink: QColor) -> None:
    painter.setPen(
        QPen(
            ink,
            radius / 5,
            Qt.PenStyle.SolidLine,
            Qt.PenCapStyle.RoundCap,
            Qt.PenJoinStyle.RoundJoin,
        )
    )
    points = [(-0.42, 0.02), (-0.1, 0.34), (0.44, -0.3)]
    painter.drawPolyline([middle + QPointF(x * radius, y * radius) for x, y in points])
