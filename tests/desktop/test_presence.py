"""What speaks against a break, read from files that are made up; unknown where there is nothing."""

import os
import subprocess
import time
from pathlib import Path

import pytest

from stretchtimer.desktop.presence import first_known, microphone
from stretchtimer.desktop.presence.camera import by_open_files
from stretchtimer.desktop.presence.do_not_disturb import by_notification_server, by_xfce
from stretchtimer.desktop.presence.lock import by_screen_saver
from tests import real_desktop


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


@pytest.fixture
def pulse(sound_server, monkeypatch):
    """A sound server with a microphone; tells a program of it what to do."""
    for name, value in sound_server.environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(microphone, "_connection", [])
    monkeypatch.setattr(microphone, "_not_before_s", [0.0])
    # a server that is not scheduled for a second is asked again
    monkeypatch.setattr(microphone, "_AGAIN_AFTER_S", 0.0)
    environment = {**os.environ, **sound_server.environment}

    def pactl(*words):
        command = [real_desktop.program("pactl"), *words]
        return subprocess.run(
            command, env=environment, check=True, capture_output=True, text=True, timeout=20
        ).stdout.strip()

    number = pactl("load-module", "module-null-source", "source_name=a-microphone")
    yield environment
    pactl("unload-module", number)
    for opened in microphone._connection:
        opened.close()


def test_a_program_that_records_is_heard_and_a_volume_meter_is_not(pulse, tmp_path, sound_server):
    def recording(source, *more):
        arguments = [f"--device={source}", *more]
        return real_desktop.running("parec", arguments, pulse, tmp_path)

    def is_told(wanted, patience_s=10):
        until_s = time.monotonic() + patience_s
        while (told := microphone.by_pulse()) is not wanted and time.monotonic() < until_s:
            time.sleep(0.05)
        return told

    assert is_told(False) is False
    with recording("a-microphone"):
        assert is_told(True) is True
    assert is_told(False) is False
    for source, more in (
        ("a-microphone", ["--stream-name=Peak detect"]),
        (sound_server.monitor, []),
    ):
        with recording(source, *more):
            real_desktop.wait_until_says(
                "Source Output #", "pactl", ["list", "source-outputs"], pulse
            )
            assert microphone.by_pulse() is False
        assert is_told(False) is False


def test_a_sound_server_that_is_gone_is_not_looked_for_again_at_once(monkeypatch):
    monkeypatch.setattr(microphone, "_connection", [])
    monkeypatch.setattr(microphone, "_not_before_s", [0.0])
    monkeypatch.setenv("PULSE_SERVER", "unix:/nowhere/at/all")
    assert microphone.by_pulse() is None
    assert microphone._not_before_s[0] > time.monotonic() + 200


def test_where_there_is_no_socket_no_server_is_looked_for(monkeypatch, own_home):
    monkeypatch.delenv("PULSE_SERVER", raising=False)
    monkeypatch.delenv("PULSE_RUNTIME_PATH", raising=False)
    assert not microphone.may_have_server()
    socket = Path(os.environ["XDG_RUNTIME_DIR"]) / "pulse" / "native"
    socket.parent.mkdir()
    socket.touch()
    assert microphone.may_have_server()
    socket.unlink()
    named = own_home / ".config" / "pulse" / "client.conf"
    named.parent.mkdir(parents=True)
    named.touch()
    assert microphone.may_have_server()
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    assert microphone.may_have_server()
