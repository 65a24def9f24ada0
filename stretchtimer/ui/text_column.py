"""A column of text that scrolls where it is too long, above a large button."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from stretchtimer.ui.icon_button import IconButton
from stretchtimer.ui.theme import (
    GRID_PX,
    LEAD_PX,
    RADIUS_PX,
    SCROLL_BAR_STYLE,
    TEXT_PX,
    TITLE_PX,
    font,
)

_SMALLEST_TITLE_PX = 22


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One text of the column, and how it looks.

    A `boxed` one lies on a ground of its own; one that `shrinks` gets smaller before it takes a
    second line.
    """

    text: str
    size_px: int = TEXT_PX
    strong: bool = False
    soft: bool = False
    boxed: bool = False
    shrinks: bool = False


def title(text: str) -> Paragraph:
    """The heading of the column."""
    return Paragraph(text, TITLE_PX, strong=True, shrinks=True)


def lead(text: str) -> Paragraph:
    """The line under the heading."""
    return Paragraph(text, LEAD_PX)


class TextColumn(QWidget):
    """Paragraphs, and the one thing to do next as a button."""

    pressed = Signal()

    def __init__(self, parent: QWidget, icon: str, text: str, key: str) -> None:
        super().__init__(parent)
        self._scale = 1.0
        self._paragraphs: Sequence[Paragraph] = ()
        self.button = IconButton(self, icon, text, key=key, text=text, kind="primary")
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(self.pressed)
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.verticalScrollBar().setStyleSheet(SCROLL_BAR_STYLE)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.addWidget(self._scroll, 1)
        self._rows.addWidget(self.button)

    def show_paragraphs(self, paragraphs: Sequence[Paragraph]) -> None:
        """Show these texts; costs nothing when they are there already."""
        if list(paragraphs) != list(self._paragraphs):
            self._paragraphs = paragraphs
            self._lay_out()

    def set_scale(self, scale: float) -> None:
        """Let the column grow with the window."""
        self._scale = scale
        self.button.set_scale(scale * 1.2)
        self._rows.setSpacing(round(2 * GRID_PX * scale))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the texts anew for the new width."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(1.25 * GRID_PX * self._scale))
        column.addStretch(1)
        for paragraph in self._paragraphs:
            column.addWidget(self._label(paragraph))
        column.addStretch(1)
        self._scroll.setWidget(content)

    def _label(self, paragraph: Paragraph) -> QLabel:
        label = _Boxed(self._scale) if paragraph.boxed else QLabel()
        label.setText(paragraph.text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setFont(self._font(paragraph))
        if paragraph.soft:
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        return label

    def _font(self, paragraph: Paragraph) -> QFont:
        weight = QFont.Weight.DemiBold if paragraph.strong else QFont.Weight.Normal
        size_px = paragraph.size_px
        made = font(size_px * self._scale, weight)
        while (
            paragraph.shrinks
            and size_px > _SMALLEST_TITLE_PX
            and QFontMetrics(made).horizontalAdvance(paragraph.text) > self.width()
        ):
            size_px -= 1
            made = font(size_px * self._scale, weight)
        return made


class _Boxed(QLabel):
    """Text on a rounded ground."""

    def __init__(self, scale: float) -> None:
        super().__init__()
        self._radius = RADIUS_PX * scale
        self.setMargin(round(1.5 * GRID_PX * scale))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Button))
        painter.drawRoundedRect(QRectF(self.rect()), self._radius, self._radius)
        painter.end()
        super().paintEvent(event)
