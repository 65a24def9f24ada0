"""Bars beside their names: a week's minutes against a band, and right against left."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from stretchtimer.ui.theme import SMALL_PX
from stretchtimer.ui.tints import mixed
from stretchtimer.ui.typeface import font

_ROW_PX, _BAR_PX, _NAME_SHARE, _GAP_PX = 30, 10, 0.32, 12
_Role = QPalette.ColorRole
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Bar:
    """One line: a name, one or two amounts from 0 to 1, and the words for them.

    `heard` are the words for who does not see the bars.
    """

    name: str
    shares: tuple[float, ...]
    value: str
    heard: str


class Bars(QWidget):
    """A line a bar; `band` is a stretch of the scale, 0 to 1, in which a bar does well to end."""

    def __init__(self, name: str, band: tuple[float, float] | None = None) -> None:
        super().__init__()
        self._bars: Sequence[Bar] = ()
        self._band, self._scale = band, 1.0
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show these, from the top."""
        self._bars = bars
        self.setAccessibleDescription(" ".join(f"{bar.name}: {bar.heard}." for bar in bars))
        self.updateGeometry()
        self.update()

    def set_scale(self, scale: float) -> None:
        """Let the bars grow with the window."""
        self._scale = scale
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """A row for each."""
        rows = max(1, len(self._bars))
        return QSize(round(240 * self._scale), round(rows * _ROW_PX * self._scale))

    def minimumSizeHint(self) -> QSize:
        """No less than it needs."""
        return self.sizeHint()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Band, tracks, bars, words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, scale = self.palette(), self._scale
        row = _ROW_PX * scale
        painter.setFont(font(SMALL_PX * scale))
        metrics = painter.fontMetrics()
        widest = max((metrics.horizontalAdvance(bar.value) for bar in self._bars), default=0)
        left, right = self.width() * _NAME_SHARE, self.width() - widest - _GAP_PX * scale
        painter.setPen(Qt.PenStyle.NoPen)
        if self._band is not None:
            low, high = (left + at * (right - left) for at in self._band)
            painter.setBrush(palette.color(_Role.AlternateBase))
            painter.drawRoundedRect(QRectF(low, 0, high - low, self.height()), 4, 4)
        for number, bar in enumerate(self._bars):
            middle = (number + 0.5) * row
            self._paint_bar(painter, bar, left, right, middle)
            painter.setPen(palette.color(_Role.WindowText))
            name = painter.fontMetrics().elidedText(
                bar.name, Qt.TextElideMode.ElideRight, int(left - 8 * scale)
            )
            painter.drawText(QRectF(0, middle - row / 2, left, row), _MIDDLE, name)
            painter.setPen(palette.color(_Role.PlaceholderText))
            room = QRectF(right, middle - row / 2, self.width() - right, row)
            painter.drawText(room, _MIDDLE | Qt.AlignmentFlag.AlignRight, bar.value)

    def _paint_bar(
        self, painter: QPainter, bar: Bar, left: float, right: float, middle: float
    ) -> None:
        palette, scale = self.palette(), self._scale
        height = _BAR_PX * scale / len(bar.shares)
        accent, track = palette.color(_Role.Highlight), palette.color(_Role.Mid)
        painter.setPen(Qt.PenStyle.NoPen)
        for number, share in enumerate(bar.shares):
            top = middle - _BAR_PX * scale / 2 + number * (height + scale)
            painter.setBrush(mixed(palette.color(_Role.Base), track, 0.6))
            painter.drawRoundedRect(QRectF(left, top, right - left, height), height / 2, height / 2)
            painter.setBrush(mixed(accent, track, 0.45) if number else accent)
            width = max(height, min(1.0, share) * (right - left)) if share else 0
            painter.drawRoundedRect(QRectF(left, top, width, height), height / 2, height / 2)
