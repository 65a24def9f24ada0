"""What is asked before a start: whether the back is free of pain, for what is off by default."""

from collections.abc import Callable

from stretchtimer.core.safety import hidden_by, is_off_by_default
from stretchtimer.core.safety_texts import PAIN_FREE_QUESTION, PAIN_FREE_WHY
from stretchtimer.ui.question_screen import QuestionScreen
from stretchtimer.ui.shell import Shell
from stretchtimer.window_app.belongings import Belongings
from stretchtimer.window_app.playing import Playing

INSTEAD = "band-hamstring"


class AskingFirst:
    """Every start from the window goes through `play`. `say` speaks a question.

    `open_routine` shows what to take instead.
    """

    def __init__(
        self,
        belongings: Belongings,
        playing: Playing,
        shell: Shell,
        say: Callable[[str], None],
        open_routine: Callable[[str], None],
    ) -> None:
        self._belongings, self._playing, self._shell = belongings, playing, shell
        self._say, self._open_routine = say, open_routine
        self._start: Callable[[], None] = lambda: None
        self.screen = QuestionScreen()
        self.screen.answered.connect(self._take_answer)

    def play(self, routine_id: str) -> None:
        """Play a routine, after the question where it needs one."""
        self._ask_or(routine_id, lambda: self._playing.play(routine_id))

    def play_warmed_up(self, routine_id: str) -> None:
        """Play it after a minute of marching."""
        self._ask_or(routine_id, lambda: self._playing.play(routine_id, warm_up=True))

    def play_gently(self, routine_id: str) -> None:
        """Play it with a smaller dose, the person's own from now on."""
        self._ask_or(routine_id, lambda: self._playing.play_gently(routine_id))

    def _ask_or(self, routine_id: str, start: Callable[[], None]) -> None:
        if not self._needs_question(routine_id):
            start()
            return
        self._start = start
        instead = self._belongings.find(INSTEAD).name
        answers = (("Yes", "It starts at once"), ("No, or not sure", f"{instead} instead"))
        self.screen.ask(PAIN_FREE_QUESTION, PAIN_FREE_WHY, answers)
        self._shell.open_page(self.screen)
        self._say(PAIN_FREE_QUESTION)

    def _needs_question(self, routine_id: str) -> bool:
        """Whether something off by default would be played, and not what stands in for it."""
        kept = self._belongings
        exercises, answers = kept.library.exercises, kept.home.coach.answers()
        played = (exercises[block.exercise] for block in kept.find(routine_id).block)
        return any(is_off_by_default(one) and not hidden_by(one, answers) for one in played)

    def _take_answer(self, number: int) -> None:
        self._shell.go_back()
        if number == 0:
            self._start()
        else:
            self._open_routine(INSTEAD)
