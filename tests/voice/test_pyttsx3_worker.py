"""The real engine in the real worker process."""

import contextlib
import os
import sys

import pytest

from stretchtimer.voice.engine import EngineError, TextError, WorkerEngine

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="eSpeak NG is Linux's engine")


@pytest.fixture(scope="module")
def engine():
    engine = WorkerEngine()
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


@pytest.mark.parametrize("text", ["שלום", "Größe", "a" * 200, "1 2 3", "x"])
def test_odd_texts_do_no_harm(engine, text):
    with contextlib.suppress(TextError):  # an engine need not know every script
        engine.render(text, "", 155)
    assert engine.render("Hold.", "", 155).length_ms > 200


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
    return WorkerEngine([sys.executable, str(script)])


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
