"""The doctor's look at the voice: quick, and with the line to type for all that is missing."""

import socket
import subprocess
import sys
import time

import pytest

from stretchtimer.voice import diagnose
from stretchtimer.voice.diagnose import examine_voice
from stretchtimer.voice.engine import EngineError, WorkerEngine

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="looks for what Linux has")


@pytest.fixture(autouse=True)
def no_card(monkeypatch, tmp_path):
    monkeypatch.setattr(diagnose, "_CARDS", tmp_path / "cards")
    (tmp_path / "cards").write_text("--- no soundcards ---\n")
    monkeypatch.delenv("PULSE_SERVER", raising=False)


def found(tmp_path, engine="system"):
    findings = examine_voice(tmp_path / "clips", tmp_path / "voices", engine)
    return {finding.what: finding for finding in findings}


@linux_only
def test_all_is_looked_at_in_half_a_second(tmp_path, sound_server, monkeypatch):
    monkeypatch.setenv("PULSE_SERVER", sound_server.environment["PULSE_SERVER"])
    for _ in range(5):  # the machine may be busy elsewhere
        began_s = time.monotonic()
        findings = found(tmp_path)
        if (took_s := time.monotonic() - began_s) < 1.5:  # 0.15 s where nothing else runs
            break
    assert took_s < 1.5
    assert list(findings) == ["speech engine", "piper", "sound", "kept clips"]
    assert all(finding.ok for finding in findings.values())
    assert "voices" in findings["speech engine"].detail
    assert "sound server at" in findings["sound"].detail


def test_qt_is_not_loaded():
    code = (
        "import sys; from pathlib import Path\n"
        "from stretchtimer.voice.diagnose import examine_voice\n"
        "list(examine_voice(Path('nowhere'), Path('nowhere')))\n"
        "sys.exit(any('PySide6' in name for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


@linux_only
def test_a_socket_that_nobody_listens_to_is_no_sound_server(tmp_path, monkeypatch):
    stale = tmp_path / "stale"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(stale))
    monkeypatch.setenv("PULSE_SERVER", f"unix:{stale}")
    finding = found(tmp_path)["sound"]
    assert finding.ok is False
    assert "apt-get install" in finding.mend


@linux_only
def test_a_server_elsewhere_is_not_judged(tmp_path, monkeypatch):
    monkeypatch.setenv("PULSE_SERVER", "tcp:192.0.2.1")
    assert found(tmp_path)["sound"].ok is None


@linux_only
def test_a_card_without_a_server_is_enough(tmp_path, monkeypatch):
    monkeypatch.setenv("PULSE_SERVER", "unix:/nowhere")
    (tmp_path / "cards").write_text(" 0 [PCH            ]: HDA-Intel - HDA Intel PCH\n")
    assert found(tmp_path)["sound"].ok
    monkeypatch.setattr(diagnose, "_loads", lambda library: library != "libportaudio.so.2")
    assert found(tmp_path)["sound"].mend == "sudo apt-get install libportaudio2"


@linux_only
def test_a_server_is_no_use_without_its_library(tmp_path, sound_server, monkeypatch):
    monkeypatch.setenv("PULSE_SERVER", sound_server.environment["PULSE_SERVER"])
    monkeypatch.setattr(diagnose, "_loads", lambda library: library != "libpulse.so.0")
    assert found(tmp_path)["sound"].mend == "sudo apt-get install libpulse0"


@linux_only
def test_what_is_missing_comes_with_the_line_to_type(tmp_path, monkeypatch):
    def no_engine(_):
        raise EngineError("no speech engine is installed")

    monkeypatch.setattr(WorkerEngine, "start", no_engine)
    monkeypatch.setenv("PATH", "/nowhere")
    findings = found(tmp_path)
    assert findings["speech engine"].detail == "no speech engine is installed"
    assert findings["speech engine"].mend == "sudo apt-get install libespeak-ng1"


def test_a_file_in_the_clips_place_is_told(tmp_path):
    (tmp_path / "clips").write_text("")
    finding = found(tmp_path)["kept clips"]
    assert finding.ok is False
    assert str(tmp_path / "clips") in finding.detail


def test_piper_is_an_offer_and_a_fault_only_where_it_is_chosen(tmp_path, monkeypatch):
    monkeypatch.setattr(diagnose.importlib.util, "find_spec", lambda name: None)
    assert found(tmp_path)["piper"].ok
    assert "not installed" in found(tmp_path)["piper"].detail
    chosen = found(tmp_path, "piper")
    assert "piper" not in chosen
    assert chosen["speech engine"].ok is False
    assert "settings" in chosen["speech engine"].mend


def test_the_voices_that_piper_would_have_are_counted(tmp_path, monkeypatch):
    monkeypatch.setattr(diagnose.importlib.util, "find_spec", lambda name: object())
    (tmp_path / "voices").mkdir()
    (tmp_path / "voices" / "en.onnx").write_bytes(b"")
    assert "1 in" in found(tmp_path)["piper"].detail
