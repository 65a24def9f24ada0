"""The exercise editor: the figure posed by hand or a picture instead, words, dose, what to mind."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from stretchtimer.core.blank_figures import BLANK
from stretchtimer.core.exercise import Exercise
from stretchtimer.core.illustration import Illustration, Prop
from stretchtimer.core.pictures import Pictures
from stretchtimer.core.pose import View
from stretchtimer.figure.limits import find_faults
from stretchtimer.figure.palette import Look
from stretchtimer.ui.choices import Choices
from stretchtimer.ui.editing_screen import EditingScreen
from stretchtimer.ui.exercise_fields import ExerciseFields
from stretchtimer.ui.held_figure import AT_THE_START, HELD, HeldFigure
from stretchtimer.ui.pick_list import Group, PickList
from stretchtimer.ui.picture_tile import PictureTile
from stretchtimer.ui.pose_numbers import PoseNumbers
from stretchtimer.ui.pose_view import PoseView
from stretchtimer.ui.scrolled_column import ScrolledColumn
from stretchtimer.ui.text import Text, small
from stretchtimer.ui.things_tile import ThingsTile

_POSES: tuple[tuple[bool, str], ...] = ((False, "Hold"), (True, "Start"))


class ExerciseEditorScreen(EditingScreen[Exercise]):
    """The figure, or the picture, at the left; what is said, prescribed and minded at the right."""

    picture_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__("exercise")
        self._exercises: Mapping[str, Exercise] = {}
        self.figure = PoseView()
        self.shown = HeldFigure(self)
        self.poses = Choices("Pose", _POSES)
        self.like = PickList()
        self.like.setAccessibleName("Begin with the figure of")
        self._faults = Text("", soft=True)
        self._hint = small("Drag a joint, or pick one with [ and ] and use the arrows.")
        self.fields = ExerciseFields()
        self.picture = PictureTile()
        self.numbers = PoseNumbers(self.figure)
        self.things = ThingsTile()
        self._figure_parts = (self.like, self._hint, self.numbers, self.things)
        self._build()
        self._connect_parts()
        self.setAcceptDrops(True)
        self.setFocusProxy(self.figure)

    def edit(
        self, exercise: Exercise, exercises: Mapping[str, Exercise], look: Look, *, is_new: bool
    ) -> None:
        """Begin with this exercise; the figures of `exercises` may be borrowed."""
        self._exercises = exercises
        self.begin(exercise, look, is_new=is_new)
        names = tuple((one.id, one.name) for one in exercises.values())
        self.like.show_groups((Group("", (("", "this one’s own"),)), Group("Like", names)), "")
        self.show_now()

    def take_picture(self, name: str) -> None:
        """Show the picture of this name, which lies beside the exercise now."""
        self._set_pictures(self.picture.with_picture(name))

    def show_now(self) -> None:
        """The exercise."""
        exercise = self.now
        if exercise is None:
            return
        is_drawn, is_start = exercise.pictures is None, self.poses.value
        self.name.setText(exercise.name)
        self.figure.show_figure(exercise.figure, self._look, start=is_start)
        if not is_drawn:
            self.shown.show_held(exercise, self._look, AT_THE_START if is_start else HELD)
        self._stack.setCurrentWidget(self.figure if is_drawn else self.shown)
        for part in self._figure_parts:
            part.setVisible(is_drawn)
        faults = [str(fault) for fault in find_faults(exercise.figure)] if is_drawn else []
        self._faults.show_text("; ".join(faults[:2]))
        self.numbers.show_figure(exercise.figure)
        self.things.show_things(exercise.figure.props)
        self.picture.show_exercise(exercise, start=is_start)
        self.fields.show_exercise(exercise)
        self.show_state()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be a picture."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the first file."""
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            self.picture_chosen.emit(Path(files[0]))
        event.acceptProposedAction()

    def _build(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.figure)
        self._stack.addWidget(self.shown)
        below = QHBoxLayout()
        below.addWidget(self.poses)
        below.addWidget(self.like, 1)
        below.addStretch(0)
        left = QVBoxLayout()
        left.addWidget(self._stack, 1)
        left.addLayout(below)
        left.addWidget(self._faults)
        left.addWidget(self._hint)
        right = ScrolledColumn("Words, dose and cautions")
        for part in (self.fields, self.picture, self.numbers, self.things):
            right.column.addWidget(part)
        right.column.addStretch(1)
        self.halves.addLayout(left, 50)
        self.halves.addWidget(right, 50)

    def _connect_parts(self) -> None:
        self.figure.posed.connect(self._pose)
        self.poses.chosen.connect(self.show_now)
        self.like.picked.connect(self._borrow)
        self.fields.changed.connect(self.change)
        self.picture.file_chosen.connect(self.picture_chosen)
        self.picture.changed.connect(self._set_pictures)
        self.numbers.view_chosen.connect(self._see_from)
        self.things.changed.connect(self._set_things)

    def _pose(self, illustration: Illustration, goes_on: bool) -> None:  # noqa: FBT001  # a signal
        if self.now is not None:
            self.change(replace(self.now, figure=illustration), goes_on=goes_on)

    def _borrow(self, exercise_id: str) -> None:
        """The picture of another exercise, with its view and its things."""
        if self.now is not None and exercise_id in self._exercises:
            lender = self._exercises[exercise_id]
            self.change(
                replace(
                    self.now,
                    figure=lender.figure,
                    place=lender.place,
                    position=lender.position,
                    equipment=lender.equipment,
                )
            )

    def _see_from(self, view: View) -> None:
        """Begin anew with a figure seen from there: what one view has means nothing in another."""
        if self.now is not None:
            self.change(replace(self.now, figure=BLANK[view]))

    def _set_things(self, things: tuple[Prop, ...]) -> None:
        if self.now is not None:
            self.change(replace(self.now, figure=replace(self.now.figure, props=things)))

    def _set_pictures(self, pictures: Pictures | None) -> None:
        if self.now is not None:
            self.change(replace(self.now, pictures=pictures))
