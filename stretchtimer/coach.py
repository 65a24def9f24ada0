"""Knows a person: what they answered, and so what they may do now.

It joins the pure rules of the core with what is kept on disk, and decides nothing itself.
"""

from collections.abc import Callable
from datetime import datetime

from stretchtimer.core.answers import Answers
from stretchtimer.core.screening import Screening, answers_at, is_due
from stretchtimer.storage.answers_file import AnswersFile


class Coach:
    """One person's coach. `now` gives the local time with its offset from UTC."""

    def __init__(self, answers: AnswersFile, *, now: Callable[[], datetime]) -> None:
        self._answers, self._now = answers, now

    @property
    def screening(self) -> Screening:
        """What was answered to the health questions."""
        return self._answers.read()

    def keep_screening(self, screening: Screening) -> None:
        """Go by these answers from now on."""
        self._answers.write(screening)

    def is_screening_due(self) -> bool:
        """Whether it is time to ask the health questions, for the first time or again."""
        return is_due(self.screening, self._now().date())

    def answers(self) -> Answers:
        """What the rules go by now."""
        return answers_at(self.screening, self._now())
