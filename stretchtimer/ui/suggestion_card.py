"""The one routine that is offered: its figure, the reason for it, and the ways to start it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stretchtimer.core.exercise import Exercise
from stretchtimer.figure.palette import Look
from stretchtimer.ui.held_figure import HeldFigure
from stretchtimer.ui.icon_button import IconButton
from stretchtimer.ui.shell_layout import HERO_FIGURE_SHARE
from stretchtimer.ui.text import Text, small
from stretchtimer.ui.theme import GRID_PX, LEAD_PX, TITLE_PX
from stretchtimer.ui.wording import CAUTION


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The routine that is offered: `facts` are its length and place, `why` the reason for it.

    `warm_up` says why to warm up first, where there is a reason; `may_begin_gently` offers a
    smaller first dose beside the one that Start plays.
    """

    routine: str
    name: str
    facts: str
    why: str
    exercise: Exercise
    warm_up: str = ""
    may_begin_gently: bool = False


class SuggestionCard(QWidget):
    """The figure at the left, what it is and Start at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.routine = ""
        self._figure = HeldFigure(self)
        self._name = Text("", TITLE_PX - 4, strong=True)
        self._facts = Text("", LEAD_PX - 2)
        self._why = Text("", soft=True)
        self._warm_up = Text("")
        self.start = IconButton(self, "play", "Start", key="Enter", text="Start", kind="primary")
        self.start.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.more = IconButton(self, "", "Look at the routine first", text="Details")
        self.warmed, self.gently = warm_up_button(self), gently_button(self)
        self._figure.clicked.connect(self.more.click)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        side = QVBoxLayout()
        side.addStretch(1)
        for text in (self._name, self._facts, self._why):
            side.addWidget(text)
        side.addWidget(small(CAUTION))
        side.addStretch(1)
        side.addWidget(self._warm_up)
        self._lines = (QHBoxLayout(), QHBoxLayout())
        for line, buttons in zip(
            self._lines, ((self.warmed, self.gently), (self.start, self.more)), strict=True
        ):
            for button in buttons:
                line.addWidget(button)
            line.addStretch(1)
            side.addLayout(line)
        self._side = side
        self._row.setSpacing(0)
        share = round(HERO_FIGURE_SHARE * 100)
        self._row.addWidget(self._figure, share)
        self._row.addLayout(side, 100 - share)

    def set_scale(self, scale: float) -> None:
        """Let the air grow with the window."""
        self._side.setContentsMargins(round(3 * GRID_PX * scale), 0, 0, 0)
        self._side.setSpacing(round(GRID_PX * scale))

    def show_suggestion(self, suggestion: Suggestion, look: Look) -> None:
        """Offer this one."""
        self.routine = suggestion.routine
        self._name.show_text(suggestion.name)
        self._facts.show_text(suggestion.facts)
        self._why.show_text(suggestion.why)
        self.show_warm_up(suggestion.warm_up)
        self.gently.setVisible(suggestion.may_begin_gently)
        self.start.rename("play", f"Start {suggestion.name}", "Enter")
        self._figure.show_held(suggestion.exercise, look)

    def show_warm_up(self, why: str) -> None:
        """Offer to warm up first; without a reason do not."""
        self._warm_up.show_text(why)
        self.warmed.setVisible(bool(why))


def warm_up_button(parent: QWidget) -> IconButton:
    """A way to start: after a minute of marching."""
    name = "Start with a minute of marching"
    return IconButton(parent, "", name, key="W", text="Warm up first", kind="tonal")


def gently_button(parent: QWidget) -> IconButton:
    """A way to start: with less than is written."""
    name = "Start gently: a smaller dose that is yours"
    return IconButton(parent, "", name, key="G", text="Start gently", kind="tonal")
