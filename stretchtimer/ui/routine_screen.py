"""A routine before it is started: its blocks, hold times that are one's own, and Start."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QHideEvent, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from stretchtimer.core.exercise import Exercise
from stretchtimer.core.hold_times import HoldTimes
from stretchtimer.core.routine import Routine
from stretchtimer.figure.palette import Look
from stretchtimer.ui.gap import Gap
from stretchtimer.ui.held_figure import HeldFigure
from stretchtimer.ui.hold_times_tile import HoldTimesTile
from stretchtimer.ui.icon_button import IconButton
from stretchtimer.ui.page import Page
from stretchtimer.ui.rows import refill
from stretchtimer.ui.shell_layout import hero_height, page_margin, page_scale
from stretchtimer.ui.suggestion_card import gently_button, warm_up_button
from stretchtimer.ui.text import Text, small, title
from stretchtimer.ui.theme import GRID_PX, LEAD_PX
from stretchtimer.ui.tile import Tile
from stretchtimer.ui.toggle import Toggle
from stretchtimer.ui.wording import CAUTION, clock_text

_NARROW_PX = 720
_FOOT_PX = 72
_REST_MS = 400


@dataclass(frozen=True, slots=True)
class RoutineOffer:
    """A routine with the exercises of its blocks and the own hold times in force.

    `total_s` gives the length of what would be played with other hold times. `cautions` are to be
    read before Start, `facts` may be. `locked` says why it may not start; what is not `is_listed`
    among the routines, a single stretch, cannot be exported. `may_begin_gently` offers a gentler
    first dose beside the article's, `warm_up` says why to march for a minute first. `switched_on`
    is whether it may be suggested; None where that needs no switch. At the clock times `remind_at`
    it is meant to be done.
    """

    routine: Routine
    exercises: Mapping[str, Exercise]
    times: HoldTimes
    total_s: Callable[[HoldTimes], int]
    cautions: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    locked: str = ""
    is_listed: bool = True
    remind_at: tuple[str, ...] = ()
    may_begin_gently: bool = False
    warm_up: str = ""
    switched_on: bool | None = None


class RoutineScreen(QWidget):
    """One routine. Its total follows the hand; new hold times are told when the hand rests."""

    start_clicked = Signal(str)
    gentle_start_clicked = Signal(str)
    warm_start_clicked = Signal(str)
    switched = Signal(str, bool)
    back_clicked = Signal()
    hold_times_chosen = Signal(str, object)
    edit_clicked = Signal(str)
    export_clicked = Signal(str)
    remind_clicked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Routine")
        self._offer: RoutineOffer | None = None
        self._changed: HoldTimes | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.tell_times)
        self._look = Look()
        self._page = _RoutinePage()
        self._page.back.clicked.connect(self.back_clicked)
        self._page.edit.clicked.connect(lambda: self._tell(self.edit_clicked))
        self._page.export.clicked.connect(lambda: self._tell(self.export_clicked))
        self._page.remind.clicked.connect(lambda: self._tell(self.remind_clicked))
        self._page.holds.times_changed.connect(self._take_times)
        self._page.holds.block_seen.connect(self._show_exercise)
        self._total = Text("", LEAD_PX, strong=True)
        self.reset = IconButton(self, "reset", "As it is written", text="Reset")
        self.reset.clicked.connect(lambda: self._take_times(HoldTimes()))
        self.warmed, self.gently = self._page.warmed, gently_button(self)
        self.warmed.clicked.connect(lambda: self._tell(self.warm_start_clicked))
        self._page.switch.toggled.connect(self._switch)
        self.gently.clicked.connect(lambda: self._tell(self.gentle_start_clicked))
        self.start = IconButton(self, "play", "Start", text="Start", kind="primary")
        self.start.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.start.clicked.connect(self._start)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._total, 1)
        self._foot.addWidget(self.reset)
        self._foot.addWidget(self.gently)
        self._foot.addWidget(self.start)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._page, 1)
        rows.addLayout(self._foot)
        self.setFocusProxy(self.start)

    def show_routine(self, offer: RoutineOffer, look: Look) -> None:
        """Show `offer`; its figure is that of the first block until another is pointed at."""
        self.tell_times()
        self._offer, self._look = offer, look
        self._page.show_offer(offer)
        self._show_exercise(offer.exercises[offer.routine.block[0].exercise])
        self.start.setEnabled(not offer.locked)
        self.gently.setVisible(offer.may_begin_gently)
        self.warmed.setVisible(bool(offer.warm_up))
        self._total.show_text("")
        self.start.rename("play", f"Start {offer.routine.name}", "")
        self._show_times(offer.times)
        self._page.rescale()
        self._page.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the scale of the new size."""
        super().resizeEvent(event)
        window = self.window()
        scale = page_scale(window.width(), window.height())
        margin = page_margin(self.width(), scale)
        self._foot.setContentsMargins(margin, 0, margin, 0)
        self._foot.setSpacing(round(GRID_PX * scale))
        for part in (self._total, self.reset, self.gently):
            part.set_scale(scale)
        self.start.set_scale(scale * 1.1)
        self.start.setFixedWidth(round(150 * scale))
        self._total.setFixedHeight(round(_FOOT_PX * scale))

    def tell_times(self) -> None:
        """Tell what was changed and not told yet."""
        self._rest.stop()
        if self._offer is not None and self._changed is not None:
            changed, self._changed = self._changed, None
            self.hold_times_chosen.emit(self._offer.routine.id, changed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """W and G start in their ways, O switches on, R leads to a reminder, where offered."""
        buttons: dict[int, QAbstractButton] = {
            Qt.Key.Key_W: self.warmed,
            Qt.Key.Key_G: self.gently,
            Qt.Key.Key_O: self._page.switch,
            Qt.Key.Key_R: self._page.remind,
        }
        button = buttons.get(event.key())
        if button is not None and button.isVisible():
            button.click()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing that was changed is lost on the way to another screen."""
        super().hideEvent(event)
        self.tell_times()

    def _start(self) -> None:
        if self._offer is not None:
            self.tell_times()
            self.start_clicked.emit(self._offer.routine.id)

    def _switch(self, on: bool) -> None:  # noqa: FBT001  # a signal brings it by position
        if self._offer is not None:
            self.switched.emit(self._offer.routine.id, on)

    def _tell(self, signal: SignalInstance) -> None:
        if self._offer is not None:
            self.tell_times()
            signal.emit(self._offer.routine.id)

    def _take_times(self, times: HoldTimes) -> None:
        if self._offer is not None:
            self._show_times(times)
            self._changed = times
            self._rest.start()

    def _show_times(self, times: HoldTimes) -> None:
        if self._offer is None:
            return
        routine, exercises = self._offer.routine, self._offer.exercises
        self._page.holds.show_times(routine, exercises, times)
        if not self._offer.locked:
            self._total.show_text(f"{clock_text(self._offer.total_s(times) * 1000)} min")
        self.reset.setEnabled(not times.changes_nothing)

    def _show_exercise(self, exercise: Exercise) -> None:
        self._page.figure.show_held(exercise, self._look)


class _RoutinePage(Page):
    def __init__(self) -> None:
        super().__init__("About the routine")
        self.back = IconButton(self, "end", "Back", key="Esc")
        self._title = title()
        self.figure = HeldFigure(self)
        self.figure.setCursor(Qt.CursorShape.ArrowCursor)
        self.holds = HoldTimesTile()
        self._cautions = Tile(role=QPalette.ColorRole.AlternateBase)
        self.switch = Toggle("Suggest it on Today")
        self.switch.setToolTip("Suggest it on Today (O)")
        self._warm_up = Text("")
        self.warmed = warm_up_button(self)
        self._facts = QVBoxLayout()
        self.remind = IconButton(
            self, "reminders", "Remind me", key="R", text="Remind me…", kind="tonal"
        )
        head = QHBoxLayout()
        head.setSpacing(GRID_PX)
        head.addWidget(self.back)
        head.addWidget(self._title, 1)
        self.edit = IconButton(self, "edit", "Change the routine", text="Customise", kind="tonal")
        self.export = IconButton(self, "export", "Export: sheet, pack, sound, text")
        head.addWidget(self.edit)
        head.addWidget(self.export)
        self._left = QVBoxLayout()
        self._left.addWidget(self.figure)
        self._left.addWidget(self._cautions)
        self._left.addWidget(self.switch)
        self._left.addWidget(self._warm_up)
        self._left.addWidget(self.warmed)
        self._left.addLayout(self._facts)
        self._left.addWidget(self.remind, alignment=Qt.AlignmentFlag.AlignLeft)
        self._left.addStretch(1)
        right = QVBoxLayout()
        right.addWidget(self.holds)
        right.addStretch(1)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.addLayout(self._left, 46)
        self._halves.addLayout(right, 54)
        self.column.addLayout(head)
        self.column.addWidget(Gap(2 * GRID_PX))
        self.column.addLayout(self._halves)
        self.column.addStretch(1)

    def show_offer(self, offer: RoutineOffer) -> None:
        self._title.show_text(offer.routine.name)
        self.export.setVisible(offer.is_listed)
        self.remind.setVisible(bool(offer.remind_at))
        times = " and ".join(offer.remind_at)
        self.remind.rename("reminders", f"Remind me of {offer.routine.name} at {times}", "R")
        cautions = (offer.locked, *offer.cautions) if offer.locked else offer.cautions
        refill(self._cautions.rows, [Text(text) for text in cautions])
        self._cautions.setVisible(bool(cautions))
        self._warm_up.show_text(offer.warm_up)
        self.switch.setVisible(offer.switched_on is not None)
        self.switch.show_on(on=bool(offer.switched_on))
        refill(self._facts, [*map(Text, offer.facts), small(CAUTION)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW_PX * self.scale
        direction = QBoxLayout.Direction
        self._halves.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self._halves.setSpacing(round(3 * GRID_PX * self.scale))
        self._left.setSpacing(round(1.5 * GRID_PX * self.scale))
        share = 0.7 if narrow else 0.75
        self.figure.setFixedHeight(round(hero_height(self.window().height(), self.scale) * share))
