"""A number of seconds, times or centimetres: typed, or changed by the buttons beside it."""

from typing import Literal

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QPainter, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpinBox, QWidget

from stretchtimer.ui.icon_button import IconButton, paint_focus
from stretchtimer.ui.theme import RADIUS_PX, TEXT_PX
from stretchtimer.ui.typeface import font

_STEP_S = 5
Unit = Literal["s", "×", "cm"]
_UNITS: dict[Unit, tuple[int, str]] = {
    "s": (_STEP_S, "seconds"),
    "×": (1, "times"),
    "cm": (1, "centimetres"),
}
_HEIGHT_PX, _WIDTH_PX = 36, 68


class SecondsField(QWidget):
    """Tells each new number that a person chose; `show_value` tells nobody."""

    changed = Signal(int)
    entered = Signal()  # the keyboard has come

    def __init__(self, name: str, lowest: int, highest: int, *, unit: Unit = "s") -> None:
        super().__init__()
        self._radius = float(RADIUS_PX)
        step, said = _UNITS[unit]
        self._box = _Box(unit, step)
        self._box.setAccessibleName(f"{name}, {said}")
        self._box.setRange(lowest, highest)
        self._box.valueChanged.connect(self.changed)
        self._box.entered.connect(self.entered)
        self._box.entered.connect(self.update)
        self._box.left.connect(self.update)
        self._fewer = IconButton(self, "", f"{name}: {step} {said} less", text="−")
        self._more = IconButton(self, "", f"{name}: {step} {said} more", text="+")
        for button, way in ((self._fewer, -step), (self._more, step)):
            button.setAutoRepeat(True)
            # The field itself goes up and down by the arrow keys.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _=False, way=way: self._step_by(way))
        self.setFocusProxy(self._box)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for part in (self._fewer, self._box, self._more):
            row.addWidget(part)
        self.set_scale(1.0)

    @property
    def value(self) -> int:
        """The number that is shown."""
        return self._box.value()

    def show_value(self, value: int) -> None:
        """Show `value`, telling nobody."""
        if value != self._box.value():
            self._box.blockSignals(True)  # noqa: FBT003  # Qt takes it by position
            self._box.setValue(value)
            self._box.blockSignals(False)  # noqa: FBT003  # Qt takes it by position

    def set_scale(self, scale: float) -> None:
        """Let the field grow with the window."""
        self._box.take_font(font(TEXT_PX * scale))
        self._radius = RADIUS_PX * scale * 0.75
        self._box.setFixedSize(round(_WIDTH_PX * scale), round(_HEIGHT_PX * scale))
        for button in (self._fewer, self._more):
            button.set_scale(scale * 0.85)

    def paintEvent(self, _: QPaintEvent) -> None:
        """The ground of the number, and a ring around it while it has the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Button))
        around = QRectF(self._box.geometry())
        painter.drawRoundedRect(around, self._radius, self._radius)
        if self._box.hasFocus():
            color = self.palette().color(QPalette.ColorRole.Highlight)
            paint_focus(painter, around, self._radius, 1.0, color)

    def _step_by(self, step: int) -> None:
        """To the next multiple of five, so that 32 goes to 35."""
        value = self._box.value()
        self._box.setValue((value // step + 1) * step if value % step else value + step)


class _Box(QSpinBox):
    entered = Signal()
    left = Signal()

    def __init__(self, unit: str, step: int) -> None:
        super().__init__()
        self.setSuffix(f" {unit}")
        self.setFrame(False)
        # The field around it paints the ground; a style sheet on the box itself loses the number.
        self.lineEdit().setStyleSheet("background: transparent;")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.setSingleStep(step)
        # Not "4" on the way to "40": what is typed holds when it is whole.
        self.setKeyboardTracking(False)

    def take_font(self, letters: QFont) -> None:
        """The line within has a style sheet, and with it a font of its own."""
        self.setFont(letters)
        self.lineEdit().setFont(letters)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the wheel belongs to the screen, which scrolls
