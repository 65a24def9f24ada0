"""Offering and asking by the desktop's own notifications, where they can be answered."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Reply(StrEnum):
    """What a person pressed."""

    START = "start"
    SNOOZE = "snooze"
    SKIP = "skip"
    LONGER = "longer"
    KEEP = "keep"


BREAK_BUTTONS = ((Reply.START, "Start"), (Reply.SNOOZE, "Snooze 10 min"), (Reply.SKIP, "Skip"))


@dataclass(frozen=True, slots=True)
class Offer:
    """What is offered or asked, in words, and its buttons.

    `clicked` is what a click on the words themselves means, `dismissed` what closing it means;
    None means nothing.
    """

    title: str
    text: str
    buttons: tuple[tuple[Reply, str], ...] = BREAK_BUTTONS
    clicked: Reply | None = Reply.START
    dismissed: Reply | None = Reply.SKIP


class Notifier(Protocol):
    """Shows one thing at a time. Calls may take their time and never raise."""

    def offer(self, offer: Offer, replied: Callable[[Reply], None]) -> bool:
        """Show `offer` with its buttons; whether it is really shown.

        `replied` is called on some thread when one was pressed, and perhaps never.
        """
        ...

    def tell(self, offer: Offer) -> bool:
        """Show something that wants no answer and goes by itself; whether it is shown."""
        ...

    def withdraw(self) -> None:
        """Take what is offered off the screen."""
        ...
