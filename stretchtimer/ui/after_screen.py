"""What follows a session: how it was, by one key, and what that changes next time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stretchtimer.core.exercise import Exercise
from stretchtimer.core.feedback import MEANINGS, PAIN_KINDS, PAIN_QUESTION
from stretchtimer.core.progression import PainKind, Rating
from stretchtimer.figure.palette import Look
from stretchtimer.ui.after_words import SessionEnd
from stretchtimer.ui.gap import Gap
from stretchtimer.ui.held_figure import AT_THE_START, HeldFigure
from stretchtimer.ui.icon_button import IconButton
from stretchtimer.ui.narrow_page import NarrowPage
from stretchtimer.ui.option_button import OptionButton
from stretchtimer.ui.shell_layout import page_scale
from stretchtimer.ui.stage_layout import stage_layout
from stretchtimer.ui.text import Text, heading, title
from stretchtimer.ui.theme import GRID_PX, LEAD_PX

_LEAST_SIDE_PX = 320


@dataclass(frozen=True, slots=True)
class HowItWas:
    """What a person says of these exercises, given by id; `pain` goes with the rating of that.

    `is_one_of_several` is said of one exercise where the session had more.
    """

    exercises: tuple[str, ...]
    rating: Rating
    pain: PainKind | None = None
    is_one_of_several: bool = False


@dataclass(frozen=True, slots=True)
class WhatFollows:
    """What changes next time, in a sentence each.

    `question` proposes more, and waits for a yes or a no; `asks_again` offers the health questions.
    """

    sentences: tuple[str, ...]
    question: str = ""
    asks_again: bool = False


class AfterScreen(QWidget):
    """Digits answer; Enter or Esc leaves, and what was not answered stays so."""

    rated = Signal(object)
    proposal_answered = Signal(bool)
    questions_clicked = Signal()
    done_clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("After the session")
        self._unrated: tuple[Exercise, ...] = ()
        self._is_one = True  # of one exercise alone the session was
        self._options: list[OptionButton] = []
        self._figure = HeldFigure(self)
        self._figure.setCursor(Qt.CursorShape.ArrowCursor)
        self._side = QWidget(self)
        self._page = NarrowPage("How it was", edge_px=0)
        self._again = IconButton(self, "body", "Answer the questions", text="Answer the questions")
        self._again.clicked.connect(self.questions_clicked)
        self._done = IconButton(self, "", "Done", key="Esc", text="Done", kind="primary")
        self._done.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._done.clicked.connect(self.done_clicked)
        # Who still has Space or Enter under the hand leaves, and rates and agrees to nothing.
        self.setFocusProxy(self._done)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._again)
        foot.addWidget(self._done)
        rows = QVBoxLayout(self._side)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._page, 1)
        rows.addLayout(foot)

    def show_end(self, end: SessionEnd, look: Look) -> None:
        """Show how a session ended, and ask how it was."""
        self._unrated, self._is_one = end.exercises, len(end.exercises) == 1
        self._figure.show_held(end.hurt or end.exercises[-1], look, AT_THE_START)
        self._again.hide()
        if end.hurt is not None:
            signs = [Text(f"•  {sign}", soft=True) for sign in end.heed]
            if signs:
                signs.insert(0, Text("Leave this stretch out if you notice:"))
            self._ask_pain((end.hurt.id,), [title(end.heading), Text(end.line)], signs)
        else:
            self._ask_rating(end)

    def show_follows(self, follows: WhatFollows) -> None:
        """Say what changes next time."""
        self._again.setVisible(follows.asks_again)
        parts: list[QWidget] = [heading("Next time")]
        parts += (Text(sentence, LEAD_PX) for sentence in follows.sentences)
        options: list[tuple[str, str, Callable[[], None]]] = []
        if follows.question:
            parts += (Gap(GRID_PX), Text(follows.question, LEAD_PX, strong=True))
            answers = (("Yes", True), ("Not now", False))
            options = [(text, "", partial(self._propose, yes)) for text, yes in answers]
        elif self._unrated:
            parts.append(Gap(GRID_PX))
            options = [("Rate the rest too", "otherwise it stays as it is", self._ask_rest)]
        self._show(parts, options)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits answer, Esc and Enter leave."""
        digit = event.key() - Qt.Key.Key_1
        if 0 <= digit < len(self._options):
            self._options[digit].click()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.done_clicked.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put everything in its place."""
        super().resizeEvent(event)
        layout = stage_layout(self.width(), self.height())
        figure, side, bottom = layout.figure, layout.side, layout.foot.bottom
        top = layout.header.bottom // 2
        scale = page_scale(self.width(), self.height())
        for button in (self._again, self._done):
            button.set_scale(scale)
        self._figure.set_scale(layout.scale)
        if side.y > figure.y:  # one above the other
            self._figure.setGeometry(figure.x, top, figure.width, figure.height * 3 // 4)
            side_top = top + figure.height * 3 // 4 + 2 * GRID_PX
            self._side.setGeometry(side.x, side_top, side.width, bottom - side_top)
        else:
            wider = max(0, round(_LEAST_SIDE_PX * scale) - side.width)
            self._figure.setGeometry(figure.x, top, figure.width - wider, bottom - top)
            self._side.setGeometry(side.x - wider, top, side.width + wider, bottom - top)

    def _ask_rating(self, end: SessionEnd) -> None:
        parts = [title(end.heading), Text(end.line, soft=True), Gap(GRID_PX)]
        self._ask_how([*parts, heading("How was it?")])

    def _ask_rest(self) -> None:
        names = ", ".join(one.name for one in self._unrated)
        self._ask_how([heading("How was the rest?"), Text(f"{names}.", soft=True)])

    def _ask_how(self, parts: Sequence[QWidget]) -> None:
        names = (Rating.EASY, "Easy"), (Rating.RIGHT, "Just right"), (Rating.MUCH, "Too much")
        options = [
            (text, MEANINGS[rating], partial(self._take_rating, rating))
            for rating, text in (*names, (Rating.PAIN, "Pain"))
        ]
        self._show(parts, options)

    def _take_rating(self, rating: Rating) -> None:
        every = self._unrated
        if rating in (Rating.EASY, Rating.RIGHT):
            self._tell(tuple(one.id for one in every), rating)
        elif len(every) > 1:
            self._ask_which(every, rating)
        else:
            self._take_one(rating, every[0].id)

    def _ask_which(self, exercises: Sequence[Exercise], rating: Rating) -> None:
        options = [(one.name, "", partial(self._take_one, rating, one.id)) for one in exercises]
        self._show([heading("Which one?")], options)

    def _take_one(self, rating: Rating, exercise: str) -> None:
        if rating is Rating.PAIN:
            self._ask_pain((exercise,))
        else:
            self._tell((exercise,), rating)

    def _tell(
        self, exercises: tuple[str, ...], rating: Rating, pain: PainKind | None = None
    ) -> None:
        self._unrated = tuple(one for one in self._unrated if one.id not in exercises)
        one_of_several = len(exercises) == 1 and not self._is_one
        self.rated.emit(HowItWas(exercises, rating, pain, one_of_several))

    def _ask_pain(
        self,
        exercises: tuple[str, ...],
        before: Sequence[QWidget] = (),
        below: Sequence[QWidget] = (),
    ) -> None:
        options = [
            (text[:1].upper() + text[1:], "", partial(self._take_pain, exercises, kind))
            for kind, text in PAIN_KINDS.items()
        ]
        self._show([*before, heading(PAIN_QUESTION)], options, below)

    def _take_pain(self, exercises: tuple[str, ...], kind: PainKind) -> None:
        self._tell(exercises, Rating.PAIN, kind)

    def _propose(self, yes: bool) -> None:  # noqa: FBT001  # the answer itself, as the signal has it
        self.proposal_answered.emit(yes)

    def _show(
        self,
        parts: Sequence[QWidget],
        options: Sequence[tuple[str, str, Callable[[], None]]],
        below: Sequence[QWidget] = (),
    ) -> None:
        """Show these texts, under them the options with what each one does, and what is `below`."""
        self._options = []
        for number, (text, meaning, act) in enumerate(options, 1):
            button = OptionButton(str(number) if number < 10 else "", text, meaning)
            button.clicked.connect(lambda _=False, act=act: act())
            self._options.append(button)
        self._page.show_parts([*parts, *self._options, *below])
        self.setFocus()
