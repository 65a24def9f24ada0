"""The routine editor: blocks in an order, their numbers, and at once how long it gets and what of
its words finds no room.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from stretchtimer.core.editing import (
    NotPossibleError,
    added,
    duplicated,
    in_rounds,
    moved,
    removed,
    with_block,
    with_ends,
    with_times,
)
from stretchtimer.core.exercise import Exercise
from stretchtimer.core.room import NoRoom
from stretchtimer.core.routine import Routine
from stretchtimer.figure.palette import Look
from stretchtimer.ui.block_fields import BlockFields
from stretchtimer.ui.block_list import BlockList, ExerciseList
from stretchtimer.ui.editing_screen import EditingScreen
from stretchtimer.ui.exercise_fields import LineField
from stretchtimer.ui.held_figure import HeldFigure
from stretchtimer.ui.hold_rows import total_s
from stretchtimer.ui.room_tile import RoomTile
from stretchtimer.ui.scrolled_column import ScrolledColumn
from stretchtimer.ui.search_field import SearchField
from stretchtimer.ui.text import Text, small
from stretchtimer.ui.theme import LEAD_PX
from stretchtimer.ui.wording import clock_text

_HIGH_PX = 560
_FOUND = 6
_REST_MS = 200
_OWN_NUMBERS = dict.fromkeys(
    ("prepare_s", "ease_s", "hold_s", "release_s", "reps", "rest_s", "sides", "switch_s",
     "left_hold_s")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class EditorOffer:
    """A routine to edit, what may be added to it, and what tells of words without room.

    `has_changed` tells whether another program has changed the file.
    """

    routine: Routine
    exercises: Mapping[str, Exercise]
    no_room: Callable[[Routine], tuple[NoRoom, ...]]
    is_new: bool = False
    has_changed: Callable[[], bool] = lambda: False  # a field that is called


class EditorScreen(EditingScreen[Routine]):
    """A routine's blocks at the left, the picked one at the right."""

    def __init__(self) -> None:
        super().__init__("routine")
        self._offer: EditorOffer | None = None
        self._pick: int | None = None  # the block to look at after a change
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._show_room)
        self.search = SearchField(self, "Add an exercise", "Add: type a name, muscle or thing…")
        self.found = ExerciseList()
        self.blocks = BlockList()
        self.when = LineField("When")
        self.when.setPlaceholderText("such as “twice daily”")
        self.when.setMaxLength(200)
        self.note = LineField("Note")
        self.note.setMaxLength(2000)
        self.figure = HeldFigure(self)
        self.fields = BlockFields()
        self.room = RoomTile()
        self._total = Text("", LEAD_PX, strong=True)
        self._build()
        self._connect_parts()
        self.setFocusProxy(self.blocks)

    def edit(self, offer: EditorOffer, look: Look) -> None:
        """Begin with this routine."""
        self._offer = offer
        self.search.clear()
        self.blocks.forget_pictures()
        self.begin(offer.routine, look, is_new=offer.is_new)
        self._show(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down leads from the field to what it found; Esc first empties it, then leaves."""
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        elif event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            (self.found if self.found.isVisible() else self.blocks).setFocus()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing waits while it is not seen."""
        super().hideEvent(event)
        self._rest.stop()

    def rescale(self, scale: float) -> None:
        """The figure where there is room for it."""
        self.room.most = 2 if self.height() > _HIGH_PX * scale else 1
        self.figure.setVisible(self.height() > _HIGH_PX * scale)
        self.figure.setFixedHeight(round(min(self.height() * 0.3, 320 * scale)))

    def _build(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.search)
        left.addWidget(self.found)
        left.addWidget(self.blocks, 1)
        left.addWidget(self.room)
        right = ScrolledColumn("The picked block")
        right.column.addWidget(self.figure)
        right.column.addWidget(self.fields)
        for label, field in (("When", self.when), ("Note", self.note)):
            right.column.addWidget(small(label))
            right.column.addWidget(field)
        right.column.addStretch(1)
        self.halves.addLayout(left, 50)
        self.halves.addWidget(right, 50)
        self._total.setWordWrap(False)
        self.foot.insertWidget(0, self._total)

    def _connect_parts(self) -> None:
        self.when.editingFinished.connect(self._annotate)
        self.note.editingFinished.connect(self._annotate)
        self.search.textChanged.connect(self._find)
        self.search.returnPressed.connect(lambda: self._add(self.found.dragged()))
        self.found.picked.connect(self._add)
        self.blocks.currentRowChanged.connect(lambda _: self._show_block())
        self.blocks.currentRowChanged.connect(lambda _: self._rest.start())
        self.blocks.moved.connect(self._move)
        self.blocks.dropped.connect(self._add)
        self.blocks.removal_asked.connect(self._remove)
        self.fields.changed.connect(self._set_number)
        self.fields.rounds_changed.connect(self._set_rounds)
        self.fields.own_clicked.connect(lambda: self._set(**_OWN_NUMBERS))
        self.fields.copy.clicked.connect(self._duplicate)
        self.fields.remove.clicked.connect(self._remove)
        self.room.mended.connect(self._mend)
        for keys, act in (
            ("Ctrl+D", self._duplicate),
            ("Ctrl+F", self.search.setFocus),
            ("Ctrl+G", self._group),
            ("Alt+Up", lambda: self._move_by(-1)),
            ("Alt+Down", lambda: self._move_by(1)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    # What a person does. Each ends in `_change` with the new routine and the block to look at.

    def _change(self, change: Callable[[Routine], Routine], current: int) -> None:
        if self.now is None:
            return
        try:
            changed = change(self.now)
        except NotPossibleError as error:
            self.say(str(error))
            return
        self._pick = current
        self.change(changed)

    def _add(self, exercise: str, position: int = -1) -> None:
        if not exercise or self.now is None:
            return
        place = position if position >= 0 else self.blocks.currentRow() + 1
        self._change(lambda routine: added(routine, exercise, place), place)
        self.search.clear()
        self.blocks.setFocus()

    def _move(self, position: int, to: int) -> None:
        self._change(lambda routine: moved(routine, position, to), to)

    def _move_by(self, step: int) -> None:
        to = self.blocks.currentRow() + step
        if 0 <= to < self.blocks.count():
            self._move(self.blocks.currentRow(), to)

    def _remove(self) -> None:
        row = self.blocks.currentRow()
        self._change(lambda routine: removed(routine, row), row)

    def _duplicate(self) -> None:
        row = self.blocks.currentRow()
        self._change(lambda routine: duplicated(routine, row), row + 1)

    def _group(self) -> None:
        first, last = self.blocks.picked_range
        self._change(lambda routine: in_rounds(routine, first, last, 2), first)

    def _set_rounds(self, times: int) -> None:
        first, last = self.blocks.picked_range
        row = self.blocks.currentRow()

        def change(routine: Routine) -> Routine:
            name = routine.block[row].round
            same = all(block.round == name for block in routine.block[first : last + 1])
            if name and same:
                return with_times(routine, name, times)
            return in_rounds(routine, first, last, times)

        self._change(change, row)

    def _set_number(self, name: str, value: int) -> None:
        if name == "hold_s" and self.now is not None:
            # The left side keeps its own hold only where it had one.
            block = self.now.block[self.blocks.currentRow()]
            self._set(hold_s=value, left_hold_s=block.left_hold_s)
        else:
            self._set(**{name: value})

    def _set(self, **numbers: int | None) -> None:
        row = self.blocks.currentRow()
        self._change(lambda routine: with_block(routine, row, **numbers), row)

    def _mend(self, one: NoRoom) -> None:
        row = self.blocks.currentRow()
        if one.position is None:
            name = "intro_s" if one.field == "intro_s" else "outro_s"
            self._change(lambda routine: with_ends(routine, **{name: one.seconds}), row)
        else:
            place, numbers = one.position, {one.field: one.seconds}
            self._change(lambda routine: with_block(routine, place, **numbers), place)

    def _annotate(self) -> None:
        when, note = self.when.text().strip(), self.note.text().strip()
        if self.now is not None and (when, note) != (self.now.when, self.now.note):
            row = self.blocks.currentRow()
            self._change(lambda routine: replace(routine, when=when, note=note), row)

    def _find(self, text: str) -> None:
        words = text.casefold().split()
        exercises = self._offer.exercises.values() if self._offer is not None else ()
        found = [one for one in exercises if words and all(word in _told(one) for word in words)]
        self.found.show_exercises(found[:_FOUND])

    # What is shown.

    def show_now(self) -> None:
        """The routine, and of its blocks the one that was changed or is picked."""
        picked, self._pick = self._pick, None
        self._show(self.blocks.currentRow() if picked is None else picked)

    def _show(self, current: int) -> None:
        if self._offer is None or self.now is None:
            return
        self.blocks.show_routine(self.now, self._offer.exercises, self._look, current)
        if not self.name.hasFocus() or self.name.text().strip() == self.now.name:
            self.name.setText(self.now.name)
        self.when.show_line(self.now.when)
        self.note.show_line(self.now.note)
        seconds = total_s(self.now, self._offer.exercises)
        self._total.show_text(f"{clock_text(seconds * 1000)} min")
        self._show_block()
        self.show_state()
        self._rest.start()

    def _show_block(self) -> None:
        row = self.blocks.currentRow()
        if self._offer is None or self.now is None or not 0 <= row < len(self.now.block):
            return
        exercise = self._offer.exercises[self.now.block[row].exercise]
        self.fields.show_block(self.now, row, exercise)
        self.figure.show_held(exercise, self._look)

    def _show_room(self) -> None:
        if self._offer is not None and self.now is not None:
            names = [self._offer.exercises[block.exercise].name for block in self.now.block]
            if self._offer.has_changed() and not self.reload.isVisible():
                self.say("Another program has changed the file.")
                self.reload.show()
            row = self.blocks.currentRow()
            missing = self._offer.no_room(self.now)
            # What belongs to the block that one looks at comes first.
            self.room.show_missing(sorted(missing, key=lambda one: one.position != row), names)


def _told(exercise: Exercise) -> str:
    parts = (exercise.name, exercise.region, exercise.place, *exercise.equipment)
    return " ".join(parts).casefold()
