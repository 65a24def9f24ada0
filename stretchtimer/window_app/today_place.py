"""Today's place in the window: what is suggested now, ready to play."""

from collections.abc import Callable

from stretchtimer.core.answers import WORDS, Answer
from stretchtimer.core.safety import locks_routines
from stretchtimer.core.safety_texts import EMERGENCY
from stretchtimer.core.score import Score
from stretchtimer.ui.shell import Tab
from stretchtimer.ui.today_screen import TodayScreen
from stretchtimer.window_app.belongings import Belongings, person_now
from stretchtimer.window_app.reminding import Reminding
from stretchtimer.window_app.today import today_at


class TodayPlace:
    """Shows how things stand. `prepare` gets the session of a routine ready, by its id."""

    def __init__(self, belongings: Belongings, prepare: Callable[[str], Score | None]) -> None:
        self._belongings, self._prepare = belongings, prepare
        self._reminding: Reminding | None = None
        self.screen = TodayScreen()
        self.tab = Tab("today", "Today", "today", lambda: self.screen, self._refresh)

    def join(self, reminding: Reminding) -> None:
        """Show the next break of these reminders."""
        self._reminding = reminding
        reminding.watchers.append(self._show_next_break)

    def _refresh(self) -> None:
        home, library = self._belongings.home, self._belongings.library
        suggested = home.coach.suggest(library)
        score = self._prepare(suggested.routine) if suggested is not None else None
        today = today_at(
            person_now(),
            library,
            home.history,
            score,
            why=suggested.reason if suggested is not None else "",
            locked=self._lock_text(),
        )
        self.screen.show_today(today, self._belongings.look())
        self._show_next_break()

    def _lock_text(self) -> str:
        lock = locks_routines(self._belongings.home.coach.answers())
        if lock is None:
            return ""
        return EMERGENCY if lock is Answer.RED else f"Routines wait because of {WORDS[lock]}."

    def _show_next_break(self) -> None:
        if self._reminding is not None:
            self.screen.show_next_break(self._reminding.next_line())
