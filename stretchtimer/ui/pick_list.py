"""A field that opens a list to pick from, in groups where there are many."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QStandardItem,
    QStandardItemModel,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QSizePolicy

from stretchtimer.ui.icon_button import paint_focus
from stretchtimer.ui.theme import RADIUS_PX, SMALL_PX, TEXT_PX
from stretchtimer.ui.typeface import font

_HEIGHT_PX, _PADDING_PX, _ARROW_PX, _LONGEST_LIST = 40, 12, 10, 12
_FADED = 0.4
_STYLE = """
QAbstractItemView {
    background: palette(base); color: palette(text); border: 1px solid palette(mid); outline: 0;
    selection-background-color: palette(alternate-base); selection-color: palette(text);
}
"""
_Role = QPalette.ColorRole


@dataclass(frozen=True, slots=True)
class Group:
    """Things to pick, as (value, text), under a heading that may be empty."""

    heading: str
    items: tuple[tuple[str, str], ...]


class PickList(QComboBox):
    """Tells the picked value; headings cannot be picked."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._scale = 1.0
        self.setMaxVisibleItems(_LONGEST_LIST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.view().setStyleSheet(_STYLE)
        self.activated.connect(lambda index: self.picked.emit(self.itemData(index)))
        self.set_scale(1.0)

    def show_groups(self, groups: Sequence[Group], value: str) -> None:
        """Offer `groups`, with `value` picked; one that is not offered is shown as it is."""
        model = QStandardItemModel(self)
        for group in groups:
            if group.heading:
                model.appendRow(self._heading(group.heading))
            for item, text in group.items:
                model.appendRow(_item(item, text))
        if not any(value == item for group in groups for item, _ in group.items):
            model.insertRow(0, _item(value, value))
        self.setModel(model)
        self.setCurrentIndex(self.findData(value))

    def set_scale(self, scale: float) -> None:
        """Let the field grow with the window."""
        self._scale = scale
        self.setFont(font(TEXT_PX * scale))
        self.view().setFont(font(TEXT_PX * scale))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """A field as high as a button."""
        return QSize(round(200 * self._scale), round(_HEIGHT_PX * self._scale))

    def minimumSizeHint(self) -> QSize:
        """Room for a word or two."""
        return QSize(round(120 * self._scale), round(_HEIGHT_PX * self._scale))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel belongs to the screen, which scrolls."""
        event.ignore()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Ground, text, arrow."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(_FADED)
        palette, scale, rect = self.palette(), self._scale, QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        role = _Role.Light if self.underMouse() and self.isEnabled() else _Role.Button
        painter.setBrush(palette.color(role))
        painter.drawRoundedRect(rect, RADIUS_PX * scale, RADIUS_PX * scale)
        ink, padding, arrow = (
            palette.color(_Role.WindowText),
            _PADDING_PX * scale,
            _ARROW_PX * scale,
        )
        painter.setPen(ink)
        painter.setFont(self.font())
        room = rect.adjusted(padding, 0, -2 * padding - arrow, 0)
        text = QFontMetrics(self.font()).elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
        pen = QPen(palette.color(_Role.PlaceholderText), 2 * scale)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        right, middle = rect.right() - padding, rect.center().y()
        painter.drawPolyline(
            [
                QPointF(right - arrow, middle - arrow / 4),
                QPointF(right - arrow / 2, middle + arrow / 4),
                QPointF(right, middle - arrow / 4),
            ]
        )
        if self.hasFocus():
            paint_focus(painter, rect, RADIUS_PX * scale, 1.0, palette.color(_Role.Highlight))

    def _heading(self, text: str) -> QStandardItem:
        item = QStandardItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(font(SMALL_PX * self._scale, QFont.Weight.DemiBold))
        return item


def _item(value: str, text: str) -> QStandardItem:
    item = QStandardItem(text)
    item.setData(value, Qt.ItemDataRole.UserRole)
    return item
