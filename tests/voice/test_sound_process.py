"""The sound process: what it is told, at which sample it plays it, how it ends."""

import json
import queue
import sys

import pytest

from stretchtimer.voice import portaudio_stream, pulse_stream
from stretchtimer.voice.mixer import RATE_HZ
from stretchtimer.voice.sound_process import (
    _UNTOLD_S,
    BLOCK_FRAMES,
    REST_AFTER_S,
    SoundPlayer,
    open_stream,
    play_lines,
)
from stretchtimer.voice.sound_stream import NoSoundError
from tests.voice.sounds import tone, wav

LATENCY_S = 0.03


class FakeStream:
    """A stream that takes each block when the one before it was played; time is its own."""

    def __init__(self):
        self.now_s = 500.0
        self.heard = bytearray()
        self.begins_s = self.now_s + LATENCY_S + _UNTOLD_S
        self.fails = False

    def now(self):
        return self.now_s

    def write(self, block):
        if self.fails:
            raise NoSoundError("the sound server has gone")
        self.heard += block
        self.now_s = 500.0 + len(self.heard) / 2 / RATE_HZ

    def latency_s(self):
        return LATENCY_S

    def onset_s(self):
        first = next(i for i in range(0, len(self.heard), 2) if any(self.heard[i : i + 2]))
        return self.begins_s + first / 2 / RATE_HZ


class Bench:
    def __init__(self, folder):
        self.stream = FakeStream()
        self.answers = []
        self.player = SoundPlayer(self.stream, self.answers.append, self.stream.now)
        path = folder / "hold.wav"
        path.write_bytes(wav(tone(300)))
        self.tell("load", "hold", str(path))

    def tell(self, *line):
        self.player.obey(json.dumps(line))

    def run(self, seconds):
        until_s = self.stream.now_s + seconds
        while self.stream.now_s < until_s:
            if not self.player.play_on():
                return False
        return True


@pytest.fixture
def bench(tmp_path):
    return Bench(tmp_path)


@pytest.mark.parametrize("ahead_s", [0.06, 0.1, 0.5, 2.0])
def test_a_sound_is_heard_when_it_shall_be(bench, ahead_s):
    bench.run(3)
    heard_at_s = bench.stream.now_s + ahead_s
    bench.tell("play", "hold", 1.0, heard_at_s)
    bench.run(3)
    assert abs(bench.stream.onset_s() - heard_at_s) < 0.001
    assert bench.answers == ["done", "done"]


def test_what_comes_late_is_heard_at_once_and_what_comes_much_too_late_never(bench):
    bench.run(3)
    now_s = bench.stream.now_s
    bench.tell("play", "hold", 1.0, now_s - 0.5)
    bench.run(1)
    assert not any(bench.stream.heard)
    now_s = bench.stream.now_s
    bench.tell("play", "hold", 1.0, now_s)
    bench.run(1)
    assert now_s < bench.stream.onset_s() < now_s + 0.05


def test_hushed_it_is_silent_within_the_queue_and_the_fade(bench):
    bench.run(1)
    bench.tell("play", "hold", 1.0, bench.stream.now_s + 0.06)
    bench.run(0.2)
    written = len(bench.stream.heard)
    assert any(bench.stream.heard)
    bench.tell("hush")
    bench.run(0.3)
    silent_from = written + 2 * RATE_HZ * 10 // 1000
    assert any(bench.stream.heard[written:silent_from])
    assert not any(bench.stream.heard[silent_from:])


def test_nonsense_is_answered_and_does_nothing(bench):
    bench.tell("dance")
    bench.tell("play", "unknown", 1.0, bench.stream.now_s)
    assert bench.run(0.1)
    assert not any(bench.stream.heard)
    assert len(bench.answers) == 3


def test_closing_fades_then_ends(bench):
    bench.run(1)
    bench.tell("play", "hold", 1.0, bench.stream.now_s + 0.06)
    bench.run(0.2)
    bench.tell("close")
    assert not bench.run(1)
    assert not any(bench.stream.heard[-2 * BLOCK_FRAMES :])


def test_lines_are_obeyed_between_blocks_until_nothing_is_asked_for_long(bench):
    lines = queue.SimpleQueue()
    lines.put(json.dumps(["play", "hold", 1.0, bench.stream.now_s + 0.3]))
    assert play_lines(bench.player, lines, bench.stream.now) is False
    assert any(bench.stream.heard)
    assert REST_AFTER_S < bench.stream.now_s - 500.0 < REST_AFTER_S + 1
    lines.put('["close"]')
    assert play_lines(bench.player, lines, bench.stream.now) is True


def test_a_stream_that_fails_is_not_swallowed(bench):
    bench.stream.fails = True
    with pytest.raises(NoSoundError):
        bench.run(1)


def test_without_server_and_device_the_reason_is_the_servers(monkeypatch, tmp_path):
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/nothing")
    with pytest.raises(NoSoundError, match="sound server cannot be reached"):
        open_stream(RATE_HZ, "")


def test_without_its_library_a_server_is_no_use(monkeypatch):
    monkeypatch.setattr(pulse_stream, "LIBRARY", "libnothing.so.0")
    with pytest.raises(NoSoundError, match="library of the sound server is missing"):
        pulse_stream.open_stream(RATE_HZ, "")


def test_a_stream_of_the_real_server_takes_sound_and_knows_its_latency(sound_server, monkeypatch):
    for name, value in sound_server.environment.items():
        monkeypatch.setenv(name, value)
    for device in ("", "nowhere"):
        stream = pulse_stream.open_stream(RATE_HZ, device)
        for _ in range(20):
            stream.write(bytes(2 * BLOCK_FRAMES))
        assert 0.0 <= stream.latency_s() < 0.5
        stream.close()
    with pytest.raises(NoSoundError):
        pulse_stream.open_stream(RATE_HZ, "no such sink")
    stream = open_stream(RATE_HZ, "unplugged since")  # then it is the usual one
    assert isinstance(stream, pulse_stream.PulseStream)
    stream.close()


class FakePortAudio:
    """Stands for the module `sounddevice`."""

    class PortAudioError(Exception):
        pass

    def __init__(self):
        self.asked = {}
        self.written = []
        self.fails = False

    def RawOutputStream(self, **asked):  # noqa: N802  # the library's name
        self.asked = asked
        if self.fails:
            raise self.PortAudioError("no device")
        return self

    latency = 0.04

    def start(self):
        self.written.append("start")

    def write(self, block):
        if self.fails:
            raise self.PortAudioError("gone")
        self.written.append(block)

    def abort(self):
        self.written.append("abort")

    def close(self):
        self.written.append("close")


def test_portaudio_plays_elsewhere(monkeypatch):
    library = FakePortAudio()
    monkeypatch.setitem(sys.modules, "sounddevice", library)
    stream = portaudio_stream.open_stream(RATE_HZ, "Speakers")
    assert (library.asked["samplerate"], library.asked["device"]) == (RATE_HZ, "Speakers")
    stream.write(b"ab")
    assert stream.latency_s() == 0.04
    library.fails = True
    with pytest.raises(NoSoundError):
        stream.write(b"cd")
    with pytest.raises(NoSoundError):
        portaudio_stream.open_stream(RATE_HZ, "")
    stream.close()
    assert library.written == ["start", b"ab", "abort", "close"]
