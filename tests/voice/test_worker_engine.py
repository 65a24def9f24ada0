"""The engine behind a process boundary: whatever that process does, the answer is a clip or a plain
reason, in time."""

import os
import select
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from stretchtimer.voice import engine as engine_module
from stretchtimer.voice.clip import BadClipError
from stretchtimer.voice.engine import EngineError, TextError, WorkerEngine
from tests.voice.sounds import LIMIT_S, tone, wav

HEAD = """
import json, os, signal, sys, time
def answer(**fields):
    print(json.dumps(fields), flush=True)
def be_ready():
    voice = {"id": "us", "name": "American", "languages": ["en-us"]}
    answer(ready=True, engine="fake", version="1", library="", voices=[voice])
def requests():
    for line in sys.stdin:
        yield json.loads(line)
def write(request, content):
    open(request["out"], "wb").write(content)
    answer(id=request["id"], ok=True)
"""


@pytest.fixture
def worker(tmp_path, monkeypatch):
    """Makes engines out of worker scripts, which hang soon only where they are told to."""
    monkeypatch.setattr(
        engine_module, "time_limit_s", lambda text: 0.3 if text == "hang" else LIMIT_S
    )
    (tmp_path / "good.wav").write_bytes(wav([0] * 2_000 + tone(200) + [0] * 2_000))
    made = []

    def make(script, start_timeout_s=LIMIT_S):
        path = tmp_path / "worker.py"
        good = f"GOOD = open({str(tmp_path / 'good.wav')!r}, 'rb').read()\n"
        path.write_text(HEAD + good + textwrap.dedent(script))
        made.append(WorkerEngine([sys.executable, "-S", str(path)], start_timeout_s))
        return made[-1]

    yield make
    for engine in made:
        engine.stop()


def test_a_good_worker_renders(worker):
    engine = worker("be_ready()\nfor request in requests(): write(request, GOOD)")
    info = engine.start()
    assert (info.name, info.version, info.voices[0].id) == ("fake", "1", "us")
    assert engine.start() is info
    assert engine.render("Hold.", "us", 155).length_ms == pytest.approx(255, abs=2)
    engine.stop()
    assert engine.render("Hold.", "us", 155).length_ms == pytest.approx(255, abs=2)


@pytest.mark.parametrize(
    ("script", "why"),
    [
        ("", "died"),
        ("os.kill(os.getpid(), 9)", "died"),
        ("time.sleep(60)", "hung for 0 s"),
        ("os.kill(os.getpid(), signal.SIGSTOP)", "hung"),
        ("answer(ready=False, error='no speech engine is installed')", "no speech engine"),
        ("answer(ready=True)", "nonsense"),
        ("answer(ready=True, engine='x', version='', library='', voices=[3])", "nonsense"),
        ("print('Audio saved to x')", "nonsense"),
        ("print([])", "nonsense"),
        ("sys.stdout.buffer.write(b'\\xff\\xfe\\n')", "nonsense"),
    ],
)
def test_a_worker_that_does_not_start_gives_a_plain_reason(worker, script, why):
    engine = worker(script, start_timeout_s=0.3 if "hung" in why else LIMIT_S)
    with pytest.raises(EngineError, match=why):
        engine.start()


@pytest.mark.parametrize(
    ("deed", "why"),
    [
        ("os.kill(os.getpid(), 9)", "died"),
        ("os.kill(os.getpid(), signal.SIGSTOP)", "hung"),
        ("time.sleep(60)", "hung"),
        ("print('Audio saved')", "nonsense"),
        ("answer(id=-1, ok=True)", "nonsense"),
        ("answer(id=request['id'])", "nonsense"),
        ("answer(id=request['id'], ok=False, error='odd text')", "odd text"),
        ("answer(id=request['id'], ok=True)", "wrote no file"),
    ],
)
def test_a_worker_that_fails_gives_a_plain_reason_and_the_next_one_works(worker, deed, why):
    engine = worker(
        f"""
        be_ready()
        for request in requests():
            if request["text"] in ("bad", "hang"):
                {deed}
            else:
                write(request, GOOD)
        """
    )
    with pytest.raises(EngineError, match=why):
        engine.render("hang" if why == "hung" else "bad", "us", 155)
    assert engine.render("Hold.", "us", 155).length_ms > 200


@pytest.mark.parametrize("content", ["b''", "GOOD[:30]", "os.urandom(999)", "b'RIFF' * 9_000_000"])
def test_a_bad_file_is_no_clip(worker, content):
    engine = worker(f"be_ready()\nfor request in requests(): write(request, {content})")
    with pytest.raises(BadClipError):
        engine.render("Hold.", "us", 155)


def test_noise_for_minutes_is_no_clip(worker):
    engine = worker(
        """
        import wave
        be_ready()
        for request in requests():
            with wave.open(request["out"], "wb") as out:
                out.setnchannels(1); out.setsampwidth(2); out.setframerate(22050)
                out.writeframes(os.urandom(22050 * 2) * 180)
            answer(id=request["id"], ok=True)
        """
    )
    with pytest.raises(BadClipError, match="longer than 60 s"):
        engine.render("Hold.", "us", 155)


@pytest.mark.parametrize("flood", ["print('y')", "sys.stdout.write('y' * 100_000)"])
def test_a_worker_that_floods_is_ended_without_being_asked(worker, flood):
    engine = worker(f"be_ready()\nwhile True: {flood}")
    engine.start()
    process = engine._worker._process
    assert process.wait(LIMIT_S) != 0


def test_no_room_for_temporary_files_is_a_plain_reason(worker, monkeypatch):
    engine = worker("be_ready()\nfor request in requests(): write(request, GOOD)")

    def full(**_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.TemporaryDirectory", full)
    with pytest.raises(EngineError, match="no room for temporary files"):
        engine.render("Hold.", "us", 155)


def test_a_missing_worker_program_is_a_plain_reason(tmp_path):
    with pytest.raises(EngineError, match="does not start"):
        WorkerEngine([str(tmp_path / "nothing")]).start()


def test_a_text_that_fails_is_told_apart_from_a_broken_engine(worker):
    engine = worker(
        "be_ready()\nfor request in requests(): answer(id=request['id'], ok=False, error='odd')"
    )
    with pytest.raises(TextError):
        engine.render("Hold.", "us", 155)
    assert engine._worker is not None


@pytest.mark.skipif(sys.platform != "linux", reason="another system's way to end a process")
@pytest.mark.parametrize("state", ["well", "stopped"])
def test_no_worker_outlives_its_parent(tmp_path, state):
    parent = f"""
import os, signal, sys, threading
from stretchtimer.voice.engine import WorkerEngine
child = {str(tmp_path / "child.py")!r}
open(child, "w").write('''{HEAD}
import threading
from stretchtimer.voice.child import follow_parent
follow_parent(print)
be_ready()
threading.Event().wait()
''')
engine = WorkerEngine([sys.executable, child])
engine.start()
pid = engine._worker._process.pid
if {state!r} == "stopped":
    os.kill(pid, signal.SIGSTOP)
print(pid, flush=True)
threading.Event().wait()
"""
    environment = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    with subprocess.Popen(
        [sys.executable, "-c", parent], stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        pid = int(process.stdout.readline())
        watched = os.pidfd_open(pid)
        process.kill()
    ready, _, _ = select.select([watched], [], [], LIMIT_S)
    os.close(watched)
    assert ready, "the worker still runs"
