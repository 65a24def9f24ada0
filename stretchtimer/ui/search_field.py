"""A field to type into, on a ground of its own, with its sign at the left."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QWidget

from stretchtimer.ui.icons import icon_pixmap
from stretchtimer.ui.theme import GRID_PX, RADIUS_PX, TEXT_PX
from stretchtimer.ui.typeface import font

_HEIGHT_PX, _ICON_PX = 44, 20
_STYLE = """
QLineEdit {{
    background: palette(button); border: 2px solid palette(button); border-radius: {radius}px;
    padding-left: {left}px;
}}
QLineEdit:focus {{ border-color: palette(highlight); }}
"""


class SearchField(QLineEdit):
    """Tells each change as a line edit does."""

    def __init__(self, parent: QWidget, name: str, hint: str) -> None:
        super().__init__(parent)
        self._scale = 1.0
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setFrame(False)
        self.setMaxLength(100)
        self.set_scale(1.0)

    def set_scale(self, scale: float) -> None:
        """Let the field grow with the window."""
        self._scale = scale
        self.setFont(font(TEXT_PX * scale))
        left = round((_ICON_PX + 2.5 * GRID_PX) * scale)
        self.setStyleSheet(_STYLE.format(radius=round(RADIUS_PX * scale), left=left))
        self.setFixedHeight(round(_HEIGHT_PX * scale))

    def minimumSizeHint(self) -> QSize:
        """Room for a word."""
        return QSize(round(160 * self._scale), round(_HEIGHT_PX * self._scale))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, then its sign."""
        super().paintEvent(event)
        painter = QPainter(self)
        size = round(_ICON_PX * self._scale)
        ink = self.palette().color(QPalette.ColorRole.PlaceholderText).name()
        pixmap = icon_pixmap("search", ink, size, self.devicePixelRatioF())
        left = 1.5 * GRID_PX * self._scale
        painter.drawPixmap(QPointF(left, (self.height() - size) / 2), pixmap)
