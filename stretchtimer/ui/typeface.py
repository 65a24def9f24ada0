"""The typeface of the window."""

from PySide6.QtGui import QFont, QFontDatabase


def font(size_px: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The system's own typeface at `size_px`."""
    made = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    made.setPixelSize(max(1, round(size_px)))
    made.setWeight(weight)
    return made
