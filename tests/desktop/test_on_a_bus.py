"""What other programs tell over D-Bus, asked on a real bus of services that are made up."""

import queue
import time

import pytest

from stretchtimer.desktop import bus
from stretchtimer.desktop.idle import gnome
from stretchtimer.desktop.keep_awake.freedesktop import BusAwake
from stretchtimer.desktop.notify import Offer, Reply
from stretchtimer.desktop.notify.freedesktop import BusNotifier
from stretchtimer.desktop.presence.do_not_disturb import by_notification_server, by_xfce
from stretchtimer.desktop.presence.lock import by_login, by_screen_saver
from stretchtimer.desktop.sleep import tell_of_sleep

PATIENCE_S = 10
LOGIN, NOTIFICATIONS = "org.freedesktop.login1", "org.freedesktop.Notifications"
SAVER = "org.freedesktop.ScreenSaver"


def test_gnome_tells_its_idle_time_where_it_is_gnome(serve, monkeypatch):
    serve("org.gnome.Mutter.IdleMonitor", GetIdletime=("t", 4_200))
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "ubuntu:GNOME")
    assert gnome.idle_ms() == 4_200
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "KDE")
    assert gnome.idle_ms() is None


@pytest.mark.parametrize("is_locked", [True, False])
@pytest.mark.parametrize(
    "name",
    ["org.gnome.ScreenSaver", SAVER, "org.xfce.ScreenSaver", "org.mate.ScreenSaver",
     "org.cinnamon.ScreenSaver"],
)  # fmt: skip
def test_a_screen_saver_tells_whether_it_locks(serve, name, is_locked):
    serve(name, GetActive=("b", is_locked))
    assert by_screen_saver() is is_locked


def test_a_screen_saver_that_only_inhibits_does_not_know(serve):
    serve(SAVER, Inhibit=("u", 1))
    assert by_screen_saver() is None


@pytest.mark.parametrize(("session", "asked"), [("7", "7"), (None, "auto")])
def test_the_login_service_tells_a_lock(serve, monkeypatch, session, asked):
    if session is None:
        monkeypatch.delenv("XDG_SESSION_ID", raising=False)
    else:
        monkeypatch.setenv("XDG_SESSION_ID", session)
    hint = {("Get", "LockedHint"): ("v", ("b", True))}
    login = serve(LOGIN, GetSession=("o", "/org/freedesktop/login1/session/_37"))
    login.answers.update(hint)
    assert by_login() is True
    assert login.asked[0] == ("GetSession", asked)


def test_going_to_sleep_and_waking_are_told_at_once(serve):
    login, told = serve(LOGIN), queue.Queue()
    assert tell_of_sleep(lambda: told.put("told"))
    for is_going in (True, False):
        login.emit(
            "/org/freedesktop/login1", f"{LOGIN}.Manager", "PrepareForSleep", "b", is_going
        )  # fmt: skip
    assert [told.get(timeout=PATIENCE_S) for _ in range(2)] == ["told", "told"]


def test_without_a_login_service_nobody_tells_of_sleep(serve):
    assert not tell_of_sleep(lambda: None)


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({("Get", "Inhibited"): ("v", ("b", True))}, True),
        ({("Get", "Inhibited"): ("v", ("b", False))}, False),
        ({("Get", "paused"): ("v", ("b", True))}, True),
        ({}, None),
    ],
)
def test_a_notification_server_tells_do_not_disturb(serve, answers, told):
    serve(NOTIFICATIONS).answers.update(answers)
    assert by_notification_server() is told


def test_xfce_keeps_do_not_disturb_among_its_settings(serve):
    serve("org.xfce.Xfconf", GetProperty=("v", ("b", True)))
    assert by_xfce() is True


def test_the_screen_saver_is_inhibited_under_our_name_and_released(serve):
    saver, awake = serve(SAVER, Inhibit=("u", 4_000_000_000), UnInhibit=("",)), BusAwake()
    assert awake.hold()
    awake.let_go()
    assert saver.asked == [
        ("Inhibit", "Stretchtimer", "A stretch is being counted"),
        ("UnInhibit", 4_000_000_000),
    ]


def test_where_the_screen_saver_refuses_the_power_manager_is_asked(serve):
    serve(SAVER)
    manager = serve("org.freedesktop.PowerManagement.Inhibit", Inhibit=("u", 7))
    assert BusAwake().hold()
    assert manager.asked[0][0] == "Inhibit"


def test_with_nobody_to_ask_nothing_is_held(serve):
    assert not BusAwake().hold()


def test_a_notification_is_shown_and_its_button_heard(serve):
    server = serve(
        NOTIFICATIONS,
        GetCapabilities=("as", ["actions", "body"]),
        Notify=("u", 3_000_000_000),
        CloseNotification=("",),
    )
    replies, notifier = queue.Queue(), BusNotifier()
    assert notifier.offer(Offer("Time for a break", "2 min"), replies.put)
    path = "/org/freedesktop/Notifications"
    server.emit(path, NOTIFICATIONS, "ActionInvoked", "us", 5, "skip")
    server.emit(path, NOTIFICATIONS, "ActionInvoked", "us", 3_000_000_000, "snooze")
    assert replies.get(timeout=PATIENCE_S) is Reply.SNOOZE
    assert notifier.offer(Offer("Time for a break", "2 min"), replies.put)
    notifier.withdraw()
    asked = [name for name, *_ in server.asked]
    assert asked[-2:] == ["Notify", "CloseNotification"]


def test_a_service_that_hangs_holds_nobody_up_for_long(serve, monkeypatch):
    monkeypatch.setattr(bus, "CALL_LIMIT_S", 0.1)
    serve(SAVER, GetActive=None)
    began_s = time.monotonic()
    assert by_screen_saver() is None
    assert time.monotonic() - began_s < PATIENCE_S


def test_a_bus_that_is_not_there_is_no_answer(serve, monkeypatch):
    for name in ("SESSION", "SYSTEM"):
        monkeypatch.setenv(f"DBUS_{name}_BUS_ADDRESS", "unix:path=/nowhere/bus")
    assert by_screen_saver() is None
    assert by_login() is None
    assert not tell_of_sleep(lambda: None)
