"""The line at the top: what is played, and what belongs to the window as a whole."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from stretchtimer.ui.commands import FULL_SCREEN_KEY, HELP_KEY, MUTE_KEY
from stretchtimer.ui.icon_button import IconButton
from stretchtimer.ui.theme import GRID_PX, TEXT_PX
from stretchtimer.ui.typeface import font


class Header(QWidget):
    """A title, with the way out of a session at its left and three buttons at its right."""

    end_clicked = Signal()
    mute_clicked = Signal()
    full_screen_clicked = Signal()
    help_clicked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._end = IconButton(self, "end", "End this session")
        self._end.clicked.connect(self.end_clicked)
        self._title = _Title(self)
        self._mute = IconButton(self, "sound", "Sound off", key=MUTE_KEY)
        self._mute.clicked.connect(self.mute_clicked)
        full_screen = IconButton(self, "full-screen", "Full screen", key=FULL_SCREEN_KEY)
        full_screen.clicked.connect(self.full_screen_clicked)
        keys = IconButton(self, "keys", "Keys", key=HELP_KEY)
        keys.clicked.connect(self.help_clicked)
        self._buttons = (self._end, self._mute, full_screen, keys)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._end)
        self._row.addWidget(self._title, 1)
        for button in self._buttons[1:]:
            self._row.addWidget(button)

    def show_title(self, text: str) -> None:
        """Name what is played."""
        self._title.show_text(text)

    def show_muted(self, *, muted: bool) -> None:
        """Show whether there is sound."""
        icon, name = ("muted", "Sound on") if muted else ("sound", "Sound off")
        self._mute.rename(icon, name, MUTE_KEY)

    def set_scale(self, scale: float) -> None:
        """Let the line grow with the window."""
        self._title.setFont(font(TEXT_PX * scale, QFont.Weight.DemiBold))
        for button in self._buttons:
            button.set_scale(scale * 0.9)
        self._row.setSpacing(round(GRID_PX * scale))


class _Title(QWidget):
    """One line, shortened where there is no room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_text(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.setFont(self.font())
        shown = QFontMetrics(self.font()).elidedText(
            self._text, Qt.TextElideMode.ElideRight, self.width()
        )
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, shown)
