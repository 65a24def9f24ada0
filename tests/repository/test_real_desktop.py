"""The screen and the sound server that other tests stand on."""

import os
import subprocess

import pytest

from tests import real_desktop


def ask(environment, *command):
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, check=True
    ).stdout


def test_the_screen_has_a_window_manager(xvfb_session):
    assert xvfb_session.environment["DISPLAY"] == xvfb_session.display
    answer = ask(xvfb_session.environment, "xprop", "-root", "_NET_SUPPORTING_WM_CHECK")
    assert "window id" in answer


def test_the_screen_has_a_session_bus(xvfb_session):
    request = ["--session", "--print-reply", "--dest=org.freedesktop.DBus", "/org/freedesktop/DBus"]
    answer = ask(xvfb_session.environment, "dbus-send", *request, "org.freedesktop.DBus.ListNames")
    assert "org.freedesktop.DBus" in answer


def test_the_sound_server_can_be_listened_to(sound_server):
    answer = ask({**os.environ, **sound_server.environment}, "pactl", "list", "short", "sources")
    assert sound_server.monitor in answer


def test_a_program_is_gone_after_its_use(tmp_path):
    with real_desktop.running("tail", ["-f", "/dev/null"], os.environ, tmp_path) as process:
        pass
    assert process.returncode is not None


def test_a_missing_program_is_named_with_its_package(monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(pytest.fail.Exception, match="Xvfb is missing: install the package xvfb"):
        real_desktop.program("Xvfb")
