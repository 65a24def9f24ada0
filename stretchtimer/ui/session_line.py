"""One session as a line: what, when, and how it went."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from stretchtimer.ui.text import Text
from stretchtimer.ui.theme import GRID_PX, SMALL_PX


@dataclass(frozen=True, slots=True)
class PastSession:
    """One line of what was done: "Wall hamstring", "yesterday, 6:55, easy"."""

    name: str
    about: str


class SessionLine(QWidget):
    """Name at the left, the rest at the right, where it comes second."""

    def __init__(self, session: PastSession) -> None:
        super().__init__()
        about = Text(session.about, SMALL_PX, soft=True)
        about.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID_PX)
        about.setWordWrap(False)
        row.addWidget(Text(session.name), 1)
        row.addWidget(about)
