"""A break on offer in a window of our own."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from stretchtimer.core.reminders.schedule import SNOOZES_MIN
from stretchtimer.ui.corner_window import CornerWindow
from stretchtimer.ui.icon_button import IconButton
from stretchtimer.ui.text import Text
from stretchtimer.ui.theme import GRID_PX, SMALL_PX


class BreakWindow(CornerWindow):
    """Start, skip, or later."""

    start_clicked = Signal()
    snooze_clicked = Signal(int)
    skip_clicked = Signal()

    def __init__(self) -> None:
        super().__init__("Stretchtimer: break")
        start = IconButton(self, "play", "Start the break", text="Start", kind="primary")
        start.clicked.connect(self.start_clicked)
        skip = IconButton(self, "", "Skip this break", text="Skip", kind="tonal")
        skip.clicked.connect(self.skip_clicked)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID_PX)
        buttons.addWidget(start)
        buttons.addWidget(skip)
        buttons.addStretch(1)
        later = QHBoxLayout()
        later.setSpacing(0)
        word = Text("Later, in", SMALL_PX, soft=True)
        word.setWordWrap(False)
        later.addWidget(word)
        parts = [start, skip]
        for minutes in sorted(SNOOZES_MIN):
            snooze = IconButton(self, "", f"Snooze for {minutes} minutes", text=f"{minutes} min")
            snooze.clicked.connect(lambda _=False, span=minutes: self.snooze_clicked.emit(span))
            later.addWidget(snooze)
            parts.append(snooze)
        later.addStretch(1)
        for part in parts:
            part.set_scale(1.0)
        self.add_rows([buttons, later])
