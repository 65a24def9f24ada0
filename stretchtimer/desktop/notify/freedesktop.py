"""The notification server of Linux desktops, over D-Bus."""

import threading
from collections.abc import Callable
from typing import Any

from stretchtimer.desktop.bus import Bus, session_bus
from stretchtimer.desktop.notify import Offer, Reply

_SERVICE = "org.freedesktop.Notifications"
_AT = (_SERVICE, "/org/freedesktop/Notifications", _SERVICE)
_CLICKED = "default"  # the name of the action that a click on the words is
_DISMISSED = 2  # by the person; the server's own reasons are no answer
_NEVER, _BRIEFLY_MS = 0, 8_000


class BusNotifier:
    """Talks to the server that is there; asks anew each time, since it may come and go."""

    def __init__(self, bus: Callable[[], Bus | None] = session_bus) -> None:
        self._bus = bus
        self._number = 0
        self._replied: Callable[[Reply], None] = lambda _: None
        self._means: dict[str, Reply] = {}
        self._dismissed: Reply | None = None
        self._is_listening = False
        # A button may be pressed before we have heard what number it is of.
        self._learning_number = threading.Lock()

    def offer(self, offer: Offer, replied: Callable[[Reply], None]) -> bool:
        """Show `offer` with its buttons, if the server has any."""
        bus = self._server()
        if bus is None:
            return False
        capabilities = bus.call(*_AT, "GetCapabilities")
        if not capabilities or "actions" not in capabilities[0]:
            return False
        self._listen(bus)
        texts: dict[str, str] = dict(offer.buttons)
        self._means = {reply: reply for reply, _ in offer.buttons}
        if offer.clicked is not None:
            texts = {_CLICKED: texts[offer.clicked], **texts}
            self._means[_CLICKED] = offer.clicked
        self._replied, self._dismissed = replied, offer.dismissed
        actions = [word for action in texts.items() for word in action]
        with self._learning_number:
            number = self._notify(bus, self._number, offer, actions, _NEVER)
            self._number = number or 0
        return number is not None

    def tell(self, offer: Offer) -> bool:
        """Show words that go by themselves."""
        bus = self._server()
        return bus is not None and self._notify(bus, 0, offer, [], _BRIEFLY_MS) is not None

    def withdraw(self) -> None:
        """Close what is offered, and hear no more of it."""
        number, self._number = self._number, 0
        bus = self._bus()
        if number and bus is not None:
            bus.call(*_AT, "CloseNotification", "u", number)

    def _server(self) -> Bus | None:
        bus = self._bus()
        if bus is None or not (bus.has(_SERVICE) or bus.can_start(_SERVICE)):
            return None
        return bus

    def _notify(
        self, bus: Bus, replaces: int, offer: Offer, actions: list[str], lasts_ms: int
    ) -> int | None:
        hints = {
            "urgency": ("y", 1),
            "desktop-entry": ("s", "stretchtimer"),
            "suppress-sound": ("b", True),  # we have a chime of our own
        }
        answer = bus.call(
            *_AT, "Notify", "susssasa{sv}i",
            "Stretchtimer", replaces, "stretchtimer", offer.title, offer.text, actions, hints,
            lasts_ms,
        )  # fmt: skip
        return int(answer[0]) if answer else None

    def _listen(self, bus: Bus) -> None:
        if not self._is_listening:
            self._is_listening = True
            bus.listen(_AT[1], _SERVICE, "ActionInvoked", self._pressed)
            bus.listen(_AT[1], _SERVICE, "NotificationClosed", self._closed)

    def _is_ours(self, number: int) -> bool:
        with self._learning_number:
            return number != 0 and number == self._number

    def _pressed(self, values: tuple[Any, ...]) -> None:
        number, action = values
        if self._is_ours(number) and action in self._means:
            reply = self._means[action]
            # some servers leave it on the screen: `withdraw` closes it, and nothing more is heard
            self._means, self._dismissed = {}, None
            self._replied(reply)

    def _closed(self, values: tuple[Any, ...]) -> None:
        number, reason = values
        if self._is_ours(number):
            self._number = 0
            if reason == _DISMISSED and self._dismissed is not None:
                self._replied(self._dismissed)
