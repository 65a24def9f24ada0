"""A switch: on or off, its name at the left."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from stretchtimer.ui.icon_button import paint_focus
from stretchtimer.ui.theme import TEXT_PX
from stretchtimer.ui.typeface import font

_HEIGHT_PX, _TRACK_WIDTH_PX, _TRACK_HEIGHT_PX = 36, 40, 22
_FADED = 0.4
_Role = QPalette.ColorRole


class Toggle(QCheckBox):
    """A check box to the keyboard and to screen readers."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._scale = 1.0
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_scale(1.0)

    def show_on(self, *, on: bool) -> None:
        """Show how it stands, telling nobody."""
        self.blockSignals(True)  # noqa: FBT003  # Qt takes it by position
        self.setChecked(on)
        self.blockSignals(False)  # noqa: FBT003  # Qt takes it by position
        self.update()

    def set_scale(self, scale: float) -> None:
        """Let the switch grow with the window."""
        self._scale = scale
        self.setFont(font(TEXT_PX * scale))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for the name and the switch."""
        width = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(
            width + round((_TRACK_WIDTH_PX + 16) * self._scale), round(_HEIGHT_PX * self._scale)
        )

    def minimumSizeHint(self) -> QSize:
        """No less than that."""
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:
        """The whole row can be pressed."""
        return self.rect().contains(position)

    def paintEvent(self, _: QPaintEvent) -> None:
        """The name, the track and the knob on its side."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(_FADED)
        palette, scale = self.palette(), self._scale
        width, height = _TRACK_WIDTH_PX * scale, _TRACK_HEIGHT_PX * scale
        left, top = self.width() - width - 2 * scale, (self.height() - height) / 2
        painter.setFont(self.font())
        painter.setPen(palette.color(_Role.WindowText))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, self.text())
        on, edge = self.isChecked(), 1.5 * scale
        quiet = palette.color(_Role.PlaceholderText)
        painter.setPen(Qt.PenStyle.NoPen if on else QPen(quiet, edge))
        painter.setBrush(palette.color(_Role.Highlight if on else _Role.Base))
        track = QRectF(left, top, width, height)
        inner = track if on else track.adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(_Role.HighlightedText) if on else quiet)
        knob = height / 2 - (3 if on else 5) * scale
        middle = track.right() - height / 2 if on else track.left() + height / 2
        painter.drawEllipse(QPointF(middle, track.center().y()), knob, knob)
        if self.hasFocus():
            around = track.adjusted(-4 * scale, -4 * scale, 4 * scale, 4 * scale)
            paint_focus(painter, around, around.height() / 2, 1, palette.color(_Role.Highlight))
