"""A slider on the window's own tones; a press anywhere on it jumps there."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QStyle

from stretchtimer.ui.icon_button import paint_focus

_HEIGHT_PX, _TRACK_PX, _KNOB_PX = 36, 6, 22
_Role = QPalette.ColorRole


class Slider(QSlider):
    """Moves in steps of `step`; the arrow keys go one step, Page keys go five."""

    def __init__(self, name: str, lowest: int, highest: int, step: int = 1) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._scale, self._step = 1.0, step
        self.setAccessibleName(name)
        self.set_range(lowest, highest, step)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_range(self, lowest: int, highest: int, step: int) -> None:
        """Go from `lowest` to `highest` in steps of `step`."""
        self._step = step
        self.setRange(lowest, highest)
        self.setSingleStep(step)
        self.setPageStep(5 * step)

    def set_scale(self, scale: float) -> None:
        """Let the slider grow with the window."""
        self._scale = scale
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for the knob and its focus."""
        return QSize(round(160 * self._scale), round(_HEIGHT_PX * self._scale))

    def minimumSizeHint(self) -> QSize:
        """No less than can be aimed at."""
        return QSize(round(100 * self._scale), round(_HEIGHT_PX * self._scale))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Jump there, and be dragged on."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._go_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        if self.isSliderDown():
            self._go_to(event.position().x())

    def mouseReleaseEvent(self, _: QMouseEvent) -> None:
        """Stay where it is."""
        self.setSliderDown(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel belongs to the screen, which scrolls."""
        event.ignore()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Track, what is filled of it, knob."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        palette, scale = self.palette(), self._scale
        knob, track = _KNOB_PX * scale / 2, _TRACK_PX * scale
        middle, at = self.height() / 2, self._position()
        for role, until in ((_Role.Mid, self.width() - knob), (_Role.Highlight, at)):
            painter.setBrush(palette.color(role))
            rect = QRectF(knob, middle - track / 2, until - knob, track)
            painter.drawRoundedRect(rect, track / 2, track / 2)
        painter.setBrush(palette.color(_Role.Highlight))
        painter.drawEllipse(QPointF(at, middle), knob - 3 * scale, knob - 3 * scale)
        if self.hasFocus():
            around = QRectF(at - knob, middle - knob, 2 * knob, 2 * knob)
            paint_focus(painter, around, knob, 0.5, palette.color(_Role.Highlight))

    def _position(self) -> float:
        knob = _KNOB_PX * self._scale / 2
        share = (self.value() - self.minimum()) / max(1, self.maximum() - self.minimum())
        return knob + share * (self.width() - 2 * knob)

    def _go_to(self, x: float) -> None:
        knob = round(_KNOB_PX * self._scale / 2)
        room = self.width() - 2 * knob
        value = QStyle.sliderValueFromPosition(
            self.minimum(), self.maximum(), round(x) - knob, room
        )
        self.setValue(round(value / self._step) * self._step)
