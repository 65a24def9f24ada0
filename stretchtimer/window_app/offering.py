"""Puts a break before the person: a notification with buttons, or a small window of our own."""

from collections.abc import Callable

from stretchtimer.core.reminders.state import Answer, Skip, Snooze, Start
from stretchtimer.desktop.errands import Errands
from stretchtimer.desktop.notify import Notifier, Offer, Reply
from stretchtimer.ui.break_window import BreakWindow

_ANSWERS: dict[Reply, Answer] = {
    Reply.START: Start(),
    Reply.SNOOZE: Snooze(10),
    Reply.SKIP: Skip(),
}


class Offering:
    """One break at a time. `answered` is called on the thread that made it."""

    def __init__(
        self,
        errands: Errands,
        post: Callable[[Callable[[], None]], None],
        notifier: Notifier,
        answered: Callable[[Answer], None],
    ) -> None:
        self._errands, self._post, self._notifier = errands, post, notifier
        self._answered = answered
        self._window: BreakWindow | None = None
        self.schedule = ""

    def offer(self, schedule: str, offer: Offer) -> None:
        """Show a break of the schedule with this id, in the place of what was shown."""
        self.schedule = schedule

        def replied(reply: Reply) -> None:
            self._post(lambda: self._reply(schedule, _ANSWERS[reply]))

        def shown(by_server: bool) -> None:  # noqa: FBT001  # an answer, not an option
            if by_server:
                self._hide_window()
            elif self.schedule == schedule:
                self._show_window(schedule, offer)

        self._errands.ask(lambda: self._notifier.offer(offer, replied), shown)

    def tell(self, offer: Offer) -> None:
        """Say something that wants no answer."""
        self._errands.run(lambda: self._notifier.tell(offer))

    def withdraw(self) -> None:
        """Take away what is shown."""
        if self.schedule:
            self.schedule = ""
            self._hide_window()
            self._errands.run(self._notifier.withdraw)

    def _reply(self, schedule: str, answer: Answer) -> None:
        if self.schedule == schedule:
            self._answered(answer)

    def _show_window(self, schedule: str, offer: Offer) -> None:
        if self._window is None:
            self._window = BreakWindow()
            self._window.start_clicked.connect(lambda: self._reply(self.schedule, Start()))
            self._window.skip_clicked.connect(lambda: self._reply(self.schedule, Skip()))
            self._window.snooze_clicked.connect(
                lambda minutes: self._reply(self.schedule, Snooze(minutes))
            )
        if self.schedule == schedule:
            self._window.show_offer(offer.title, offer.text)

    def _hide_window(self) -> None:
        if self._window is not None:
            self._window.hide()
