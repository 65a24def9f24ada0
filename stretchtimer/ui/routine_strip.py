"""The routines side by side, to choose from."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QScrollArea, QWidget

from stretchtimer.ui.icon_button import paint_focus
from stretchtimer.ui.icons import icon_pixmap
from stretchtimer.ui.theme import GRID_PX, RADIUS_PX, SMALL_PX, TEXT_PX, font

_NARROWEST, _WIDEST = 168, 250


@dataclass(frozen=True, slots=True)
class RoutineCard:
    """What one may know of a routine before it is chosen. `about` is its length and its place."""

    id: str
    name: str
    about: str
    cautioned: bool


class RoutineStrip(QScrollArea):
    """One card a routine; the arrow keys go from card to card, the wheel along the strip."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._scale = 1.0
        self._buttons: list[_CardButton] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_routines(self, cards: Sequence[RoutineCard], chosen: str) -> None:
        """Lay the cards out; the one with the id `chosen` is marked."""
        if [button.card for button in self._buttons] != list(cards):
            content = QWidget()
            row = QHBoxLayout(content)
            row.setContentsMargins(0, 0, 0, 0)
            self._buttons = [_CardButton(card) for card in cards]
            for button in self._buttons:
                button.clicked.connect(lambda _=False, name=button.card.id: self.chosen.emit(name))
                row.addWidget(button)
            self.setWidget(content)
            self._size_cards()
        for button in self._buttons:
            button.setChecked(button.card.id == chosen)
            if button.card.id == chosen:
                self.ensureWidgetVisible(button, GRID_PX, 0)

    def set_scale(self, scale: float) -> None:
        """Let the cards grow with the window."""
        self._scale = scale
        self._size_cards()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the cards."""
        super().resizeEvent(event)
        self._size_cards()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel turns up and down, the strip goes left and right."""
        turned = event.angleDelta()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - (turned.y() or turned.x()))
        event.accept()

    def _size_cards(self) -> None:
        content = self.widget()
        row = content.layout() if content is not None else None
        if row is None or not self._buttons:
            return
        gap, count = round(1.5 * GRID_PX * self._scale), len(self._buttons)
        row.setSpacing(gap)
        share = (self.width() - gap * (count - 1)) / count
        width = max(_NARROWEST * self._scale, min(share, _WIDEST * self._scale))
        for button in self._buttons:
            button.set_size(QSize(int(width), self.height()), self._scale)
        row.setAlignment(Qt.AlignmentFlag.AlignHCenter)


class _CardButton(QAbstractButton):
    def __init__(self, card: RoutineCard) -> None:
        super().__init__()
        self.card = card
        self._scale = 1.0
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        caution = ", read its caution first" if card.cautioned else ""
        self.setAccessibleName(f"{card.name}, {card.about}{caution}")
        self.setToolTip(f"{card.name}{caution}")

    def set_size(self, size: QSize, scale: float) -> None:
        self._scale = scale
        self.setFixedSize(size)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, role = self.palette(), QPalette.ColorRole
        ground = role.AlternateBase if self.isChecked() else role.Button
        if self.underMouse() and not self.isChecked():
            ground = role.Light
        scale, rect = self._scale, QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(ground))
        painter.drawRoundedRect(rect, RADIUS_PX * scale, RADIUS_PX * scale)
        if self.isChecked():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(palette.color(role.Highlight), 2))
            inner = rect.adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(inner, RADIUS_PX * scale - 1, RADIUS_PX * scale - 1)
        self._paint_texts(painter, rect)
        if self.hasFocus():
            paint_focus(painter, rect, scale, palette)

    def _paint_texts(self, painter: QPainter, rect: QRectF) -> None:
        palette, role, scale = self.palette(), QPalette.ColorRole, self._scale
        margin = 1.75 * GRID_PX * scale
        room = rect.adjusted(margin, 0, -margin, 0)
        name_font = font(TEXT_PX * scale, QFont.Weight.DemiBold)
        about_font = font(SMALL_PX * scale)
        name_height = QFontMetrics(name_font).height()
        about_height = QFontMetrics(about_font).height()
        top = (rect.height() - name_height - about_height - GRID_PX * scale / 2) / 2
        name = QRectF(room.left(), top, room.width(), name_height)
        about_top = name.bottom() + GRID_PX * scale / 2
        about = QRectF(room.left(), about_top, room.width(), about_height)
        if self.card.cautioned:
            size = round(18 * scale)
            ink = palette.color(role.WindowText).name()
            pixmap = icon_pixmap("caution", ink, size, self.devicePixelRatioF())
            corner = name.topRight()
            corner.setX(corner.x() - size)
            painter.drawPixmap(corner, pixmap)
            name.setWidth(name.width() - size - GRID_PX * scale / 2)
        for text, made, box, ink_role in (
            (self.card.name, name_font, name, role.WindowText),
            (self.card.about, about_font, about, role.PlaceholderText),
        ):
            painter.setFont(made)
            painter.setPen(palette.color(ink_role))
            shown = QFontMetrics(made).elidedText(
                text, Qt.TextElideMode.ElideRight, int(box.width())
            )
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
