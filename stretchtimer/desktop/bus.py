"""D-Bus, as far as the desktop's services need it: calls with a time limit, and signals.

Every answer may be None: no bus, no such service, no answer in time. Calls block and so belong
on the thread of `errands`.
"""

import os
import queue
import threading
from collections.abc import Callable, Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

from stretchtimer.desktop.system import IS_LINUX

if TYPE_CHECKING:
    from jeepney.io.threading import DBusRouter

CALL_LIMIT_S = 1.0
_DAEMON = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")


class Bus:
    """One connection."""

    def __init__(self, router: "DBusRouter") -> None:
        self._router = router

    def call(
        self,
        service: str,
        path: str,
        interface: str,
        method: str,
        signature: str = "",
        *values: object,
    ) -> tuple[Any, ...] | None:
        """The values that a method answers; None where it does not."""
        from jeepney import DBusAddress, MessageType, new_method_call

        address = DBusAddress(path, bus_name=service, interface=interface)
        message = new_method_call(address, method, signature or None, values)
        try:
            reply = self._router.send_and_get_reply(message, timeout=CALL_LIMIT_S)
        except Exception:  # noqa: BLE001  # whatever a broken bus may do, it is no answer
            return None
        if reply.header.message_type is MessageType.error:
            return None
        return tuple(reply.body)

    def get(self, service: str, path: str, interface: str, name: str) -> object:
        """A property's value; None where it cannot be read."""
        properties = "org.freedesktop.DBus.Properties"
        answer = self.call(service, path, properties, "Get", "ss", interface, name)
        return answer[0][1] if answer else None

    def has(self, service: str) -> bool:
        """Whether somebody offers `service` now; asking starts nobody."""
        answer = self.call(*_DAEMON, "NameHasOwner", "s", service)
        return bool(answer and answer[0])

    def those_there(self, services: Iterable[str]) -> frozenset[str]:
        """Those of `services` that somebody offers now, in one question."""
        answer = self.call(*_DAEMON, "ListNames")
        return frozenset(services) & frozenset(answer[0] if answer else ())

    def can_start(self, service: str) -> bool:
        """Whether the bus would start somebody who offers `service`."""
        answer = self.call(*_DAEMON, "ListActivatableNames")
        return bool(answer and service in answer[0])

    def listen(
        self, path: str, interface: str, signal: str, heard: Callable[[tuple[Any, ...]], None]
    ) -> None:
        """Call `heard` with the values of every such signal, on a thread of its own."""
        from jeepney import MatchRule

        rule = MatchRule(type="signal", path=path, interface=interface, member=signal)
        self.call(*_DAEMON, "AddMatch", "s", rule.serialise())
        waiting: queue.Queue[Any] = queue.Queue()
        # the router forgets a filter that is not held
        self._router.filter(rule, queue=waiting)

        def pass_on() -> None:
            while True:
                heard(tuple(waiting.get().body))

        threading.Thread(target=pass_on, name=f"bus {signal}", daemon=True).start()


@cache
def session_bus() -> Bus | None:
    """The person's bus; None where there is none."""
    return _open("SESSION") if os.environ.get("DBUS_SESSION_BUS_ADDRESS") else None


@cache
def system_bus() -> Bus | None:
    """The machine's bus; None where there is none."""
    return _open("SYSTEM")


def _open(name: str) -> Bus | None:
    if not IS_LINUX:
        return None
    try:
        from jeepney.io.threading import DBusRouter, open_dbus_connection

        return Bus(DBusRouter(open_dbus_connection(name)))
    except Exception:  # noqa: BLE001  # no bus, a refusal, a broken address: there is none
        return None
