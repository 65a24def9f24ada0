"""A year of days: a column a week, the fuller the tone the more was held."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from stretchtimer.ui.theme import SMALL_PX
from stretchtimer.ui.tints import mixed
from stretchtimer.ui.typeface import font

_WEEKS, _ROWS, _TOP_PX = 54, 7, 20
_LARGEST_CELL_PX, _SMALLEST_CELL_PX = 18, 8
_SHARES = (0.0, 0.3, 0.55, 0.78, 1.0)  # of the accent, by how full a day is
_MEANINGS = ("nothing", "a start", "a stretch", "five minutes and more", "ten minutes and more")
_DAY = timedelta(days=1)
_Role = QPalette.ColorRole


class YearCalendar(QWidget):
    """Shows how full each day of a year was, from 0 to 4; a ring stands around today."""

    def __init__(self) -> None:
        super().__init__()
        self._year, self._shades, self._today = 2000, dict[date, int](), date(2000, 1, 1)
        self._scale = 1.0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_year(self, year: int, shades: Mapping[date, int], today: date) -> None:
        """Show the days of `year`."""
        self._year, self._shades, self._today = year, dict(shades), today
        held = sum(shade > 1 for shade in shades.values())
        self.setAccessibleName(f"Days of {year}")
        self.setAccessibleDescription(f"{held} days with a stretch in {year}.")
        self.update()

    def set_scale(self, scale: float) -> None:
        """Let the days grow with the window."""
        self._scale = scale
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """The days are squares."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Seven rows, and the names of the months."""
        return round(_TOP_PX * self._scale + _ROWS * self._pitch(width))

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        width = round(600 * self._scale)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A year in its smallest days."""
        width = _WEEKS * _SMALLEST_CELL_PX
        return QSize(width, self.heightForWidth(width))

    def event(self, event: QEvent) -> bool:
        """Tell the day under the pointer."""
        if isinstance(event, QHelpEvent):
            day = self._day_at(event.pos())
            if day is not None:
                meaning = _MEANINGS[self._shades.get(day, 0)]
                QToolTip.showText(event.globalPos(), f"{day.day} {day:%B}: {meaning}", self)
            return True
        return super().event(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Months, days, today."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, pitch, top = self.palette(), self._pitch(self.width()), _TOP_PX * self._scale
        gap = max(1.5, pitch * 0.16)
        empty = mixed(palette.color(_Role.Base), palette.color(_Role.Mid), 0.75)
        accent = palette.color(_Role.Highlight)
        tones = [mixed(empty, accent, share) for share in _SHARES]
        painter.setFont(font((SMALL_PX - 1) * self._scale))
        day = date(self._year, 1, 1)
        while day.year == self._year:
            column, row = self._place(day)
            cell = QRectF(column * pitch, top + row * pitch, pitch - gap, pitch - gap)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tones[self._shades.get(day, 0)])
            painter.drawRoundedRect(cell, pitch * 0.24, pitch * 0.24)
            if day == self._today:
                _ring(painter, cell, pitch, palette.color(_Role.WindowText))
            if day.day == 1:
                painter.setPen(palette.color(_Role.PlaceholderText))
                # A month's name stands over its first whole week.
                left = (column + (row > 0)) * pitch
                room = QRectF(left, 0, 5 * pitch, top)
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, f"{day:%b}")
            day += _DAY

    def _pitch(self, width: int) -> float:
        return min(width / _WEEKS, _LARGEST_CELL_PX * self._scale)

    def _place(self, day: date) -> tuple[int, int]:
        first = date(self._year, 1, 1)
        return ((day - first).days + first.weekday()) // _ROWS, day.weekday()

    def _day_at(self, point: QPoint) -> date | None:
        pitch = self._pitch(self.width())
        row = int((point.y() - _TOP_PX * self._scale) // pitch)
        column = int(point.x() // pitch)
        first = date(self._year, 1, 1)
        day = first + (column * _ROWS + row - first.weekday()) * _DAY
        return day if 0 <= row < _ROWS and day.year == self._year else None


def _ring(painter: QPainter, cell: QRectF, pitch: float, ink: QColor) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, max(1.5, pitch * 0.1)))
    painter.drawRoundedRect(cell, pitch * 0.24, pitch * 0.24)
