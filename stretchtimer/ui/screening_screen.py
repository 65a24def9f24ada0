"""The health questions, one a page: at first run, and when a body has changed."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from stretchtimer.core.safety_texts import KNEES_UP_QUESTION
from stretchtimer.core.screening import QUESTIONS, KneesUp, Question, Reply, Screening
from stretchtimer.ui.gap import Gap
from stretchtimer.ui.icon_button import IconButton
from stretchtimer.ui.narrow_page import NarrowPage, ShareLine
from stretchtimer.ui.option_button import OptionButton
from stretchtimer.ui.screening_pages import caution, emergency, knees_up, welcome
from stretchtimer.ui.screening_steps import (
    EXPERIENCE,
    GETTING_UP,
    INJURY_PLACES,
    SURGERY_PLACES,
    WEEKS_OF_PREGNANCY,
    Step,
    finished,
    replied,
    steps,
    with_test_result,
)
from stretchtimer.ui.slider import Slider
from stretchtimer.ui.text import Text, heading, small
from stretchtimer.ui.theme import GRID_PX, LEAD_PX

_REPLIES = ((Reply.NO, "No"), (Reply.YES, "Yes"), (Reply.NOT_SURE, "Not sure"))
_KNEES: tuple[tuple[KneesUp, str], ...] = (
    ("better or the same", "Better, or the same"),
    ("worse or further down", "Worse, or further down the leg"),
    ("not sure", "Not sure"),
)
_MORNING = "In the first hour after it, deep bending waits: discs are fuller then."
_EXPERIENCE = "It decides how short the holds are when you start a stretch gently."


class ScreeningScreen(QWidget):
    """Digits choose an answer, Esc goes a page back, and one press skips all that is left."""

    answered = Signal(object)
    left = Signal()  # nothing was answered, and nothing is to be kept
    knees_up_clicked = Signal(object)

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.setAccessibleName("Health questions")
        self._now = now
        self._screening = Screening()
        self._at = 0
        self._first, self._skipped = True, False
        self._options: list[OptionButton] = []
        self._week: QWidget | None = None
        self._page = NarrowPage("Question")
        self._bar = ShareLine(self)
        self._back = IconButton(self, "end", "Back", key="Esc", text="Back")
        self._back.clicked.connect(self.go_back)
        self._skip = IconButton(self, "", "Skip the questions", text="Skip the questions")
        self._skip.clicked.connect(self._skip_rest)
        self._next = IconButton(self, "", "Next", text="Next", kind="primary")
        self._next.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._next.clicked.connect(self._press_next)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._back)
        self._foot.addStretch(1)
        self._foot.addWidget(self._skip)
        self._foot.addWidget(self._next)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._bar)
        rows.addWidget(self._page, 1)
        rows.addLayout(self._foot)

    def ask(self, screening: Screening, *, first: bool) -> None:
        """Begin with the first page; `first` greets, otherwise the old answers are at hand."""
        self._screening, self._first, self._at = screening, first, 0
        self._skipped = False
        self._show_step()

    def ask_after_test(self, screening: Screening) -> None:
        """Go on after the knees-up test, with what it showed."""
        self._screening = screening
        kinds = [step.kind for step in steps(screening)]
        self._at = kinds.index("knees-up") if "knees-up" in kinds else len(kinds) - 1
        self._show_step(after_test=True)

    def go_back(self) -> None:
        """To the page before; from the first page out, or on to what all are told."""
        if self._at > 0:
            self._at -= 1
            self._show_step()
        elif self._first:
            self._skip_rest()
        else:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose, Enter goes on, Esc goes back."""
        digit = event.key() - Qt.Key.Key_1
        if 0 <= digit < len(self._options):
            self._options[digit].click()
        elif event.key() == Qt.Key.Key_Escape:
            self.go_back()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._next.isVisible():
            self._next.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the buttons under the text."""
        super().resizeEvent(event)
        scale = self._page.scale
        margin = self._page.margin()
        edge = round(2 * GRID_PX * scale)
        self._foot.setContentsMargins(margin, edge // 2, margin, edge)
        for button in (self._back, self._skip, self._next):
            button.set_scale(scale)
        self._bar.set_scale(scale)

    def _step(self) -> Step:
        return steps(self._screening)[self._at]

    def _show_step(self, *, after_test: bool = False) -> None:
        every, step = steps(self._screening), self._step()
        self._bar.show_share(self._at / (len(every) - 1))
        self._back.setVisible(self._at > 0 or not self._first)
        self._skip.setVisible(step.kind not in ("emergency", "caution"))
        self._next.setVisible(True)
        self._options = []
        parts = {
            "welcome": lambda: welcome(first=self._first),
            "emergency": emergency,
            "caution": caution,
            "surgery": lambda: self._places("Where was it?", SURGERY_PLACES),
            "injury": lambda: self._places("Where is it?", INJURY_PLACES),
            "pregnancy": self._weeks,
            "experience": self._experience,
            "morning": self._morning,
            "knees-up": self._result if after_test else knees_up,
        }.get(step.kind, self._question)()
        self._next.setText(
            {
                "welcome": "Begin",
                "caution": "I understand",
                "emergency": "I have read this",
                "knees-up": "Do the test now",
            }.get(step.kind, "Next")
        )
        self._skip.setText("Not now" if step.kind == "knees-up" else "Skip the questions")
        self._next.setAccessibleName(self._next.text())
        if step.kind in ("question", "experience", "morning") or after_test:
            self._next.hide()  # an answer leads on by itself
        self._page.show_parts([*parts, *self._option_grid()])
        self.resizeEvent(QResizeEvent(self.size(), self.size()))
        begins: QWidget = self._options[0] if self._options else self._next
        if after_test:
            begins = self._options[-1]  # Enter is not taken for "better"
        elif step.kind == "pregnancy" and self._week is not None:
            begins = self._week  # Enter goes on with the week, and is no answer about a birth
        self.setFocusProxy(begins)
        self._take_keyboard()

    def _take_keyboard(self) -> None:
        kept = self._screening.replies.get(self._question_id())
        for button, (reply, _) in zip(self._options, _REPLIES, strict=False):
            if self._step().kind == "question" and reply is kept:
                button.setFocus()
                return
        self.setFocus()

    def _question_id(self) -> str:
        question = self._step().question
        return question.id if question is not None else ""

    def _question(self) -> list[QWidget]:
        step = self._step()
        if step.question is None:
            return []
        question = step.question
        for number, (reply, text) in enumerate(_REPLIES, 1):
            self._add_option(str(number), text, partial(self._reply, question, reply))
        counted = small(f"Question {step.number} of {len(QUESTIONS)}")
        return [counted, Text(question.text, LEAD_PX)]

    def _places(self, text: str, places: Sequence[str]) -> list[QWidget]:
        kept = (*self._screening.surgery, *self._screening.injuries)
        for number, place in enumerate(places, 1):
            shown = place[:1].upper() + place[1:]
            button = self._add_option(str(number), shown, lambda: None, checkable=True)
            button.setChecked(place in kept)
        return [heading(text), small("Choose all that hold.")]

    def _weeks(self) -> list[QWidget]:
        said = heading("Week of pregnancy")
        slider = self._week = Slider("Week of pregnancy", 1, WEEKS_OF_PREGNANCY)

        def show(week: int) -> None:
            said.setText(f"I am in week {week}")
            self._screening = replace(self._screening, pregnancy_week=week, gave_birth=False)

        slider.valueChanged.connect(show)
        slider.setValue(self._screening.pregnancy_week or 12)
        show(slider.value())
        self._add_option("1", "I gave birth less than 12 weeks ago", self._gave_birth)
        return [said, slider, Gap(GRID_PX)]

    def _experience(self) -> list[QWidget]:
        for number, (text, is_new) in enumerate(EXPERIENCE, 1):
            self._add_option(str(number), text, partial(self._go_on, is_new=is_new))
        return [heading("Have you stretched in the last months?"), Text(_EXPERIENCE, soft=True)]

    def _morning(self) -> list[QWidget]:
        for number, (text, hour) in enumerate(GETTING_UP, 1):
            self._add_option(str(number), text, partial(self._go_on, gets_up_at=hour))
        return [heading("When do you usually get up?"), Text(_MORNING, soft=True)]

    def _result(self) -> list[QWidget]:
        for number, (result, text) in enumerate(_KNEES, 1):
            self._add_option(str(number), text, partial(self._take_result, result))
        return [heading("After the test"), Text(KNEES_UP_QUESTION, LEAD_PX)]

    def _add_option(
        self, key: str, text: str, act: Callable[[], None], *, checkable: bool = False
    ) -> OptionButton:
        button = OptionButton(key, text, checkable=checkable)
        button.clicked.connect(lambda: act())
        self._options.append(button)
        return button

    def _option_grid(self) -> list[QWidget]:
        if not self._options:
            return []
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 2 * GRID_PX, 0, 0)
        grid.setSpacing(GRID_PX)
        columns = 2 if len(self._options) > len(_REPLIES) else 1
        for number, button in enumerate(self._options):
            grid.addWidget(button, number // columns, number % columns)
        return [holder]

    def _reply(self, question: Question, reply: Reply) -> None:
        self._screening = replied(self._screening, question, reply, self._now())
        self._advance()

    def _gave_birth(self) -> None:
        self._go_on(pregnancy_week=None, gave_birth=True)

    def _go_on(self, **changes: object) -> None:
        self._screening = replace(self._screening, **changes)  # type: ignore[arg-type]  # named by callers here
        self._advance()

    def _take_result(self, result: KneesUp) -> None:
        self._screening = with_test_result(self._screening, result, self._now().date())
        self._at = len(steps(self._screening)) - 1
        self._show_step()

    def _press_next(self) -> None:
        step = self._step()
        chosen = tuple(
            place
            for place, button in zip(
                SURGERY_PLACES if step.kind == "surgery" else INJURY_PLACES,
                self._options,
                strict=False,
            )
            if button.isChecked()
        )
        match step.kind:
            case "surgery":
                self._go_on(surgery=chosen)
            case "injury":
                self._go_on(injuries=chosen)
            case "knees-up":
                self.knees_up_clicked.emit(self._finished())
            case "caution" | "emergency":
                self.answered.emit(self._finished())
            case _:
                self._advance()

    def _finished(self) -> Screening:
        return finished(self._screening, self._now().date(), whole=not self._skipped)

    def _advance(self) -> None:
        self._at += 1
        self._show_step()

    def _skip_rest(self) -> None:
        """The general caution is shown whatever was skipped."""
        self._skipped = True
        self._at = len(steps(self._screening)) - 1
        self._show_step()
