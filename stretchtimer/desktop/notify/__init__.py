"""Offering a break by the desktop's own notifications, where they can be answered."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Reply(StrEnum):
    """What a person pressed."""

    START = "start"
    SNOOZE = "snooze"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Offer:
    """What is offered, in words."""

    title: str
    text: str


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
