"""A real bus of one's own, with services that answer as they are told and note what was asked."""

import threading
from contextlib import suppress

import pytest
from jeepney import (
    DBusAddress,
    HeaderFields,
    MessageType,
    new_error,
    new_method_call,
    new_method_return,
    new_signal,
)
from jeepney.io.threading import DBusRouter, ReceiveStopped, open_dbus_connection

from stretchtimer.desktop import bus
from tests import real_desktop

_DAEMON = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
PATIENCE_S = 10.0  # the machine may be busy elsewhere
_UNKNOWN = "org.freedesktop.DBus.Error.UnknownMethod"


class Service:
    """Owns `name` on the bus; `answers` has (signature, values) for methods, by their names.

    A property is answered as "Get" with its name: ("Get", "LockedHint"). What is None is never
    answered, as by a service that hangs.
    """

    def __init__(self, address, name, answers):
        self.name, self.answers, self.asked = name, answers, []
        self._connection = open_dbus_connection(address)
        call = new_method_call(_DAEMON, "RequestName", "su", (name, 0))
        with DBusRouter(self._connection) as router:
            assert router.send_and_get_reply(call).body == (1,)
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def emit(self, path, interface, signal, signature, *values):
        address = DBusAddress(path, interface=interface)
        self._connection.send(new_signal(address, signal, signature, values))

    def close(self):
        self._connection.interrupt()
        self._thread.join()
        self._connection.close()

    def _serve(self):
        with suppress(ReceiveStopped):
            while True:
                self._answer(self._connection.receive())

    def _answer(self, message):
        if message.header.message_type is not MessageType.method_call:
            return
        member = message.header.fields[HeaderFields.member]
        self.asked.append((member, *message.body))
        wanted = ("Get", message.body[1]) if member == "Get" else member
        if wanted not in self.answers:
            self._connection.send(new_error(message, _UNKNOWN))
        elif self.answers[wanted] is not None:
            signature, *values = self.answers[wanted]
            self._connection.send(new_method_return(message, signature, tuple(values)))


@pytest.fixture(scope="session")
def bus_address(tmp_path_factory):
    """Where a bus listens that has nobody on it."""
    folder = tmp_path_factory.mktemp("bus")
    arguments = ["--session", "--nofork", f"--address=unix:path={folder}/bus"]
    with real_desktop.announcing(
        "dbus-daemon", lambda fd: [*arguments, f"--print-address={fd}"], {}, folder
    ) as address:
        yield address


@pytest.fixture
def serve(bus_address, monkeypatch):
    """Puts a service on the bus, which is session bus and system bus for the time of a test."""
    for name in ("SESSION", "SYSTEM"):
        monkeypatch.setenv(f"DBUS_{name}_BUS_ADDRESS", bus_address)
    monkeypatch.setattr(bus, "CALL_LIMIT_S", PATIENCE_S)
    services = []

    def put(name, **answers):
        services.append(Service(bus_address, name, answers))
        return services[-1]

    for cached in (bus.session_bus, bus.system_bus):
        cached.cache_clear()
    yield put
    for service in services:
        service.close()
    for cached in (bus.session_bus, bus.system_bus):
        if (opened := cached()) is not None:
            opened._router.close()
            opened._router.conn.close()
        cached.cache_clear()
