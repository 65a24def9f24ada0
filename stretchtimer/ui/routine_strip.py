"""The routines side by side, to choose from."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
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

_NARROWEST, _WIDEST = 140, 250
_CUT = 0.45  # share of a card that is left of the one at the edge
_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class RoutineCard:
    """What one may know of a routine before it is chosen. `length` is minutes and seconds."""

    id: str
    name: str
    length: str
    place: str
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
        self._show_chosen()

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
        width = min(share, _WIDEST * self._scale)
        if width < _NARROWEST * self._scale:
            width = _cut_at_the_edge(self.width(), gap, _NARROWEST * self._scale)
        for button in self._buttons:
            button.set_size(QSize(int(width), self.height()), self._scale)
        row.setAlignment(Qt.AlignmentFlag.AlignLeft)
        QTimer.singleShot(0, self, self._show_chosen)  # when the cards are in their places

    def _show_chosen(self) -> None:
        for button in self._buttons:
            if button.isChecked():
                self.ensureWidgetVisible(button, button.width() // 2, 0)


def _cut_at_the_edge(room: float, gap: float, narrowest: float) -> float:
    """The width at which the last card in sight is cut, so that one sees that there are more."""
    whole = int((room - narrowest * _CUT) / (narrowest + gap))
    return (room - whole * gap) / (whole + _CUT)


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
        self.setAccessibleName(f"{card.name}, {card.length}, {card.place}{caution}")
        self.setToolTip(f"{card.name}, {card.place}{caution}" if card.place else card.name)

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
            paint_focus(painter, rect, RADIUS_PX * scale, 5.0, palette.color(role.Highlight))

    def _paint_texts(self, painter: QPainter, rect: QRectF) -> None:
        palette, role, scale = self.palette(), QPalette.ColorRole, self._scale
        margin, gap = 1.5 * GRID_PX * scale, GRID_PX * scale / 2
        name_font = font(TEXT_PX * scale, QFont.Weight.DemiBold)
        about_font = font(SMALL_PX * scale)
        about_height = QFontMetrics(about_font).height()
        room = rect.adjusted(margin, 0, -margin, -about_height - gap)
        wrapped = int(_MIDDLE | Qt.TextFlag.TextWordWrap)
        needed = QFontMetrics(name_font).boundingRect(room.toRect(), wrapped, self.card.name)
        top = (rect.height() - needed.height() - about_height - gap) / 2
        name = QRectF(room.left(), top, room.width(), needed.height())
        painter.setFont(name_font)
        painter.setPen(palette.color(role.WindowText))
        painter.drawText(name, wrapped, self.card.name)
        about = QRectF(room.left(), name.bottom() + gap, room.width(), about_height)
        painter.setFont(about_font)
        painter.setPen(palette.color(role.PlaceholderText))
        painter.drawText(about, int(_MIDDLE), self._about(QFontMetrics(about_font), about.width()))
        if self.card.cautioned:
            size = round(18 * scale)
            ink = palette.color(role.WindowText).name()
            pixmap = icon_pixmap("caution", ink, size, self.devicePixelRatioF())
            middle = about.center().y() - size / 2
            painter.drawPixmap(QPointF(about.right() - size, middle), pixmap)

    def _about(self, metrics: QFontMetrics, room: float) -> str:
        """Length and place, or the length alone where the place has no room."""
        whole = f"{self.card.length}  ·  {self.card.place}"
        taken = 26 * self._scale if self.card.cautioned else 0
        fits = self.card.place and metrics.horizontalAdvance(whole) <= room - taken
        return whole if fits else f"{self.card.length} min"
