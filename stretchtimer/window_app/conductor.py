"""Leads from the gate to the session and back: one routine chosen, one session at a time."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from stretchtimer.app import DEFAULT_ROUTINE, Home, OwnDose, compose_score, open_home
from stretchtimer.core.events import Event, Pause, Start, Stop
from stretchtimer.core.ports import Notice
from stretchtimer.core.routine import Routine
from stretchtimer.desktop.clock import SystemClock
from stretchtimer.desktop.keep_awake import SystemDecides
from stretchtimer.resources import asset
from stretchtimer.session import Ports, Session
from stretchtimer.storage.library import Library, load_library
from stretchtimer.ui.main_window import MainWindow
from stretchtimer.ui.notice_line import NoticeLine
from stretchtimer.ui.player_view import PlayerView
from stretchtimer.ui.qt_alarm import QtAlarm
from stretchtimer.ui.routine_strip import RoutineCard
from stretchtimer.ui.wording import clock_text
from stretchtimer.voice.build import qt_speaker
from stretchtimer.voice.speaker import Speaker, Volumes
from stretchtimer.voice.voices import VoiceChoice


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
    """Fills the window, makes the sessions, and joins the two."""

    def __init__(
        self,
        window: MainWindow,
        post: Callable[[Callable[[], None]], None],
        belongings: Belongings,
        own: OwnDose,
    ) -> None:
        self._window, self._own = window, own
        self._home, self._library = belongings.home, belongings.library
        self._clock = SystemClock(own.speed)
        self._session: Session | None = None
        self._view = PlayerView(self._home.settings, self._clock, self._clock.real_s)
        self._notices = NoticeLine(window)
        for notice in belongings.notices:
            self._notices.tell(notice)
        self._speaker = self._make_speaker(post)
        self._cards = [self._card(routine) for routine in self._library.routines.values()]
        self._connect()
        window.add_footer(self._notices)

    def open_at(self, routine: str | None, *, start: bool) -> None:
        """Show the gate of the routine with this id, or of the usual one, and perhaps walk on."""
        routines = self._library.routines
        wanted = routine or DEFAULT_ROUTINE
        if wanted not in routines:
            # never one that has a caution: that is the person's own choice
            wanted = next((name for name, kept in routines.items() if not kept.caution), "")
        if not wanted:
            self._notices.tell(Notice("No routine could be read.", "Run “stretchtimer check”."))
            return
        self.choose(wanted)
        self._view.show_muted(muted=self._speaker.volumes.muted)
        self._window.show_body(self._view)
        if start:
            self._send(Start())

    def choose(self, routine_id: str) -> None:
        """Get ready to play a routine; its voice is rendered meanwhile."""
        routine = self._library.routines[routine_id]
        try:
            score = compose_score(self._home, self._library, routine, self._own)
        except ValueError as error:
            self._notices.tell(Notice(f"That dose cannot be played: {error}."))
            return
        if self._session is not None:
            self._session.close()
        self._view.show_routine(routine, self._cards)
        ports = Ports(
            clock=self._clock,
            alarm=QtAlarm(self._clock, self._clock.real_s),
            voice=self._speaker,
            keep_awake=SystemDecides(),
            begin_log=lambda: self._home.history.begin(routine_id),
            notify=self._notices.tell,
        )
        self._session = Session(score, ports, self._view.show_state)

    def close(self) -> None:
        """End what runs, so that it is kept as stopped, and give everything back."""
        if self._session is not None:
            self._session.send(Stop())
            self._session.close()
        self._speaker.close()
        self._home.history.close()

    def _connect(self) -> None:
        view = self._view
        view.event_asked.connect(self._send)
        view.routine_chosen.connect(self.choose)
        view.mute_clicked.connect(self._toggle_mute)
        view.full_screen_clicked.connect(self._window.toggle_full_screen)
        view.escape_pressed.connect(self._escape)
        view.quit_asked.connect(self._window.close)

    def _send(self, event: Event) -> None:
        if self._session is not None:
            self._session.send(event)

    def _escape(self) -> None:
        if not self._window.leave_full_screen():
            self._send(Pause())

    def _toggle_mute(self) -> None:
        volumes = self._speaker.volumes
        self._speaker.volumes = replace(volumes, muted=not volumes.muted)
        self._speaker.hush()
        self._view.show_muted(muted=not volumes.muted)

    def _make_speaker(self, post: Callable[[Callable[[], None]], None]) -> Speaker:
        settings, home = self._home.settings, self._home
        return qt_speaker(
            cache_folder=home.folders.cache / "clips",
            chimes_folder=asset("sounds"),
            choice=VoiceChoice(settings.voice_id, settings.rate_wpm, home.phrases.language),
            volumes=Volumes(settings.voice_volume, settings.chime_volume, settings.muted),
            post=post,
            notify=self._notices.tell,
        )

    def _card(self, routine: Routine) -> RoutineCard:
        doses_s = sum(block.dose.total_s for block in self._library.prescriptions(routine))
        total_s = routine.intro_s + doses_s + routine.outro_s
        length, cautioned = clock_text(total_s * 1000), bool(routine.caution)
        return RoutineCard(routine.id, routine.name, length, routine.place, cautioned)
