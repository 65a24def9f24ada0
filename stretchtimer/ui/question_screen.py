"""One question before something begins: its answers have a key each, Esc leaves it unanswered."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from stretchtimer.ui.gap import Gap
from stretchtimer.ui.narrow_page import NarrowPage
from stretchtimer.ui.option_button import OptionButton
from stretchtimer.ui.text import Text, heading
from stretchtimer.ui.theme import GRID_PX


class QuestionScreen(NarrowPage):
    """Tells the number of the answer, from 0."""

    answered = Signal(int)

    def __init__(self) -> None:
        super().__init__("Question")
        self._options: list[OptionButton] = []

    def ask(self, question: str, why: str, answers: Sequence[tuple[str, str]]) -> None:
        """Ask; each answer is its text and what it leads to. The last one, to which Enter leads, is
        the careful one.
        """
        self._options = []
        for number, (text, leads_to) in enumerate(answers):
            button = OptionButton(str(number + 1), text, leads_to)
            button.clicked.connect(lambda _=False, number=number: self.answered.emit(number))
            self._options.append(button)
        parts: list[QWidget] = [heading(question), Text(why, soft=True), Gap(GRID_PX)]
        self.show_parts([*parts, *self._options])
        self.setFocusProxy(self._options[-1])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits answer."""
        number = event.key() - Qt.Key.Key_1
        if 0 <= number < len(self._options):
            self._options[number].click()
        else:
            super().keyPressEvent(event)
