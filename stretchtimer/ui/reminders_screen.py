"""Reminders: what comes next, each schedule in plain words, the next five, and why one did not."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from stretchtimer.core.reminders.schedule import Schedule
from stretchtimer.ui.gap import Gap
from stretchtimer.ui.icon_button import IconButton
from stretchtimer.ui.page import Page
from stretchtimer.ui.reminder_editor import ReminderEditor
from stretchtimer.ui.reminder_tiles import (
    LinesTile,
    NextBreakTile,
    QuestionTile,
    RemindersView,
    ScheduleTile,
)
from stretchtimer.ui.rows import refill
from stretchtimer.ui.text import title
from stretchtimer.ui.theme import GRID_PX
from stretchtimer.ui.toggle import Toggle

_NARROW_PX = 720
_NEW = Schedule("own-1", "My reminder", every_min=60)


class RemindersScreen(Page):
    """Tells all schedules anew when one was changed."""

    schedules_changed = Signal(object)
    pause_clicked = Signal(object)
    resume_clicked = Signal()
    login_toggled = Signal(bool)
    longer_clicked = Signal(str)
    keep_clicked = Signal(str)

    def __init__(self) -> None:
        super().__init__("Reminders")
        self._view: RemindersView | None = None
        self._edited = ""
        self._begun = _NEW
        self._head = NextBreakTile()
        self._head.pause_clicked.connect(self.pause_clicked)
        self._head.resume.clicked.connect(self.resume_clicked)
        self._questions = QVBoxLayout()
        self._questions.setSpacing(GRID_PX)
        self._list = QVBoxLayout()
        self._add = IconButton(self, "", "Add a reminder", text="Add a reminder", kind="tonal")
        self._add.clicked.connect(lambda: self._new(_NEW))
        self._login = Toggle("Start at login, quietly in the tray")
        self._login.toggled.connect(self.login_toggled)
        self._coming = LinesTile("The next five")
        self._log = LinesTile("Why a break came or did not")
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(2 * GRID_PX)
        self._halves.addWidget(self._coming, 2, Qt.AlignmentFlag.AlignTop)
        self._halves.addWidget(self._log, 3, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.addWidget(self._add)
        foot.addStretch(1)
        for part in (title("Reminders"), Gap(2 * GRID_PX), self._head, Gap(2 * GRID_PX)):
            self.column.addWidget(part)
        self.column.addLayout(self._questions)
        self.column.addLayout(self._list)
        self.column.addWidget(Gap(GRID_PX))
        self.column.addLayout(foot)
        self.column.addWidget(Gap(2 * GRID_PX))
        self.column.addLayout(self._halves)
        self.column.addWidget(Gap(2 * GRID_PX))
        self.column.addWidget(self._login)
        self.column.addStretch(1)
        self.setFocusProxy(self._head.first)

    def show_reminders(self, view: RemindersView) -> None:
        """Show how things stand; what is being edited stays as it is."""
        before, self._view = self._view, view
        self._head.show_state(view)
        self._coming.show_lines(view.coming, "Nothing is switched on.")
        self._log.show_lines(view.log, "Nothing has come due yet.")
        self._login.setVisible(view.starts_at_login is not None)
        self._login.show_on(on=bool(view.starts_at_login))
        if before is None or before.questions != view.questions:
            self._show_questions(view)
        if before is None or before.schedules != view.schedules:
            self._show_list()
        self.rescale()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the editor first."""
        if event.key() == Qt.Key.Key_Escape and self._edited:
            self._leave()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the halves under each other where they have no room beside each other."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW_PX * self.scale
        direction = QBoxLayout.Direction
        self._halves.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def _show_questions(self, view: RemindersView) -> None:
        tiles: list[QWidget] = []
        for schedule, *words in view.questions:
            tile = QuestionTile(*words)
            tile.yes.clicked.connect(lambda _=False, one=schedule: self.longer_clicked.emit(one))
            tile.no.clicked.connect(lambda _=False, one=schedule: self.keep_clicked.emit(one))
            tiles.append(tile)
        if tiles:
            tiles.append(Gap(GRID_PX))
        refill(self._questions, tiles)

    def _show_list(self) -> None:
        if self._view is None:
            return
        widgets: list[QWidget] = []
        for schedule in self._view.schedules:
            if schedule.id == self._edited:
                widgets.append(self._editor(schedule))
            else:
                row = ScheduleTile(schedule, dict(self._view.routines))
                row.toggle.toggled.connect(lambda on, one=schedule: self._put(replace(one, on=on)))
                row.edit.clicked.connect(lambda _=False, one=schedule: self._edit(one.id))
                widgets.append(row)
        if self._edited and all(one.id != self._edited for one in self._view.schedules):
            widgets.append(self._editor(replace(self._begun, id=self._edited)))
        self._list.setSpacing(GRID_PX)
        refill(self._list, widgets)
        self.rescale()

    def _editor(self, schedule: Schedule) -> ReminderEditor:
        routines = self._view.routines if self._view is not None else ()
        editor = ReminderEditor(schedule, routines)
        editor.saved.connect(self._save)
        editor.removed.connect(self._remove)
        editor.left.connect(self._leave)
        return editor

    def _edit(self, schedule_id: str) -> None:
        self._edited = schedule_id
        self._show_list()
        editor = self.findChild(ReminderEditor)
        if editor is not None:
            editor.setFocus()
            self.ensureWidgetVisible(editor)

    def offer(self, new: Schedule) -> None:
        """Begin a reminder like `new`, for the person to keep or to change; where there is one of
        its routine, that one is changed.
        """
        own = (
            [one for one in self._view.schedules if one.routine == new.routine]
            if self._view
            else []
        )
        if own:
            self._edit(own[0].id)
        else:
            self._new(new)

    def _new(self, begun: Schedule) -> None:
        self._begun = begun
        if self._view is not None:
            taken = {one.id for one in self._view.schedules}
            number = next(n for n in range(1, len(taken) + 2) if f"own-{n}" not in taken)
            self._edit(f"own-{number}")

    def _leave(self) -> None:
        self._edited = ""
        self._show_list()
        self._add.setFocus()

    def _save(self, schedule: Schedule) -> None:
        self._edited = ""
        self._put(schedule)

    def _put(self, schedule: Schedule) -> None:
        if self._view is None:
            return
        kept = {one.id: one for one in self._view.schedules}
        kept[schedule.id] = schedule
        self._tell(tuple(kept.values()))

    def _remove(self, schedule_id: str) -> None:
        self._edited = ""
        if self._view is not None:
            self._tell(tuple(one for one in self._view.schedules if one.id != schedule_id))

    def _tell(self, schedules: tuple[Schedule, ...]) -> None:
        if self._view is not None:
            self._view = replace(self._view, schedules=schedules)
        self._show_list()
        self.schedules_changed.emit(schedules)
