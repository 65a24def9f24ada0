"""What a person should know, on a quiet line at the bottom of the window."""

from collections import deque

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from stretchtimer.core.ports import Notice
from stretchtimer.ui.icon_button import IconButton
from stretchtimer.ui.theme import GRID_PX, SMALL_PX
from stretchtimer.ui.typeface import font

_LONGEST = 300  # characters on the line; the tool tip has all


class NoticeLine(QWidget):
    """One notice at a time, the oldest first, until it is closed; hidden when there is none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._waiting: deque[Notice] = deque()
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setFont(font(SMALL_PX, QFont.Weight.Medium))
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        close = IconButton(self, "close", "Close this notice")
        close.set_scale(0.8)
        close.clicked.connect(self._close_first)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID_PX, GRID_PX // 2, GRID_PX, GRID_PX // 2)
        row.addWidget(self._text, 1)
        row.addWidget(close)
        self.setBackgroundRole(QPalette.ColorRole.Button)
        self.setAutoFillBackground(True)
        self.hide()

    def tell(self, notice: Notice) -> None:
        """Show `notice`, after those that have not been closed yet; never the same one twice."""
        if notice not in self._waiting:
            self._waiting.append(notice)
            self._show_first()

    def _close_first(self) -> None:
        self._waiting.popleft()
        self._show_first()

    def _show_first(self) -> None:
        if not self._waiting:
            self.hide()
            return
        notice = self._waiting[0]
        whole = f"{notice.text} {notice.mend}".strip()
        more = f"  (1 of {len(self._waiting)})" if len(self._waiting) > 1 else ""
        shown = whole if len(whole) <= _LONGEST else whole[:_LONGEST].rstrip() + "…"
        self._text.setText(shown + more)
        self._text.setToolTip(whole)
        self.show()
