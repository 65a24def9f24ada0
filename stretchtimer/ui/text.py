"""A text of the type scale, wrapped between words, that grows with its window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy

from stretchtimer.ui.theme import LEAD_PX, SMALL_PX, TEXT_PX, TITLE_PX
from stretchtimer.ui.typeface import font


class Text(QLabel):
    """Plain text. A `soft` one says what comes second; a `strong` one heads what follows."""

    def __init__(
        self, text: str = "", size_px: int = TEXT_PX, *, strong: bool = False, soft: bool = False
    ) -> None:
        super().__init__()
        self._size_px, self._strong = size_px, strong
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        if soft:
            self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.set_scale(1.0)
        self.setText(text)
        if not text:
            self.hide()

    def set_scale(self, scale: float) -> None:
        """Let the text grow with the window."""
        weight = QFont.Weight.DemiBold if self._strong else QFont.Weight.Normal
        self.setFont(font(self._size_px * scale, weight))

    def show_text(self, text: str) -> None:
        """Show `text`; an empty one takes no room."""
        self.setText(text)
        self.setVisible(bool(text))


def title(text: str = "") -> Text:
    """The heading of a screen."""
    return Text(text, TITLE_PX, strong=True)


def heading(text: str = "") -> Text:
    """The heading of a part of a screen."""
    return Text(text, LEAD_PX, strong=True)


def small(text: str = "") -> Text:
    """What need not be read at once."""
    return Text(text, SMALL_PX, soft=True)
