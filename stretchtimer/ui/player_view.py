"""The player: figure, counting column, bar and buttons.

It shows the session's state and says what the person asks for; it decides nothing.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from stretchtimer.core.events import Mode, Pause, Resume, Stop
from stretchtimer.core.player_state import PlayerState
from stretchtimer.core.ports import Clock
from stretchtimer.core.progress import Progress, progress
from stretchtimer.core.routine import Routine
from stretchtimer.core.settings import Settings
from stretchtimer.core.timeline import Phase
from stretchtimer.figure.motion import Moment, moment
from stretchtimer.figure.palette import look_of
from stretchtimer.ui.box import Box
from stretchtimer.ui.commands import COMMANDS, FULL_SCREEN_KEY, HELP_KEY, MUTE_KEY
from stretchtimer.ui.controls import Controls
from stretchtimer.ui.count_panel import CountPanel
from stretchtimer.ui.figure_view import FigureView
from stretchtimer.ui.frame_rate import has_time_to_prepare, next_frame_ms
from stretchtimer.ui.header import Header
from stretchtimer.ui.keys_help import KeysHelp
from stretchtimer.ui.phase_bar import PhaseBar
from stretchtimer.ui.stage_layout import stage_layout
from stretchtimer.ui.theme import GRID_PX, scheme_now
from stretchtimer.ui.wording import clock_text, coming_next, spoken_phase

_RUNNING = (Mode.PLAYING, Mode.PAUSED, Mode.LEAD_IN)
_WORDS_MS = 100  # to look up the words for every picture costs as much as what moves in some
_BAR_SHARE = 0.38  # of the foot; the buttons have the rest


class PlayerView(QWidget):
    """Has the whole window while a session runs."""

    event_asked = Signal(object)
    mute_clicked = Signal()
    full_screen_clicked = Signal()
    escape_pressed = Signal()

    def __init__(
        self,
        settings: Settings,
        clock: Clock,
        real_s: Callable[[float], float],
        pictures: Path | None = None,
    ) -> None:
        """`real_s` turns ms of `clock` into real seconds; own `pictures` are in that folder."""
        super().__init__()
        self.setAccessibleName("Player")
        self._pictures = pictures
        self._settings, self._clock, self._real_s = settings, clock, real_s
        self._state: PlayerState | None = None
        self._routine: Routine | None = None
        self._announced: tuple[Mode, Phase] | None = None
        self._worded: tuple[PlayerState, Routine, int] | None = None  # what the words were for
        self._on_screen = False
        self._header = Header(self)
        self._figure = FigureView(self)
        self._count = CountPanel(self)
        self._bar = PhaseBar(self)
        self._controls = Controls(self)
        self._keys = KeysHelp(self)
        self._frames = QTimer(self)
        self._frames.setSingleShot(True)
        self._frames.setTimerType(Qt.TimerType.PreciseTimer)
        self._frames.timeout.connect(self._show_moment)
        self._connect()
        for command in COMMANDS:
            for key in command.keys:
                self._shortcut(key, partial(self.event_asked.emit, command.event))
        for key, act in (
            (MUTE_KEY, self.mute_clicked.emit),
            (FULL_SCREEN_KEY, self.full_screen_clicked.emit),
            (HELP_KEY, self.show_keys),
            ("F1", self.show_keys),
            ("Esc", self._escape),
        ):
            self._shortcut(key, act)

    def show_routine(self, routine: Routine) -> None:
        """Name the routine that the next state belongs to."""
        self._routine = routine

    def take_settings(self, settings: Settings) -> None:
        """Show people, and move, as is chosen from now on."""
        self._settings = settings

    def show_muted(self, *, muted: bool) -> None:
        """Show whether there is sound."""
        self._header.show_muted(muted=muted)

    def show_state(self, state: PlayerState) -> None:
        """Show `state`, and go on showing it as its time passes."""
        before, self._state = self._state, state
        if before is None or before.mode is not state.mode:
            self._controls.show_mode(state.mode)
        self._show_moment()

    def show_keys(self) -> None:
        """Lay the card with the keys over the window, or take it away."""
        self._keys.setVisible(self._keys.isHidden())
        self._keys.raise_()

    def act_on_play(self) -> None:
        """Pause or go on: what Space means now."""
        if self._state is None:
            return
        if self._state.mode is Mode.PAUSED:
            self.event_asked.emit(Resume())
        elif self._state.mode in _RUNNING:
            self.event_asked.emit(Pause())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter, where no button with the keyboard has taken them."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.act_on_play()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put everything in its place."""
        super().resizeEvent(event)
        layout = stage_layout(self.width(), self.height())
        for part in (
            self._header,
            self._figure,
            self._bar,
            self._controls,
            self._keys,
        ):
            part.set_scale(layout.scale)
        foot = layout.foot
        bar_height = round(foot.height * _BAR_SHARE)
        buttons_top = foot.y + bar_height + round(GRID_PX * layout.scale)
        places: list[tuple[QWidget, Box]] = [
            (self._header, layout.header),
            (self._figure, layout.figure),
            (self._count, layout.side),
            (self._bar, Box(foot.x, foot.y, foot.width, bar_height)),
            (self._controls, Box(foot.x, buttons_top, foot.width, foot.bottom - buttons_top)),
        ]
        for widget, box in places:
            widget.setGeometry(box.x, box.y, box.width, box.height)
        self._keys.setGeometry(self.rect())

    def showEvent(self, event: QShowEvent) -> None:
        """Go on drawing."""
        super().showEvent(event)
        self._on_screen = True
        self.setFocus()
        self._show_moment()

    def hideEvent(self, event: QHideEvent) -> None:
        """Draw nothing that nobody sees."""
        super().hideEvent(event)
        self._on_screen = False
        self._frames.stop()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the figure for the other scheme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._show_moment()

    def _escape(self) -> None:
        if self._keys.isVisible():
            self._keys.hide()
        else:
            self.escape_pressed.emit()

    def _connect(self) -> None:
        self._header.end_clicked.connect(lambda: self.event_asked.emit(Stop()))
        self._header.mute_clicked.connect(self.mute_clicked)
        self._header.full_screen_clicked.connect(self.full_screen_clicked)
        self._header.help_clicked.connect(self.show_keys)
        self._controls.event_asked.connect(self.event_asked)
        for signal in (
            self._figure.clicked,
            self._controls.play_clicked,
        ):
            signal.connect(self.act_on_play)

    def _shortcut(self, key: str, act: Callable[[], None]) -> None:
        QShortcut(QKeySequence(key), self).activated.connect(act)

    def _show_moment(self) -> None:
        state = self._state
        if state is None or self._routine is None or not self._on_screen:
            return
        seen = progress(state, self._clock.now_ms())
        self._show_figure(state, seen)
        self._count.show_left(seen)
        self._bar.show_position(state.score.phases, seen.position_ms)
        worded = (state, self._routine, seen.position_ms // _WORDS_MS)
        if worded != self._worded:
            self._worded = worded
            self._show_words(state, self._routine, seen)
        if has_time_to_prepare(seen, reduced_motion=self._settings.reduced_motion):
            self._figure.prepare()
        frame_ms = next_frame_ms(seen, reduced_motion=self._settings.reduced_motion)
        if frame_ms is None:
            self._frames.stop()
        else:
            self._frames.start(max(1, round(self._real_s(frame_ms) * 1000)))

    def _show_words(self, state: PlayerState, routine: Routine, seen: Progress) -> None:
        title = routine.name
        if len(state.score.script.blocks) > 1:
            title = f"{title}  ·  {seen.exercise.name}"
        self._header.show_title(title)
        self._count.show_words(state, seen)
        self._bar.show_words(coming_next(seen), f"{clock_text(seen.total_left_ms)} left")
        self._announce(seen)

    def _show_figure(self, state: PlayerState, seen: Progress) -> None:
        look = look_of(self._settings, scheme_now(), self._pictures)
        self._figure.show_figure(
            seen.exercise,
            look,
            self._moment(state, seen),
            side=seen.phase.side,
            veiled=seen.mode is Mode.PAUSED,
        )

    def _moment(self, state: PlayerState, seen: Progress) -> Moment:
        prescription = state.score.prescription(seen.phase)
        cycle_s = seen.exercise.figure.cycle_s
        return moment(
            seen.phase.kind,
            seen.elapsed_ms,
            seen.phase.length_ms,
            exercise_kind=seen.exercise.kind,
            cycle_ms=None if cycle_s is None else round(cycle_s * 1000),
            breath_ms=round(seen.exercise.figure.breath_s * 1000),
            eased_in=prescription is None or prescription.dose.ease_s > 0,
            reduced_motion=self._settings.reduced_motion,
        )

    def _announce(self, seen: Progress) -> None:
        """Tell a screen reader each phase once, never the seconds."""
        now = (seen.mode, seen.phase)
        if now == self._announced or seen.mode is Mode.LEAD_IN:
            return
        self._announced = now
        if QAccessible.isActive():
            told = QAccessibleAnnouncementEvent(self, spoken_phase(seen))
            told.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
            QAccessible.updateAccessibility(told)
