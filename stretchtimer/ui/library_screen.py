"""The library: everything there is, found by typing, by place and by the minutes at hand."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from stretchtimer.core.exercise import Place
from stretchtimer.figure.palette import Look
from stretchtimer.ui.card_list import CardList
from stretchtimer.ui.choices import Choices
from stretchtimer.ui.icon_button import IconButton
from stretchtimer.ui.library_cards import CardKind, LibraryCard, Wish, matching
from stretchtimer.ui.page import Scaled
from stretchtimer.ui.search_field import SearchField
from stretchtimer.ui.shell_layout import page_margin, page_scale
from stretchtimer.ui.text import Text, title
from stretchtimer.ui.theme import GRID_PX

_KINDS: tuple[tuple[CardKind, str], ...] = (("routine", "Routines"), ("exercise", "Stretches"))
_PLACES: tuple[tuple[Place | None, str], ...] = (
    (None, "Anywhere"),
    ("desk", "Desk"),
    ("standing", "Standing"),
    ("floor", "Floor"),
)
_MINUTES: tuple[tuple[int | None, str], ...] = (
    (None, "Any length"),
    (2, "2 min"),
    (4, "4 min"),
    (7, "7 min"),
    (15, "15 min"),
)
_NARROW_PX = 760


class LibraryScreen(QWidget):
    """Whatever key is typed goes into the search; Down leads to the cards."""

    card_chosen = Signal(object)
    import_clicked = Signal()
    file_dropped = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Library")
        self.setAcceptDrops(True)
        self._all: Sequence[LibraryCard] = ()
        self._look = Look()
        self.search = SearchField(self, "Search", "Name, muscle, place, thing you have…")
        self._title = title("Library")
        self._kind = Choices("Show", _KINDS)
        self.bring_in = IconButton(
            self,
            "import",
            "Bring in what is on paper or in a file",
            key="Ctrl+I",
            text="Bring in…",
        )
        QShortcut(QKeySequence("Ctrl+I"), self).activated.connect(self.bring_in.click)
        self.bring_in.clicked.connect(self.import_clicked)
        self._place = Choices("Place", _PLACES)
        self._minutes = Choices("Minutes at hand", _MINUTES)
        self.list = CardList(self)
        self._nothing = Text("", soft=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._rows = QVBoxLayout(self)
        self._filters = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._filters.addWidget(self._place, alignment=Qt.AlignmentFlag.AlignLeft)
        self._filters.addWidget(self._minutes, alignment=Qt.AlignmentFlag.AlignLeft)
        self._filters.addStretch(1)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._kind)
        top.addWidget(self.bring_in)
        self._rows.addLayout(top)
        self._rows.addWidget(self.search)
        self._rows.addLayout(self._filters)
        self._rows.addWidget(self._nothing)
        self._rows.addWidget(self.list, 1)
        self.setFocusProxy(self.search)
        self.setTabOrder(self.bring_in, self.search)  # as they stand
        self.search.textChanged.connect(self._filter)
        for choices in (self._kind, self._place, self._minutes):
            choices.chosen.connect(self._filter)
        self.list.chosen.connect(self.card_chosen)
        self.search.returnPressed.connect(self._choose_first)

    @property
    def minutes(self) -> int | None:
        """The minutes at hand, where the person said so."""
        return self._minutes.value

    def show_cards(self, cards: Sequence[LibraryCard], look: Look) -> None:
        """Show what there is; what is typed and chosen stays."""
        if (cards, look) != (self._all, self._look):
            self._all, self._look = cards, look
            self.list.forget_pictures()
            self._filter()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down and Up lead between the field and the cards; Esc first empties the field."""
        key = event.key()
        if key == Qt.Key.Key_Down and not self.list.hasFocus():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        elif key == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            self.search.setFocus()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell the first file."""
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            self.file_dropped.emit(Path(files[0]))
            event.acceptProposedAction()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the scale and the margins of the new size."""
        window = self.window()
        scale = page_scale(window.width(), window.height())
        margin, edge = page_margin(self.width(), scale), round(GRID_PX * scale)
        # The cards have air of their own at the right.
        self._rows.setContentsMargins(margin, 3 * edge, margin - edge, 0)
        self._rows.setSpacing(round(1.5 * edge))
        direction = QBoxLayout.Direction
        narrow = self.width() < _NARROW_PX * scale
        self._filters.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self._filters.setSpacing(edge // 2 if narrow else 2 * edge)
        for part in self.findChildren(QWidget):
            if isinstance(part, Scaled):
                part.set_scale(scale)
        super().resizeEvent(event)

    def _filter(self) -> None:
        wish = Wish(self.search.text(), self._kind.value, self._place.value, self._minutes.value)
        found = matching(self._all, wish)
        self.list.show_cards(found, self._look)
        self._nothing.show_text("" if found else _nothing(wish))
        self.list.setVisible(bool(found))

    def _choose_first(self) -> None:
        index = self.list.currentIndex()
        if index.isValid():
            self.list.activated.emit(index)


def _nothing(wish: Wish) -> str:
    if wish.text.strip():
        return f"Nothing here goes by “{wish.text.strip()}”. Esc shows everything again."
    return "Nothing of that kind here. Try another place."
