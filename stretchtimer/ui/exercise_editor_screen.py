"""The exercise editor: the figure posed by hand, the words, the dose, and what to mind."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from stretchtimer.core.editing import Editing
from stretchtimer.core.exercise import Exercise
from stretchtimer.core.illustration import Illustration
from stretchtimer.figure.limits import find_faults
from stretchtimer.figure.palette import Look
from stretchtimer.ui.choices import Choices
from stretchtimer.ui.dose_grid import labelled
from stretchtimer.ui.exercise_fields import ExerciseFields
from stretchtimer.ui.icon_button import IconButton
from stretchtimer.ui.page import Scaled
from stretchtimer.ui.pick_list import Group, PickList
from stretchtimer.ui.pose_view import PoseView
from stretchtimer.ui.scrolled_column import ScrolledColumn
from stretchtimer.ui.seconds_field import SecondsField
from stretchtimer.ui.shell_layout import page_margin, page_scale
from stretchtimer.ui.text import Text, small
from stretchtimer.ui.theme import GRID_PX, TITLE_PX, font
from stretchtimer.ui.tile import Tile

_POSES: tuple[tuple[bool, str], ...] = ((False, "Hold"), (True, "Start"))
_WIDE_PX = 1160


class ExerciseEditorScreen(QWidget):
    """Nothing is written before Save; leaving with changes asks, in the foot."""

    save_clicked = Signal(object)
    reload_clicked = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Exercise editor")
        self._editing: Editing[Exercise] | None = None
        self._saved: Exercise | None = None
        self._exercises: Mapping[str, Exercise] = {}
        self._look = Look()
        self.back = IconButton(self, "end", "Back", key="Esc")
        self.name = QLineEdit()
        self.name.setAccessibleName("Name of the exercise")
        self.name.setMaxLength(80)
        self.name.setFrame(False)
        self.name.setStyleSheet("background: transparent;")
        self.undo = IconButton(self, "undo", "Undo", key="Ctrl+Z")
        self.redo = IconButton(self, "redo", "Redo", key="Ctrl+Shift+Z")
        self.figure = PoseView()
        self.poses = Choices("Pose", _POSES)
        self.like = PickList()
        self.like.setAccessibleName("Begin with the figure of")
        self.joint = PickList()
        self.joint.setAccessibleName("Joint")
        self.across = SecondsField("Across", -400, 400, unit="cm")
        self.up = SecondsField("Height", -400, 400, unit="cm")
        self._faults = Text("", soft=True)
        self.fields = ExerciseFields()
        self._said = Text("", soft=True)
        self.discard = IconButton(self, "", "Leave without saving", text="Discard changes")
        self.reload = IconButton(self, "", "Take what is on disk", text="Take theirs")
        self.save = IconButton(self, "", "Save", key="Ctrl+S", text="Save", kind="primary")
        self._build()
        self._connect()
        self.setFocusProxy(self.figure)

    def edit(
        self, exercise: Exercise, exercises: Mapping[str, Exercise], look: Look, *, is_new: bool
    ) -> None:
        """Begin with this exercise; the figures of `exercises` may be borrowed."""
        self._editing, self._exercises, self._look = Editing(exercise), exercises, look
        self._saved = None if is_new else exercise
        names = tuple((one.id, one.name) for one in exercises.values())
        self.like.show_groups((Group("", (("", "this one’s own"),)), Group("Like", names)), "")
        self._say("")
        self._show()

    def show_saved(self, exercise: Exercise) -> None:
        """`exercise` is on disk now."""
        self._saved = exercise
        self._say("Saved.")
        self._show()

    def show_refused(self, reason: str) -> None:
        """It could not be saved, and why."""
        self._say(reason)

    def show_changed_elsewhere(self) -> None:
        """Another program has changed the file: nothing is lost before a person says so."""
        self._say("Another program has changed the file. Save once more to overwrite it?")
        self.reload.show()

    @property
    def exercise(self) -> Exercise | None:
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
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the scale and the margins of the new size."""
        super().resizeEvent(event)
        window = self.window()
        scale = page_scale(window.width(), window.height())
        margin, edge = page_margin(self.width(), scale), round(GRID_PX * scale)
        self._rows.setContentsMargins(margin, 2 * edge, margin, edge)
        self._rows.setSpacing(edge)
        self._halves.setSpacing(2 * edge)
        self.name.setFont(font(TITLE_PX * scale, QFont.Weight.DemiBold))
        self.fields.dose.grid.set_columns(2 if self.width() > _WIDE_PX * scale else 1)
        for part in self.findChildren(QWidget):
            if isinstance(part, Scaled):
                part.set_scale(scale)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.back)
        head.addWidget(self.name, 1)
        head.addWidget(self.undo)
        head.addWidget(self.redo)
        below = QHBoxLayout()
        below.addWidget(self.poses)
        below.addWidget(self.like, 1)
        left = QVBoxLayout()
        left.addWidget(self.figure, 1)
        left.addLayout(below)
        left.addWidget(self._faults)
        left.addWidget(small("Drag a joint, or pick one with [ and ] and use the arrows."))
        right = ScrolledColumn("Words, dose and cautions")
        by_number = Tile("Pose by number")
        by_number.rows.addWidget(self.joint)
        by_number.rows.addWidget(labelled(small("To the right"), self.across))
        by_number.rows.addWidget(labelled(small("Up from the floor"), self.up))
        right.column.addWidget(self.fields)
        right.column.addWidget(by_number)
        right.column.addStretch(1)
        self._halves = QHBoxLayout()
        self._halves.addLayout(left, 50)
        self._halves.addWidget(right, 50)
        foot = QHBoxLayout()
        foot.addWidget(self._said, 1)
        foot.addStretch(0)
        for button in (self.reload, self.discard, self.save):
            foot.addWidget(button)
        self._rows = QVBoxLayout(self)
        self._rows.addLayout(head)
        self._rows.addLayout(self._halves, 1)
        self._rows.addLayout(foot)

    def _connect(self) -> None:
        self.back.clicked.connect(self.leave)
        self.undo.clicked.connect(lambda: self._travel(Editing[Exercise].undone))
        self.redo.clicked.connect(lambda: self._travel(Editing[Exercise].redone))
        self.save.clicked.connect(self._save)
        self.discard.clicked.connect(self.left)
        self.reload.clicked.connect(self.reload_clicked)
        self.name.editingFinished.connect(self._rename)
        self.figure.posed.connect(self._pose)
        self.figure.held_changed.connect(lambda _: self._show_joint())
        self.joint.picked.connect(self.figure.hold)
        self.across.changed.connect(lambda _: self._place_joint())
        self.up.changed.connect(lambda _: self._place_joint())
        self.poses.chosen.connect(self._show)
        self.like.picked.connect(self._borrow)
        self.fields.changed.connect(self._change)
        for keys, act in (
            ("Ctrl+Z", self.undo.click),
            ("Ctrl+Shift+Z", self.redo.click),
            ("Ctrl+Y", self.redo.click),
            ("Ctrl+S", self.save.click),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _change(self, exercise: Exercise) -> None:
        if self._editing is not None:
            self._editing = self._editing.changed(exercise)
            self._say("")
            self._show()

    def _travel(self, step: Callable[[Editing[Exercise]], Editing[Exercise]]) -> None:
        if self._editing is not None:
            self._editing = step(self._editing)
            self._show()

    def _pose(self, illustration: Illustration) -> None:
        if self.exercise is not None:
            self._change(replace(self.exercise, figure=illustration))

    def _borrow(self, exercise_id: str) -> None:
        """The picture of another exercise, with its view and its things."""
        if self.exercise is not None and exercise_id in self._exercises:
            lender = self._exercises[exercise_id]
            self._change(
                replace(
                    self.exercise,
                    figure=lender.figure,
                    place=lender.place,
                    position=lender.position,
                    equipment=lender.equipment,
                )
            )

    def _rename(self) -> None:
        name = self.name.text().strip()
        if name and self.exercise is not None and name != self.exercise.name:
            self._change(replace(self.exercise, name=name))

    def _save(self) -> None:
        self.setFocus()  # what is being written in a field holds
        self._rename()
        if self.exercise is not None:
            self.save_clicked.emit(self.exercise)

    def _show(self) -> None:
        exercise = self.exercise
        if exercise is None or self._editing is None:
            return
        self.name.setText(exercise.name)
        self.figure.show_figure(exercise.figure, self._look, start=self.poses.value)
        self._show_joint()
        faults = [str(fault) for fault in find_faults(exercise.figure)]
        self._faults.show_text("; ".join(faults[:2]))
        self.fields.show_exercise(exercise)
        self.undo.setEnabled(self._editing.past is not None)
        self.redo.setEnabled(self._editing.future is not None)
        self.save.setEnabled(not self.is_saved)

    def _show_joint(self) -> None:
        """The joint that is held, and where it is, in whole cm."""
        place = self.figure.place()
        names = tuple((name, name.replace("_", " ")) for name in self.figure.points())
        self.joint.show_groups((Group("", (("", "a joint"), *names)),), self.figure.held)
        for field in (self.across, self.up):
            field.setEnabled(place is not None)
        if place is not None:
            self.across.show_value(round(place.real))
            self.up.show_value(round(place.imag))

    def _place_joint(self) -> None:
        if self.figure.held:
            self.figure.drag(self.figure.held, complex(self.across.value, self.up.value))

    def _say(self, text: str) -> None:
        self._said.show_text(text)
        self.discard.hide()
        self.reload.hide()
