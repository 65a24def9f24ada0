"""A part of a screen whose own parts stand under each other and scroll where there are many."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from stretchtimer.ui.theme import GRID_PX, SCROLL_BAR_STYLE


class ScrolledColumn(QScrollArea):
    """Its parts go into `column`."""

    def __init__(self, name: str) -> None:
        """`name` is for screen readers."""
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setStyleSheet(SCROLL_BAR_STYLE)
        content = QWidget()
        self.column = QVBoxLayout(content)
        self.set_scale(1.0)
        self.setWidget(content)

    def set_scale(self, scale: float) -> None:
        """Let the air grow with the window."""
        gap = round(GRID_PX * scale)
        self.column.setContentsMargins(0, 0, gap, 0)
        self.column.setSpacing(gap)
