"""Settings: each with its name, what it stands at, its control, and perhaps an explanation."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from stretchtimer.ui.text import Text, small
from stretchtimer.ui.theme import GRID_PX, SMALL_PX, TEXT_PX
from stretchtimer.ui.tile import Tile


class SettingsTile(Tile):
    """Settings that belong together, with air between them."""

    def set_scale(self, scale: float) -> None:
        """Let the air grow with the window."""
        super().set_scale(scale)
        self.rows.setSpacing(round(1.75 * GRID_PX * scale))


class SettingRow(QWidget):
    """The name stands above the control, so that it finds room in any column."""

    def __init__(self, name: str, control: QWidget, hint: str = "") -> None:
        super().__init__()
        self._name = Text(name, TEXT_PX)
        self._name.setBuddy(control)
        self._value = Text("", SMALL_PX, soft=True)
        self._value.setWordWrap(False)
        self._value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        self._value.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
        self._hint = small(hint)
        control.setAccessibleName(name)
        control.setAccessibleDescription(hint)
        self._control = control
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self._value)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.addLayout(head)
        self._rows.addWidget(control)
        self._rows.addWidget(self._hint)
        self.set_scale(1.0)

    def set_scale(self, scale: float) -> None:
        """Let the air grow with the window."""
        self._rows.setSpacing(round(GRID_PX * scale / 2))

    def show_value(self, text: str) -> None:
        """Say what a slider stands at."""
        self._value.show_text(text)

    def show_hint(self, text: str) -> None:
        """Explain; an empty text takes no room."""
        self._hint.show_text(text)
        self._control.setAccessibleDescription(text)
