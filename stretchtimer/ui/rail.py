"""The navigation at the left edge: one button a place, icon over name."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFont, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from stretchtimer.ui.icon_button import paint_focus
from stretchtimer.ui.icons import icon_pixmap
from stretchtimer.ui.shell_layout import RAIL_PX
from stretchtimer.ui.theme import GRID_PX, RADIUS_PX, SMALL_PX
from stretchtimer.ui.typeface import font

_BUTTON_PX, _ICON_PX = 64, 22
_Role = QPalette.ColorRole


class Rail(QWidget):
    """The arrow keys go from place to place; Tab goes on to the screen."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._buttons: dict[str, _RailButton] = {}
        self.setAccessibleName("Places")
        self.setBackgroundRole(_Role.Base)
        self.setAutoFillBackground(True)
        self._rows = QVBoxLayout(self)
        self._rows.addStretch(1)
        self.set_scale(1.0)

    def add_place(self, place_id: str, name: str, icon: str, key: str) -> None:
        """One more place, under those that are there."""
        button = _RailButton(self, name, icon, key)
        button.clicked.connect(lambda: self.chosen.emit(place_id))
        self._buttons[place_id] = button
        self._rows.insertWidget(self._rows.count() - 1, button)

    def mark(self, place_id: str) -> None:
        """Show where the person is."""
        self._buttons[place_id].setChecked(True)

    def has_keyboard(self) -> bool:
        """Whether one of the places has the keyboard."""
        return any(button.hasFocus() for button in self._buttons.values())

    def set_scale(self, scale: float) -> None:
        """Let the rail grow with the window."""
        self.setFixedWidth(round(RAIL_PX * scale))
        edge = round(GRID_PX * scale)
        self._rows.setContentsMargins(edge, 2 * edge, edge, edge)
        self._rows.setSpacing(edge // 2)
        for button in self._buttons.values():
            button.set_scale(scale)


class _RailButton(QAbstractButton):
    def __init__(self, parent: QWidget, name: str, icon: str, key: str) -> None:
        super().__init__(parent)
        self._icon, self._scale = icon, 1.0
        self.setText(name)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({key})")

    def set_scale(self, scale: float) -> None:
        self._scale = scale
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(round(_BUTTON_PX * self._scale), round(_BUTTON_PX * self._scale))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, scale, rect = self.palette(), self._scale, QRectF(self.rect())
        here = self.isChecked()
        if here or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(_Role.AlternateBase if here else _Role.Light))
            painter.drawRoundedRect(rect, RADIUS_PX * scale, RADIUS_PX * scale)
        ink = palette.color(_Role.Highlight if here else _Role.PlaceholderText)
        size = round(_ICON_PX * scale)
        pixmap = icon_pixmap(self._icon, ink.name(), size, self.devicePixelRatioF())
        painter.drawPixmap(QPointF((rect.width() - size) / 2, 11 * scale), pixmap)
        painter.setPen(palette.color(_Role.WindowText if here else _Role.PlaceholderText))
        painter.setFont(
            font((SMALL_PX - 1) * scale, QFont.Weight.DemiBold if here else QFont.Weight.Medium)
        )
        room = QRectF(0, 36 * scale, rect.width(), 20 * scale)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            paint_focus(painter, rect, RADIUS_PX * scale, 1.0, palette.color(_Role.Highlight))
