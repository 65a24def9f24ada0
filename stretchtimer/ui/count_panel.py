"""The counting column: the phase in a word, the ring, side and repetition, the line to do."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette, QResizeEvent
from PySide6.QtWidgets import QWidget

from stretchtimer.core.events import Mode
from stretchtimer.core.phase import PhaseKind
from stretchtimer.core.player_state import PlayerState
from stretchtimer.core.progress import Progress
from stretchtimer.ui.box import Box
from stretchtimer.ui.fitted_label import FittedLabel
from stretchtimer.ui.ring import Ring
from stretchtimer.ui.stage_layout import count_layout
from stretchtimer.ui.theme import LEAD_PX, TITLE_PX
from stretchtimer.ui.wording import headline, line_to_do, side_and_rep

_TOP = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop


class CountPanel(QWidget):
    """What one follows from the mat."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._word = FittedLabel(self, TITLE_PX + 4, weight=QFont.Weight.DemiBold)
        self.ring = Ring(self)
        self._rep = FittedLabel(self, LEAD_PX + 4, weight=QFont.Weight.DemiBold)
        self._line = FittedLabel(self, LEAD_PX, align=_TOP, role=QPalette.ColorRole.PlaceholderText)

    def show_words(self, state: PlayerState, seen: Progress) -> None:
        """Show what is to be done."""
        counts = seen.mode is Mode.PLAYING and seen.phase.kind is PhaseKind.HOLD
        self._word.setForegroundRole(
            QPalette.ColorRole.Highlight if counts else QPalette.ColorRole.WindowText
        )
        self._word.show_text(headline(seen))
        self._rep.show_text(side_and_rep(seen))
        if seen.mode is Mode.PAUSED:
            self._line.show_text("Space, or a click on the figure, goes on.")
        else:
            self._line.show_text(line_to_do(state, seen))

    def show_left(self, seen: Progress) -> None:
        """Show in the ring what is left."""
        if seen.mode is Mode.LEAD_IN:
            self.ring.show_left(str(-(-seen.lead_in_ms // 1000)), 1 - seen.fraction, strong=False)
        else:
            strong = seen.phase.kind is PhaseKind.HOLD
            self.ring.show_left(str(seen.seconds_left), 1 - seen.fraction, strong=strong)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put everything in its place."""
        super().resizeEvent(event)
        layout = count_layout(self.width(), self.height())
        for label in (self._word, self._rep, self._line):
            label.set_scale(layout.scale)
        places: list[tuple[QWidget, Box]] = [
            (self._word, layout.word),
            (self.ring, layout.ring),
            (self._rep, layout.rep),
            (self._line, layout.line),
        ]
        for widget, box in places:
            widget.setGeometry(box.x, box.y, box.width, box.height)
