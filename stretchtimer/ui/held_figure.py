"""A figure that stands still, in the scheme that is in force."""

from dataclasses import replace

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from stretchtimer.core.exercise import Exercise
from stretchtimer.figure.motion import Moment
from stretchtimer.figure.palette import Look
from stretchtimer.ui.figure_view import FigureView
from stretchtimer.ui.theme import scheme_now

HELD = Moment(1.0, 0.0, 1.0)
AT_THE_START = Moment(0.0)


class HeldFigure(FigureView):
    """One exercise at one moment; it follows a change of scheme by itself."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: tuple[Exercise, Look, Moment] | None = None

    def show_held(self, exercise: Exercise, look: Look, moment: Moment = HELD) -> None:
        """Show `exercise` at `moment`, in its hold if not told otherwise."""
        self._shown = (exercise, look, moment)
        look = replace(look, scheme=scheme_now())
        self.show_figure(exercise, look, moment)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the figure for the other scheme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._shown is not None:
            self.show_held(*self._shown)
