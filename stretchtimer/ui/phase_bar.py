"""The whole routine as a bar cut into its phases, with what comes next and what is left."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from stretchtimer.core.phase import PhaseKind
from stretchtimer.core.timeline import Phase
from stretchtimer.ui.theme import TEXT_PX, font

_BAR_PX, _THIN_PX, _GAP_PX = 10, 4, 2


class PhaseBar(QWidget):
    """Holds are the tall pieces; what has been done is in the accent."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._phases: Sequence[Phase] = ()
        self._position_ms = 0
        self._coming = self._left = ""
        self._scale = 1.0

    def set_scale(self, scale: float) -> None:
        """Let the bar grow with the window."""
        self._scale = scale
        self.setFont(font(TEXT_PX * scale, QFont.Weight.Medium))

    def show_phases(
        self, phases: Sequence[Phase], position_ms: int, *, coming: str, left: str
    ) -> None:
        """Show where in `phases` the session is; repaints when that is to be seen."""
        told = (coming, left) == (self._coming, self._left)
        same = phases is self._phases and told
        if same and self._pixel(position_ms) == self._pixel(self._position_ms):
            return
        self._phases, self._position_ms = phases, position_ms
        self._coming, self._left = coming, left
        self.setAccessibleName(f"{coming}. {left}")
        bar_top = int(self._bar_middle() - _BAR_PX * self._scale)
        self.update(0, bar_top if told else 0, self.width(), self.height())

    def paintEvent(self, _: QPaintEvent) -> None:
        """Two short texts above the bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_texts(painter)
        if not self._phases:
            return
        palette, role = self.palette(), QPalette.ColorRole
        done, to_come = palette.color(role.Highlight), palette.color(role.Mid)
        now = self._pixel(self._position_ms)
        for phase in self._phases:
            left, right = self._pixel(phase.at_ms), self._pixel(phase.end_ms)
            tall = phase.kind is PhaseKind.HOLD
            height = (_BAR_PX if tall else _THIN_PX) * self._scale
            gap = min(_GAP_PX * self._scale, (right - left) / 3)
            piece = QRectF(left, self._bar_middle() - height / 2, right - left - gap, height)
            _paint_piece(painter, piece, to_come)
            if now > left:
                painter.save()
                painter.setClipRect(QRectF(0, 0, now, self.height()))
                _paint_piece(painter, piece, done)
                painter.restore()

    def _paint_texts(self, painter: QPainter) -> None:
        role = QPalette.ColorRole
        painter.setFont(self.font())
        room = QRectF(0, 0, self.width(), self._bar_middle() - _BAR_PX * self._scale / 2)
        painter.setPen(self.palette().color(role.PlaceholderText))
        painter.drawText(room, _LEFT, self._coming)
        painter.setPen(self.palette().color(role.WindowText))
        painter.drawText(room, _RIGHT, self._left)

    def _bar_middle(self) -> float:
        return self.height() - _BAR_PX * self._scale / 2

    def _pixel(self, at_ms: int) -> float:
        if not self._phases:
            return 0.0
        return round(at_ms * self.width() / self._phases[-1].end_ms * 2) / 2


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _paint_piece(painter: QPainter, piece: QRectF, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    radius = min(piece.width(), piece.height()) / 2
    painter.drawRoundedRect(piece, radius, radius)
