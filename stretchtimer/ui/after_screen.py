"""What follows a session: how it ended, and what to know of it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from stretchtimer.core.player import PlayerState
from stretchtimer.figure.palette import Look
from stretchtimer.ui.held_figure import AT_THE_START, HeldFigure
from stretchtimer.ui.panels import end_paragraphs
from stretchtimer.ui.stage_layout import stage_layout
from stretchtimer.ui.text_column import TextColumn


class AfterScreen(QWidget):
    """The end of one session."""

    done_clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("After the session")
        self._figure = HeldFigure(self)
        self._text = TextColumn(self, "", "Back to Today", "Space")
        self._text.pressed.connect(self.done_clicked)
        self.setFocusProxy(self._text.button)

    def show_end(self, state: PlayerState, look: Look) -> None:
        """Show how the session that stands at `state` ended."""
        self._text.show_paragraphs(end_paragraphs(state))
        exercise = state.score.script.blocks[-1].exercise
        self._figure.show_held(exercise, look, AT_THE_START)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put everything in its place."""
        super().resizeEvent(event)
        layout = stage_layout(self.width(), self.height())
        for part in (self._figure, self._text):
            part.set_scale(layout.scale)
        for widget, box in ((self._figure, layout.figure), (self._text, layout.side)):
            widget.setGeometry(box.x, box.y, box.width, box.height)
