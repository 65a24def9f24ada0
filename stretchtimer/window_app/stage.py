"""Where routines are played: one session at a time, and the player that shows it."""

from collections.abc import Callable
from dataclasses import replace

from stretchtimer.app import Home, voice_choice
from stretchtimer.core.events import Event, Mode, Start, Stop
from stretchtimer.core.player import PlayerState
from stretchtimer.core.ports import Notice
from stretchtimer.core.routine import Routine
from stretchtimer.core.score import Score
from stretchtimer.desktop.clock import SystemClock
from stretchtimer.desktop.keep_awake import SystemDecides
from stretchtimer.resources import asset
from stretchtimer.session import Ports, Session
from stretchtimer.ui.player_view import PlayerView
from stretchtimer.ui.qt_alarm import QtAlarm
from stretchtimer.voice.build import real_speaker
from stretchtimer.voice.speaker import Speaker, Volumes

_OVER = (Mode.FINISHED, Mode.STOPPED)
_PLAYING = (Mode.PLAYING, Mode.PAUSED, Mode.LEAD_IN)


class Stage:
    """Makes the sessions and shows them in `view`.

    `speed` is the clock's; `tell` passes on what people should know; `ended` gets the last state of
    every session that was started.
    """

    def __init__(
        self,
        home: Home,
        speed: float,
        speaker: Speaker,
        tell: Callable[[Notice], None],
        ended: Callable[[PlayerState], None],
    ) -> None:
        self._home, self._tell, self._ended = home, tell, ended
        self._clock = SystemClock(speed)
        self._session: Session | None = None
        self._playing = False
        self._speaker = speaker
        self.view = PlayerView(home.settings, self._clock, self._clock.real_s)
        self.view.show_muted(muted=self._speaker.volumes.muted)
        self.view.event_asked.connect(self.send)
        self.view.mute_clicked.connect(self._toggle_mute)

    def prepare(self, routine: Routine, score: Score) -> None:
        """Get ready to play; the voice of `score` is rendered meanwhile."""
        if self._session is not None:
            self._session.close()
        self.view.show_routine(routine)
        ports = Ports(
            clock=self._clock,
            alarm=QtAlarm(self._clock, self._clock.real_s),
            voice=self._speaker,
            keep_awake=SystemDecides(),
            begin_log=lambda: self._home.history.begin(routine.id, score.exercises),
            notify=self._tell,
        )
        self._session = Session(score, ports, self._show)

    def start(self) -> None:
        """Play what is prepared."""
        self.send(Start())

    def send(self, event: Event) -> None:
        """Let `event` happen to the session, if there is one."""
        if self._session is not None:
            self._session.send(event)

    @property
    def is_playing(self) -> bool:
        """Whether a session has been started and is not over."""
        return self._playing

    def close(self) -> None:
        """End what runs, so that it is kept as stopped, and give everything back."""
        self._ended = lambda _: None
        if self._session is not None:
            self._session.send(Stop())
            self._session.close()
        self._speaker.close()

    def _show(self, state: PlayerState) -> None:
        was_playing, self._playing = self._playing, state.mode in _PLAYING
        self.view.show_state(state)
        if was_playing and state.mode in _OVER:
            self._ended(state)

    def _toggle_mute(self) -> None:
        volumes = self._speaker.volumes
        self._speaker.volumes = replace(volumes, muted=not volumes.muted)
        self._speaker.hush()
        self.view.show_muted(muted=not volumes.muted)


def own_speaker(
    home: Home, post: Callable[[Callable[[], None]], None], tell: Callable[[Notice], None]
) -> Speaker:
    """The voice and the sounds that a person chose, on this machine's output."""
    settings = home.settings
    return real_speaker(
        cache_folder=home.folders.cache / "clips",
        voices_folder=home.folders.voices,
        chimes_folder=asset("sounds"),
        choice=voice_choice(home),
        volumes=Volumes(settings.voice_volume, settings.chime_volume, settings.muted),
        post=post,
        notify=tell,
        device=settings.device,
    )
