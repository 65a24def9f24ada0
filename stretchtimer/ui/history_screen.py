"""What was: a year of days, this week's minutes, hold lengths, the sides, the last sessions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from stretchtimer.core.history import WEEK_ENOUGH_S, WEEK_FULL_S
from stretchtimer.ui.bars import Bar, Bars
from stretchtimer.ui.gap import Gap
from stretchtimer.ui.hold_chart import HoldChart
from stretchtimer.ui.icon_button import IconButton
from stretchtimer.ui.page import Page
from stretchtimer.ui.rows import refill
from stretchtimer.ui.session_line import PastSession, SessionLine
from stretchtimer.ui.stepper import Stepper
from stretchtimer.ui.text import Text, small, title
from stretchtimer.ui.theme import GRID_PX
from stretchtimer.ui.tile import Tile
from stretchtimer.ui.year_calendar import YearCalendar

_NARROW_PX = 760
_EMPTY = "Your first session will fill its day here, and show its minutes, and right against left."
# The bars of the week end at 15 minutes, so that the band stands in the middle.
WEEK_SCALE_S = 900
_BAND = (WEEK_ENOUGH_S / WEEK_SCALE_S, WEEK_FULL_S / WEEK_SCALE_S)


@dataclass(frozen=True, slots=True)
class Holds:
    """One exercise's mean holds in seconds by week, and its place among those there are."""

    name: str
    weeks: tuple[tuple[date, float], ...]
    has_before: bool = False
    has_after: bool = False


@dataclass(frozen=True, slots=True)
class HistoryShown:
    """All that the screen shows; `sessions` are the last ones, none where nothing was done yet.

    `shades` say how full each day of the year was, 1 to 4. `muscles` and `sides` are bars.
    """

    year: int
    today: date
    shades: Mapping[date, int]
    summary: str
    muscles: tuple[Bar, ...] = ()
    sides: tuple[Bar, ...] = ()
    holds: Holds | None = None
    sessions: tuple[PastSession, ...] = ()
    has_year_before: bool = False
    has_year_after: bool = False


class HistoryScreen(Page):
    """Everything that was held, and a way to take it elsewhere."""

    year_stepped = Signal(int)
    exercise_stepped = Signal(int)
    export_clicked = Signal(str)

    def __init__(self) -> None:
        super().__init__("History")
        self._summary = Text("", soft=True)
        self._year = Stepper("Year")
        self._year.stepped.connect(self.year_stepped)
        self._calendar = YearCalendar()
        self._muscles = Bars("Minutes this week", _BAND)
        self._sides = Bars("Right and left")
        self._exercise = Stepper("Exercise")
        self._exercise.stepped.connect(self.exercise_stepped)
        self._chart = HoldChart()
        self._sessions = QVBoxLayout()
        head = QHBoxLayout()
        head.addWidget(title("History"), 1)
        head.addWidget(self._year)
        days = Tile("Days")
        days.rows.addWidget(self._calendar)
        days.rows.addWidget(self._summary)
        week = Tile("Last seven days")
        week.rows.addWidget(self._muscles)
        week.rows.addWidget(small("The band is five to ten minutes a muscle."))
        week.rows.addStretch(1)
        holds = Tile("Hold length")
        holds.rows.addWidget(self._exercise)
        holds.rows.addWidget(self._chart)
        holds.rows.addStretch(1)
        self._sides_tile = Tile("Right and left, four weeks")
        self._sides_tile.rows.addWidget(self._sides)
        self._sides_tile.rows.addStretch(1)
        last = Tile("Sessions")
        last.rows.addLayout(self._sessions)
        last.rows.addStretch(1)
        self._upper, self._lower = QBoxLayout(_BESIDE), QBoxLayout(_BESIDE)
        for pair, tiles in (
            (self._upper, (week, holds)),
            (self._lower, (last, self._sides_tile)),
        ):
            for tile in tiles:
                pair.addWidget(tile, 1)
            pair.setSpacing(2 * GRID_PX)
        self._filled = (week, holds, last)
        self.column.addLayout(head)
        self.column.addWidget(Gap(GRID_PX))
        self.column.addWidget(days)
        self.column.addWidget(Gap(2 * GRID_PX))
        self.column.addLayout(self._upper)
        self.column.addWidget(Gap(2 * GRID_PX))
        self.column.addLayout(self._lower)
        self.column.addWidget(Gap(GRID_PX))
        self.column.addLayout(self._export_row())
        self.column.addStretch(1)

    def show_history(self, shown: HistoryShown) -> None:
        """Show what was."""
        is_empty = not shown.sessions
        for part in (*self._filled, self._year, *self._exports):
            part.setVisible(not is_empty)
        self._sides_tile.setVisible(bool(shown.sides))
        self._year.show_step(
            str(shown.year), has_before=shown.has_year_before, has_after=shown.has_year_after
        )
        self._calendar.show_year(shown.year, shown.shades, shown.today)
        self._summary.show_text(_EMPTY if is_empty else shown.summary)
        self._muscles.show_bars(shown.muscles)
        self._sides.show_bars(shown.sides)
        if shown.holds is not None:
            self._exercise.show_step(
                shown.holds.name,
                has_before=shown.holds.has_before,
                has_after=shown.holds.has_after,
            )
            self._chart.show_weeks(shown.holds.weeks)
        refill(self._sessions, [SessionLine(session) for session in shown.sessions])
        self.rescale()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the tiles under each other where they have no room beside each other."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW_PX * self.scale
        for pair in (self._upper, self._lower):
            pair.setDirection(_BELOW if narrow else _BESIDE)

    def _export_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GRID_PX)
        self._exports = [
            IconButton(self, "", f"Export all as {name}", text=f"Export {name}…", kind="tonal")
            for name in ("CSV", "JSON")
        ]
        for button, kind in zip(self._exports, ("csv", "json"), strict=True):
            button.clicked.connect(lambda _=False, kind=kind: self.export_clicked.emit(kind))
            row.addWidget(button)
        row.addStretch(1)
        return row


_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
