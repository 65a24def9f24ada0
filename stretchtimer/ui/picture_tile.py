"""A picture of one's own in place of the figure: chosen, taken away, mirrored."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from stretchtimer.core.exercise import Exercise
from stretchtimer.core.pictures import Pictures
from stretchtimer.ui.icon_button import IconButton
from stretchtimer.ui.text import small
from stretchtimer.ui.tile import Tile
from stretchtimer.ui.toggle import Toggle

_FILES = "Pictures (*.png *.jpg *.jpeg *.svg)"


class PictureTile(Tile):
    """Tells the file that a person chose, and the exercise's pictures with each other change."""

    file_chosen = Signal(object)
    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__("A picture of your own")
        self._pictures: Pictures | None = None
        self._is_start = False
        self._told = small()
        self.choose = IconButton(self, "", "Choose a picture", text="Choose…", kind="tonal")
        self.remove = IconButton(self, "remove", "Take the picture away")
        self.mirrored = Toggle("Mirror it for the left side")
        self.rows.addWidget(self._told)
        buttons = QHBoxLayout()
        buttons.addWidget(self.choose)
        buttons.addStretch(1)
        buttons.addWidget(self.remove)
        self.rows.addLayout(buttons)
        self.rows.addWidget(self.mirrored)
        self.choose.clicked.connect(self._ask)
        self.remove.clicked.connect(lambda: self.changed.emit(self._without()))
        self.mirrored.toggled.connect(self._mirror)

    def show_exercise(self, exercise: Exercise, *, start: bool) -> None:
        """Show what is shown in the hold, or at the start."""
        pictures = exercise.pictures
        self._pictures, self._is_start = pictures, start
        when = "at the start" if start else "in the hold"
        if pictures is None:
            told = "A photo or a drawing (PNG, JPEG, SVG) in place of the figure: drop it here, or"
        elif start and pictures.start is None:
            told = "The picture of the hold is shown at the start too."
        else:
            told = f"Shown {when}: {pictures.start if start else pictures.hold}"
        self._told.show_text(told)
        self.choose.rename("", f"Choose the picture {when}", "")
        self.remove.setVisible(pictures is not None and not (start and pictures.start is None))
        self.mirrored.setVisible(pictures is not None and exercise.dose.sides == 2)
        self.mirrored.show_on(on=pictures is not None and pictures.mirrored)

    def with_picture(self, name: str) -> Pictures:
        """The exercise's pictures with the one of this name where one is chosen now."""
        if self._pictures is None:
            return Pictures(name)
        if self._is_start:
            return replace(self._pictures, start=name)
        return replace(self._pictures, hold=name)

    def _without(self) -> Pictures | None:
        if self._pictures is None or not self._is_start:
            return None
        return replace(self._pictures, start=None)

    def _mirror(self, on: bool) -> None:  # noqa: FBT001  # a toggle tells it so
        if self._pictures is not None:
            self.changed.emit(replace(self._pictures, mirrored=on))

    def _ask(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.choose.accessibleName(), "", _FILES)
        if name:
            self.file_chosen.emit(Path(name))
