"""Leads from screen to screen: makes the places of the window and joins them to the sessions."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from stretchtimer.app import DEFAULT_ROUTINE, Home, OwnDose
from stretchtimer.core.events import Pause, Stop
from stretchtimer.core.player_state import PlayerState
from stretchtimer.core.ports import KeepAwake, Notice
from stretchtimer.storage.library import NotFoundError
from stretchtimer.ui.after_screen import AfterScreen
from stretchtimer.ui.after_words import session_end
from stretchtimer.ui.main_window import MainWindow
from stretchtimer.ui.notice_line import NoticeLine
from stretchtimer.ui.shell import Shell, Tab
from stretchtimer.voice.speaker import Speaker
from stretchtimer.window_app.aftermath import Aftermath
from stretchtimer.window_app.asking_first import AskingFirst
from stretchtimer.window_app.belongings import Belongings, person_now
from stretchtimer.window_app.choices import Choices
from stretchtimer.window_app.fitting_break import fitting_routine
from stretchtimer.window_app.history_place import HistoryPlace
from stretchtimer.window_app.library_place import LibraryPlace
from stretchtimer.window_app.playing import Playing
from stretchtimer.window_app.questions import Questions
from stretchtimer.window_app.reminders_place import RemindersPlace
from stretchtimer.window_app.reminding import Reminding
from stretchtimer.window_app.routine_place import RoutinePlace
from stretchtimer.window_app.stage import Stage, own_speaker
from stretchtimer.window_app.today_place import TodayPlace
from stretchtimer.window_app.workshop import Workshop

if TYPE_CHECKING:
    from stretchtimer.window_app.media_keys import MediaKeys


class Conductor:
    """Fills the window, and joins the screens to the sessions."""

    def __init__(
        self,
        window: MainWindow,
        post: Callable[[Callable[[], None]], None],
        belongings: Belongings,
        own: OwnDose,
        make_speaker: Callable[..., Speaker] = own_speaker,
    ) -> None:
        self._window, self._belongings = window, belongings
        self._notices = NoticeLine(window)
        for notice in belongings.notices:
            self._notices.tell(notice)
        tell = self._notices.tell

        def speaker(home: Home) -> Speaker:
            return make_speaker(home, post, tell)

        self._shell = shell = Shell()
        self._media_keys: MediaKeys | None = None
        self._stage = stage = Stage(belongings.home, own.speed, speaker, tell, self._show_end)
        self._playing = playing = Playing(belongings, own, stage, tell, self._open_player)
        self._after = AfterScreen()
        self._aftermath = Aftermath(
            self._after,
            belongings.home.coach,
            lambda: belongings.library.exercises,
            lambda: stage.session_id,
            stage.played,
        )
        self._questions = Questions(belongings.home.coach, shell, playing.play)
        self._today_place = TodayPlace(belongings, playing)
        self._routine_place = RoutinePlace(belongings, playing, shell, post, tell)
        self._first = AskingFirst(
            belongings, playing, shell, stage.sample, self._routine_place.open
        )
        self._library_place = LibraryPlace(belongings, self._routine_place.open)
        self._workshop = Workshop(belongings, shell, self._routine_place.open, tell)
        self._reminders = RemindersPlace(tell)
        self._past = HistoryPlace(
            belongings.home.history,
            lambda: belongings.library,
            lambda: person_now().date(),
            tell,
        )
        self._choices = Choices(belongings, window, stage, post, tell, self._questions.ask)
        self._add_tabs()
        self._connect()
        window.add_footer(self._notices)

    def open_at(self, routine: str | None, *, start: bool) -> None:
        """Show Today, or the routine with this id, and perhaps play it at once."""
        self._shell.show_tab("today")
        wanted = routine or DEFAULT_ROUTINE
        if not self._belongings.library.routines:
            self._notices.tell(Notice("No routine could be read.", "Run “stretchtimer check”."))
        elif start:
            self._first.play(wanted)
        elif routine:
            self._routine_place.open(wanted)
        elif self._belongings.home.coach.is_screening_due():
            self._questions.ask()
        self._window.show_body(self._shell)
        self._shell.showing.setFocus()

    def close(self) -> None:
        """End what runs, so that it is kept as stopped, and give everything back."""
        self._routine_place.screen.tell_times()
        self._stage.close()
        self._choices.close()
        self._belongings.home.history.close()

    def join(self, reminding: Reminding, keep_awake: KeepAwake) -> None:
        """Let sessions keep the machine awake and count as breaks, and give reminders a place."""
        self._stage.keep_awake = keep_awake
        self._stage.session_changed = reminding.session_changed
        self._stage.state_shown = self._show_media_keys
        self._reminders.join(reminding, self._belongings.names)
        self._today_place.screen.reminders_clicked.connect(
            lambda: self._shell.show_tab("reminders")
        )
        self._today_place.join(reminding)
        self._playing.sitting_min = lambda: reminding.sitting_min

    def play_break(self, routine_id: str, length_s: int) -> None:
        """Play a routine by its id, or what fits so many seconds where there is none such."""
        if self.find_id(routine_id) is None:
            belongings = self._belongings
            routine_id = fitting_routine(belongings.home, belongings.library, length_s)
        self._window.show_body(self._shell)
        if routine_id:
            self._first.play(routine_id)
        else:
            self._notices.tell(Notice("No routine fits this break.", "See the library."))

    def find_id(self, name: str) -> str | None:
        """The id of the routine or stretch called `name`; None where there is none."""
        try:
            return self._belongings.library.find_to_play(name).id if name else None
        except NotFoundError:
            return None

    def leave(self) -> None:
        """End what is played; the window goes."""
        if self._stage.is_playing:
            self._stage.send(Stop())

    def sound(self, words: str) -> None:
        """Make a chime, and say `words` where there are any."""
        self._stage.sound(words)

    def tell(self, notice: Notice) -> None:
        """Show a notice."""
        self._notices.tell(notice)

    def _add_tabs(self) -> None:
        """In the order of the navigation."""
        reminders = Tab(
            "reminders",
            "Reminders",
            "reminders",
            lambda: self._reminders.screen,
            self._reminders.refresh,
        )
        today, library = self._today_place.tab, self._library_place.tab
        for tab in (today, library, reminders, self._past.tab, self._choices.tab):
            self._shell.add_tab(tab)

    def _connect(self) -> None:
        self._shell.left.connect(self._window.leave_full_screen)
        self._shell.full_screen_asked.connect(self._window.toggle_full_screen)
        self._shell.quit_asked.connect(self._window.quit)
        today, library = self._today_place.screen, self._library_place.screen
        for screen in (today, self._routine_place.screen):
            screen.start_clicked.connect(self._first.play)
            screen.warm_start_clicked.connect(self._first.play_warmed_up)
            screen.gentle_start_clicked.connect(self._first.play_gently)
        today.routine_clicked.connect(self._routine_place.open)
        today.body_changed_clicked.connect(self._questions.ask)
        today.reminders_clicked.connect(lambda: self._shell.show_tab("reminders"))
        library.import_clicked.connect(self._workshop.bring_in)
        library.file_dropped.connect(self._workshop.bring_in_file)
        self._routine_place.screen.edit_clicked.connect(self._workshop.edit)
        self._routine_place.screen.remind_clicked.connect(self._offer_reminder)
        self._after.questions_clicked.connect(self._questions.ask)
        self._after.done_clicked.connect(lambda: self._shell.show_tab("today"))
        self._stage.view.mute_clicked.connect(self._choices.toggle_mute)
        self._stage.view.full_screen_clicked.connect(self._window.toggle_full_screen)
        self._stage.view.escape_pressed.connect(self._escape_player)

    def _offer_reminder(self, routine_id: str) -> None:
        belongings = self._belongings
        routine = belongings.find(routine_id)
        doses_s = sum(one.dose.total_s for one in belongings.library.prescriptions(routine))
        self._shell.show_tab("reminders")
        self._reminders.offer(routine, routine.intro_s + doses_s + routine.outro_s)

    def _open_player(self) -> None:
        self._shell.open_page(self._stage.view, whole=True)

    def _escape_player(self) -> None:
        if not self._window.leave_full_screen():
            self._stage.send(Pause())

    def _show_end(self, state: PlayerState) -> None:
        if not self._questions.go_on_after_test():
            self._after.show_end(session_end(state), self._belongings.look())
            self._shell.open_page(self._after, whole=True)

    def _show_media_keys(self, state: PlayerState) -> None:
        if self._media_keys is None and self._stage.is_playing:
            # Qt's part for this bus is loaded for the first session
            from stretchtimer.window_app.media_keys import media_keys

            self._media_keys = media_keys(self._stage.send, self._window.activateWindow)
        if self._media_keys is not None:
            self._media_keys.show(state)
