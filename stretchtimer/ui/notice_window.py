"""Words in a window of our own that go by themselves, where no notification server shows them."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QMouseEvent

from stretchtimer.ui.corner_window import CornerWindow

_SHOWN_MS = 8_000


class NoticeWindow(CornerWindow):
    """Goes at a click, too."""

    def __init__(self) -> None:
        super().__init__("Stretchtimer: notice")
        self._end = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._end.timeout.connect(self.hide)

    def show_briefly(self, title: str, text: str) -> None:
        """Show these words for some seconds."""
        self.show_words(title, text)
        self._end.start()

    def mousePressEvent(self, _: QMouseEvent) -> None:
        """It was read."""
        self.hide()
