"""Where routines are played: one session at a time, and the player that shows it."""

from collections.abc import Callable

from PySide6.QtCore import QTimer

from stretchtimer.app import Home, voice_choice
from stretchtimer.core.events import Event, Mode, Start, Stop
from stretchtimer.core.exercise import Dose
from stretchtimer.core.player_state import PlayerState
from stretchtimer.core.ports import KeepAwake, Notice
from stretchtimer.core.routine import Routine
from stretchtimer.core.score import Score
from stretchtimer.desktop.clock import SystemClock
from stretchtimer.desktop.keep_awake import SystemDecides
from stretchtimer.resources import asset
from stretchtimer.session import Ports, Session
from stretchtimer.storage.history import SessionRecord
from stretchtimer.ui.player_view import PlayerView
from stretchtimer.ui.qt_alarm import QtAlarm
from stretchtimer.ui.steady import set_aside_what_stays
from stretchtimer.voice.build import real_speaker
from stretchtimer.voice.speaker import Speaker, Volumes
from stretchtimer.voice.voices import VoiceChoice

_SAY_AFTER_MS = 2_000  # by then the words are rendered and the chime is over
_OVER = (Mode.FINISHED, Mode.STOPPED)
_PLAYING = (Mode.PLAYING, Mode.PAUSED, Mode.LEAD_IN)


class Stage:
    """Makes the sessions and shows them in `view`.

    `speed` is the clock's; `make_speaker` makes the voice that is chosen; `tell` passes on what
    people should know; `ended` gets the last state of every session that was started.
    """

    def __init__(
        self,
        home: Home,
        speed: float,
        make_speaker: Callable[[Home], Speaker],
        tell: Callable[[Notice], None],
        ended: Callable[[PlayerState], None],
    ) -> None:
        self._home, self._tell, self._ended = home, tell, ended
        self._clock = SystemClock(speed)
        self._session: Session | None = None
        self.keep_awake: KeepAwake = SystemDecides()
        self.state_shown: Callable[[PlayerState], None] = lambda _: None
        """Told every state, after the view."""
        self.session_changed: Callable[[int | None], None] = lambda _: None
        """Told None when a session begins, and the seconds it has come to when it ends."""
        self._playing = False
        self.session_id = 0  # in the history, of the session that was started last
        self._make_speaker = make_speaker
        self._speaker = make_speaker(home)
        self._speaker_is_old = False
        self.view = PlayerView(
            home.settings, self._clock, self._clock.real_s, home.folders.exercises
        )
        self.view.show_muted(muted=self._speaker.volumes.muted)
        self.view.event_asked.connect(self.send)

    def prepare(self, routine: Routine, score: Score) -> None:
        """Get ready to play; the voice of `score` is rendered meanwhile."""
        self._let_session_go()
        self._renew_speaker()
        self.view.show_routine(routine)
        ports = Ports(
            clock=self._clock,
            alarm=QtAlarm(self._clock, self._clock.real_s),
            voice=self._speaker,
            keep_awake=self.keep_awake,
            begin_log=lambda: self._begin(routine, score),
            notify=self._tell,
        )
        self._session = Session(score, ports, self._show)
        set_aside_what_stays()

    def start(self) -> None:
        """Play what is prepared."""
        self.send(Start())

    def send(self, event: Event) -> None:
        """Let `event` happen to the session, if there is one."""
        if self._session is not None:
            self._session.send(event)

    def sound(self, words: str) -> None:
        """Make a chime, and say `words` where there are any, unless something is being played."""
        if not self._playing:
            self._speaker.chime("switch")
            if words:
                self._speaker.prepare((words,))
                QTimer.singleShot(_SAY_AFTER_MS, self.view, lambda: self._speaker.say(words))

    def played(self) -> dict[str, Dose]:
        """What the last session played of each exercise, by id: the longest where it came twice."""
        blocks = self._session.state.score.script.blocks if self._session is not None else ()
        ordered = sorted(blocks, key=lambda block: block.dose.hold_per_side_s)
        return {block.exercise.id: block.dose for block in ordered}

    @property
    def is_playing(self) -> bool:
        """Whether a session has been started and is not over."""
        return self._playing

    def take_home(self, home: Home) -> None:
        """Sound and look as is chosen from now on; another voice, from the next session on."""
        if _sounds_as(home) != _sounds_as(self._home):
            self._speaker_is_old = True
        if home.settings.muted and not self._speaker.volumes.muted:
            self._speaker.hush()
        self._home = home
        self._speaker.volumes = _volumes(home)
        self.view.show_muted(muted=home.settings.muted)
        self.view.take_settings(home.settings)

    def sample(self, text: str) -> None:
        """Let the chosen voice say `text`, unless a session has the word."""
        if not self._playing:
            if self._speaker_is_old:
                self._let_session_go()
                self._renew_speaker()
            self._speaker.sample(text)

    def close(self) -> None:
        """End what runs, so that it is kept as stopped, and give everything back."""
        self._ended = lambda _: None
        if self._session is not None:
            self._session.send(Stop())
            self._session.close()
        self._speaker.close()

    def _begin(self, routine: Routine, score: Score) -> SessionRecord:
        record = self._home.history.begin(routine.id, score.exercises)
        self.session_id = record.id
        return record

    def _show(self, state: PlayerState) -> None:
        was_playing, self._playing = self._playing, state.mode in _PLAYING
        self.view.show_state(state)
        self.state_shown(state)
        if self._playing and not was_playing:
            self.session_changed(None)
        if was_playing and not self._playing:
            self.session_changed(state.position_ms // 1000)
        if was_playing and state.mode in _OVER:
            self._ended(state)

    def _let_session_go(self) -> None:
        if self._session is not None:
            self._session.close()
            self._session = None

    def _renew_speaker(self) -> None:
        if self._speaker_is_old:
            self._speaker.close()
            self._speaker = self._make_speaker(self._home)
            self._speaker_is_old = False


def _volumes(home: Home) -> Volumes:
    settings = home.settings
    return Volumes(settings.voice_volume, settings.chime_volume, settings.muted)


def _sounds_as(home: Home) -> tuple[VoiceChoice, str]:
    """What a speaker is made for, and cannot change."""
    return voice_choice(home), home.settings.device


def own_speaker(
    home: Home, post: Callable[[Callable[[], None]], None], tell: Callable[[Notice], None]
) -> Speaker:
    """The voice and the sounds that a person chose, on this machine's output."""
    return real_speaker(
        cache_folder=home.folders.cache / "clips",
        voices_folder=home.folders.voices,
        chimes_folder=asset("sounds"),
        choice=voice_choice(home),
        volumes=_volumes(home),
        post=post,
        notify=tell,
        device=home.settings.device,
    )
