"""The health questions: when they are asked, what their answers lead to, the knees-up test."""

from collections.abc import Callable

from stretchtimer.coach import Coach
from stretchtimer.core.fitting import KNEES_UP_TEST
from stretchtimer.core.screening import Screening
from stretchtimer.ui.screening_screen import ScreeningScreen
from stretchtimer.ui.shell import Shell
from stretchtimer.window_app.belongings import person_now


class Questions:
    """Asks in `screen`, a page of `shell`, and lets the coach keep the answers.

    `play` plays a routine by its id.
    """

    def __init__(self, coach: Coach, shell: Shell, play: Callable[[str], None]) -> None:
        self._coach, self._shell, self._play = coach, shell, play
        self._under_test: Screening | None = None
        self.screen = ScreeningScreen(person_now)
        self.screen.answered.connect(self._take_answers)
        self.screen.left.connect(shell.go_back)
        self.screen.knees_up_clicked.connect(self._test_knees)

    def ask(self) -> None:
        """Ask for the first time or again."""
        screening = self._coach.screening
        self.screen.ask(screening, first=screening.answered_on is None)
        self._shell.open_page(self.screen, whole=True)

    def go_on_after_test(self) -> bool:
        """Ask on where the session that has ended was the knees-up test; False if it was not."""
        screening, self._under_test = self._under_test, None
        if screening is None:
            return False
        self.screen.ask_after_test(screening)
        self._shell.open_page(self.screen, whole=True)
        return True

    def _take_answers(self, screening: Screening) -> None:
        self._coach.keep_screening(screening)
        self._shell.show_tab("today")

    def _test_knees(self, screening: Screening) -> None:
        self._coach.keep_screening(screening)
        self._play(KNEES_UP_TEST.id)
        self._under_test = screening
