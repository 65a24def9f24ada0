"""Puts a break or a question before the person: a notification, or a small window of our own."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from stretchtimer.core.reminders.state import Answer, Keep, Longer, Skip, Snooze, Start
from stretchtimer.desktop.errands import Errands
from stretchtimer.desktop.notify import Notifier, Offer, Reply

if TYPE_CHECKING:
    from stretchtimer.ui.break_window import BreakWindow
    from stretchtimer.ui.corner_window import CornerWindow
    from stretchtimer.ui.notice_window import NoticeWindow
    from stretchtimer.ui.question_window import QuestionWindow


class Offering:
    """One thing at a time, about `schedule`; that is empty while nothing is shown.

    `answered` is called on the thread that made it.
    """

    def __init__(
        self,
        errands: Errands,
        post: Callable[[Callable[[], None]], None],
        notifier: Notifier,
        answered: Callable[[Answer], None],
    ) -> None:
        self._errands, self._post, self._notifier = errands, post, notifier
        self._answered = answered
        self._break_window: BreakWindow | None = None
        self._question_window: QuestionWindow | None = None
        self._notice_window: NoticeWindow | None = None
        self.schedule, self.is_question = "", False

    def offer(self, schedule: str, offer: Offer) -> None:
        """Show a break of the schedule with this id, in the place of what was shown."""
        self.is_question = False
        self._put(schedule, offer, self._show_break)

    def ask(self, schedule: str, question: Offer) -> None:
        """Ask about the schedule with this id; the two buttons are yes and no."""
        self.is_question = True
        self._put(schedule, question, self._show_question)

    def tell(self, offer: Offer) -> None:
        """Say something that wants no answer; what does want one is not covered by it."""

        def shown(by_server: bool) -> None:  # noqa: FBT001  # an answer, not an option
            if not by_server and not self.schedule:
                self._show_notice(offer)

        self._errands.ask(lambda: self._notifier.tell(offer), shown)

    def withdraw(self) -> None:
        """Take away what is shown."""
        if self.schedule:
            self.schedule = ""
            self._hide_windows()
            self._errands.run(self._notifier.withdraw)

    def _put(self, schedule: str, offer: Offer, show: Callable[[Offer], None]) -> None:
        self.schedule = schedule

        def replied(reply: Reply) -> None:
            self._post(lambda: self._reply(schedule, reply))

        def shown(by_server: bool) -> None:  # noqa: FBT001  # an answer, not an option
            if self.schedule == schedule:
                self._hide_windows()
                if not by_server:
                    show(offer)

        self._errands.ask(lambda: self._notifier.offer(offer, replied), shown)

    def _reply(self, schedule: str, reply: Reply, snooze_min: int = 10) -> None:
        if self.schedule != schedule or not schedule:
            return
        answers: dict[Reply, Answer] = {
            Reply.START: Start(),
            Reply.SNOOZE: Snooze(snooze_min),
            Reply.SKIP: Skip(),
            Reply.LONGER: Longer(schedule),
            Reply.KEEP: Keep(schedule),
        }
        self._answered(answers[reply])

    def _show_break(self, offer: Offer) -> None:
        window = self._break_window
        if window is None:
            # where a server shows notifications, no window is ever needed
            from stretchtimer.ui.break_window import BreakWindow

            self._break_window = window = BreakWindow()
            window.start_clicked.connect(lambda: self._reply(self.schedule, Reply.START))
            window.skip_clicked.connect(lambda: self._reply(self.schedule, Reply.SKIP))
            window.snooze_clicked.connect(
                lambda minutes: self._reply(self.schedule, Reply.SNOOZE, minutes)
            )
        window.show_words(offer.title, offer.text)

    def _show_question(self, question: Offer) -> None:
        window = self._question_window
        if window is None:
            from stretchtimer.ui.question_window import QuestionWindow

            self._question_window = window = QuestionWindow()
            window.yes_clicked.connect(lambda: self._reply(self.schedule, Reply.LONGER))
            window.no_clicked.connect(lambda: self._reply(self.schedule, Reply.KEEP))
        (_, yes), (_, no) = question.buttons
        window.ask(question.title, question.text, yes, no)

    def _show_notice(self, notice: Offer) -> None:
        if self._notice_window is None:
            from stretchtimer.ui.notice_window import NoticeWindow

            self._notice_window = NoticeWindow()
        self._notice_window.show_briefly(notice.title, notice.text)

    def _hide_windows(self) -> None:
        shown: list[CornerWindow | None] = [self._break_window, self._question_window]
        shown.append(self._notice_window)
        for window in shown:
            if window is not None:
                window.hide()
