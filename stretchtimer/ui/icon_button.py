"""A flat button with an icon, a text, or both."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from stretchtimer.ui.icons import icon_pixmap
from stretchtimer.ui.theme import RADIUS_PX, TEXT_PX
from stretchtimer.ui.typeface import font

Kind = Literal["bare", "tonal", "primary"]
_HEIGHT, _ICON, _PADDING, _GAP = 44, 22, 14, 8
_FADED = 0.4
_Role = QPalette.ColorRole


class IconButton(QAbstractButton):
    """`bare` has no ground of its own, `primary` is what one most likely wants.

    A click does not take the keyboard away from the player; Tab reaches the button.
    """

    def __init__(
        self,
        parent: QWidget,
        icon: str,
        name: str,
        *,
        key: str = "",
        text: str = "",
        kind: Kind = "bare",
    ) -> None:
        """`name` is for the tool tip, with `key`, and for screen readers."""
        super().__init__(parent)
        self._icon, self._kind, self._scale = icon, kind, 1.0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setText(text)
        self.rename(icon, name, key)

    def rename(self, icon: str, name: str, key: str) -> None:
        """Show another icon and say another name."""
        self._icon = icon
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({key})" if key else name)
        self.update()

    def set_scale(self, scale: float) -> None:
        """Let the button grow with the window."""
        self._scale = scale
        weight = QFont.Weight.DemiBold if self._kind == "primary" else QFont.Weight.Medium
        self.setFont(font(TEXT_PX * scale, weight))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for icon and text."""
        height = round(_HEIGHT * self._scale)
        if not self.text():
            return QSize(height, height)
        width = QFontMetrics(self.font()).horizontalAdvance(self.text())
        width += round(2 * _PADDING * self._scale)
        if self._icon:
            width += round((_ICON + _GAP) * self._scale)
        return QSize(width, height)

    def minimumSizeHint(self) -> QSize:
        """No less than it needs."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Ground, icon and text, and a ring around the one that has the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(_FADED)
        self._paint_ground(painter)
        self._paint_content(painter)
        if self.hasFocus():
            primary = self._kind == "primary"
            color = self.palette().color(_Role.HighlightedText if primary else _Role.Highlight)
            inset = 4.0 if primary else 1.0
            paint_focus(painter, QRectF(self.rect()), RADIUS_PX * self._scale, inset, color)

    def _paint_ground(self, painter: QPainter) -> None:
        palette, role = self.palette(), _Role
        hot = self.isEnabled() and (self.underMouse() or self.isDown())
        if self._kind == "primary":
            ground = palette.color(role.Highlight)
            if hot:
                ground = ground.lighter(112) if ground.lightness() < 128 else ground.darker(108)
        elif hot:
            ground = palette.color(role.Light)
        elif self._kind == "tonal":
            ground = palette.color(role.Button)
        else:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        radius = RADIUS_PX * self._scale
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)

    def _paint_content(self, painter: QPainter) -> None:
        role = _Role
        primary = self._kind == "primary"
        ink = self.palette().color(role.HighlightedText if primary else role.WindowText)
        text_width = QFontMetrics(self.font()).horizontalAdvance(self.text())
        icon_size = round(_ICON * self._scale) if self._icon else 0
        gap = round(_GAP * self._scale) if self._icon and self.text() else 0
        left = (self.width() - text_width - icon_size - gap) / 2
        if self._icon:
            pixmap = icon_pixmap(self._icon, ink.name(), icon_size, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(left, (self.height() - icon_size) / 2), pixmap)
        if self.text():
            painter.setPen(ink)
            painter.setFont(self.font())
            room = QRectF(left + icon_size + gap, 0, text_width + 2, self.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())


def paint_focus(
    painter: QPainter, rect: QRectF, radius: float, inset: float, color: QColor
) -> None:
    """A line around what has the keyboard, `inset` pixels within `rect`."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color, 2.0))
    inner = max(1.0, radius - inset)
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), inner, inner)
