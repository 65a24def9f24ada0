"""A line to type into, on a ground of its own."""

from PySide6.QtWidgets import QLineEdit

from stretchtimer.ui.theme import GRID_PX, RADIUS_PX, TEXT_PX
from stretchtimer.ui.typeface import font

_HEIGHT_PX = 40
_STYLE = """
QLineEdit {{
    background: palette(button); border: 2px solid palette(button); border-radius: {radius}px;
    padding: 0 {side}px;
}}
QLineEdit:focus {{ border-color: palette(highlight); }}
"""


class LineField(QLineEdit):
    """Tells each change as a line edit does."""

    def __init__(self, hint: str = "") -> None:
        super().__init__()
        self.setPlaceholderText(hint)
        self.setFrame(False)
        self.setMaxLength(120)
        self.set_scale(1.0)

    def set_scale(self, scale: float) -> None:
        """Let the field grow with the window."""
        self.setFont(font(TEXT_PX * scale))
        radius, side = round(RADIUS_PX * scale), round(GRID_PX * scale)
        self.setStyleSheet(_STYLE.format(radius=radius, side=side))
        self.setFixedHeight(round(_HEIGHT_PX * scale))
