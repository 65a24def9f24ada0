"""The library's cards in a grid: a list view that paints, so that ten thousand cost no more."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from stretchtimer.figure.palette import Look
from stretchtimer.ui.icon_button import paint_focus
from stretchtimer.ui.icons import icon_pixmap
from stretchtimer.ui.library_cards import LibraryCard
from stretchtimer.ui.theme import (
    GRID_PX,
    RADIUS_PX,
    SCROLL_BAR_STYLE,
    SMALL_PX,
    TEXT_PX,
    scheme_now,
)
from stretchtimer.ui.thumbnail import Thumbnails
from stretchtimer.ui.typeface import font

_CARD_PX, _PICTURE_SHARE, _TEXT_PX = 236, 0.62, 78
_Role = QPalette.ColorRole
_Index = QModelIndex | QPersistentModelIndex


class CardList(QListView):
    """Enter or a click opens a card; typing is left to the search field."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._scale = 1.0
        self._cards = _CardModel()
        self._painter = _CardPainter(self)
        self.setModel(self._cards)
        self.setItemDelegate(self._painter)
        self.setAccessibleName("Routines and stretches")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setStyleSheet(SCROLL_BAR_STYLE)
        self.setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def show_cards(self, cards: Sequence[LibraryCard], look: Look) -> None:
        """Show these, from the top."""
        self._painter.own_look = look
        self._cards.show_cards(cards)
        if cards:
            self.setCurrentIndex(self._cards.index(0))
        self.scrollToTop()

    def forget_pictures(self) -> None:
        """Draw the exercises anew: they may have changed."""
        self._painter.pictures.forget()

    def set_scale(self, scale: float) -> None:
        """Let the cards grow with the window."""
        self._scale = scale
        self._size_cards()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the cards."""
        self._size_cards()
        super().resizeEvent(event)

    def _size_cards(self) -> None:
        # As if the scroll bar were always there, and as wide as the view takes it to be.
        bar = self.verticalScrollBar()
        taken = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, bar)
        room = self.width() - max(taken, bar.sizeHint().width()) - 1
        columns = max(1, room // round(_CARD_PX * self._scale))
        width = room // columns
        picture = round(width * _PICTURE_SHARE)
        height = picture + round((_TEXT_PX + 2 * GRID_PX) * self._scale)
        self._painter.set_size(QSize(width, height), picture, self._scale)
        self.setGridSize(QSize(width, height))
        self.verticalScrollBar().setSingleStep(height // 4)

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self._cards.card(index))


class _CardModel(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self._cards: Sequence[LibraryCard] = ()

    def show_cards(self, cards: Sequence[LibraryCard]) -> None:
        self.beginResetModel()
        self._cards = cards
        self.endResetModel()

    def card(self, index: _Index) -> LibraryCard:
        return self._cards[index.row()]

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._cards)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        card = self.card(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return card.name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            caution = "read its caution first" if card.cautioned else ""
            parts = (card.name, card.about, card.hidden_because, caution)
            return ", ".join(part for part in parts if part)
        return None


class _CardPainter(QStyledItemDelegate):
    """Paints cards; their pictures come when they are drawn."""

    def __init__(self, view: CardList) -> None:
        super().__init__(view)
        self._view = view
        self._size, self._picture_px, self._scale = QSize(_CARD_PX, _CARD_PX), 100, 1.0
        self.own_look = Look()
        self.pictures = Thumbnails(self)
        self.pictures.drawn.connect(view.viewport().update)

    @property
    def look(self) -> Look:
        """The person's own look, in the scheme that is in force."""
        return replace(self.own_look, scheme=scheme_now())

    def set_size(self, size: QSize, picture_px: int, scale: float) -> None:
        self._size, self._picture_px, self._scale = size, picture_px, scale

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return self._size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = self._view.model()
        if not isinstance(model, _CardModel):
            return
        card = model.card(index)
        gap = round(GRID_PX * self._scale)
        cell: QRect = option.rect
        state: QStyle.StateFlag = option.state
        rect = QRectF(cell.adjusted(0, 0, -2 * gap, -2 * gap))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, hot=bool(state & QStyle.StateFlag.State_MouseOver))
        if card.hidden_because:
            painter.setOpacity(0.45)
        self._paint_picture(painter, rect, card)
        painter.setOpacity(1.0)
        self._paint_texts(painter, rect, card)
        if state & QStyle.StateFlag.State_HasFocus:
            color = self._view.palette().color(_Role.Highlight)
            paint_focus(painter, rect, RADIUS_PX * self._scale, 1.0, color)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRectF, *, hot: bool) -> None:
        palette, radius = self._view.palette(), RADIUS_PX * self._scale
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(_Role.Light if hot else _Role.Base))
        painter.drawRoundedRect(rect, radius, radius)

    def _paint_picture(self, painter: QPainter, rect: QRectF, card: LibraryCard) -> None:
        width, height = int(rect.width()), self._picture_px
        ratio = self._view.devicePixelRatioF()
        picture = self.pictures.kept(card.exercise, self.look, width, height, ratio)
        if picture is None:
            self.pictures.draw(card.exercise, self.look, width, height, ratio)
            return
        # Only the upper corners are round: the ground goes on below the picture.
        shape = QPainterPath()
        shape.addRoundedRect(rect, RADIUS_PX * self._scale, RADIUS_PX * self._scale)
        painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
        painter.drawPixmap(rect.topLeft(), picture)
        painter.setClipping(False)

    def _paint_texts(self, painter: QPainter, rect: QRectF, card: LibraryCard) -> None:
        palette, scale = self._view.palette(), self._scale
        edge = 1.5 * GRID_PX * scale
        top = rect.top() + self._picture_px + GRID_PX * scale
        faint = bool(card.hidden_because)
        name_font = font(TEXT_PX * scale, QFont.Weight.DemiBold)
        about_font = font(SMALL_PX * scale)
        sign = round(18 * scale) if card.cautioned else 0
        room = rect.width() - 2 * edge
        painter.setFont(name_font)
        painter.setPen(palette.color(_Role.PlaceholderText if faint else _Role.WindowText))
        line = QFontMetrics(name_font).height()
        name = _shortened(card.name, name_font, room)
        painter.drawText(QRectF(rect.left() + edge, top, room, line), 0, name)
        painter.setFont(about_font)
        painter.setPen(palette.color(_Role.PlaceholderText))
        below = QRectF(rect.left() + edge, top + line + 2 * scale, room - sign, 40 * scale)
        wrapped = int(Qt.TextFlag.TextWordWrap)
        painter.drawText(below, wrapped, card.hidden_because or card.about)
        if sign:
            ink = palette.color(_Role.WindowText).name()
            pixmap = icon_pixmap("caution", ink, sign, self._view.devicePixelRatioF())
            painter.drawPixmap(
                round(rect.right() - edge - sign), round(rect.bottom() - edge - sign), pixmap
            )


def _shortened(text: str, used: QFont, room: float) -> str:
    return QFontMetrics(used).elidedText(text, Qt.TextElideMode.ElideRight, int(room))
