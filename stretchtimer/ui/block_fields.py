"""What one block prescribes, a field for each number; those left alone are the exercise's own."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from stretchtimer.core.exercise import MAX_HOLD_S, MAX_REPS, Dose, Exercise
from stretchtimer.core.routine import MAX_ROUNDS, Routine
from stretchtimer.ui.choices import Choices
from stretchtimer.ui.icon_button import IconButton
from stretchtimer.ui.seconds_field import SecondsField
from stretchtimer.ui.text import Text
from stretchtimer.ui.theme import GRID_PX, SMALL_PX
from stretchtimer.ui.tile import Tile

_SIDES: tuple[tuple[int, str], ...] = ((1, "Both together"), (2, "Right, then left"))
_FIELDS = (
    ("hold_s", "Hold", 1, MAX_HOLD_S),
    ("left_hold_s", "Hold left", 1, MAX_HOLD_S),
    ("reps", "Times", 1, MAX_REPS),
    ("rest_s", "Rest", 0, 600),
    ("prepare_s", "Get ready", 0, 600),
    ("switch_s", "Change sides", 0, 600),
    ("ease_s", "Ease in", 0, 600),
    ("release_s", "Let go", 0, 600),
)
_FOR_SIDES = ("left_hold_s", "switch_s")


class BlockFields(Tile):
    """Tells each number that a person changed, by the name of the block's field."""

    changed = Signal(str, int)
    rounds_changed = Signal(int)
    own_clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Dose")
        self._name = Text("", strong=True)
        self._own = IconButton(self, "reset", "The exercise’s own numbers")
        self._own.clicked.connect(self.own_clicked)
        self.copy = IconButton(self, "copy", "Duplicate", key="Ctrl+D")
        self.remove = IconButton(self, "remove", "Remove", key="Del")
        self._sides = Choices("Sides", _SIDES)
        self._sides.chosen.connect(lambda: self.changed.emit("sides", self._sides.value))
        self._fields: dict[str, SecondsField] = {}
        self._labels: dict[str, Text] = {}
        self._cells: dict[str, QWidget] = {}
        self._needed = frozenset(name for name, *_ in _FIELDS)
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(GRID_PX // 2)
        self._grid.setHorizontalSpacing(2 * GRID_PX)
        self._columns = 0
        for name, label, lowest, highest in _FIELDS:
            field = SecondsField(label, lowest, highest, unit="×" if name == "reps" else "s")
            field.changed.connect(lambda value, name=name: self.changed.emit(name, value))
            self._put(name, label, field)
        self._rounds = SecondsField("Rounds", 1, MAX_ROUNDS, unit="×")
        self._rounds.changed.connect(self.rounds_changed)
        self._put("rounds", "Rounds", self._rounds)
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        for button in (self._own, self.copy, self.remove):
            head.addWidget(button)
        self.rows.addLayout(head)
        self.rows.addWidget(self._sides)
        self.rows.addLayout(self._grid)
        self.set_columns(2)

    def show_block(self, routine: Routine, position: int, exercise: Exercise) -> None:
        """Show what the block at `position` prescribes."""
        block = routine.block[position]
        dose = block.dose(exercise.dose)
        self._name.show_text(exercise.name)
        self._sides.set_value(dose.sides)
        for name, field in self._fields.items():
            value = dose.hold_s if name == "left_hold_s" else getattr(dose, name, 1)
            field.show_value(dose.left_hold_s or value if name == "left_hold_s" else value)
        self._labels["hold_s"].setText("Hold right" if dose.sides == 2 else "Hold")
        self._rounds.show_value(routine.rounds.get(block.round, 1))
        self._need({name for name in self._cells if _is_needed(name, dose)})
        prescribed = (getattr(block, name) for name, *_ in _FIELDS)
        self._own.setEnabled(any(number is not None for number in prescribed))

    def focus_hold(self) -> None:
        """Give the keyboard to the hold."""
        self._fields["hold_s"].setFocus()

    def set_columns(self, columns: int) -> None:
        """Arrange the fields in one or two columns."""
        if columns != self._columns:
            self._columns = columns
            self._arrange()

    def _arrange(self) -> None:
        """The fields that are needed, without gaps."""
        needed = [cell for name, cell in self._cells.items() if name in self._needed]
        for cell in self._cells.values():
            self._grid.removeWidget(cell)
            cell.hide()
        for place, cell in enumerate(needed):
            self._grid.addWidget(cell, place // self._columns, place % self._columns)
            cell.show()

    def _need(self, names: set[str]) -> None:
        if names != self._needed:
            self._needed = frozenset(names)
            self._arrange()

    def _put(self, name: str, label: str, field: SecondsField) -> None:
        text = Text(label, SMALL_PX, soft=True)
        text.setWordWrap(False)
        self._labels[name] = text
        if name != "rounds":
            self._fields[name] = field
        cell = QWidget()
        inner = QHBoxLayout(cell)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(text, 1)
        inner.addWidget(field)
        self._cells[name] = cell


def _is_needed(name: str, dose: Dose) -> bool:
    if name in _FOR_SIDES:
        return dose.sides == 2
    return name != "rest_s" or dose.reps > 1
