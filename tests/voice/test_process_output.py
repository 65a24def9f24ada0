"""The sound process seen from outside: calls never wait, and a new process follows a lost one."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from stretchtimer.voice.process_output import ProcessOutput
from tests.voice.sounds import LIMIT_S, Heard, clip

# Stand-ins write each line that they get into a file, after the number of their life.
HEAD = """
import json, os, signal, sys, time
folder = os.path.dirname(os.path.abspath(__file__))
lives = os.path.join(folder, "lives")
with open(lives, "a") as file: file.write(".")
life = os.path.getsize(lives)
def say(word): print(word, flush=True)
def lines():
    for line in sys.stdin:
        with open(os.path.join(folder, "lines"), "a") as file:
            file.write(f"[{life}, {line.strip()}]\\n")
        yield json.loads(line)
"""
GOOD = """
say("ready")
for line in lines():
    say("done")
    if line == ["close"]: break
"""


class Bench:
    """Sound processes made of scripts, and what they were told."""

    def __init__(self, folder):
        self.folder = folder
        self.told = Heard()
        self.now_s = 0.0
        self.open = []

    def output(self, script, retry_after_s=(0.02,), device=""):
        path = self.folder / "process.py"
        path.write_text(HEAD + script)
        command = [sys.executable, "-S", str(path)]
        output = ProcessOutput(self.told, device, command, retry_after_s, lambda: self.now_s)
        self.open.append(output)
        return output

    def lines(self, life=1):
        try:
            content = (self.folder / "lines").read_text().splitlines()
        except FileNotFoundError:
            return []
        return [line for number, line in map(json.loads, content) if number == life]

    def lives(self):
        lives = self.folder / "lives"
        return lives.stat().st_size if lives.exists() else 0

    def wait(self, condition):
        give_up_s = time.monotonic() + LIMIT_S
        while not condition():
            assert time.monotonic() < give_up_s, self.lines()
            time.sleep(0.005)  # another process has no event to wait for


@pytest.fixture
def bench(tmp_path):
    bench = Bench(tmp_path)
    yield bench
    for output in bench.open:
        output.close()
        process = output._process
        if process is not None:
            process.kill()
        output._thread.join(LIMIT_S)
        assert not output._thread.is_alive()


def runs(output):
    with output._lock:
        return output._process is not None


def answered(output):
    def is_so():
        with output._lock:
            return output._process is not None and output._unanswered == 0

    return is_so


def rests(output):
    """Whether its first process has come and gone."""

    def is_so():
        with output._lock:
            return output._process is None and not output._awake.is_set()

    return is_so


def test_sounds_are_handed_over_and_played(bench):
    output = bench.output(GOOD)
    bench.wait(answered(output))
    output.load("text Hold.", clip())
    before_s = time.monotonic()
    output.play("text Hold.", 0.9)
    output.hush()
    bench.wait(lambda: len(bench.lines()) == 3)
    load, play, hush = bench.lines()
    assert load[:2] == ["load", "text Hold."]
    assert len(load) == 3
    assert Path(load[2]).read_bytes() == clip().wav
    assert play[:3] == ["play", "text Hold.", 0.9]
    assert before_s <= play[3] - output.latency_ms / 1000 <= time.monotonic()
    assert hush == ["hush"]
    assert bench.told.items == []


def test_what_was_loaded_before_the_process_was_there_is_not_lost(bench):
    output = bench.output(GOOD)
    output.load("text Hold.", clip())
    bench.wait(lambda: [line[1] for line in bench.lines()] == ["text Hold."])


def test_what_was_asked_for_while_it_starts_is_not_lost_unless_hushed(bench):
    output = bench.output(
        """
say("ready")
if life == 1:
    say("rested")
else:
    for line in lines(): say("done")
"""
    )
    bench.wait(rests(output))
    output.load("text Hold.", clip())
    output.play("text Hold.", 0.5)
    output.hush()
    output.play("text Hold.", 0.9)
    bench.wait(lambda: bench.lines(2)[-1:] and bench.lines(2)[-1][2:3] == [0.9])
    heard = [line[0] if line[0] != "play" else line[2] for line in bench.lines(2)]
    assert heard in (["load", 0.9], ["load", 0.5, "hush", 0.9])


def test_what_was_asked_for_just_when_it_went_to_rest_is_not_lost(bench):
    output = bench.output(
        """
say("ready")
if life == 1:
    sys.stdin.readline()
    say("rested")
else:
    for line in lines(): say("done")
"""
    )
    bench.wait(answered(output))
    output.play("text Hold.", 0.9)
    bench.wait(lambda: [line[:3] for line in bench.lines(2)] == [["play", "text Hold.", 0.9]])
    bench.wait(answered(output))
    assert not output._asked
    assert bench.told.items == []


def test_a_process_that_ends_is_followed_by_one_that_has_all_sounds(bench):
    output = bench.output(
        """
say("ready")
for line in lines():
    say("done")
    if line[0] == "play" and life == 1: break
"""
    )
    bench.wait(answered(output))
    output.load("text Hold.", clip())
    output.play("text Hold.", 1.0)
    bench.wait(lambda: bench.lines(2))
    bench.wait(answered(output))
    output.play("text Hold.", 1.0)
    bench.wait(lambda: len(bench.lines(2)) == 2)
    assert [line[0] for line in bench.lines(2)] == ["load", "play"]
    (notice,) = bench.told.items
    assert notice.text.startswith("No sound for now: the sound process ended.")


def test_the_reason_that_the_process_gives_is_told_once(bench):
    bench.output('say("gone there is no sound device")')
    bench.wait(lambda: bench.lives() >= 3)
    (notice,) = bench.told.items
    assert notice.text.startswith("No sound for now: there is no sound device.")


def test_a_process_that_does_not_answer_is_replaced(bench):
    output = bench.output(
        'say("ready")\n'
        "if life == 1: os.kill(os.getpid(), signal.SIGSTOP)\n"
        'for line in lines(): say("done")'
    )
    bench.wait(answered(output))
    output.hush()
    output.play("text Hold.", 1.0)
    bench.now_s += 1.0
    output.play("text Hold.", 1.0)
    assert output._process.poll() is None, "one second is no reason yet"
    bench.now_s += 5.0
    output.play("text Release.", 1.0)
    bench.wait(lambda: "text Release." in [line[1] for line in bench.lines(2)])


def test_a_process_that_never_starts_is_replaced(bench):
    output = bench.output(
        'if life == 1: time.sleep(3600)\nsay("ready")\nfor line in lines(): say("done")'
    )
    bench.wait(lambda: runs(output) and bench.lives() == 1)
    bench.now_s += 5.0
    output.play("text Hold.", 1.0)
    assert output._process.poll() is None, "starting may take that long"
    bench.now_s += 5.0
    output.play("text Hold.", 1.0)
    bench.wait(lambda: bench.lives() == 2)


def test_no_call_waits_for_a_process_that_does_not_read(bench):
    output = bench.output('say("ready")\ntime.sleep(3600)')
    bench.wait(answered(output))
    began_s = time.monotonic()
    for _ in range(3_000):  # more than a pipe holds
        output.play("text Keep pushing. Tailbone down, breathe.", 1.0)
    # 0.1 s where nothing else runs; a single wait would last an hour
    assert time.monotonic() - began_s < LIMIT_S


def test_a_program_that_cannot_start_is_told(bench):
    output = ProcessOutput(bench.told, "", [str(bench.folder / "nothing")], (0.02,))
    bench.open.append(output)
    output.load("text Hold.", clip())
    output.play("text Hold.", 1.0)
    output.hush()
    assert "does not start" in bench.told.wait(1)[0].text


def test_no_room_for_a_sound_is_told(bench):
    output = bench.output(GOOD)
    output._folder.cleanup()
    output.load("text Hold.", clip())
    output.load("text Release.", clip())
    (notice,) = bench.told.items
    assert "find no room on the disk" in notice.text


def test_closing_lets_the_process_end_by_itself(bench):
    output = bench.output(GOOD)
    bench.wait(answered(output))
    process = output._process
    output.close()
    assert process.wait(LIMIT_S) == 0
    assert bench.told.items == []


def test_closing_at_once_leaves_nothing_behind(bench):
    output = bench.output(GOOD)
    output.close()
    output._thread.join(LIMIT_S)
    assert not output._thread.is_alive()


@pytest.mark.parametrize("goes_on", ["time.sleep(3600)", 'say("rested")'], ids=["goes on", "rests"])
def test_a_process_that_starts_while_all_is_closed_is_ended(bench, monkeypatch, goes_on):
    output = bench.output(f'say("ready")\nif life == 1: say("rested")\nelse: {goes_on}')
    bench.wait(rests(output))
    start = subprocess.Popen

    def close_and_start(*args, **options):
        output.close()
        process = start(*args, **options)
        if "rested" in goes_on:  # it has said so before we listen
            process.wait(LIMIT_S)
        return process

    monkeypatch.setattr(subprocess, "Popen", close_and_start)
    output.wake()
    output._thread.join(LIMIT_S)
    assert not output._thread.is_alive()


def test_the_chosen_device_is_handed_over(bench):
    output = bench.output(
        'open(os.path.join(folder, "device"), "w").write(sys.argv[1])\n' + GOOD, device="Speakers"
    )
    bench.wait(answered(output))
    assert (bench.folder / "device").read_text() == "Speakers"


def test_a_process_that_went_to_rest_comes_back_when_it_is_needed(bench):
    output = bench.output(
        """
say("ready")
if life == 1:
    say("rested")
    sys.exit()
for line in lines(): say("done")
"""
    )
    bench.wait(rests(output))
    output.load("text Hold.", clip())
    time.sleep(0.1)
    assert bench.lives() == 1, "nobody asked for sound"
    output.wake()
    bench.wait(lambda: [line[1] for line in bench.lines(2)] == ["text Hold."])
    assert bench.told.items == []
