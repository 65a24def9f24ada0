"""KDE, Sway and others on Wayland: the protocol ext-idle-notify-v1, spoken over its socket.

The compositor tells when there has been no input for some time and when it comes again; how long
ago it was is worked out from that. A thread waits for it and costs nothing while nothing happens.
"""

import os
import socket
import struct
import threading
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

# Told after so many ms without input: less would wake us at every pause in typing, and more would
# credit an absence with too little.
AFTER_MS = 15_000
_DISPLAY, _REGISTRY, _CALLBACK, _SEAT, _NOTIFIER, _NOTIFICATION = 1, 2, 3, 4, 5, 6
_START_LIMIT_S = 2.0


class WaylandIdle:
    """Follows one compositor on a connected socket; `now_s` is a monotonic clock."""

    def __init__(self, connection: socket.socket, now_s: Callable[[], float]) -> None:
        self._connection, self._now_s = connection, now_s
        self._received = b""
        self._idle_since_s: float | None = None
        self._dead = False

    def begin(self) -> bool:
        """Ask to be told; whether the compositor can. Raises OSError where it does not answer."""
        self._connection.settimeout(_START_LIMIT_S)
        self._send(_DISPLAY, 1, struct.pack("=I", _REGISTRY))
        self._send(_DISPLAY, 0, struct.pack("=I", _CALLBACK))
        offered: dict[str, int] = {}
        while True:
            sender, opcode, body = self._receive()
            if (sender, opcode) == (_REGISTRY, 0):
                name, text = _global(body)
                offered.setdefault(text, name)
            if sender == _CALLBACK:
                break
        if not {"wl_seat", "ext_idle_notifier_v1"} <= offered.keys():
            return False
        for interface, own in (("wl_seat", _SEAT), ("ext_idle_notifier_v1", _NOTIFIER)):
            bound = struct.pack("=I", offered[interface]) + _text(interface)
            self._send(_REGISTRY, 0, bound + struct.pack("=II", 1, own))
        self._send(_NOTIFIER, 1, struct.pack("=III", _NOTIFICATION, AFTER_MS, _SEAT))
        self._connection.settimeout(None)
        return True

    def follow(self) -> None:
        """Take in what the compositor tells until it ends."""
        try:
            while True:
                self.take(*self._receive()[:2])
        except OSError:
            self._dead = True

    def take(self, sender: int, opcode: int) -> None:
        """Take in one event."""
        if sender == _NOTIFICATION:
            self._idle_since_s = self._now_s() - AFTER_MS / 1000 if opcode == 0 else None

    def idle_ms(self) -> int | None:
        """Milliseconds since the last input; 0 while there was some within `AFTER_MS`."""
        if self._dead:
            return None
        since_s = self._idle_since_s
        return 0 if since_s is None else round((self._now_s() - since_s) * 1000)

    def _send(self, receiver: int, opcode: int, body: bytes) -> None:
        size = 8 + len(body)
        self._connection.sendall(struct.pack("=II", receiver, size << 16 | opcode) + body)

    def _receive(self) -> tuple[int, int, bytes]:
        sender, word = struct.unpack("=II", self._take(8))
        return sender, word & 0xFFFF, self._take((word >> 16) - 8)

    def _take(self, count: int) -> bytes:
        while len(self._received) < count:
            more = self._connection.recv(4096)
            if not more:
                raise ConnectionError("the compositor has ended")
            self._received += more
        taken, self._received = self._received[:count], self._received[count:]
        return taken


def idle_ms() -> int | None:
    """Milliseconds since the last input to the compositor."""
    watch = _watch()
    return None if watch is None else watch.idle_ms()


@cache
def _watch() -> WaylandIdle | None:
    name = os.environ.get("WAYLAND_DISPLAY", "")
    if not name:
        return None
    path = Path(os.environ.get("XDG_RUNTIME_DIR", "")) / name
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        connection.connect(str(path))
        watch = WaylandIdle(connection, time.monotonic)
        if watch.begin():
            threading.Thread(target=watch.follow, name="wayland idle", daemon=True).start()
            return watch
    except OSError:
        pass
    connection.close()
    return None


def _text(text: str) -> bytes:
    raw = text.encode() + b"\0"
    return struct.pack("=I", len(raw)) + raw + b"\0" * (-len(raw) % 4)


def _global(body: bytes) -> tuple[int, str]:
    name, length = struct.unpack_from("=II", body)
    return name, body[8 : 8 + length - 1].decode("utf-8", "replace")
