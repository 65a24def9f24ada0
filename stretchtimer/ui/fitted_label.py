"""A text that takes the largest size at which it fits its rectangle."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from stretchtimer.ui.theme import SMALL_PX
from stretchtimer.ui.typeface import font

_STEP = 0.93


class FittedLabel(QLabel):
    """Plain text, wrapped between words; its geometry is set from outside."""

    def __init__(
        self,
        parent: QWidget,
        size_px: int,
        *,
        weight: QFont.Weight = QFont.Weight.Normal,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignCenter,
        role: QPalette.ColorRole = QPalette.ColorRole.WindowText,
    ) -> None:
        """`size_px` is the size at scale 1."""
        super().__init__(parent)
        self._size_px, self._weight, self._scale = size_px, weight, 1.0
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(align)
        self.setForegroundRole(role)

    def show_text(self, text: str) -> None:
        """Show `text`; costs nothing when it is there already."""
        if text != self.text():
            self.setText(text)
            self._fit()

    def set_scale(self, scale: float) -> None:
        """Let the text grow with the window."""
        self._scale = scale
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the size anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        size_px = self._size_px * self._scale
        while size_px * _STEP >= SMALL_PX and not self._fits(size_px):
            size_px *= _STEP
        wanted = font(size_px, self._weight)
        if wanted != self.font():
            self.setFont(wanted)

    def _fits(self, size_px: float) -> bool:
        metrics = QFontMetrics(font(size_px, self._weight))
        flags = int(self.alignment()) | int(Qt.TextFlag.TextWordWrap)
        needed = metrics.boundingRect(QRect(0, 0, self.width(), 1 << 20), flags, self.text())
        return needed.width() <= self.width() and needed.height() <= self.height()
