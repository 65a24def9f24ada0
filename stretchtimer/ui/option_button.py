"""One answer among a few: its key, its text, and what it means."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QEnterEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from stretchtimer.ui.icon_button import paint_focus
from stretchtimer.ui.theme import GRID_PX, RADIUS_PX, SMALL_PX, TEXT_PX
from stretchtimer.ui.typeface import font

_BADGE_PX = 26
_Role = QPalette.ColorRole
_WRAPPED = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)


class OptionButton(QAbstractButton):
    """As wide as there is room. A `checkable` one is one of several that may hold together."""

    def __init__(self, key: str, text: str, meaning: str = "", *, checkable: bool = False) -> None:
        super().__init__()
        self._key, self._meaning, self._scale = key, meaning, 1.0
        self.setText(text)
        self.setAccessibleName(f"{text}: {meaning}" if meaning else text)
        self.setToolTip(f"Key {key}" if key else "")
        self.setCheckable(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_scale(self, scale: float) -> None:
        """Let the button grow with the window."""
        self._scale = scale
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Long texts are wrapped."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Room for text and meaning, under each other."""
        edge = GRID_PX * self._scale
        return round(max(self._texts_height(width), _BADGE_PX * self._scale) + 2 * edge)

    def sizeHint(self) -> QSize:
        """As much as it needs at a usual width; less for a short text."""
        fonts = (self.text(), self._text_font()), (self._meaning, font(SMALL_PX * self._scale))
        texts = max(QFontMetrics(used).horizontalAdvance(text) for text, used in fonts)
        _, room = self._text_place(0)
        width = min(round(280 * self._scale), round(texts - room) + 2)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """No narrower than can be read."""
        return QSize(round(150 * self._scale), round(52 * self._scale))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses it, as Space does; where several may hold, Enter goes on instead."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not self.isCheckable() and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Ground, key, text, meaning."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, scale, rect = self.palette(), self._scale, QRectF(self.rect())
        ground = _Role.Light if self.underMouse() or self.isDown() else _Role.Button
        if self.isChecked():
            ground = _Role.AlternateBase
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(ground))
        painter.drawRoundedRect(rect, RADIUS_PX * scale, RADIUS_PX * scale)
        self._paint_badge(painter, rect)
        left, width = self._text_place(self.width())
        text_height = _height(self.text(), self._text_font(), width)
        top = (rect.height() - self._texts_height(self.width())) / 2
        painter.setFont(self._text_font())
        painter.setPen(palette.color(_Role.WindowText))
        painter.drawText(QRectF(left, top, width, text_height), _WRAPPED, self.text())
        if self._meaning:
            painter.setFont(font(SMALL_PX * scale))
            painter.setPen(palette.color(_Role.PlaceholderText))
            below = QRectF(left, top + text_height, width, rect.height())
            painter.drawText(below, _WRAPPED, self._meaning)
        if self.hasFocus():
            paint_focus(painter, rect, RADIUS_PX * scale, 1.0, palette.color(_Role.Highlight))

    def _paint_badge(self, painter: QPainter, rect: QRectF) -> None:
        scale, palette = self._scale, self.palette()
        middle = QPointF(1.5 * GRID_PX * scale + _BADGE_PX * scale / 2, rect.height() / 2)
        radius = _BADGE_PX * scale / 2
        painter.setBrush(palette.color(_Role.Highlight if self.isChecked() else _Role.Window))
        painter.drawEllipse(middle, radius, radius)
        painter.setFont(font(SMALL_PX * scale, QFont.Weight.DemiBold))
        ink = _Role.HighlightedText if self.isChecked() else _Role.WindowText
        painter.setPen(palette.color(ink))
        badge = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
        shown = "✓" if self.isChecked() else self._key
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, shown)

    def _text_place(self, width: int) -> tuple[float, float]:
        left = (_BADGE_PX + 3 * GRID_PX) * self._scale
        return left, width - left - 1.5 * GRID_PX * self._scale

    def _texts_height(self, width: int) -> float:
        _, room = self._text_place(width)
        height = _height(self.text(), self._text_font(), room)
        if self._meaning:
            height += _height(self._meaning, font(SMALL_PX * self._scale), room)
        return height

    def _text_font(self) -> QFont:
        return font(TEXT_PX * self._scale, QFont.Weight.DemiBold)


def _height(text: str, used: QFont, room: float) -> float:
    box = QRectF(0, 0, max(room, 1.0), 1 << 20).toRect()
    return float(QFontMetrics(used).boundingRect(box, _WRAPPED, text).height())
