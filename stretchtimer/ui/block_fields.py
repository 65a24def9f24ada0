"""What one block prescribes, a field for each number; those left alone are the exercise's own."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from stretchtimer.core.exercise import Exercise
from stretchtimer.core.routine import MAX_ROUNDS, Routine
from stretchtimer.ui.dose_grid import FIELDS, DoseGrid, labelled
from stretchtimer.ui.icon_button import IconButton
from stretchtimer.ui.seconds_field import SecondsField
from stretchtimer.ui.text import Text, small
from stretchtimer.ui.tile import Tile


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
        self.dose = DoseGrid()
        self.dose.changed.connect(self.changed)
        self.rounds = SecondsField("Rounds", 1, MAX_ROUNDS, unit="×")
        self.rounds.changed.connect(self.rounds_changed)
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        for button in (self._own, self.copy, self.remove):
            head.addWidget(button)
        self.rows.addLayout(head)
        self.rows.addWidget(self.dose)
        self.rows.addWidget(labelled(small("Rounds of the picked blocks"), self.rounds))

    def show_block(self, routine: Routine, position: int, exercise: Exercise) -> None:
        """Show what the block at `position` prescribes."""
        block = routine.block[position]
        self._name.show_text(exercise.name)
        self.dose.show_dose(block.dose(exercise.dose))
        self.rounds.show_value(routine.rounds.get(block.round, 1))
        prescribed = (getattr(block, name) for name, *_ in FIELDS)
        self._own.setEnabled(any(number is not None for number in prescribed))
