"""The whole routine as a bar cut into its phases, with what comes next and what is left."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from stretchtimer.core.phase import PhaseKind
from stretchtimer.core.timeline import Phase
from stretchtimer.ui.theme import TEXT_PX
from stretchtimer.ui.typeface import font

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

    def show_words(self, coming: str, left: str) -> None:
        """Show what comes and what is left."""
        if (coming, left) != (self._coming, self._left):
            self._coming, self._left = coming, left
            self.setAccessibleName(f"{coming}. {left}")
            self.update(0, 0, self.width(), int(self._texts_height()))

    def show_position(self, phases: Sequence[Phase], position_ms: int) -> None:
        """Show where in `phases` the session is; repaints when that is to be seen."""
        if phases is not self._phases:
            self._phases, self._position_ms = phases, position_ms
            self.update()
            return
        before, now = sorted((self._pixel(self._position_ms), self._pixel(position_ms)))
        if before != now:
            self._position_ms = position_ms
            top = int(self._texts_height())
            self.update(int(before) - 1, top, int(now - before) + 3, self.height() - top)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Two short texts above the bar; of both, what is asked for."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        asked, texts = event.region(), int(self._texts_height())
        if asked.intersects(QRect(0, 0, self.width(), texts)):
            self._paint_texts(painter)
        part = asked.intersected(QRect(0, texts, self.width(), self.height())).boundingRect()
        if not self._phases or part.isEmpty():
            return
        palette, role = self.palette(), QPalette.ColorRole
        done, to_come = palette.color(role.Highlight), palette.color(role.Mid)
        now = self._pixel(self._position_ms)
        for phase in self._phases:
            left, right = self._pixel(phase.at_ms), self._pixel(phase.end_ms)
            if right < part.left() or left > part.right() + 1:
                continue
            tall = phase.kind is PhaseKind.HOLD
            height = (_BAR_PX if tall else _THIN_PX) * self._scale
            gap = min(_GAP_PX * self._scale, (right - left) / 3)
            piece = QRectF(left, self._bar_middle() - height / 2, right - left - gap, height)
            _paint_piece(painter, piece, to_come)
            if now > left:
                painter.save()
                painter.setClipRect(
                    QRectF(0, 0, now, self.height()), Qt.ClipOperation.IntersectClip
                )
                _paint_piece(painter, piece, done)
                painter.restore()

    def _paint_texts(self, painter: QPainter) -> None:
        role = QPalette.ColorRole
        painter.setFont(self.font())
        room = QRectF(0, 0, self.width(), self._texts_height())
        painter.setPen(self.palette().color(role.PlaceholderText))
        painter.drawText(room, _LEFT, self._coming)
        painter.setPen(self.palette().color(role.WindowText))
        painter.drawText(room, _RIGHT, self._left)

    def _texts_height(self) -> float:
        return self._bar_middle() - _BAR_PX * self._scale / 2

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
