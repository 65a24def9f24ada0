"""A routine before it is started: its figure, what to know, and Start."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from stretchtimer.core.routine import Routine
from stretchtimer.core.score import Score
from stretchtimer.figure.palette import Look
from stretchtimer.ui.held_figure import HeldFigure
from stretchtimer.ui.icon_button import IconButton
from stretchtimer.ui.panels import ready_paragraphs
from stretchtimer.ui.stage_layout import stage_layout
from stretchtimer.ui.text_column import TextColumn


class RoutineScreen(QWidget):
    """One routine."""

    start_clicked = Signal(str)
    back_clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Routine")
        self._routine = ""
        self._back = IconButton(self, "end", "Back", key="Esc")
        self._back.clicked.connect(self.back_clicked)
        self._figure = HeldFigure(self)
        self._text = TextColumn(self, "play", "Start", "Space")
        self._text.pressed.connect(lambda: self.start_clicked.emit(self._routine))
        self.setFocusProxy(self._text.button)

    def show_routine(self, routine: Routine, score: Score, look: Look) -> None:
        """Show `routine` as `score` would play it."""
        self._routine = routine.id
        self._text.show_paragraphs(ready_paragraphs(routine, score))
        exercise = score.script.blocks[0].exercise
        self._figure.show_held(exercise, look)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put everything in its place."""
        super().resizeEvent(event)
        layout = stage_layout(self.width(), self.height())
        for part in (self._back, self._figure, self._text):
            part.set_scale(layout.scale)
        figure, side, foot = layout.figure, layout.side, layout.foot
        self._back.move(layout.header.x, 0)
        self._back.resize(self._back.sizeHint())
        for widget, box in ((self._figure, figure), (self._text, side)):
            tall = box.height if box.bottom < foot.y - box.height // 2 else foot.bottom - box.y
            widget.setGeometry(box.x, box.y, box.width, tall)
