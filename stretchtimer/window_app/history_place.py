"""The history's place in the window: what it shows, stepping through it, taking it elsewhere."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from stretchtimer.core.ports import Notice
from stretchtimer.storage.history import History
from stretchtimer.storage.history_export import export_history
from stretchtimer.storage.library import Library
from stretchtimer.ui.history_screen import HistoryScreen
from stretchtimer.ui.save_dialog import ask_where_to_save
from stretchtimer.ui.shell import Tab
from stretchtimer.window_app.past import exercises_met, history_shown


class HistoryPlace:
    """Builds the screen on its first visit. `today` gives the person's own day."""

    def __init__(
        self,
        history: History,
        library: Callable[[], Library],
        today: Callable[[], date],
        tell: Callable[[Notice], None],
    ) -> None:
        self._history, self._library, self._today, self._tell = history, library, today, tell
        self._screen: HistoryScreen | None = None
        self._year, self._exercise = 0, ""
        self.tab = Tab("history", "History", "history", self._build, self._refresh)

    def _build(self) -> HistoryScreen:
        self._screen = HistoryScreen()
        self._screen.year_stepped.connect(self._step_year)
        self._screen.exercise_stepped.connect(self._step_exercise)
        self._screen.export_clicked.connect(self._export)
        return self._screen

    def _refresh(self) -> None:
        """As it is today: the year is that of today again."""
        self._year = self._today().year
        self._show()

    def _show(self) -> None:
        if self._screen is not None:
            shown = history_shown(
                self._history, self._library(), self._today(), self._year, self._exercise
            )
            self._screen.show_history(shown)

    def _step_year(self, step: int) -> None:
        self._year += step
        self._show()

    def _step_exercise(self, step: int) -> None:
        met = exercises_met(self._history, self._library().exercises)
        here = met.index(self._exercise) if self._exercise in met else 0
        self._exercise = met[min(max(here + step, 0), len(met) - 1)]
        self._show()

    def _export(self, kind: str) -> None:
        if self._screen is None:
            return
        suggested = Path.home() / f"stretchtimer-history.{kind}"
        chosen = ask_where_to_save(self._screen, "Export the history", suggested, kind)
        if chosen is None:
            return
        try:
            count = export_history(self._history, chosen, "csv" if kind == "csv" else "json")
        except OSError as error:
            self._tell(
                Notice(
                    f"The history could not be written to {chosen}: {error.strerror}.",
                    "Choose another place.",
                )
            )
        else:
            self._tell(Notice(f"{count} holds were written to {chosen}."))
