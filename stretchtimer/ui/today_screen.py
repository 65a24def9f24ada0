"""Today: one routine to start, the week so far, what comes and what was."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from stretchtimer.figure.palette import Look
from stretchtimer.ui.ache_tile import AcheTile
from stretchtimer.ui.gap import Gap
from stretchtimer.ui.icon_button import IconButton
from stretchtimer.ui.page import Page
from stretchtimer.ui.rows import refill
from stretchtimer.ui.session_line import PastSession, SessionLine
from stretchtimer.ui.shell_layout import TITLE_BOTTOM_PX, hero_height
from stretchtimer.ui.suggestion_card import Suggestion, SuggestionCard
from stretchtimer.ui.text import Text, small, title
from stretchtimer.ui.theme import GRID_PX, LEAD_PX
from stretchtimer.ui.tile import Tile
from stretchtimer.ui.week_dots import WeekDay, WeekDots

_NARROW_PX = 620
_BODY_CHANGED = "My body has changed"


@dataclass(frozen=True, slots=True)
class Today:
    """All that the screen shows. `sessions` are the last ones, newest first; none on a first run.

    `locked` says why nothing is suggested, `ache` asks what is left of an earlier day. `week_line`
    says in words how the week stands against the goal; `next_break` is empty where no reminder
    runs.
    """

    greeting: str
    suggestion: Suggestion | None
    week: tuple[WeekDay, ...]
    week_line: str
    sessions: tuple[PastSession, ...] = ()
    next_break: str = ""
    locked: str = ""
    ache: str = ""


class TodayScreen(Page):
    """The home of the window."""

    start_clicked = Signal(str)
    warm_start_clicked = Signal(str)
    gentle_start_clicked = Signal(str)
    ache_answered = Signal(bool)
    routine_clicked = Signal(str)
    library_clicked = Signal()
    reminders_clicked = Signal()
    body_changed_clicked = Signal()

    def __init__(self) -> None:
        super().__init__("Today")
        self._title = title()
        self._hero = SuggestionCard()
        self._aches = AcheTile()
        self._aches.answered.connect(self.ache_answered)
        self._hero.start.clicked.connect(lambda: self.start_clicked.emit(self._hero.routine))
        self._hero.warmed.clicked.connect(lambda: self.warm_start_clicked.emit(self._hero.routine))
        self._hero.gently.clicked.connect(
            lambda: self.gentle_start_clicked.emit(self._hero.routine)
        )
        self._hero.more.clicked.connect(lambda: self.routine_clicked.emit(self._hero.routine))
        self._aches_gap = Gap(2 * GRID_PX)
        self._aches_gap.hide()
        self._lock = Tile("Not now", role=QPalette.ColorRole.AlternateBase)
        self._lock_text = Text("", LEAD_PX)
        self._lock.rows.addWidget(self._lock_text)
        self._week = WeekDots()
        self._week_line = small()
        self._break_line = Text()
        self._sessions = QVBoxLayout()
        self._sessions.setContentsMargins(0, 0, 0, 0)
        self._tiles = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._tiles.setSpacing(2 * GRID_PX)
        week = Tile("This week")
        week.rows.addWidget(self._week)
        week.rows.addWidget(self._week_line)
        week.rows.addStretch(1)
        self._break = Tile("Next break")
        self._break.rows.addWidget(self._break_line)
        self._break.rows.addStretch(1)
        reminders = IconButton(self._break, "reminders", "Reminders", text="Reminders", kind="bare")
        reminders.clicked.connect(self.reminders_clicked)
        self._break.rows.addWidget(reminders)
        self._last = Tile("Last time")
        self._last.rows.addLayout(self._sessions)
        self._last.rows.addStretch(1)
        self._first = _first_steps()
        for tile in (week, self._break, self._last, self._first):
            self._tiles.addWidget(tile, 1)
        self._title.setWordWrap(False)
        self._body = IconButton(self, "body", _BODY_CHANGED, text=_BODY_CHANGED)
        self._body.clicked.connect(self.body_changed_clicked)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._body, alignment=Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(head)
        self.column.addWidget(Gap(2 * GRID_PX))
        self.column.addWidget(self._hero)
        self.column.addWidget(self._lock)
        self.column.addWidget(self._aches_gap)
        self.column.addWidget(self._aches)
        self.column.addWidget(Gap(2 * GRID_PX))
        self.column.addLayout(self._tiles)
        self.column.addStretch(1)
        self.setFocusProxy(self._hero.start)

    def show_today(self, today: Today, look: Look) -> None:
        """Show how things stand now."""
        self._title.show_text(today.greeting)
        self._hero.setVisible(today.suggestion is not None)
        self._lock.setVisible(bool(today.locked))
        self._lock_text.show_text(today.locked)
        if today.suggestion is not None:
            self._hero.show_suggestion(today.suggestion, look)
        self._aches.ask(today.ache)
        self._aches_gap.setVisible(bool(today.ache))
        self._week.show_week(today.week)
        self._week_line.show_text(today.week_line)
        self._break.setVisible(bool(today.next_break))
        self._break_line.show_text(today.next_break)
        self._first.setVisible(not today.sessions)
        self._last.setVisible(bool(today.sessions))
        refill(self._sessions, [SessionLine(session) for session in today.sessions])
        self.rescale()

    def show_next_break(self, line: str) -> None:
        """Say when the next break comes; an empty line takes the tile away."""
        self._break.setVisible(bool(line))
        self._break_line.show_text(line)

    def show_warm_up(self, why: str) -> None:
        """Offer to warm up before what is suggested; without a reason do not."""
        self._hero.show_warm_up(why)

    def show_ache_follows(self, sentence: str) -> None:
        """Say what follows from the answer about an ache, in the place of the question."""
        self._aches.say(sentence)
        self._aches_gap.setVisible(bool(sentence))
        self.rescale()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter starts, wherever the keyboard is; W, G and the digits do what is offered."""
        hero, key = self._hero, event.key()
        starts = {
            Qt.Key.Key_Return: hero.start,
            Qt.Key.Key_Enter: hero.start,
            Qt.Key.Key_W: hero.warmed,
            Qt.Key.Key_G: hero.gently,
        }
        button = starts.get(Qt.Key(key))
        if button is not None and button.isVisible():
            button.click()
        elif not self._aches.answer_by(key):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the tiles under each other where they have no room beside each other."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW_PX * self.scale
        direction = QBoxLayout.Direction
        self._tiles.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self._body.setText("" if narrow else _BODY_CHANGED)
        self._body.updateGeometry()
        self._title.setFixedHeight(round((TITLE_BOTTOM_PX - 6 * GRID_PX) * self.scale))
        # More only where long words need it.
        self._hero.setMinimumHeight(hero_height(self.window().height(), self.scale))


def _first_steps() -> Tile:
    tile = Tile("How it goes")
    for line in (
        "Press Start. A voice and the figure lead you through.",
        "Space pauses; X stops at once, when something hurts.",
    ):
        tile.rows.addWidget(Text(line, soft=True))
    tile.rows.addStretch(1)
    return tile
