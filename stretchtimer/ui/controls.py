"""The buttons under the player: everything that the keys do, for a mouse alone."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from stretchtimer.core.events import Event, Mode
from stretchtimer.ui.commands import (
    BACK,
    HURTS,
    LONGER,
    NEXT,
    PLAY_KEY,
    REPEAT,
    SHORTER,
    SKIP,
    WHERE,
    Command,
)
from stretchtimer.ui.icon_button import IconButton, Kind
from stretchtimer.ui.theme import GRID_PX


class Controls(QWidget):
    """Three groups: stop at the left, the transport in the middle, the rest at the right."""

    event_asked = Signal(object)
    play_clicked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._buttons: list[IconButton] = []
        self._groups: list[QHBoxLayout] = []
        self._play = IconButton(self, "pause", "Pause", key=PLAY_KEY, kind="primary")
        self._play.clicked.connect(self.play_clicked)
        self._buttons.append(self._play)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for column in (0, 2):
            self._grid.setColumnStretch(column, 1)
        self._add_group(0, Qt.AlignmentFlag.AlignLeft, self._button(HURTS, "tonal"))
        self._add_group(
            1, Qt.AlignmentFlag.AlignCenter, self._button(BACK), self._play, self._button(NEXT)
        )
        others = (SHORTER, LONGER, REPEAT, SKIP, WHERE)
        self._add_group(2, Qt.AlignmentFlag.AlignRight, *map(self._button, others))

    def show_mode(self, mode: Mode) -> None:
        """Show what Space would do."""
        if mode is Mode.PAUSED:
            self._play.rename("play", "Go on", PLAY_KEY)
        else:
            self._play.rename("pause", "Pause", PLAY_KEY)

    def set_scale(self, scale: float) -> None:
        """Let the buttons grow with the window."""
        for button in self._buttons:
            button.set_scale(scale)
        for group in self._groups:
            group.setSpacing(round(GRID_PX * scale / 2))

    def _button(self, command: Command, kind: Kind = "bare") -> IconButton:
        button = IconButton(
            self, command.icon, command.name, key=command.shown_key, text=command.text, kind=kind
        )
        button.clicked.connect(lambda: self._ask(command.event))
        self._buttons.append(button)
        return button

    def _ask(self, event: Event) -> None:
        self.event_asked.emit(event)

    def _add_group(self, column: int, align: Qt.AlignmentFlag, *buttons: IconButton) -> None:
        group = QHBoxLayout()
        for button in buttons:
            group.addWidget(button)
        self._groups.append(group)
        self._grid.addLayout(group, 0, column, align)
