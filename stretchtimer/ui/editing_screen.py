"""What both editors are: a name and undo at the top, the content between, Save at the foot."""

from collections.abc import Callable
from dataclasses import replace
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from stretchtimer.core.editing import Editing
from stretchtimer.core.exercise import Exercise
from stretchtimer.core.routine import Routine
from stretchtimer.figure.palette import Look
from stretchtimer.ui.icon_button import IconButton
from stretchtimer.ui.page import Scaled
from stretchtimer.ui.shell_layout import page_margin, page_scale
from stretchtimer.ui.text import Text
from stretchtimer.ui.theme import GRID_PX, TITLE_PX
from stretchtimer.ui.typeface import font

Content = TypeVar("Content", Exercise, Routine)


class EditingScreen(QWidget, Generic[Content]):
    """Nothing is written before Save; leaving with changes asks, in the foot.

    An editor puts its parts into `halves`, shows the content in `show_now`, and takes its size in
    `rescale`.
    """

    save_clicked = Signal(object)
    reload_clicked = Signal()
    left = Signal()

    def __init__(self, what: str) -> None:
        """`what` is edited, for screen readers."""
        super().__init__()
        self.setAccessibleName(f"{what.capitalize()} editor")
        self._editing: Editing[Content] | None = None
        self._saved: Content | None = None
        self._look = Look()
        self.back = IconButton(self, "end", "Back", key="Esc")
        self.name = QLineEdit()
        self.name.setAccessibleName(f"Name of the {what}")
        self.name.setMaxLength(80)
        self.name.setFrame(False)
        self.name.setStyleSheet("background: transparent;")
        self.undo = IconButton(self, "undo", "Undo", key="Ctrl+Z")
        self.redo = IconButton(self, "redo", "Redo", key="Ctrl+Shift+Z")
        self.halves = QHBoxLayout()
        self._said = Text("", soft=True)
        self.discard = IconButton(self, "", "Leave without saving", text="Discard changes")
        self.reload = IconButton(self, "", "Take what is on disk", text="Take theirs")
        self.save = IconButton(self, "", "Save", key="Ctrl+S", text="Save", kind="primary")
        head = QHBoxLayout()
        for part, stretch in ((self.back, 0), (self.name, 1), (self.undo, 0), (self.redo, 0)):
            head.addWidget(part, stretch)
        self.foot = QHBoxLayout()
        self.foot.addWidget(self._said, 1)
        self.foot.addStretch(0)
        for button in (self.reload, self.discard, self.save):
            self.foot.addWidget(button)
        self._rows = QVBoxLayout(self)
        self._rows.addLayout(head)
        self._rows.addLayout(self.halves, 1)
        self._rows.addLayout(self.foot)
        self._connect()

    @property
    def now(self) -> Content | None:
        """What is edited, as it is now."""
        return None if self._editing is None else self._editing.now

    @property
    def is_saved(self) -> bool:
        """Whether what is shown is what is on disk."""
        return self._editing is None or self._editing.now == self._saved

    def begin(self, content: Content, look: Look, *, is_new: bool) -> None:
        """Edit this; `is_new` is what was never saved."""
        self._editing, self._look = Editing(content), look
        self._saved = None if is_new else content
        self.say("")

    def change(self, content: Content, *, goes_on: bool = False) -> None:
        """Let `content` be the present, one step from the last one; where a change `goes_on`, it
        is undone together with what it began as.
        """
        if self._editing is None:
            return
        editing = self._editing
        self._editing = editing.changed_on(content) if goes_on else editing.changed(content)
        self.say("")
        self.show_now()

    def show_now(self) -> None:
        """Show the content."""
        raise NotImplementedError

    def rescale(self, scale: float) -> None:
        """Arrange what depends on the size, in an editor that has such a thing."""

    def show_saved(self, content: Content) -> None:
        """`content` is on disk now."""
        self._saved = content
        self.say("Saved.")
        self.show_state()

    def show_refused(self, reason: str) -> None:
        """It could not be saved, and why."""
        self.say(reason)

    def show_changed_elsewhere(self) -> None:
        """Another program has changed the file: nothing is lost before a person says so."""
        self.say("Another program has changed the file. Save once more to overwrite it?")
        self.reload.show()

    def show_state(self) -> None:
        """Show what can be undone and saved."""
        if self._editing is not None:
            self.undo.setEnabled(self._editing.past is not None)
            self.redo.setEnabled(self._editing.future is not None)
        self.save.setEnabled(not self.is_saved)

    def say(self, text: str) -> None:
        """Tell something in the foot; what was asked there is answered."""
        self._said.show_text(text)
        self.discard.hide()
        self.reload.hide()

    def leave(self) -> None:
        """Go, or first ask where something would be lost."""
        if self.is_saved:
            self.left.emit()
            return
        self.say("Not saved yet.")
        self.discard.show()
        self.save.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the scale and the margins of the new size."""
        super().resizeEvent(event)
        window = self.window()
        scale = page_scale(window.width(), window.height())
        margin, edge = page_margin(self.width(), scale), round(GRID_PX * scale)
        self._rows.setContentsMargins(margin, 2 * edge, margin, edge)
        self._rows.setSpacing(edge)
        self.halves.setSpacing(2 * edge)
        self.name.setFont(font(TITLE_PX * scale, QFont.Weight.DemiBold))
        for part in self.findChildren(QWidget):
            if isinstance(part, Scaled):
                part.set_scale(scale)
        self.rescale(scale)

    def _connect(self) -> None:
        self.back.clicked.connect(self.leave)
        self.undo.clicked.connect(lambda: self._travel(Editing[Content].undone))
        self.redo.clicked.connect(lambda: self._travel(Editing[Content].redone))
        self.save.clicked.connect(self._save)
        self.discard.clicked.connect(self.left)
        self.reload.clicked.connect(self.reload_clicked)
        self.name.editingFinished.connect(self._rename)
        for keys, act in (
            ("Ctrl+Z", self.undo.click),
            ("Ctrl+Shift+Z", self.redo.click),
            ("Ctrl+Y", self.redo.click),
            ("Ctrl+S", self.save.click),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _travel(self, step: Callable[[Editing[Content]], Editing[Content]]) -> None:
        if self._editing is not None:
            self._editing = step(self._editing)
            self.show_now()

    def _rename(self) -> None:
        name, now = self.name.text().strip(), self.now
        if name and now is not None and name != now.name:
            self.change(replace(now, name=name))

    def _save(self) -> None:
        self.setFocus()  # what is being written in a field holds
        self._rename()
        if self.now is not None:
            self.save_clicked.emit(self.now)
