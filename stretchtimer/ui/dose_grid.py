"""A dose, a field for each number that it needs."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from stretchtimer.core.exercise import MAX_HOLD_S, MAX_REPS, Dose
from stretchtimer.ui.choices import Choices
from stretchtimer.ui.seconds_field import SecondsField
from stretchtimer.ui.text import Text
from stretchtimer.ui.theme import GRID_PX, SMALL_PX

_SIDES: tuple[tuple[int, str], ...] = ((1, "Both together"), (2, "Right, then left"))
FIELDS = (
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


class DoseGrid(QWidget):
    """Tells each number that a person changed, by its name in a dose."""

    changed = Signal(str, int)

    def __init__(self) -> None:
        super().__init__()
        self._sides = Choices("Sides", _SIDES)
        self._sides.chosen.connect(lambda: self.changed.emit("sides", self._sides.value))
        self.fields: dict[str, SecondsField] = {}
        self._labels: dict[str, Text] = {}
        self._cells: dict[str, QWidget] = {}
        self._needed = frozenset(name for name, *_ in FIELDS)
        self._columns = 1
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(GRID_PX // 2)
        self._grid.setHorizontalSpacing(2 * GRID_PX)
        for name, label, lowest, highest in FIELDS:
            field = SecondsField(label, lowest, highest, unit="×" if name == "reps" else "s")
            field.changed.connect(lambda value, name=name: self.changed.emit(name, value))
            self.fields[name], self._labels[name] = field, _label(label)
            self._cells[name] = labelled(self._labels[name], field)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._sides)
        rows.addLayout(self._grid)
        self._arrange()

    def show_dose(self, dose: Dose) -> None:
        """Show the numbers of `dose` that mean something in it."""
        self._sides.set_value(dose.sides)
        for name, field in self.fields.items():
            value = getattr(dose, name)
            field.show_value(dose.hold_s if value is None else value)
        self._labels["hold_s"].setText("Hold right" if dose.sides == 2 else "Hold")
        needed = frozenset(name for name in self._cells if _is_needed(name, dose))
        if needed != self._needed:
            self._needed = needed
            self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Room for one column."""
        height = super().minimumSizeHint().height()
        return QSize(max(self._widest, self._sides.sizeHint().width()), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the fields in two columns where there is room for them."""
        super().resizeEvent(event)
        columns = 2 if self.width() >= 2 * (self._widest + GRID_PX) else 1
        if columns != self._columns:
            self._columns = columns
            self._arrange()

    @property
    def _widest(self) -> int:
        return max(cell.sizeHint().width() for cell in self._cells.values())

    def _arrange(self) -> None:
        """The fields that are needed, without gaps."""
        needed = [cell for name, cell in self._cells.items() if name in self._needed]
        for cell in self._cells.values():
            self._grid.removeWidget(cell)
            cell.hide()
        for place, cell in enumerate(needed):
            self._grid.addWidget(cell, place // self._columns, place % self._columns)
            cell.show()


def labelled(label: Text, field: SecondsField) -> QWidget:
    """A field behind its label."""
    cell = QWidget()
    row = QHBoxLayout(cell)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(label, 1)
    row.addWidget(field)
    return cell


def _label(text: str) -> Text:
    label = Text(text, SMALL_PX, soft=True)
    label.setWordWrap(False)
    return label


def _is_needed(name: str, dose: Dose) -> bool:
    if name in _FOR_SIDES:
        return dose.sides == 2
    return name != "rest_s" or dose.reps > 1
