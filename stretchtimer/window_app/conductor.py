"""Leads from screen to screen: what is offered, what is chosen, what is played."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from stretchtimer.app import (
    DEFAULT_ROUTINE,
    Home,
    OwnDose,
    compose_score,
    open_home,
    with_settings,
)
from stretchtimer.core.answers import WORDS, Answer
from stretchtimer.core.events import Pause, Stop
from stretchtimer.core.exercise import Exercise
from stretchtimer.core.fitting import KNEES_UP_TEST, LockedError
from stretchtimer.core.hold_times import HoldTimes
from stretchtimer.core.phase import Side
from stretchtimer.core.player import PlayerState
from stretchtimer.core.ports import KeepAwake, Notice
from stretchtimer.core.routine import Routine, alone
from stretchtimer.core.safety import locks_routines
from stretchtimer.core.safety_texts import EMERGENCY
from stretchtimer.core.score import Score
from stretchtimer.core.screening import Screening
from stretchtimer.core.settings import Settings
from stretchtimer.figure.palette import Look, look_of
from stretchtimer.storage.library import Library, NotFoundError, load_library
from stretchtimer.ui.after_screen import AfterScreen
from stretchtimer.ui.after_words import session_end
from stretchtimer.ui.library_cards import LibraryCard
from stretchtimer.ui.library_screen import LibraryScreen
from stretchtimer.ui.main_window import MainWindow
from stretchtimer.ui.notice_line import NoticeLine
from stretchtimer.ui.routine_screen import RoutineScreen
from stretchtimer.ui.screening_screen import ScreeningScreen
from stretchtimer.ui.shell import Shell, Tab
from stretchtimer.ui.theme import scheme_now
from stretchtimer.ui.today_screen import TodayScreen
from stretchtimer.voice.speaker import Speaker
from stretchtimer.window_app.aftermath import Aftermath
from stretchtimer.window_app.cards import library_cards
from stretchtimer.window_app.fitting_break import fitting_routine
from stretchtimer.window_app.history_place import HistoryPlace
from stretchtimer.window_app.offers import routine_offer
from stretchtimer.window_app.reminders_place import RemindersPlace
from stretchtimer.window_app.reminding import Reminding
from stretchtimer.window_app.settings_keeper import SettingsKeeper
from stretchtimer.window_app.stage import Stage, own_speaker
from stretchtimer.window_app.today import today_at

if TYPE_CHECKING:
    from stretchtimer.ui.settings_screen import SettingsScreen
    from stretchtimer.window_app.editor import Editor
    from stretchtimer.window_app.exercise_editor import ExerciseEditor
    from stretchtimer.window_app.importer import Importer
    from stretchtimer.window_app.media_keys import MediaKeys
    from stretchtimer.window_app.settings_place import SettingsPlace


@dataclass(frozen=True, slots=True)
class Belongings:
    """What was read from disk, and what the person should know about it."""

    home: Home
    library: Library
    notices: tuple[Notice, ...]


def read_belongings() -> Belongings:
    """Read everything; safe on any thread."""
    notices: list[Notice] = []
    home = open_home(notices.append)
    library = load_library(home.folders)
    notices += (Notice(str(problem)) for problem in library.problems)
    return Belongings(home, library, tuple(notices))


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
        self._window, self._own, self._post = window, own, post
        self._home, self._library = belongings.home, belongings.library
        self._notices = NoticeLine(window)
        for notice in belongings.notices:
            self._notices.tell(notice)
        tell = self._notices.tell
        self._stage = Stage(
            self._home,
            own.speed,
            lambda home: make_speaker(home, post, tell),
            tell,
            self._show_end,
        )
        self._keeper = SettingsKeeper(
            self._home.folders.settings_file, lambda notice: post(lambda: tell(notice))
        )
        self._settings_place: SettingsPlace | None = None
        self._today = TodayScreen()
        self._library_screen = LibraryScreen()
        self._routine = RoutineScreen()
        self._after = AfterScreen()
        self._aftermath = Aftermath(
            self._after,
            self._home.coach,
            lambda: self._library.exercises,
            lambda: self._stage.session_id,
        )
        self._questions = ScreeningScreen(_now)
        self._after_test: Screening | None = None
        self._minutes: dict[str, int] = {}  # at hand for the routine that is open, by its id
        self._past = HistoryPlace(
            self._home.history,
            lambda: self._library,
            lambda: _now().date(),
            tell,
        )
        self._shell = Shell()
        self._reminding: Reminding | None = None
        self._media_keys: MediaKeys | None = None
        self._reminders = RemindersPlace(self._notices.tell)
        # The order is that of the navigation. A screen that is not built here comes with a Tab
        # that builds it on the first visit.
        for tab in (
            Tab("today", "Today", "today", lambda: self._today, self._show_today),
            Tab("library", "Library", "library", lambda: self._library_screen, self._show_library),
            Tab(
                "reminders",
                "Reminders",
                "reminders",
                lambda: self._reminders.screen,
                lambda: self._reminders.refresh(),
            ),
            self._past.tab,
            Tab("settings", "Settings", "settings", self._build_settings, self._show_settings),
        ):
            self._shell.add_tab(tab)
        self._connect()
        window.add_footer(self._notices)

    def open_at(self, routine: str | None, *, start: bool) -> None:
        """Show Today, or the routine with this id, and perhaps play it at once."""
        self._shell.show_tab("today")
        wanted = routine or DEFAULT_ROUTINE
        if not self._library.routines:
            self._notices.tell(Notice("No routine could be read.", "Run “stretchtimer check”."))
        elif start:
            self._play(wanted)
        elif routine:
            self._open_routine(wanted)
        elif self._home.coach.is_screening_due():
            self._ask()
        self._window.show_body(self._shell)
        self._shell.showing.setFocus()

    def close(self) -> None:
        """End what runs, so that it is kept as stopped, and give everything back."""
        self._routine.tell_times()
        self._stage.close()
        self._keeper.close()
        self._home.history.close()

    def join(self, reminding: Reminding, keep_awake: KeepAwake) -> None:
        """Let sessions keep the machine awake and count as breaks, and give reminders a place."""
        self._reminding = reminding
        self._stage.keep_awake = keep_awake
        self._stage.session_changed = reminding.session_changed
        self._stage.state_shown = self._show_media_keys
        library = self._library
        routines = [(one.id, one.name) for one in library.routines.values()]
        routines += [(one.id, one.name) for one in library.exercises.values()]
        self._reminders.join(reminding, routines)
        self._today.reminders_clicked.connect(lambda: self._shell.show_tab("reminders"))
        reminding.watchers.append(self._show_next_break)

    def play_break(self, routine_id: str, length_s: int) -> None:
        """Play a routine by its id, or what fits so many seconds where there is none such."""
        if self.find_id(routine_id) is None:
            routine_id = fitting_routine(self._home, self._library, length_s)
        self._window.show_body(self._shell)
        if routine_id:
            self._play(routine_id)
        else:
            self._notices.tell(Notice("No routine fits this break.", "See the library."))

    def find_id(self, name: str) -> str | None:
        """The id of the routine or stretch called `name`; None where there is none."""
        try:
            return self._library.find_to_play(name).id if name else None
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

    def _connect(self) -> None:
        self._shell.left.connect(self._window.leave_full_screen)
        self._shell.full_screen_asked.connect(self._window.toggle_full_screen)
        self._shell.quit_asked.connect(self._window.quit)
        self._today.start_clicked.connect(self._play)
        self._today.routine_clicked.connect(self._open_routine)
        self._library_screen.card_chosen.connect(self._open_card)
        self._library_screen.import_clicked.connect(self._bring_in)
        self._library_screen.file_dropped.connect(self._bring_in_file)
        self._routine.edit_clicked.connect(self._edit)
        self._routine.export_clicked.connect(self._export)
        self._routine.start_clicked.connect(self._play)
        self._routine.gentle_start_clicked.connect(self._play_gently)
        self._routine.back_clicked.connect(self._shell.go_back)
        self._routine.hold_times_chosen.connect(self._keep_times)
        self._today.body_changed_clicked.connect(self._ask)
        self._questions.answered.connect(self._take_answers)
        self._questions.left.connect(self._shell.go_back)
        self._questions.knees_up_clicked.connect(self._test_knees)
        self._after.questions_clicked.connect(self._ask)
        self._after.done_clicked.connect(lambda: self._shell.show_tab("today"))
        self._stage.view.mute_clicked.connect(self._toggle_mute)
        self._stage.view.full_screen_clicked.connect(self._window.toggle_full_screen)
        self._stage.view.escape_pressed.connect(self._escape_player)

    def _show_today(self) -> None:
        suggested = self._home.coach.suggest(self._library)
        score = self._prepare(suggested.routine) if suggested is not None else None
        today = today_at(
            _now(),
            self._library,
            self._home.history,
            score,
            why=suggested.reason if suggested is not None else "",
            locked=self._lock_text(),
        )
        self._today.show_today(today, self._look())
        self._show_next_break()

    def _lock_text(self) -> str:
        answers = self._home.coach.answers()
        lock = locks_routines(answers)
        if lock is None:
            return ""
        return EMERGENCY if lock is Answer.RED else f"Routines wait because of {WORDS[lock]}."

    def _show_media_keys(self, state: PlayerState) -> None:
        if self._media_keys is None and self._stage.is_playing:
            # Qt's part for this bus is loaded for the first session
            from stretchtimer.window_app.media_keys import media_keys

            self._media_keys = media_keys(self._stage.send, self._window.activateWindow)
        if self._media_keys is not None:
            self._media_keys.show(state)

    def _show_next_break(self) -> None:
        if self._reminding is not None:
            self._today.show_next_break(self._reminding.next_line())

    def _show_library(self) -> None:
        self._library_screen.show_cards(
            library_cards(self._library, self._home.coach.answers()), self._look()
        )

    def _build_settings(self) -> "SettingsScreen":
        """Imported and made on the first visit: nothing of it is needed before."""
        from stretchtimer.window_app.settings_place import SettingsPlace

        place = SettingsPlace(lambda: self._home, self._post, self._notices.tell, self._example())
        self._settings_place = place
        place.screen.settings_changed.connect(self._take_settings)
        place.screen.test_clicked.connect(self._sample_voice)
        place.screen.body_changed.connect(self._ask)
        return place.screen

    def _show_settings(self) -> None:
        if self._settings_place is not None:
            self._settings_place.refresh()

    def _take_settings(self, settings: Settings) -> None:
        """Let `settings` hold from now on, and keep them."""
        before, self._home = self._home.settings, with_settings(self._home, settings)
        self._keeper.keep(settings)
        self._stage.take_home(self._home)
        colours = (settings.appearance, settings.high_contrast)
        if colours != (before.appearance, before.high_contrast):
            self._window.set_appearance(colours[0], high_contrast=colours[1])
        if self._settings_place is not None:
            self._settings_place.take_change(before)

    def _toggle_mute(self) -> None:
        settings = self._home.settings
        self._take_settings(replace(settings, muted=not settings.muted))

    def _sample_voice(self) -> None:
        phrases = self._home.phrases
        limb, left = phrases.limb(Side.LEFT, "leg"), phrases.duration(18)
        self._stage.sample(phrases.fill(phrases.where, limb=limb, rep=2, reps=6, left=left))

    def _example(self) -> Exercise | None:
        """Whose figure shows how it looks: the routine's that Today suggests."""
        suggested = self._home.coach.suggest(self._library)
        exercises = self._library.exercises
        if suggested is not None:
            routine = self._library.routines[suggested.routine]
            return exercises[routine.block[0].exercise]
        return next(iter(exercises.values()), None)

    def _open_card(self, card: LibraryCard) -> None:
        """What takes longer than the minutes at hand is cut to them."""
        minutes = self._library_screen.minutes
        is_longer = minutes is not None and card.length_s > minutes * 60
        self._open_routine(card.id, minutes if is_longer else None)

    def _open_routine(self, routine_id: str, minutes: int | None = None) -> None:
        self._minutes = {routine_id: minutes} if minutes is not None else {}
        routine, today = self._find(routine_id), _now().date()
        offer = routine_offer(self._home, self._library, routine, today, minutes)
        self._routine.show_routine(offer, self._look())
        self._shell.open_page(self._routine)
        if not offer.locked:
            self._prepare(routine_id)

    @cached_property
    def _editor(self) -> "Editor":
        from stretchtimer.window_app.editor import Editor

        editor = Editor(self._home, self._take_library, self._notices.tell)
        editor.screen.left.connect(lambda: self._leave_editor(editor.saved_id))
        return editor

    @cached_property
    def _exercise_editor(self) -> "ExerciseEditor":
        from stretchtimer.window_app.exercise_editor import ExerciseEditor

        editor = ExerciseEditor(self._home, self._take_library, self._notices.tell)
        editor.screen.left.connect(lambda: self._leave_editor(editor.saved_id))
        return editor

    @cached_property
    def _importer(self) -> "Importer":
        from stretchtimer.window_app.importer import Importer

        importer = Importer(self._home, self._take_import)
        importer.screen.back_clicked.connect(self._shell.go_back)
        return importer

    def _edit(self, routine_id: str) -> None:
        """An own routine or stretch itself, of a shipped one a copy."""
        exercise = self._library.exercises.get(routine_id)
        routine = self._library.routines.get(routine_id)
        if routine is None:
            if exercise and self._exercise_editor.open(self._library, exercise, self._look()):
                self._shell.open_page(self._exercise_editor.screen, whole=True)
            return
        if self._editor.open(self._library, routine, self._look()):
            self._shell.open_page(self._editor.screen, whole=True)

    def _leave_editor(self, edited: str) -> None:
        self._shell.go_back()
        if edited:
            self._open_routine(edited)

    def _bring_in(self) -> None:
        self._importer.open(self._library)
        self._shell.open_page(self._importer.screen)

    def _bring_in_file(self, path: Path) -> None:
        self._bring_in()
        self._importer.screen.file_chosen.emit(path)

    def _take_import(self, library: Library, routine_id: str) -> None:
        self._take_library(library)
        self._shell.go_back()
        if routine_id in library.routines:
            self._open_routine(routine_id)

    def _take_library(self, library: Library) -> None:
        self._library = library

    def _export(self, routine_id: str) -> None:
        from stretchtimer.ui.export_dialog import ask_where
        from stretchtimer.window_app.exporter import export_to

        routine = self._library.routines[routine_id]
        path = ask_where(self._window, routine.name, routine.id)
        if path is not None:
            export_to(path, self._home, self._library, routine, self._post, self._notices.tell)

    def _keep_times(self, routine_id: str, times: HoldTimes) -> None:
        self._home.hold_times.write(routine_id, times)
        self._prepare(routine_id)

    def _play_gently(self, routine_id: str) -> None:
        """Begin what was never met with a smaller dose, which is the person's own from now on."""
        coach = self._home.coach
        for block in self._find(routine_id).block:
            choice = coach.first_choice(self._library.exercises[block.exercise])
            if choice is not None:
                coach.keep_dose(choice.gently)
        self._play(routine_id)

    def _play(self, routine_id: str) -> None:
        if self._prepare(routine_id) is not None:
            self._shell.open_page(self._stage.view, whole=True)
            self._stage.start()

    def _prepare(self, routine_id: str) -> Score | None:
        """Get the session of a routine ready, so that its voice is there when it is started.

        None where it may not be played; that is told.
        """
        if not routine_id:
            return None
        routine = self._find(routine_id)
        try:
            minutes = self._minutes.get(routine_id, self._own.minutes)
            own = replace(self._own, minutes=minutes)
            score = compose_score(self._home, self._library, routine, own)
        except ValueError as error:
            self._notices.tell(Notice(f"That dose cannot be played: {error}."))
            return None
        except LockedError as locked:
            self._notices.tell(Notice(str(locked)))
            return None
        self._stage.prepare(routine, score)
        return score

    def _find(self, routine_id: str) -> Routine:
        """A routine, or a single stretch, by its id."""
        if routine_id == KNEES_UP_TEST.id:
            return KNEES_UP_TEST
        kept = self._library.routines.get(routine_id)
        return kept or alone(self._library.exercises[routine_id])

    def _ask(self) -> None:
        """Ask the health questions, for the first time or again."""
        screening = self._home.coach.screening
        self._questions.ask(screening, first=screening.answered_on is None)
        self._shell.open_page(self._questions, whole=True)

    def _take_answers(self, screening: Screening) -> None:
        self._home.coach.keep_screening(screening)
        self._shell.show_tab("today")

    def _test_knees(self, screening: Screening) -> None:
        self._home.coach.keep_screening(screening)
        self._play(KNEES_UP_TEST.id)
        self._after_test = screening

    def _show_end(self, state: PlayerState) -> None:
        asked, self._after_test = self._after_test, None
        if asked is not None:
            self._questions.ask_after_test(asked)
            self._shell.open_page(self._questions, whole=True)
            return
        self._after.show_end(session_end(state), self._look())
        self._shell.open_page(self._after, whole=True)

    def _escape_player(self) -> None:
        if not self._window.leave_full_screen():
            self._stage.send(Pause())

    def _look(self) -> Look:
        settings = self._home.settings
        return look_of(settings, scheme_now())


def _now() -> datetime:
    return datetime.now(UTC).astimezone()
