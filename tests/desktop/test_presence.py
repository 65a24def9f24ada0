"""What speaks against a break, read from files that are made up; unknown where there is nothing."""

import pytest

from stretchtimer.desktop.presence import first_known, microphone
from stretchtimer.desktop.presence.camera import by_open_files
from stretchtimer.desktop.presence.do_not_disturb import by_notification_server, by_xfce
from stretchtimer.desktop.presence.lock import by_screen_saver


def test_the_first_that_knows_is_believed():
    assert first_known((lambda: None, lambda: False, lambda: True)) is False
    assert first_known((lambda: None,)) is None


@pytest.mark.parametrize(
    ("states", "told"),
    [([], None), (["closed\n"], False), (["closed\n", "state: RUNNING\nowner_pid: 7\n"], True)],
)
def test_the_kernel_tells_a_recording_sound_card(tmp_path, states, told):
    for number, state in enumerate(states):
        folder = tmp_path / f"card{number}" / "pcm0c" / "sub0"
        folder.mkdir(parents=True)
        (folder / "status").write_text(state)
    (tmp_path / "card0" / "pcm0p" / "sub0").mkdir(parents=True)
    (tmp_path / "card0" / "pcm0p" / "sub0" / "status").write_text("state: RUNNING\n")
    assert microphone.by_kernel(tmp_path) is told


def test_a_program_that_has_the_camera_open_films(tmp_path):
    devices, processes = tmp_path / "dev", tmp_path / "proc"
    files = processes / "42" / "fd"
    files.mkdir(parents=True)
    devices.mkdir()
    assert by_open_files(processes, devices) is False
    (devices / "video0").touch()
    (files / "3").symlink_to("/dev/null")
    assert by_open_files(processes, devices) is False
    (files / "4").symlink_to(devices / "video0")
    assert by_open_files(processes, devices) is True


@pytest.mark.parametrize("handler", [by_notification_server, by_xfce, by_screen_saver])
def test_without_a_bus_they_do_not_know(monkeypatch, handler):
    monkeypatch.setattr(f"{handler.__module__}.session_bus", lambda: None)
    assert handler() is None


class Bus:
    def __init__(self, services, properties):
        self.services, self.properties = services, properties

    def has(self, service):
        return service in self.services

    def those_there(self, services):
        return frozenset(services) & self.services

    def get(self, service, path, interface, name):
        return self.properties.get((interface, name))

    def call(self, *asked):
        return self.properties.get(asked[3])


@pytest.mark.parametrize(
    ("properties", "told"),
    [
        ({}, None),
        ({("org.freedesktop.Notifications", "Inhibited"): True}, True),
        ({("org.dunstproject.cmd0", "paused"): False}, False),
    ],
)
def test_notification_servers_tell_do_not_disturb(monkeypatch, properties, told):
    bus = Bus({"org.freedesktop.Notifications"}, properties)
    monkeypatch.setattr(f"{by_notification_server.__module__}.session_bus", lambda: bus)
    assert by_notification_server() is told


def test_a_screen_saver_tells_a_lock(monkeypatch):
    bus = Bus({"org.freedesktop.ScreenSaver"}, {"GetActive": (True,)})
    monkeypatch.setattr(f"{by_screen_saver.__module__}.session_bus", lambda: bus)
    assert by_screen_saver() is True
