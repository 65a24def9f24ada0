"""The tiles of the reminders' screen: the next break, a question, a schedule, lines of the log."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from stretchtimer.core.reminders.schedule import Schedule, plain_words
from stretchtimer.ui.icon_button import IconButton
from stretchtimer.ui.reminder_words import length_text
from stretchtimer.ui.rows import refill
from stretchtimer.ui.text import Text, small
from stretchtimer.ui.theme import GRID_PX, LEAD_PX, SMALL_PX, TEXT_PX
from stretchtimer.ui.tile import Tile
from stretchtimer.ui.toggle import Toggle

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


class NextBreakTile(Tile):
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
        """Show how things stand."""
        self._next.show_text(view.next_line or "No reminder is switched on.")
        lines: Sequence[str] = [line for line in view.waiting if line != view.next_line]
        refill(self._waiting, [Text(line, soft=True) for line in lines])
        self._pauses.setVisible(not view.paused)
        self.resume.setVisible(view.paused)


class QuestionTile(Tile):
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


class ScheduleTile(Tile):
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


class LinesTile(Tile):
    """Lines of a time and what it is about."""

    def __init__(self, heading: str) -> None:
        super().__init__(heading)
        self._column = QVBoxLayout()
        self._shown: tuple[tuple[str, str], ...] | None = None
        self.rows.addLayout(self._column)

    def show_lines(self, lines: tuple[tuple[str, str], ...], otherwise: str) -> None:
        """Show these, or `otherwise` where there are none."""
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
