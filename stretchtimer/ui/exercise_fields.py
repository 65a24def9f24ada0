"""What an exercise says, prescribes and warns of, a field for each."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Any, cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from stretchtimer.core.exercise import Exercise, Limb
from stretchtimer.ui.dose_grid import DoseGrid
from stretchtimer.ui.pick_list import Group, PickList
from stretchtimer.ui.text import Text
from stretchtimer.ui.theme import GRID_PX, RADIUS_PX, SCROLL_BAR_STYLE, SMALL_PX, TEXT_PX
from stretchtimer.ui.tile import Tile
from stretchtimer.ui.typeface import font

_WORDS = (
    ("brief", "In brief"),
    ("ease", "Easing in"),
    ("hold", "Holding"),
    ("release", "Letting go"),
    ("rest", "Resting"),
    ("switch", "Changing sides"),
    ("done", "At the end"),
    ("check", "Technique, once in the first hold"),
)
# What may differ for the left side; an empty one is as for the right.
_LEFT_WORDS = tuple(
    (name, label) for name, label in _WORDS if name in ("ease", "hold", "release", "rest")
)
_LIMBS: tuple[tuple[Limb, str], ...] = (
    ("leg", "right leg, left leg"),
    ("arm", "right arm, left arm"),
    ("side", "right side, left side"),
    ("direction", "backward, forward"),
)
_STYLE = (
    "{0} {{ background: palette(button); border-radius: {1}px; padding: {2}px; border: 0; }}"
    "{0}:focus {{ border: 2px solid palette(highlight); }}"
)


class ExerciseFields(QWidget):
    """Tells the exercise with each change, when a field is left."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._exercise: Exercise | None = None
        self._shown: list[Callable[[Exercise], None]] = []
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GRID_PX)
        self._words, self._safety = Tile("What is said"), Tile("What to mind")
        self.dose = _DoseTile()
        self.dose.grid.changed.connect(self._take_number)
        self.dose.limb.picked.connect(self._take_limb)
        self._shown.append(lambda exercise: self.dose.grid.show_dose(exercise.dose))
        self._left_words = Tile("What is said for the left side, where it differs")
        self._shown.append(self._show_sides)
        for part in (self._words, self.dose, self._left_words, self._safety):
            rows.addWidget(part)
        self._many(self._words, "Setting up, a line each", "words", "setup")
        for name, label in _WORDS:
            self._one(self._words, label, "words", name)
        self._many(self._left_words, "Setting up, a line each", "words.left", "setup")
        for name, label in _LEFT_WORDS:
            self._one(self._left_words, label, "words.left", name)
        self._many(self._safety, "Technique checks, a line each", "safety", "checks")
        self._many(self._safety, "Stop at, a line each", "safety", "stop_signs")
        self._one(self._safety, "Not for", "safety", "not_for")
        self._many(self._safety, "Tags that decide for whom it is hidden", "safety", "tags")

    def show_exercise(self, exercise: Exercise) -> None:
        """Show what `exercise` holds."""
        self._exercise = exercise
        for show in self._shown:
            show(exercise)

    def _one(self, tile: Tile, label: str, table: str, name: str) -> None:
        field = LineField(_said(tile, label))
        field.editingFinished.connect(lambda: self._set(table, name, field.text().strip()))
        self._shown.append(lambda exercise: field.show_line(_value(exercise, table, name)))
        tile.rows.addWidget(Text(label, SMALL_PX, soft=True))
        tile.rows.addWidget(field)

    def _many(self, tile: Tile, label: str, table: str, name: str) -> None:
        field = LinesField(_said(tile, label))
        field.finished.connect(lambda: self._set(table, name, field.lines()))
        self._shown.append(lambda exercise: field.show_lines(_value(exercise, table, name)))
        tile.rows.addWidget(Text(label, SMALL_PX, soft=True))
        tile.rows.addWidget(field)

    def _set(self, table: str, name: str, value: Any) -> None:  # noqa: ANN401  # a line or lines
        if self._exercise is None or value == _value(self._exercise, table, name):
            return
        self.changed.emit(_with(self._exercise, [*table.split("."), name], value))

    def _take_number(self, name: str, value: int) -> None:
        if self._exercise is not None:
            numbers: dict[str, Any] = {name: value}
            dose = replace(self._exercise.dose, **numbers)
            self.changed.emit(replace(self._exercise, dose=dose))

    def _take_limb(self, limb: str) -> None:
        if self._exercise is not None:
            self.changed.emit(replace(self._exercise, limb=cast("Limb", limb)))

    def _show_sides(self, exercise: Exercise) -> None:
        """What only means something where the sides work one after the other."""
        self.dose.limb.show_groups((Group("", _LIMBS),), exercise.limb)
        self.dose.limb.setVisible(exercise.dose.sides == 2)
        self._left_words.setVisible(exercise.dose.sides == 2)


class _DoseTile(Tile):
    def __init__(self) -> None:
        super().__init__("Dose")
        self.grid = DoseGrid()
        self.limb = PickList()
        self.limb.setAccessibleName("What the sides are")
        self.rows.addWidget(self.grid)
        self.rows.addWidget(self.limb)


class LineField(QLineEdit):
    """One line of text."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFrame(False)
        self.setMaxLength(400)

    def show_line(self, line: str) -> None:
        """Show this, from its beginning."""
        if line != self.text().strip():
            self.setText(line)
            self.setCursorPosition(0)

    def set_scale(self, scale: float) -> None:
        """Let the field grow with the window."""
        self.setFont(font(TEXT_PX * scale))
        edge, radius = round(GRID_PX * scale * 0.75), round(RADIUS_PX * scale * 0.75)
        self.setStyleSheet(_STYLE.format("QLineEdit", radius, edge))


class LinesField(QPlainTextEdit):
    """A few lines of text."""

    finished = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.verticalScrollBar().setStyleSheet(SCROLL_BAR_STYLE)

    def lines(self) -> tuple[str, ...]:
        """What is written, without empty lines."""
        return tuple(line.strip() for line in self.toPlainText().splitlines() if line.strip())

    def show_lines(self, lines: tuple[str, ...]) -> None:
        """Show these."""
        if lines != self.lines():
            self.setPlainText("\n".join(lines))

    def set_scale(self, scale: float) -> None:
        """Let the field grow with the window."""
        self.setFont(font(TEXT_PX * scale))
        edge, radius = round(GRID_PX * scale * 0.5), round(RADIUS_PX * scale * 0.75)
        self.setStyleSheet(_STYLE.format("QPlainTextEdit", radius, edge))
        self.setFixedHeight(round(100 * scale))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What is written holds."""
        super().focusOutEvent(event)
        self.finished.emit()


def _said(tile: Tile, label: str) -> str:
    """What a screen reader calls a field: the same labels stand in two tiles."""
    return f"{label} ({tile.accessibleName().lower()})"


def _value(exercise: Exercise, table: str, name: str) -> Any:  # noqa: ANN401  # a line or lines
    return attrgetter(f"{table}.{name}")(exercise)


def _with(holder: Any, keys: Sequence[str], value: Any) -> Any:  # noqa: ANN401  # any dataclass
    """`holder` with what these keys lead to set to `value`."""
    first, *others = keys
    inner = _with(getattr(holder, first), others, value) if others else value
    return replace(holder, **{first: inner})
