"""Reminders: what comes next, each schedule in plain words, the next five, and why one did not."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from stretchtimer.core.reminders.schedule import Schedule, plain_words
from stretchtimer.ui.gap import Gap
from stretchtimer.ui.icon_button import IconButton
from stretchtimer.ui.page import Page
from stretchtimer.ui.reminder_editor import ReminderEditor
from stretchtimer.ui.reminder_words import length_text
from stretchtimer.ui.rows import refill
from stretchtimer.ui.text import Text, small, title
from stretchtimer.ui.theme import GRID_PX, LEAD_PX, SMALL_PX, TEXT_PX
from stretchtimer.ui.tile import Tile
from stretchtimer.ui.toggle import Toggle

_NARROW_PX = 720
_NEW = Schedule("own-1", "My reminder", every_min=60)
_PAUSES = (("1 hour", 60), ("Until tomorrow", 0), ("Until I say so", None))


@dataclass(frozen=True, slots=True)
class RemindersView:
    """All that the screen shows. Lines are (time, words).

    A question is a schedule's id, what is said, what is asked, and the words for yes and no.
    """

    next_line: str
    schedules: tuple[Schedule, ...]
    coming: tuple[tuple[str, str], ...]
    log: tuple[tuple[str, str], ...]
    waiting: tuple[str, ...] = ()
    questions: tuple[tuple[str, str, str, str, str], ...] = ()
    paused: bool = False
    routines: tuple[tuple[str, str], ...] = ()
    starts_at_login: bool | None = None


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
        self._head = _Head()
        self._head.pause_clicked.connect(self.pause_clicked)
        self._head.resume.clicked.connect(self.resume_clicked)
        self._questions = QVBoxLayout()
        self._questions.setSpacing(GRID_PX)
        self._list = QVBoxLayout()
        self._add = IconButton(self, "", "Add a reminder", text="Add a reminder", kind="tonal")
        self._add.clicked.connect(lambda: self._new(_NEW))
        self._login = Toggle("Start at login, quietly in the tray")
        self._login.toggled.connect(self.login_toggled)
        self._coming = _Lines("The next five")
        self._log = _Lines("Why a break came or did not")
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
            tile = _Question(*words)
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
                row = _ScheduleRow(schedule, dict(self._view.routines))
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


class _Head(Tile):
    """What comes next, what waits, and a pause."""

    pause_clicked = Signal(object)

    def __init__(self) -> None:
        super().__init__("Next break")
        self._next = Text("", LEAD_PX)
        self._waiting = QVBoxLayout()
        self._pauses = QWidget()
        row = QHBoxLayout(self._pauses)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID_PX)
        word = Text("Pause:", SMALL_PX, soft=True)
        word.setWordWrap(False)
        row.addWidget(word)
        buttons = []
        for text, minutes in _PAUSES:
            button = IconButton(self, "", f"Pause reminders: {text}", text=text)
            button.clicked.connect(lambda _=False, span=minutes: self.pause_clicked.emit(span))
            row.addWidget(button)
            buttons.append(button)
        row.addStretch(1)
        self.first = buttons[0]
        self.resume = IconButton(
            self, "play", "Resume reminders", text="Resume reminders", kind="primary"
        )
        self.rows.addWidget(self._next)
        self.rows.addLayout(self._waiting)
        self.rows.addWidget(self._pauses)
        self.rows.addWidget(self.resume)

    def show_state(self, view: RemindersView) -> None:
        self._next.show_text(view.next_line or "No reminder is switched on.")
        lines: Sequence[str] = [line for line in view.waiting if line != view.next_line]
        refill(self._waiting, [Text(line, soft=True) for line in lines])
        self._pauses.setVisible(not view.paused)
        self.resume.setVisible(view.paused)


class _Question(Tile):
    """Something to say yes or no to, once."""

    def __init__(self, said: str, asked: str, yes: str, no: str) -> None:
        super().__init__(said)
        self.yes = IconButton(self, "", yes, text=yes, kind="primary")
        self.no = IconButton(self, "", no, text=no, kind="tonal")
        answers = QHBoxLayout()
        answers.setSpacing(GRID_PX)
        answers.addWidget(self.yes)
        answers.addWidget(self.no)
        answers.addStretch(1)
        self.rows.addWidget(Text(asked, TEXT_PX))
        self.rows.addLayout(answers)


class _ScheduleRow(Tile):
    """One schedule: its switch, when it comes, what it offers."""

    def __init__(self, schedule: Schedule, routines: dict[str, str]) -> None:
        super().__init__()
        self.toggle = Toggle("")
        self.toggle.setAccessibleName(f"{schedule.name} switched on")
        self.toggle.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggle.show_on(on=schedule.on)
        offers = routines.get(schedule.routine, "what fits")
        when = plain_words(schedule)
        self.edit = IconButton(self, "", f"Change {schedule.name}", text="Change")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Text(schedule.name, TEXT_PX, strong=True))
        words.addWidget(Text(f"{when[0].upper()}{when[1:]}", TEXT_PX))
        words.addWidget(small(f"{length_text(schedule.length_s)}, {offers}"))
        line = QHBoxLayout()
        line.setSpacing(2 * GRID_PX)
        line.addLayout(words, 1)
        line.addWidget(self.edit)
        line.addWidget(self.toggle)
        self.rows.addLayout(line)


class _Lines(Tile):
    """Lines of a time and what it is about."""

    def __init__(self, heading: str) -> None:
        super().__init__(heading)
        self._column = QVBoxLayout()
        self._shown: tuple[tuple[str, str], ...] | None = None
        self.rows.addLayout(self._column)

    def show_lines(self, lines: tuple[tuple[str, str], ...], otherwise: str) -> None:
        if lines == self._shown:
            return
        self._shown = lines
        made: list[QWidget] = [_Line(when, what) for when, what in lines]
        refill(self._column, made or [small(otherwise)])


class _Line(QWidget):
    def __init__(self, when: str, what: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID_PX)
        time = Text(when, SMALL_PX, strong=True)
        time.setWordWrap(False)
        time.setAlignment(Qt.AlignmentFlag.AlignTop)
        words = Text(what, SMALL_PX, soft=True)
        row.addWidget(time)
        row.addWidget(words, 1)
        self.setAccessibleName(f"{when} {what}")
