"""What every engine keeps to, whichever speaks; piper's own ways, with a piper of our making."""

import os
import sys
import textwrap

import pytest

from stretchtimer.voice.engine import EngineError, TextError
from stretchtimer.voice.engines import PIPER, SYSTEM, make_engine
from tests.voice.sounds import LIMIT_S

FAKE_PIPER = '''
"""A piper that hums: as long as the text, in WAV files as real as piper's."""
import math, struct, sys
from dataclasses import dataclass
from types import SimpleNamespace

@dataclass
class SynthesisConfig:
    length_scale: float = None

class PiperVoice:
    def __init__(self, path):
        self.path = path
        self.config = SimpleNamespace(length_scale=1.0)

    @staticmethod
    def load(path):
        print("loading", path)
        if "broken" in path:
            raise ValueError("Protobuf parsing failed.")
        return PiperVoice(path)

    def synthesize_wav(self, text, file, syn_config):
        file.setnchannels(1); file.setsampwidth(2); file.setframerate(16_000)
        if "silence" in text:
            raise RuntimeError("no phonemes")
        count = int(16_000 * 0.06 * len(text) * syn_config.length_scale)
        hum = (12_000 * math.sin(i / 9) for i in range(count))
        file.writeframes(b"".join(struct.pack("<h", int(sample)) for sample in hum))
'''


@pytest.fixture
def voices(tmp_path, monkeypatch):
    """A folder with two voices, and the piper that loads them on the workers' path."""
    monkeypatch.setattr("stretchtimer.voice.engine.time_limit_s", lambda text: LIMIT_S)
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "piper.py").write_text(FAKE_PIPER)
    path = [str(tmp_path / "site"), *(part for part in sys.path if part)]
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(path))
    folder = tmp_path / "voices"
    folder.mkdir()
    add_voice(folder, "de_DE-thorsten-medium", '{"language": {"code": "de_DE"}}')
    add_voice(folder, "en_US-lessac-low", '{"espeak": {"voice": "en-us"}}')
    return folder


def add_voice(folder, name, config):
    (folder / f"{name}.onnx").write_bytes(b"model")
    (folder / f"{name}.onnx.json").write_text(config)


@pytest.fixture(params=[SYSTEM, PIPER])
def engine(request, voices):
    engine = make_engine(request.param, voices)
    yield engine
    engine.stop()


def test_an_engine_tells_its_voices_and_stays_the_same(engine):
    info = engine.start()
    assert info.name
    assert info.voices
    assert all(voice.id and voice.name for voice in info.voices)
    assert len({voice.id for voice in info.voices}) == len(info.voices)
    assert engine.start() is info


def test_longer_texts_and_slower_speech_take_longer(engine):
    voice = engine.start().voices[0].id
    short_ms = engine.render("Hold.", voice, 155).length_ms
    assert engine.render("Hold, and breathe slowly.", voice, 155).length_ms > short_ms
    assert engine.render("Hold.", voice, 100).length_ms > short_ms


def test_an_engine_speaks_without_a_voice_named_and_after_a_stop(engine):
    assert engine.render("Hold.", "", 155).length_ms > 100
    engine.stop()
    assert engine.render("Hold.", "", 155).length_ms > 100


def test_piper_tells_languages_and_names_of_its_voices(voices):
    add_voice(voices, "broken", "{")
    add_voice(voices, "odd", "[]")
    (voices / "alone.onnx").write_bytes(b"model")
    engine = make_engine(PIPER, voices)
    told = [(voice.id, voice.name, voice.languages) for voice in engine.start().voices]
    engine.stop()
    assert told == [
        ("de_DE-thorsten-medium", "Thorsten, medium", ("de_DE",)),
        ("en_US-lessac-low", "Lessac, low", ("en-us",)),
    ]


def test_a_voice_or_a_text_that_fails_costs_that_text_alone(voices):
    add_voice(voices, "broken", "{}")
    engine = make_engine(PIPER, voices)
    with pytest.raises(TextError, match="Protobuf"):
        engine.render("Hold.", "broken", 155)
    with pytest.raises(TextError, match="no phonemes"):
        engine.render("silence", "en_US-lessac-low", 155)
    assert engine.render("Hold.", "en_US-lessac-low", 155).length_ms > 100
    engine.stop()


def test_a_folder_without_voices_is_told(voices):
    for path in voices.iterdir():
        path.unlink()
    with pytest.raises(EngineError, match=r"no voice file \(.onnx with its .onnx.json\) lies in"):
        make_engine(PIPER, voices).start()


def test_without_piper_the_reason_is_plain(voices, tmp_path):
    (tmp_path / "site" / "piper.py").write_text("raise ImportError('no piper')")
    with pytest.raises(EngineError, match=r"^piper is not installed$"):
        make_engine(PIPER, voices).start()


def test_a_piper_that_hangs_is_ended(voices, tmp_path, monkeypatch):
    hanging = textwrap.dedent("import time\ndef hang(*_, **__): time.sleep(600)\n")
    more = "PiperVoice.synthesize_wav = hang\n"
    (tmp_path / "site" / "piper.py").write_text(FAKE_PIPER + hanging + more)
    monkeypatch.setattr("stretchtimer.voice.engine.time_limit_s", lambda text: 0.03)
    engine = make_engine(PIPER, voices)
    engine.start()
    with pytest.raises(EngineError, match="hung"):
        engine.render("Hold.", "", 155)
    assert engine._worker is None
