"""A question with two answers in a window of our own."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from stretchtimer.ui.corner_window import CornerWindow
from stretchtimer.ui.icon_button import IconButton
from stretchtimer.ui.theme import GRID_PX


class QuestionWindow(CornerWindow):
    """What a yes or a no does is written on its button."""

    yes_clicked = Signal()
    no_clicked = Signal()

    def __init__(self) -> None:
        super().__init__("Stretchtimer: question")
        self._yes = IconButton(self, "", "", text="Yes", kind="primary")
        self._yes.clicked.connect(self.yes_clicked)
        self._no = IconButton(self, "", "", text="No", kind="tonal")
        self._no.clicked.connect(self.no_clicked)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID_PX)
        for part in (self._yes, self._no):
            part.set_scale(1.0)
            buttons.addWidget(part)
        buttons.addStretch(1)
        self.add_rows([buttons])

    def ask(self, title: str, text: str, yes: str, no: str) -> None:
        """Show a question with the words for its answers."""
        for button, words in ((self._yes, yes), (self._no, no)):
            button.setText(words)
            button.rename("", words, "")
            button.updateGeometry()
        self.show_words(title, text)
