"""How long nobody has touched anything: handlers in order, and a compositor that is made up."""

import socket
import struct
import threading

import pytest

from stretchtimer.desktop.idle import idle_ms, wayland, windows
from stretchtimer.desktop.idle.wayland import AFTER_MS, WaylandIdle


def test_the_first_handler_that_knows_answers():
    asked = []

    def knows(name, told):
        return lambda: asked.append(name) or told

    assert idle_ms((knows("a", None), knows("b", 7), knows("c", 9))) == 7
    assert asked == ["a", "b"]
    assert idle_ms((knows("d", None),)) is None


@pytest.mark.parametrize(
    ("then", "now", "span"), [(100, 350, 250), (2**32 - 50, 50, 100), (5, 5, 0)]
)
def test_a_counter_of_windows_that_begins_anew_is_no_long_absence(then, now, span):
    assert windows.since(then, now) == span


def text(word):
    raw = word.encode() + b"\0"
    return struct.pack("=I", len(raw)) + raw + b"\0" * (-len(raw) % 4)


def event(sender, opcode, body=b""):
    return struct.pack("=II", sender, (8 + len(body)) << 16 | opcode) + body


class Compositor:
    """Offers what it is told to, and takes down what it is asked."""

    def __init__(self, *interfaces):
        self.ours, self.theirs = socket.socketpair()
        self.ours.settimeout(5)
        offers = b"".join(
            event(2, 0, struct.pack("=I", number) + text(name) + struct.pack("=I", 1))
            for number, name in enumerate(interfaces, start=10)
        )
        self.ours.sendall(offers + event(3, 0, struct.pack("=I", 0)))

    def requests(self):
        self.ours.setblocking(False)
        received, found = self.ours.recv(65536), []
        while received:
            receiver, word = struct.unpack_from("=II", received)
            found.append((receiver, word & 0xFFFF, received[8 : word >> 16]))
            received = received[word >> 16 :]
        return found


@pytest.fixture
def compositor():
    made = []

    def make(*interfaces):
        made.append(Compositor(*interfaces))
        return made[-1]

    yield make
    for one in made:
        one.ours.close()
        one.theirs.close()


def test_a_compositor_that_tells_is_asked_to(compositor):
    server = compositor("wl_compositor", "wl_seat", "ext_idle_notifier_v1")
    watch = WaylandIdle(server.theirs, lambda: 0.0)
    assert watch.begin()
    requests = server.requests()
    assert [(receiver, opcode) for receiver, opcode, _ in requests] == [
        (1, 1), (1, 0), (2, 0), (2, 0), (5, 1),
    ]  # fmt: skip
    assert text("wl_seat") in requests[2][2]
    assert struct.unpack("=III", requests[4][2]) == (6, AFTER_MS, 4)


def test_one_that_cannot_tell_is_left(compositor):
    server = compositor("wl_seat")
    assert not WaylandIdle(server.theirs, lambda: 0.0).begin()


def test_idle_time_is_worked_out_from_what_it_tells(compositor):
    now_s = [100.0]
    watch = WaylandIdle(compositor().theirs, lambda: now_s[0])
    assert watch.idle_ms() == 0
    watch.take(6, 0)
    now_s[0] = 130.0
    assert watch.idle_ms() == 30_000 + AFTER_MS
    watch.take(6, 1)
    assert watch.idle_ms() == 0


def test_a_compositor_that_ends_makes_it_unknown(compositor):
    server = compositor("wl_seat", "ext_idle_notifier_v1")
    watch = WaylandIdle(server.theirs, lambda: 0.0)
    watch.begin()
    following = threading.Thread(target=watch.follow)
    following.start()
    server.ours.close()
    following.join(5)
    assert not following.is_alive()
    assert watch.idle_ms() is None


def test_without_wayland_it_does_not_know(monkeypatch):
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    wayland._watch.cache_clear()
    assert wayland.idle_ms() is None
