"""One of many, with a button to the one before and to the one after."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from stretchtimer.ui.icon_button import IconButton
from stretchtimer.ui.text import Text
from stretchtimer.ui.theme import TEXT_PX


class Stepper(QWidget):
    """Tells -1 or 1; what that leads to is shown by `show_step`."""

    stepped = Signal(int)

    def __init__(self, name: str) -> None:
        """`name` is what is stepped through, for screen readers."""
        super().__init__()
        self._before = IconButton(self, "before", f"{name} before")
        self._after = IconButton(self, "after", f"{name} after")
        self._before.clicked.connect(lambda: self.stepped.emit(-1))
        self._after.clicked.connect(lambda: self.stepped.emit(1))
        self._text = Text("", TEXT_PX, strong=True)
        self._text.setWordWrap(False)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._before)
        row.addWidget(self._text, 1)
        row.addWidget(self._after)

    def show_step(self, text: str, *, has_before: bool, has_after: bool) -> None:
        """Show where one is, and whether there is anything on either side."""
        self._text.show_text(text)
        self._before.setEnabled(has_before)
        self._after.setEnabled(has_after)

    def set_scale(self, scale: float) -> None:
        """Let the buttons grow with the window."""
        for button in (self._before, self._after):
            button.set_scale(scale * 0.8)
