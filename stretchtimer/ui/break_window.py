"""A break on offer in a small window of our own, where no notification server has buttons.

It never takes the keyboard: who types goes on typing. A screen reader is told what it says.
"""

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QGuiApplication,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stretchtimer.core.reminders.schedule import SNOOZES_MIN
from stretchtimer.ui.icon_button import IconButton
from stretchtimer.ui.text import Text
from stretchtimer.ui.theme import GRID_PX, LEAD_PX, RADIUS_PX, SMALL_PX

_WIDTH_PX = 400
_Flag = Qt.WindowType


class BreakWindow(QWidget):
    """At the lower right corner of the screen, over other windows."""

    start_clicked = Signal()
    snooze_clicked = Signal(int)
    skip_clicked = Signal()

    def __init__(self) -> None:
        super().__init__(
            None,
            _Flag.Tool
            | _Flag.FramelessWindowHint
            | _Flag.WindowStaysOnTopHint
            | _Flag.WindowDoesNotAcceptFocus,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setWindowTitle("Stretchtimer: break")
        self._title = Text("", LEAD_PX, strong=True)
        self._text = Text("", soft=True)
        start = IconButton(self, "play", "Start the break", text="Start", kind="primary")
        start.clicked.connect(self.start_clicked)
        skip = IconButton(self, "", "Skip this break", text="Skip", kind="tonal")
        skip.clicked.connect(self.skip_clicked)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID_PX)
        buttons.addWidget(start)
        buttons.addWidget(skip)
        buttons.addStretch(1)
        later = QHBoxLayout()
        later.setSpacing(0)
        word = Text("Later, in", SMALL_PX, soft=True)
        word.setWordWrap(False)
        later.addWidget(word)
        parts = [start, skip]
        for minutes in sorted(SNOOZES_MIN):
            snooze = IconButton(self, "", f"Snooze for {minutes} minutes", text=f"{minutes} min")
            snooze.clicked.connect(lambda _=False, span=minutes: self.snooze_clicked.emit(span))
            later.addWidget(snooze)
            parts.append(snooze)
        later.addStretch(1)
        for part in parts:
            part.set_scale(1.0)
        rows = QVBoxLayout(self)
        edge = 2 * GRID_PX
        rows.setContentsMargins(edge + 4, edge + 4, edge + 4, edge + 4)
        rows.setSpacing(GRID_PX)
        rows.addWidget(self._title)
        rows.addWidget(self._text)
        rows.addSpacing(GRID_PX)
        rows.addLayout(buttons)
        rows.addLayout(later)
        self.setFixedWidth(_WIDTH_PX)

    def show_offer(self, title: str, text: str) -> None:
        """Show a break with its reason."""
        self._title.show_text(title)
        self._text.show_text(text)
        self.setAccessibleName(f"{title}. {text}")
        self.adjustSize()
        screen = QGuiApplication.primaryScreen().availableGeometry()
        self.move(screen.bottomRight() - QPoint(self.width() + GRID_PX, self.height() + GRID_PX))
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{title}. {text}"))

    def paintEvent(self, _: QPaintEvent) -> None:
        """A card with an edge, since nothing lies under it but other programs."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        painter.setPen(palette.color(palette.ColorRole.Mid))
        painter.setBrush(palette.color(palette.ColorRole.Window))
        inner = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(inner, RADIUS_PX, RADIUS_PX)
