"""Today's place in the window: what is suggested now, ready to play, and what is asked today."""

from stretchtimer.core.answers import WORDS, Answer
from stretchtimer.core.exercise import Exercise
from stretchtimer.core.feedback import ACHE_QUESTION, NO_ACHE
from stretchtimer.core.routine import Prescription
from stretchtimer.core.safety import locks_routines
from stretchtimer.core.safety_texts import EMERGENCY
from stretchtimer.ui.shell import Tab
from stretchtimer.ui.today_screen import TodayScreen
from stretchtimer.window_app.belongings import Belongings, person_now
from stretchtimer.window_app.playing import Playing
from stretchtimer.window_app.reminding import Reminding
from stretchtimer.window_app.today import today_at


class TodayPlace:
    """Shows how things stand; `playing` gets ready what is suggested."""

    def __init__(self, belongings: Belongings, playing: Playing) -> None:
        self._belongings, self._playing = belongings, playing
        self._reminding: Reminding | None = None
        self._aching: Exercise | None = None  # whose ache is asked about
        self._blocks: tuple[Prescription, ...] = ()  # of what is suggested
        self.screen = TodayScreen()
        self.screen.ache_answered.connect(self._take_ache)
        self.tab = Tab("today", "Today", "today", lambda: self.screen, self._refresh)

    def join(self, reminding: Reminding) -> None:
        """Show the next break of these reminders."""
        self._reminding = reminding
        reminding.watchers.append(self._looked)

    def _refresh(self) -> None:
        home, library = self._belongings.home, self._belongings.library
        suggested = home.coach.suggest(library)
        score = self._playing.prepare(suggested.routine) if suggested is not None else None
        self._blocks = score.script.blocks if score is not None else ()
        exercises = [library.exercises[block.exercise.id] for block in self._blocks]
        aching = home.coach.aches_to_ask_about(library.exercises.values())
        self._aching = aching[0] if aching else None
        today = today_at(
            person_now(),
            library,
            home.history,
            score,
            why=suggested.reason if suggested is not None else "",
            warm_up=self._playing.warm_up_text(self._blocks),
            may_begin_gently=any(map(home.coach.first_choice, exercises)),
            locked=self._lock_text(),
            ache=ACHE_QUESTION.format(name=self._aching.name) if self._aching is not None else "",
        )
        self.screen.show_today(today, self._belongings.look())
        self._show_next_break()

    def _take_ache(self, aches: bool) -> None:  # noqa: FBT001  # a signal brings it by position
        coach, exercise = self._belongings.home.coach, self._aching
        if exercise is None:
            return
        sentence = NO_ACHE
        if aches:
            sentence = coach.keep_ache(exercise).sentence
        else:
            coach.decline(exercise)
        self._refresh()
        if self._aching is None:  # otherwise the next question is more than an answer to this one
            self.screen.show_ache_follows(sentence)

    def _lock_text(self) -> str:
        lock = locks_routines(self._belongings.home.coach.answers())
        if lock is None:
            return ""
        return EMERGENCY if lock is Answer.RED else f"Routines wait because of {WORDS[lock]}."

    def _looked(self) -> None:
        """Follow the time that passes while Today is open."""
        self._show_next_break()
        if self.screen.isVisible():
            self.screen.show_warm_up(self._playing.warm_up_text(self._blocks))

    def _show_next_break(self) -> None:
        if self._reminding is not None:
            self.screen.show_next_break(self._reminding.next_line())
