"""A session at a terminal, as a person has it: a real process, a real sound server, real time."""

import array
import os
import signal
import sqlite3
import subprocess
import sys
import time
from itertools import pairwise

import pytest

from tests import real_desktop
from tests.end_to_end.short_routine import CHIMES_S, TOTAL_S, install

RATE_HZ = 16_000
# A monitor's own delay moves as streams come and go (a stream of silence steadies it), and on a
# busy machine a player program takes its time to start. What is heard when is measured by the
# benchmark.
HEARD_WITHIN_MS = 500
PATIENCE_S = 60
SILENT = {"PULSE_SERVER": "unix:/nowhere", "XDG_RUNTIME_DIR": "/nowhere"}
PLAY = [sys.executable, "-m", "stretchtimer", "play", "short", "--terminal"]


def start(environment, *more):
    return subprocess.Popen(
        [*PLAY, *more],
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def read_until(playing, word):
    """What it says, up to the line that holds `word`."""
    said = ""
    while word not in said:
        line = playing.stdout.readline()
        assert line, f"it ended: {said}"
        said += line
    return said


def history(home):
    with sqlite3.connect(home / "stretchtimer" / "history.sqlite") as database:
        sessions = database.execute("SELECT routine, how FROM sessions").fetchall()
        holds = database.execute("SELECT exercise, rep, held_ms FROM holds").fetchall()
    database.close()
    return sessions, holds


def loud_stretches(samples, quietest=400, gap_ms=80):
    """When sound begins and ends, in ms: pauses shorter than `gap_ms` belong to it."""
    window = RATE_HZ // 200
    loud = [
        5 * number
        for number, begin in enumerate(range(0, len(samples), window))
        if max(map(abs, samples[begin : begin + window]), default=0) > quietest
    ]
    return [at for before, at in pairwise([-(10**9), *loud]) if at - before > gap_ms]


def test_a_routine_is_heard_from_its_first_word_to_its_last_chime(sound_server, own_home, tmp_path):
    install(own_home)
    # Heard once, so that every clip is ready; the second time is measured.
    export = [
        sys.executable,
        "-m",
        "stretchtimer",
        "export",
        "short",
        "-o",
        str(tmp_path / "x.wav"),
    ]
    subprocess.run(export, check=True)
    off_ms = []
    while len(off_ms) < 3:  # what a busy machine cannot play in time it drops
        out, begins = record(sound_server, tmp_path / "recording.raw")
        assert "!" not in out
        assert [line[:5] for line in out.splitlines() if line[2:3] == ":"] == [
            "00:00",
            "00:03",
            "00:06",
            "00:08",
            "00:12",
            "00:14",
        ]
        off_ms.append(
            max(
                min((abs(begin - begins[0] - due_s * 1000) for begin in begins), default=10**9)
                for due_s in CHIMES_S
            )
        )
        if off_ms[-1] <= HEARD_WITHIN_MS:
            break
    assert off_ms[-1] <= HEARD_WITHIN_MS, off_ms
    sessions, holds = history(own_home)
    assert sessions == [("short", "finished")] * len(off_ms)
    assert holds == [("ham-wall", 1, 4_000)] * len(off_ms)


def record(sound_server, path):
    """Play the short routine: what is written, and when sounds begin."""
    environment = {**os.environ, **sound_server.environment}
    format_ = ["--format=s16le", f"--rate={RATE_HZ}", "--channels=1"]
    silence = [real_desktop.program("pacat"), "--latency-msec=20", *format_, "/dev/zero"]
    listen = [real_desktop.program("parec"), f"--device={sound_server.monitor}", *format_]
    with path.open("wb") as file:
        steady = subprocess.Popen(silence, env=environment)
        recorder = subprocess.Popen(listen, env=environment, stdout=file)
        try:
            time.sleep(1)
            playing = start(sound_server.environment)
            out, _ = playing.communicate(timeout=TOTAL_S + PATIENCE_S)
        finally:
            for process in (recorder, steady):
                process.terminate()
                process.wait()
    assert playing.returncode == 0
    samples = array.array("h", path.read_bytes()[: path.stat().st_size // 2 * 2])
    return out, loud_stretches(samples)


def test_without_any_sound_the_routine_goes_on_in_time_and_says_so_once(own_home):
    install(own_home)
    started_s = time.monotonic()
    with start(SILENT) as playing:
        out = read_until(playing, "00:00")
        began_s = time.monotonic()
        out += playing.stdout.read()
        ended_s = time.monotonic()
    assert playing.returncode == 0
    assert ended_s - started_s >= TOTAL_S - 0.5
    assert ended_s - began_s <= TOTAL_S + 4
    assert out.count("No sound") == 1
    assert out.rstrip().endswith("Done.")


def test_a_stopped_process_pauses_and_goes_on_to_the_end(own_home):
    install(own_home)
    with start(SILENT) as playing:
        read_until(playing, "00:03")
        playing.send_signal(signal.SIGSTOP)
        time.sleep(7)
        playing.send_signal(signal.SIGCONT)
        out = playing.stdout.read()
    assert playing.returncode == 0
    assert "Paused: the computer slept or stood still" in out
    assert history(own_home)[1] == [("ham-wall", 1, 4_000)]


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_a_polite_end_is_logged_as_stopped(own_home, how):
    install(own_home, hold_s=40)
    with start(SILENT) as playing:
        read_until(playing, "Hold")
        time.sleep(1.5)
        playing.send_signal(how)
    sessions, ((_, _, held_ms),) = history(own_home)
    assert sessions == [("short", "stopped")]
    assert 1_000 <= held_ms <= 20_000


def test_a_killed_session_is_kept_as_far_as_it_went(own_home):
    install(own_home)
    with start(SILENT) as playing:
        read_until(playing, "Release")
        playing.kill()
    assert history(own_home) == ([("short", None)], [("ham-wall", 1, 4_000)])


def test_garbage_in_every_file_of_the_home_hinders_nothing(own_home):
    install(own_home)
    home = own_home / "stretchtimer"
    for name in ("settings.toml", "history.sqlite", "routines/bad.toml", "exercises/bad.toml"):
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(os.urandom(3_000))
    clips = home / "cache" / "clips"
    clips.mkdir(parents=True)
    (clips / "engine-system.json").write_bytes(os.urandom(300))
    playing = start(SILENT, "--speed", "10")
    out, _ = playing.communicate(timeout=PATIENCE_S)
    assert playing.returncode == 0
    assert out.rstrip().endswith("Done.")
    for name in ("settings.toml", "history.sqlite", "bad.toml"):
        assert name in out
    kept = sorted(path.name for path in home.iterdir() if "broken" in path.name)
    assert len(kept) == 2
    assert history(own_home)[0] == [("short", "finished")]
