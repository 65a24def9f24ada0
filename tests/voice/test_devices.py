"""Which sound devices there are: asked of a real sound server, and of nobody."""

import subprocess
import sys

import pytest

from stretchtimer.voice import devices
from stretchtimer.voice.devices import sound_devices

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="asks Linux's sound server")


@linux_only
def test_the_sound_server_tells_its_devices(sound_server, monkeypatch):
    monkeypatch.setenv("PULSE_SERVER", sound_server.environment["PULSE_SERVER"])
    ((name, text),) = sound_devices()
    assert name == "nowhere"
    assert "Null" in text


@linux_only
def test_where_nobody_answers_there_are_none_and_it_takes_no_time(monkeypatch, tmp_path):
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/nobody")
    assert all(name == text for name, text in sound_devices())


@pytest.mark.parametrize("answer", [b"", b"[1]", b"{}x", b"nonsense"])
def test_an_answer_that_makes_no_sense_is_none(monkeypatch, answer):
    def run(*_, **__):
        return subprocess.CompletedProcess([], 0, answer)

    monkeypatch.setattr(devices.subprocess, "run", run)
    assert sound_devices() == ()
