"""The routine editor: blocks in an order, their numbers, and at once how long it gets and what of
its words finds no room.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFont, QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from stretchtimer.core.editing import (
    Editing,
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
from stretchtimer.ui.exercise_fields import LineField
from stretchtimer.ui.held_figure import HeldFigure
from stretchtimer.ui.hold_rows import total_s
from stretchtimer.ui.icon_button import IconButton
from stretchtimer.ui.page import Scaled
from stretchtimer.ui.room_tile import RoomTile
from stretchtimer.ui.scrolled_column import ScrolledColumn
from stretchtimer.ui.search_field import SearchField
from stretchtimer.ui.shell_layout import page_margin, page_scale
from stretchtimer.ui.text import Text
from stretchtimer.ui.theme import GRID_PX, LEAD_PX, TITLE_PX, font
from stretchtimer.ui.wording import clock_text

_WIDE_PX, _HIGH_PX = 940, 560
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


class EditorScreen(QWidget):
    """Nothing is written before Save; leaving with changes asks, in the foot."""

    save_clicked = Signal(object)
    reload_clicked = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Routine editor")
        self._offer: EditorOffer | None = None
        self._editing: Editing[Routine] | None = None
        self._saved: Routine | None = None
        self._look = Look()
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._show_room)
        self.back = IconButton(self, "end", "Back", key="Esc")
        self.name = QLineEdit()
        self.name.setAccessibleName("Name of the routine")
        self.name.setMaxLength(80)
        self.name.setFrame(False)
        self.name.setStyleSheet("background: transparent;")
        self.undo = IconButton(self, "undo", "Undo", key="Ctrl+Z")
        self.redo = IconButton(self, "redo", "Redo", key="Ctrl+Shift+Z")
        self.search = SearchField(self, "Add an exercise", "Add: type a name, muscle or thing…")
        self.found = ExerciseList()
        self.blocks = BlockList()
        self.note = LineField("Note")
        self.note.setPlaceholderText("Note")
        self.note.setMaxLength(2000)
        self.figure = HeldFigure(self)
        self.fields = BlockFields()
        self.room = RoomTile()
        self._total = Text("", LEAD_PX, strong=True)
        self._said = Text("", soft=True)
        self.discard = IconButton(self, "", "Leave without saving", text="Discard changes")
        self.reload = IconButton(self, "", "Take what is on disk", text="Take theirs")
        self.save = IconButton(self, "", "Save", key="Ctrl+S", text="Save", kind="primary")
        self._build()
        self._connect()
        self.setFocusProxy(self.blocks)

    def edit(self, offer: EditorOffer, look: Look) -> None:
        """Begin with this routine."""
        self._offer, self._look = offer, look
        self._editing = Editing(offer.routine)
        self._saved = None if offer.is_new else offer.routine
        self.search.clear()
        self._say("")
        self._show(0)

    def show_saved(self, routine: Routine) -> None:
        """`routine` is on disk now."""
        self._saved = routine
        self._say("Saved.")
        self._show_state()

    def show_refused(self, reason: str) -> None:
        """It could not be saved, and why."""
        self._say(reason)

    def show_changed_elsewhere(self) -> None:
        """Another program has changed the file: nothing is lost before a person says so."""
        self._say("Another program has changed the file. Save once more to overwrite it?")
        self.reload.show()

    @property
    def routine(self) -> Routine | None:
        """As it is now."""
        return None if self._editing is None else self._editing.now

    @property
    def is_saved(self) -> bool:
        """Whether what is shown is what is on disk."""
        return self._editing is None or self._editing.now == self._saved

    def leave(self) -> None:
        """Go, or first ask where something would be lost."""
        if self.is_saved:
            self.left.emit()
            return
        self._say("Not saved yet.")
        self.discard.show()
        self.save.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down leads from the field to what it found; Esc first empties it, then leaves."""
        if event.key() == Qt.Key.Key_Escape:
            if self.search.text():
                self.search.clear()
            else:
                self.leave()
        elif event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            (self.found if self.found.isVisible() else self.blocks).setFocus()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing waits while it is not seen."""
        super().hideEvent(event)
        self._rest.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the scale and the margins of the new size."""
        super().resizeEvent(event)
        window = self.window()
        scale = page_scale(window.width(), window.height())
        margin, edge = page_margin(self.width(), scale), round(GRID_PX * scale)
        self._rows.setContentsMargins(margin, 2 * edge, margin, edge)
        self._rows.setSpacing(edge)
        self.name.setFont(font(TITLE_PX * scale, QFont.Weight.DemiBold))
        for part in self.findChildren(QWidget):
            if isinstance(part, Scaled):
                part.set_scale(scale)
        self._halves.setSpacing(2 * edge)
        self.fields.dose.set_columns(2 if self.width() > _WIDE_PX * scale else 1)
        self.room.most = 2 if self.height() > _HIGH_PX * scale else 1
        self.figure.setVisible(self.height() > _HIGH_PX * scale)
        self.figure.setFixedHeight(round(min(self.height() * 0.3, 320 * scale)))

    def _build(self) -> None:
        head = QHBoxLayout()
        for part, stretch in ((self.back, 0), (self.name, 1), (self.undo, 0), (self.redo, 0)):
            head.addWidget(part, stretch)
        left = QVBoxLayout()
        left.addWidget(self.search)
        left.addWidget(self.found)
        left.addWidget(self.blocks, 1)
        left.addWidget(self.room)
        right = ScrolledColumn("The picked block")
        right.column.addWidget(self.figure)
        right.column.addWidget(self.fields)
        right.column.addWidget(self.note)
        right.column.addStretch(1)
        self._halves = QHBoxLayout()
        self._halves.addLayout(left, 50)
        self._halves.addWidget(right, 50)
        foot = QHBoxLayout()
        foot.addWidget(self._total)
        foot.addWidget(self._said, 1)
        for part in (self.reload, self.discard, self.save):
            foot.addWidget(part)
        self._total.setWordWrap(False)
        self._rows = QVBoxLayout(self)
        self._rows.addLayout(head)
        self._rows.addLayout(self._halves, 1)
        self._rows.addLayout(foot)

    def _connect(self) -> None:
        self.back.clicked.connect(self.leave)
        self.undo.clicked.connect(lambda: self._travel(Editing[Routine].undone))
        self.redo.clicked.connect(lambda: self._travel(Editing[Routine].redone))
        self.save.clicked.connect(self._save)
        self.discard.clicked.connect(self.left)
        self.reload.clicked.connect(self.reload_clicked)
        self.name.editingFinished.connect(self._rename)
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
            ("Ctrl+Z", self.undo.click),
            ("Ctrl+Shift+Z", self.redo.click),
            ("Ctrl+Y", self.redo.click),
            ("Ctrl+S", self.save.click),
            ("Ctrl+D", self._duplicate),
            ("Ctrl+F", self.search.setFocus),
            ("Ctrl+G", self._group),
            ("Alt+Up", lambda: self._move_by(-1)),
            ("Alt+Down", lambda: self._move_by(1)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    # What a person does. Each ends in `_change` with the new routine and the block to look at.

    def _change(self, change: Callable[[Routine], Routine], current: int) -> None:
        if self._editing is None:
            return
        try:
            self._editing = self._editing.changed(change(self._editing.now))
        except NotPossibleError as error:
            self._say(str(error))
            return
        self._say("")
        self._show(current)

    def _travel(self, step: Callable[[Editing[Routine]], Editing[Routine]]) -> None:
        if self._editing is not None:
            self._editing = step(self._editing)
            self._show(self.blocks.currentRow())

    def _add(self, exercise: str, position: int = -1) -> None:
        if not exercise or self.routine is None:
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
        if name == "hold_s" and self.routine is not None:
            # The left side keeps its own hold only where it had one.
            block = self.routine.block[self.blocks.currentRow()]
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

    def _rename(self) -> None:
        name = self.name.text().strip()
        if name and self.routine is not None and name != self.routine.name:
            self._change(lambda routine: replace(routine, name=name), self.blocks.currentRow())

    def _annotate(self) -> None:
        note = self.note.text().strip()
        if self.routine is not None and note != self.routine.note:
            self._change(lambda routine: replace(routine, note=note), self.blocks.currentRow())

    def _save(self) -> None:
        self._rename()
        self._annotate()
        if self.routine is not None:
            self.save_clicked.emit(self.routine)

    def _find(self, text: str) -> None:
        words = text.casefold().split()
        exercises = self._offer.exercises.values() if self._offer is not None else ()
        found = [one for one in exercises if words and all(word in _told(one) for word in words)]
        self.found.show_exercises(found[:_FOUND])

    # What is shown.

    def _show(self, current: int) -> None:
        if self._offer is None or self.routine is None:
            return
        self.blocks.show_routine(self.routine, self._offer.exercises, self._look, current)
        if not self.name.hasFocus() or self.name.text().strip() == self.routine.name:
            self.name.setText(self.routine.name)
        self.note.show_line(self.routine.note)
        seconds = total_s(self.routine, self._offer.exercises)
        self._total.show_text(f"{clock_text(seconds * 1000)} min")
        self._show_block()
        self._show_state()
        self._rest.start()

    def _show_block(self) -> None:
        row = self.blocks.currentRow()
        if self._offer is None or self.routine is None or not 0 <= row < len(self.routine.block):
            return
        exercise = self._offer.exercises[self.routine.block[row].exercise]
        self.fields.show_block(self.routine, row, exercise)
        self.figure.show_held(exercise, self._look)

    def _show_room(self) -> None:
        if self._offer is not None and self.routine is not None:
            names = [self._offer.exercises[block.exercise].name for block in self.routine.block]
            if self._offer.has_changed() and not self.reload.isVisible():
                self._say("Another program has changed the file.")
                self.reload.show()
            row = self.blocks.currentRow()
            missing = self._offer.no_room(self.routine)
            # What belongs to the block that one looks at comes first.
            self.room.show_missing(sorted(missing, key=lambda one: one.position != row), names)

    def _show_state(self) -> None:
        if self._editing is not None:
            self.undo.setEnabled(self._editing.past is not None)
            self.redo.setEnabled(self._editing.future is not None)
        self.save.setEnabled(not self.is_saved)

    def _say(self, text: str) -> None:
        self._said.show_text(text)
        self.discard.hide()
        self.reload.hide()


def _told(exercise: Exercise) -> str:
    parts = (exercise.name, exercise.region, exercise.place, *exercise.equipment)
    return " ".join(parts).casefold()
