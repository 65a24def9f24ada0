"""A few choices beside each other, of which one holds."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from stretchtimer.ui.icon_button import paint_focus
from stretchtimer.ui.theme import GRID_PX, RADIUS_PX, SMALL_PX
from stretchtimer.ui.typeface import font

_HEIGHT_PX, _PADDING_PX = 34, 12
_Role = QPalette.ColorRole
Value = TypeVar("Value")


class Choices(QWidget, Generic[Value]):
    """The arrow keys go from one to the next; the chosen value is told as it was given."""

    chosen = Signal(object)

    def __init__(self, name: str, choices: Sequence[tuple[Value, str]]) -> None:
        """`choices` are values with their texts; the first one holds."""
        super().__init__()
        self.setAccessibleName(name)
        self.value: Value = choices[0][0]
        self._buttons: list[ChoiceButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for value, text in choices:
            button = ChoiceButton(self, text, f"{name}: {text}")
            button.clicked.connect(lambda _=False, value=value: self._choose(value))
            button.value = value
            self._buttons.append(button)
            self._row.addWidget(button)
        self._buttons[0].setChecked(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_scale(1.0)

    def set_value(self, value: Value) -> None:
        """Mark the choice with this value, telling nobody."""
        self.value = value
        for button in self._buttons:
            button.setChecked(button.value == value)

    def set_scale(self, scale: float) -> None:
        """Let the choices grow with the window."""
        self._row.setSpacing(round(GRID_PX * scale / 4))
        for button in self._buttons:
            button.set_scale(scale)

    def _choose(self, value: Value) -> None:
        if value != self.value:
            self.value = value
            self.chosen.emit(value)


class ChoiceButton(QAbstractButton):
    """One of them; `exclusive` where it goes off when another comes on."""

    def __init__(self, parent: QWidget, text: str, name: str, *, exclusive: bool = True) -> None:
        super().__init__(parent)
        self.value: object = None
        self._scale = 1.0
        self.setText(text)
        self.setAccessibleName(name)
        self.setCheckable(True)
        self.setAutoExclusive(exclusive)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_scale(self, scale: float) -> None:
        """Let the button grow with the window."""
        self._scale = scale
        self.setFont(font(SMALL_PX * scale, QFont.Weight.Medium))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for the text."""
        width = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(width + round(2 * _PADDING_PX * self._scale), round(_HEIGHT_PX * self._scale))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """A ground for what holds."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, rect = self.palette(), QRectF(self.rect())
        radius = RADIUS_PX * self._scale
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            role = _Role.AlternateBase if self.isChecked() else _Role.Light
            painter.setBrush(palette.color(role))
            painter.drawRoundedRect(rect, radius, radius)
        painter.setFont(self.font())
        painter.setPen(
            palette.color(_Role.WindowText if self.isChecked() else _Role.PlaceholderText)
        )
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            paint_focus(painter, rect, radius, 1.0, palette.color(_Role.Highlight))
