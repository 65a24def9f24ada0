"""Bringing in a routine: typed, pasted, opened or dropped, and what is understood shown at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from stretchtimer.ui.icon_button import IconButton
from stretchtimer.ui.page import Scaled
from stretchtimer.ui.pick_list import Group, PickList
from stretchtimer.ui.rows import refill
from stretchtimer.ui.scrolled_column import ScrolledColumn
from stretchtimer.ui.shell_layout import page_margin, page_scale
from stretchtimer.ui.text import Text, small, title
from stretchtimer.ui.theme import GRID_PX, RADIUS_PX, SCROLL_BAR_STYLE, SMALL_PX, TEXT_PX
from stretchtimer.ui.tile import Tile
from stretchtimer.ui.typeface import font

_NARROW_PX, _REST_MS = 720, 250
_EXAMPLE = """Write or paste it as it stands on paper:

Seated hamstring
hold 10 s, release, five times, each leg
Calf stretch, R/L, 3 x 30 s, rest 10

Or drop a file here."""
_FILES = "Routines (*.stretch *.toml *.txt *.csv *.json *.xml);;All files (*)"
_STYLE = "QPlainTextEdit {{ background: palette(base); border-radius: {0}px; padding: {1}px; }}"


@dataclass(frozen=True, slots=True)
class Unclear:
    """A name that may mean an exercise of the library: (id, name) of each, and the picked id."""

    name: str
    similar: tuple[tuple[str, str], ...]
    picked: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """What would be kept, what is unclear, what was not understood, or why nothing can be kept."""

    lines: tuple[str, ...] = ()
    unclear: tuple[Unclear, ...] = ()
    missed: tuple[str, ...] = ()
    refused: str = ""


class ImportScreen(QWidget):
    """Nothing is kept before “Keep”."""

    text_changed = Signal(str)
    file_chosen = Signal(object)
    meaning_picked = Signal(str, str)
    keep_clicked = Signal()
    back_clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Bring in a routine")
        self.setAcceptDrops(True)
        self._scale = 1.0
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._tell_text)
        self.back = IconButton(self, "end", "Back", key="Esc")
        self.back.clicked.connect(self.back_clicked)
        self.open = IconButton(self, "import", "Open a file", key="Ctrl+O", text="Open a file…")
        self.open.clicked.connect(self._ask_for_file)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName("The routine as text")
        self.text.setPlaceholderText(_EXAMPLE)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setTabChangesFocus(True)
        self.text.setAcceptDrops(False)
        self.text.verticalScrollBar().setStyleSheet(SCROLL_BAR_STYLE)
        self.text.textChanged.connect(self._rest.start)
        self.keep = IconButton(self, "", "Keep it", key="Ctrl+Return", text="Keep", kind="primary")
        self.keep.clicked.connect(self.keep_clicked)
        self._seen = _Seen()
        self._seen.picked.connect(self.meaning_picked)
        self._build()
        for keys, act in (("Ctrl+Return", self.keep.click), ("Ctrl+O", self.open.click)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        self.setFocusProxy(self.text)
        self.begin()

    def begin(self) -> None:
        """With nothing in it."""
        self.text.clear()
        self._rest.stop()
        self.show_preview(Preview())

    def show_preview(self, preview: Preview) -> None:
        """Show what was understood."""
        self._seen.show_preview(preview, self._scale)
        self.keep.setEnabled(bool(preview.lines))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the scale and the margins of the new size."""
        super().resizeEvent(event)
        window = self.window()
        self._scale = scale = page_scale(window.width(), window.height())
        margin, edge = page_margin(self.width(), scale), round(GRID_PX * scale)
        self._rows.setContentsMargins(margin, 3 * edge, margin, 2 * edge)
        self._rows.setSpacing(round(1.5 * edge))
        self._halves.setSpacing(2 * edge)
        direction = QBoxLayout.Direction
        narrow = self.width() < _NARROW_PX * scale
        self._halves.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self.text.setFont(font(TEXT_PX * scale))
        self.text.setStyleSheet(_STYLE.format(round(RADIUS_PX * scale), edge))
        for part in self.findChildren(QWidget):
            if isinstance(part, Scaled):
                part.set_scale(scale)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and texts are welcome."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the first file, or the text."""
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            self._take_file(files[0])
        elif event.mimeData().hasText():
            self.text.setPlainText(event.mimeData().text())
        event.acceptProposedAction()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.back)
        head.addWidget(title("Bring in"), 1)
        head.addWidget(self.open)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.addWidget(self.text, 1)
        self._halves.addWidget(self._seen, 1)
        foot = QHBoxLayout()
        foot.addWidget(small("Nothing that you have is overwritten."), 1)
        foot.addWidget(self.keep)
        self._rows = QVBoxLayout(self)
        self._rows.addLayout(head)
        self._rows.addLayout(self._halves, 1)
        self._rows.addLayout(foot)

    def _tell_text(self) -> None:
        self.text_changed.emit(self.text.toPlainText())

    def _ask_for_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "Bring in a routine", "", _FILES)
        if name:
            self._take_file(name)

    def _take_file(self, name: str) -> None:
        self.begin()
        self.file_chosen.emit(Path(name))


class _Seen(ScrolledColumn):
    """What was understood."""

    picked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__("What was understood")
        tile = Tile()
        self._lines = QVBoxLayout()
        tile.rows.addLayout(self._lines)
        tile.rows.addStretch(1)
        self.column.addWidget(tile)

    def show_preview(self, preview: Preview, scale: float) -> None:
        widgets: list[QWidget] = []
        if preview.refused:
            widgets.append(Text(preview.refused[:1].upper() + preview.refused[1:] + "."))
        elif not preview.lines:
            widgets.append(Text("What is understood is shown here.", soft=True))
        widgets += [Text(line, strong=not place) for place, line in enumerate(preview.lines)]
        widgets += [self._question(one) for one in preview.unclear]
        if preview.missed:
            widgets.append(Text("Not understood, and left out", SMALL_PX, strong=True))
            widgets += [Text(line, SMALL_PX, soft=True) for line in preview.missed]
        refill(self._lines, widgets)
        for widget in widgets:
            for part in (widget, *widget.findChildren(QWidget)):
                if isinstance(part, Scaled):
                    part.set_scale(scale)

    def _question(self, one: Unclear) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Text(f"“{one.name}” is", SMALL_PX))
        choice = PickList()
        choice.setAccessibleName(f"What “{one.name}” is")
        groups: Sequence[Group] = (
            Group("", (("", "a new exercise of mine"),)),
            Group("Like it", one.similar),
        )
        choice.show_groups(groups, one.picked)
        choice.picked.connect(lambda value: self.picked.emit(one.name, value))
        row.addWidget(choice, 1)
        return line
