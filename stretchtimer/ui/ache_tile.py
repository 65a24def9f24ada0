"""The question of the next day: whether an ache is left of what was too much, or hurt."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout

from stretchtimer.ui.option_button import OptionButton
from stretchtimer.ui.text import Text
from stretchtimer.ui.theme import GRID_PX, LEAD_PX
from stretchtimer.ui.tile import Tile


class AcheTile(Tile):
    """Asks with two keys, 1 and 2, and then says in a sentence what follows."""

    answered = Signal(bool)

    def __init__(self) -> None:
        super().__init__(role=QPalette.ColorRole.AlternateBase)
        self.setAccessibleName("The day after")
        self._text = Text("", LEAD_PX - 2)
        self._options = (OptionButton("1", "No"), OptionButton("2", "Yes"))
        line = QHBoxLayout()
        line.setSpacing(GRID_PX)
        for option, aches in zip(self._options, (False, True), strict=True):
            option.clicked.connect(lambda _=False, aches=aches: self.answered.emit(aches))
            line.addWidget(option)
        self.rows.addWidget(self._text)
        self.rows.addLayout(line)
        self.hide()

    def ask(self, question: str) -> None:
        """Ask; an empty question takes no room."""
        self._show(question, asks=True)

    def say(self, sentence: str) -> None:
        """Say what follows from the answer."""
        self._show(sentence, asks=False)

    def answer_by(self, key: int) -> bool:
        """Answer by a digit's key; False if that is no answer to anything."""
        number = key - Qt.Key.Key_1
        if not self.isVisible() or number not in (0, 1) or not self._options[number].isVisible():
            return False
        self._options[number].click()
        return True

    def _show(self, text: str, *, asks: bool) -> None:
        self._text.show_text(text)
        for option in self._options:
            option.setVisible(asks)
        self.setVisible(bool(text))
