"""Today: one routine to start, the week so far, what comes and what was."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from stretchtimer.core.exercise import Exercise
from stretchtimer.figure.palette import Look
from stretchtimer.ui.gap import Gap
from stretchtimer.ui.held_figure import HeldFigure
from stretchtimer.ui.icon_button import IconButton
from stretchtimer.ui.page import Page
from stretchtimer.ui.rows import refill
from stretchtimer.ui.session_line import PastSession, SessionLine
from stretchtimer.ui.shell_layout import HERO_FIGURE_SHARE, TITLE_BOTTOM_PX, hero_height
from stretchtimer.ui.text import Text, small, title
from stretchtimer.ui.theme import GRID_PX, LEAD_PX, TITLE_PX
from stretchtimer.ui.tile import Tile
from stretchtimer.ui.week_dots import WeekDay, WeekDots
from stretchtimer.ui.wording import CAUTION

_NARROW_PX = 620
_BODY_CHANGED = "My body has changed"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The routine that is offered: `facts` are its length and place, `why` the reason for it."""

    routine: str
    name: str
    facts: str
    why: str
    exercise: Exercise


@dataclass(frozen=True, slots=True)
class Today:
    """All that the screen shows. `sessions` are the last ones, newest first; none on a first run.

    `locked` says why nothing is suggested. `week_line` says in words how the week stands against
    the goal; `next_break` is empty where no reminder runs.
    """

    greeting: str
    suggestion: Suggestion | None
    week: tuple[WeekDay, ...]
    week_line: str
    sessions: tuple[PastSession, ...] = ()
    next_break: str = ""
    locked: str = ""


class TodayScreen(Page):
    """The home of the window."""

    start_clicked = Signal(str)
    routine_clicked = Signal(str)
    library_clicked = Signal()
    reminders_clicked = Signal()
    body_changed_clicked = Signal()

    def __init__(self) -> None:
        super().__init__("Today")
        self._title = title()
        self._hero = _Hero()
        self._hero.start.clicked.connect(lambda: self.start_clicked.emit(self._hero.routine))
        self._hero.more.clicked.connect(lambda: self.routine_clicked.emit(self._hero.routine))
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter starts, wherever the keyboard is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._hero.isVisible():
            self._hero.start.click()
        else:
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
        self._hero.setFixedHeight(hero_height(self.window().height(), self.scale))


class _Hero(QWidget):
    """The figure at the left, what it is and Start at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.routine = ""
        self._suggestion: Suggestion | None = None
        self._figure = HeldFigure(self)
        self._name = Text("", TITLE_PX - 4, strong=True)
        self._facts = Text("", LEAD_PX - 2)
        self._why = Text("", soft=True)
        self.start = IconButton(self, "play", "Start", key="Enter", text="Start", kind="primary")
        self.start.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.more = IconButton(self, "", "Look at the routine first", text="Details")
        self._figure.clicked.connect(self.more.click)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        side = QVBoxLayout()
        side.addStretch(1)
        for text in (self._name, self._facts, self._why):
            side.addWidget(text)
        side.addWidget(small(CAUTION))
        side.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.start)
        buttons.addWidget(self.more)
        buttons.addStretch(1)
        side.addLayout(buttons)
        self._side = side
        self._row.setSpacing(0)
        share = round(HERO_FIGURE_SHARE * 100)
        self._row.addWidget(self._figure, share)
        self._row.addLayout(side, 100 - share)

    def set_scale(self, scale: float) -> None:
        self._side.setContentsMargins(round(3 * GRID_PX * scale), 0, 0, 0)
        self._side.setSpacing(round(GRID_PX * scale))

    def show_suggestion(self, suggestion: Suggestion, look: Look) -> None:
        self.routine = suggestion.routine
        self._name.show_text(suggestion.name)
        self._facts.show_text(suggestion.facts)
        self._why.show_text(suggestion.why)
        self.start.rename("play", f"Start {suggestion.name}", "Enter")
        self._figure.show_held(suggestion.exercise, look)


def _first_steps() -> Tile:
    tile = Tile("How it goes")
    for line in (
        "Press Start. A voice and the figure lead you through.",
        "Space pauses; X stops at once, when something hurts.",
    ):
        tile.rows.addWidget(Text(line, soft=True))
    tile.rows.addStretch(1)
    return tile
