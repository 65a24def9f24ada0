"""The player: figure, counting column, bar and buttons, and the gates before and after.

It shows the session's state and says what the person asks for; it decides nothing.
"""

from collections.abc import Callable, Sequence
from functools import partial

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

from stretchtimer.core.events import Mode, Pause, Resume, Start, Stop
from stretchtimer.core.phase import Side
from stretchtimer.core.player import PlayerState
from stretchtimer.core.ports import Clock
from stretchtimer.core.progress import Progress, progress
from stretchtimer.core.routine import Routine
from stretchtimer.core.settings import Settings
from stretchtimer.core.timeline import Phase
from stretchtimer.figure.motion import Moment, moment
from stretchtimer.figure.palette import Look
from stretchtimer.ui.commands import COMMANDS, FULL_SCREEN_KEY, HELP_KEY, MUTE_KEY, QUIT_KEY
from stretchtimer.ui.controls import Controls
from stretchtimer.ui.count_panel import CountPanel
from stretchtimer.ui.figure_view import FigureView
from stretchtimer.ui.frame_rate import next_frame_ms
from stretchtimer.ui.header import Header
from stretchtimer.ui.keys_help import KeysHelp
from stretchtimer.ui.panels import end_paragraphs, ready_paragraphs
from stretchtimer.ui.phase_bar import PhaseBar
from stretchtimer.ui.routine_strip import RoutineCard, RoutineStrip
from stretchtimer.ui.stage_layout import Box, stage_layout
from stretchtimer.ui.text_column import TextColumn
from stretchtimer.ui.theme import GRID_PX, scheme_now
from stretchtimer.ui.wording import clock_text, coming_next, spoken_phase

_RUNNING = (Mode.PLAYING, Mode.PAUSED, Mode.LEAD_IN)
_BAR_SHARE = 0.38  # of the foot; the buttons have the rest


class PlayerView(QWidget):
    """Everything between the frame of the window and its notices."""

    event_asked = Signal(object)
    routine_chosen = Signal(str)
    mute_clicked = Signal()
    full_screen_clicked = Signal()
    escape_pressed = Signal()
    quit_asked = Signal()

    def __init__(self, settings: Settings, clock: Clock, real_s: Callable[[float], float]) -> None:
        """`real_s` turns ms of `clock` into real seconds."""
        super().__init__()
        self._settings, self._clock, self._real_s = settings, clock, real_s
        self._state: PlayerState | None = None
        self._routine: Routine | None = None
        self._announced: tuple[Mode, Phase] | None = None
        self._on_screen = False
        self._header = Header(self)
        self._figure = FigureView(self)
        self._ready = TextColumn(self, "play", "Start", "Space")
        self._count = CountPanel(self)
        self._end = TextColumn(self, "", "Back to the routines", "Space")
        self._strip = RoutineStrip(self)
        self._bar = PhaseBar(self)
        self._controls = Controls(self)
        self._keys = KeysHelp(self)
        self._frames = QTimer(self)
        self._frames.setSingleShot(True)
        self._frames.setTimerType(Qt.TimerType.PreciseTimer)
        self._frames.timeout.connect(self._show_moment)
        self._connect()
        self._player_keys = [
            self._shortcut(key, partial(self.event_asked.emit, command.event))
            for command in COMMANDS
            for key in command.keys
        ]
        for key, act in (
            (MUTE_KEY, self.mute_clicked.emit),
            (FULL_SCREEN_KEY, self.full_screen_clicked.emit),
            (HELP_KEY, self.show_keys),
            ("F1", self.show_keys),
            (QUIT_KEY, self.quit_asked.emit),
            ("Esc", self._escape),
        ):
            self._shortcut(key, act)

    def show_routine(self, routine: Routine, cards: Sequence[RoutineCard]) -> None:
        """Name the routine that the next state belongs to, among all there are."""
        self._routine = routine
        self._strip.show_routines(cards, routine.id)

    def show_muted(self, *, muted: bool) -> None:
        """Show whether there is sound."""
        self._header.show_muted(muted=muted)

    def show_state(self, state: PlayerState) -> None:
        """Show `state`, and go on showing it as its time passes."""
        before, self._state = self._state, state
        if before is None or before.mode is not state.mode or before.score is not state.score:
            self._show_parts()
        self._show_moment()

    def show_keys(self) -> None:
        """Lay the card with the keys over the window, or take it away."""
        self._keys.setVisible(self._keys.isHidden())
        self._keys.raise_()

    def act_on_play(self) -> None:
        """Start, pause, go on, or back to the routines: what Space means now."""
        if self._state is None or self._routine is None:
            return
        match self._state.mode:
            case Mode.READY:
                self.event_asked.emit(Start())
            case Mode.PAUSED:
                self.event_asked.emit(Resume())
            case Mode.PLAYING | Mode.LEAD_IN:
                self.event_asked.emit(Pause())
            case Mode.FINISHED | Mode.STOPPED:
                self.routine_chosen.emit(self._routine.id)

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
            self._ready,
            self._end,
            self._strip,
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
            (self._ready, layout.side),
            (self._count, layout.side),
            (self._end, layout.side),
            (self._strip, foot),
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
        self._take_keyboard()
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
            self._ready.pressed,
            self._end.pressed,
            self._controls.play_clicked,
        ):
            signal.connect(self.act_on_play)
        self._strip.chosen.connect(self.routine_chosen)

    def _shortcut(self, key: str, act: Callable[[], None]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.activated.connect(act)
        return shortcut

    def _show_parts(self) -> None:
        """Show the parts that belong to the mode, with what changes only with it."""
        state = self._state
        if state is None or self._routine is None:
            return
        running = state.mode in _RUNNING
        ready = state.mode is Mode.READY
        for part in (self._count, self._bar, self._controls):
            part.setVisible(running)
        self._ready.setVisible(ready)
        self._strip.setVisible(not running)
        self._end.setVisible(not running and not ready)
        for shortcut in self._player_keys:
            shortcut.setEnabled(running)
        self._controls.show_mode(state.mode)
        if ready:
            self._ready.show_paragraphs(ready_paragraphs(self._routine, state.score))
        elif not running:
            self._end.show_paragraphs(end_paragraphs(state))
        self._take_keyboard()

    def _take_keyboard(self) -> None:
        """Let Space do the most likely thing."""
        mode = self._state.mode if self._state is not None else Mode.READY
        if mode in _RUNNING:
            self.setFocus()
        else:
            (self._ready if mode is Mode.READY else self._end).button.setFocus()

    def _show_moment(self) -> None:
        state = self._state
        if state is None or self._routine is None or not self._on_screen:
            return
        seen = progress(state, self._clock.now_ms())
        self._show_figure(state, seen)
        running = state.mode in _RUNNING
        title = self._routine.name if running else "Stretchtimer"
        if running and len(state.score.script.blocks) > 1:
            title = f"{title}  ·  {seen.exercise.name}"
        self._header.show_title(title, can_end=running)
        if running:
            self._count.show_progress(state, seen)
            self._bar.show_phases(
                state.score.phases,
                seen.position_ms,
                coming=coming_next(seen),
                left=f"{clock_text(seen.total_left_ms)} left",
            )
            self._announce(seen)
        frame_ms = next_frame_ms(seen, reduced_motion=self._settings.reduced_motion)
        if frame_ms is None:
            self._frames.stop()
        else:
            self._frames.start(max(1, round(self._real_s(frame_ms) * 1000)))

    def _show_figure(self, state: PlayerState, seen: Progress) -> None:
        look = Look(scheme_now(), self._settings.skin, self._settings.hair)
        self._figure.show_figure(
            seen.exercise,
            look,
            self._moment(state, seen),
            mirrored=seen.phase.side is Side.LEFT and seen.exercise.limb != "direction",
            veiled=seen.mode is Mode.PAUSED,
        )

    def _moment(self, state: PlayerState, seen: Progress) -> Moment:
        if seen.mode is Mode.READY:
            return Moment(1.0, 0.0, 1.0)
        if seen.mode in (Mode.FINISHED, Mode.STOPPED):
            return Moment(0.0)
        prescription = state.score.prescription(seen.phase)
        cycle_s = seen.exercise.figure.cycle_s
        return moment(
            seen.phase.kind,
            seen.elapsed_ms,
            seen.phase.length_ms,
            exercise_kind=seen.exercise.kind,
            cycle_ms=None if cycle_s is None else round(cycle_s * 1000),
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
