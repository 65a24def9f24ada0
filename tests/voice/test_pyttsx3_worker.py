"""The real engine in the real worker process."""

import contextlib
import os
import random
import sys

import pytest

from stretchtimer.voice.clip import BadClipError
from stretchtimer.voice.engine import EngineError, TextError, WorkerEngine
from stretchtimer.voice.spoken_text import spoken_text
from stretchtimer.voice.worker import SpeechEngine
from tests.voice.test_spoken_text import MARKUP

PATIENCE = 5.0  # the machine may be busy elsewhere
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="eSpeak NG is Linux's engine")


@pytest.fixture(scope="module")
def engine():
    engine = WorkerEngine(patience=PATIENCE)
    yield engine
    engine.stop()


def test_it_tells_who_speaks(engine):
    info = engine.start()
    assert info.name
    assert info.voices
    assert all(voice.id and voice.name for voice in info.voices)


@linux_only
def test_the_same_words_take_the_same_time_and_less_when_spoken_fast(engine):
    lengths_ms = [engine.render("Hold.", "gmw/en-US", 155).length_ms for _ in range(2)]
    assert lengths_ms[0] == lengths_ms[1]
    assert 300 <= lengths_ms[0] <= 800
    assert engine.render("Hold.", "gmw/en-US", 250).length_ms < lengths_ms[0]
    longer = "Keep pushing. Tailbone down, breathe."
    assert engine.render(longer, "gmw/en-US", 155).length_ms > 1_500


def odd_texts():
    """A hundred texts that nobody should write, the same ones each time."""
    chance = random.Random(4)  # noqa: S311  # the same ones each time
    words = ["שלום", "مرحبا", "Größe", "ñandú", "1 2 3", "x", "你好", "e\u0301", "½", "#%*"]
    pieces = [*MARKUP, *words]
    mixed = [" ".join(chance.choices(pieces, k=chance.randint(1, 9))) for _ in range(50)]
    codes = [*range(1, 0xD800), *range(0xE000, 0x11000)]
    any_code = ["".join(map(chr, chance.choices(codes, k=20))) for _ in range(10)]
    return [*mixed, *any_code, *pieces, "a" * 5_000, "", "🎉", "...", "b " * 2_000]


@linux_only
def test_a_hundred_odd_texts_are_spoken_or_dropped_and_never_obeyed(engine):
    """What is obeyed would change the length: of silence inserted, of speech that is hurried."""
    usual_ms = engine.render("Hold.", "gmw/en-US", 155).length_ms
    worker, spoken = engine._worker, 0
    odd = odd_texts()
    assert len(odd) >= 100
    for text in odd:
        speakable = spoken_text(text)
        if not speakable:
            continue
        with contextlib.suppress(TextError, BadClipError):  # an engine need not know every script
            length_ms = engine.render(speakable, "gmw/en-US", 155).length_ms
            assert length_ms < 60_000
            spoken += 1
    assert spoken > 60
    assert engine._worker is worker
    assert engine.render("Hold.", "gmw/en-US", 155).length_ms == pytest.approx(usual_ms, abs=20)


def worker_without(tmp_path, *, loader):
    """The worker on a machine whose system has no eSpeak NG: loading one by its soname fails."""
    script = tmp_path / "worker.py"
    script.write_text(
        "import ctypes, sys\n"
        "load = ctypes.CDLL.__init__\n"
        "def refuse(self, name=None, *more, **named):\n"
        "    if name and 'espeak' in str(name) and '/' not in str(name): raise OSError(name)\n"
        "    load(self, name, *more, **named)\n"
        "ctypes.CDLL.__init__ = refuse\n"
        + ("" if loader else "sys.modules['espeakng_loader'] = None\n")
        + "from stretchtimer.voice.worker import main\nmain()\n"
    )
    return WorkerEngine([sys.executable, str(script)], patience=PATIENCE)


@linux_only
def test_the_bundled_engine_speaks_where_the_system_has_none(tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(path for path in sys.path if path))
    engine = worker_without(tmp_path, loader=True)
    info = engine.start()
    assert "espeakng_loader" in info.library
    assert len(info.voices) > 50
    assert engine.render("Hold.", "gmw/en-US", 155).length_ms > 300
    engine.stop()


@linux_only
def test_without_any_engine_the_reason_is_plain(tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(path for path in sys.path if path))
    with pytest.raises(EngineError, match=r"^no speech engine \(eSpeak NG\) is installed$"):
        worker_without(tmp_path, loader=False).start()


class Stuttering(SpeechEngine):
    """An engine whose first loops end before anything is written."""

    def __init__(self, failures):
        self.failures = failures

    def _choose(self, voice, rate_wpm):
        pass

    def _written(self, text, out):
        self.failures -= 1
        return self.failures < 0


def test_a_loop_that_wrote_nothing_is_run_once_more(tmp_path):
    Stuttering(1).render("Hold.", tmp_path / "x.wav", "", 155)
    with pytest.raises(RuntimeError, match="wrote no sound"):
        Stuttering(2).render("Hold.", tmp_path / "x.wav", "", 155)
