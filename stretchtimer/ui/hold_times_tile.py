"""The hold times of a routine: one slider for all, a field for each block."""

from collections.abc import Mapping
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stretchtimer.core.exercise import MAX_HOLD_S, Exercise
from stretchtimer.core.hold_times import HoldTimes
from stretchtimer.core.routine import Routine
from stretchtimer.ui.choices import Choices
from stretchtimer.ui.hold_rows import HoldRow, common_hold_s, dose_line, has_stretch, hold_rows
from stretchtimer.ui.icon_button import IconButton
from stretchtimer.ui.rows import refill
from stretchtimer.ui.seconds_field import SecondsField
from stretchtimer.ui.slider import Slider
from stretchtimer.ui.text import Text, small
from stretchtimer.ui.theme import GRID_PX, SMALL_PX, TEXT_PX
from stretchtimer.ui.tile import Tile

Way = Literal["share", "all"]
_WAYS: tuple[tuple[Way, str], ...] = (("share", "In proportion"), ("all", "All the same"))
_PERCENT, _SECONDS = (25, 200, 5), (5, 120, 5)


class HoldTimesTile(Tile):
    """Tells new hold times while they change, and the exercise of the block one looks at."""

    times_changed = Signal(object)
    block_seen = Signal(object)

    def __init__(self) -> None:
        super().__init__("Hold times")
        self._routine: Routine | None = None
        self._exercises: Mapping[str, Exercise] = {}
        self._times = HoldTimes()
        self._rows: list[_BlockRow] = []
        self._value = Text("", TEXT_PX)
        self._slider = Slider("All holds", *_PERCENT)
        self._slider.valueChanged.connect(self._slide)
        self._ways = Choices("Change holds", _WAYS)
        self._ways.chosen.connect(self._take_way)
        self._whole = QWidget()
        whole = QVBoxLayout(self._whole)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._ways)
        line = QHBoxLayout()
        line.addWidget(self._slider, 1)
        line.addWidget(self._value)
        self._value.setWordWrap(False)
        whole.addLayout(line)
        self._blocks = QVBoxLayout()
        self.rows.addWidget(self._whole)
        self.rows.addLayout(self._blocks)

    def show_times(
        self, routine: Routine, exercises: Mapping[str, Exercise], times: HoldTimes
    ) -> None:
        """Show the blocks of `routine` with these own hold times."""
        is_new = routine is not self._routine
        self._routine, self._exercises, self._times = routine, exercises, times
        if is_new:
            common_s = common_hold_s(routine, exercises)
            self._ways.set_value("share" if times.all_s is None and common_s is None else "all")
            self._ways.setVisible(common_s is None)
            self._whole.setVisible(has_stretch(routine, exercises))
        self._show_slider()
        rows = hold_rows(routine, exercises, times)
        if is_new:
            self._rows = [_BlockRow(row, _round_times(routine, row)) for row in rows]
            for made in self._rows:
                made.changed.connect(self._take_block)
                made.seen.connect(self._tell_seen)
            refill(self._blocks, self._rows)
        for made, row in zip(self._rows, rows, strict=True):
            made.show_row(row)

    def set_scale(self, scale: float) -> None:
        """Let the air grow with the window."""
        super().set_scale(scale)
        self.rows.setSpacing(round(1.5 * GRID_PX * scale))

    def _show_slider(self) -> None:
        if self._routine is None:
            return
        self._slider.blockSignals(True)  # noqa: FBT003  # Qt takes it by position
        if self._ways.value == "share":
            self._slider.set_range(*_PERCENT)
            percent = self._times.scale_percent
            self._slider.setValue(percent)
            self._value.show_text("as written" if percent == 100 else f"{percent} %")
        else:
            self._slider.set_range(*_SECONDS)
            hold_s = self._times.all_s or self._written_s()
            self._slider.setValue(hold_s)
            self._value.show_text(f"{hold_s} s")
        self._slider.blockSignals(False)  # noqa: FBT003  # Qt takes it by position

    def _written_s(self) -> int:
        """What all stretches are held as the routine is written; where they differ, the first."""
        if self._routine is None:
            return 0
        rows = hold_rows(
            self._routine, self._exercises, HoldTimes(scale_percent=self._times.scale_percent)
        )
        return next((row.dose.hold_s for row in rows if row.exercise.kind == "stretch"), 30)

    def _slide(self, value: int) -> None:
        if self._ways.value == "share":
            self.times_changed.emit(self._times.scaled(value))
        else:
            self.times_changed.emit(self._times.with_all(value))

    def _take_way(self, way: Way) -> None:
        # The choice itself changes nothing but the meaning of the slider.
        if way == "share" and self._times.all_s is not None:
            self.times_changed.emit(self._times.scaled(100))
        else:
            self._show_slider()

    def _take_block(self, position: int, hold_s: int, left_s: int | None) -> None:
        if self._routine is not None:
            times = self._times.with_block(self._routine, position, hold_s, left_s)
            self.times_changed.emit(times)

    def _tell_seen(self, position: int) -> None:
        if self._routine is not None:
            self.block_seen.emit(self._exercises[self._routine.block[position].exercise])


class _BlockRow(QWidget):
    """Name and dose at the left, the hold at the right; per side where a person wants it so."""

    changed = Signal(int, int, object)
    seen = Signal(int)

    def __init__(self, row: HoldRow, times: int) -> None:
        super().__init__()
        self._position, self._times = row.position, times
        name = row.exercise.name
        two = row.dose.sides == 2
        self._dose = small()
        self._hold = SecondsField(f"Hold of {name}", 1, MAX_HOLD_S)
        self._left = SecondsField(f"Hold of {name}, left", 1, MAX_HOLD_S)
        self._right_name, self._left_name = _caption("right"), _caption("left")
        self._apart = IconButton(self, "", "An own hold for the left side", text="Sides differ")
        self._apart.setCheckable(True)
        self._apart.setVisible(two)
        self._apart.clicked.connect(self._part)
        for field in (self._hold, self._left):
            field.changed.connect(self._tell)
            field.entered.connect(lambda: self.seen.emit(self._position))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Text(name, TEXT_PX))
        texts.addWidget(self._dose)
        texts.addStretch(1)
        fields = QVBoxLayout()
        fields.setSpacing(2)
        for caption, field in ((self._right_name, self._hold), (self._left_name, self._left)):
            line = QHBoxLayout()
            line.addStretch(1)
            line.addWidget(caption)
            line.addWidget(field)
            fields.addLayout(line)
        if two:
            fields.addWidget(self._apart, alignment=Qt.AlignmentFlag.AlignRight)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addLayout(texts, 1)
        line.addLayout(fields)

    def show_row(self, row: HoldRow) -> None:
        dose = row.dose
        self._dose.show_text(dose_line(row, self._times))
        self._hold.show_value(dose.hold_s)
        apart = dose.left_hold_s is not None
        self._apart.setChecked(apart)
        self._left.show_value(dose.hold_s if dose.left_hold_s is None else dose.left_hold_s)
        for part in (self._left, self._left_name, self._right_name):
            part.setVisible(apart)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.seen.emit(self._position)

    def _tell(self) -> None:
        left_s = self._left.value if self._apart.isChecked() else None
        self.changed.emit(self._position, self._hold.value, left_s)

    def _part(self) -> None:
        self._left.show_value(self._hold.value)
        self._tell()


def _caption(text: str) -> Text:
    made = Text(text, SMALL_PX, soft=True)
    made.setWordWrap(False)
    return made


def _round_times(routine: Routine, row: HoldRow) -> int:
    return routine.rounds.get(routine.block[row.position].round, 1)
