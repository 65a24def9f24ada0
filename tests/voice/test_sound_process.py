"""The sound process: what it is told, at which sample it plays it, how it ends."""

import array
import json
import sys
import time

import pytest

from stretchtimer.voice import portaudio_stream, pulse_stream
from stretchtimer.voice.mixer import RATE_HZ
from stretchtimer.voice.sound_process import (
    _UNTOLD_S,
    REST_AFTER_S,
    SoundPlayer,
    open_stream,
    play_lines,
)
from stretchtimer.voice.sound_stream import NoSoundError, Position
from tests.voice.sounds import LIMIT_S, tone, wav

BEGINS_S = 500.0
LATENCY_S = 0.02


class FakeStream:
    """A stream on a clock of its own; `heard` is what really left it, frame by frame."""

    def __init__(self, queue_s, rest_s):
        self.queue_s, self.rest_s = queue_s, rest_s
        self.now_s = BEGINS_S
        self.heard = array.array("h")
        self.queue = array.array("h")  # of the frames from len(heard) on
        self.fails = False
        self.begun = True
        self.writes = 0

    def now(self):
        return self.now_s

    def pass_time(self, seconds):
        """The card takes what is due, and silence where the queue has run dry."""
        self.now_s += seconds
        due = round((self.now_s - BEGINS_S) * RATE_HZ) - len(self.heard)
        taken, self.queue = self.queue[:due], self.queue[due:]
        self.heard += taken + array.array("h", bytes(2 * (due - len(taken))))

    def write(self, block, at_frame):
        if self.fails:
            raise NoSoundError("the sound server has gone")
        self.writes += 1
        samples = array.array("h", block)
        place = at_frame - len(self.heard)
        assert place <= len(self.queue), "a hole"
        late = max(0, -place)
        self.queue[max(0, place) : max(0, place) + len(samples) - late] = samples[late:]
        if self.rest_s == 0:
            self.pass_time(len(samples) / RATE_HZ)

    def position(self):
        if not self.begun:
            return None
        return Position(len(self.heard), LATENCY_S)

    def onset_s(self):
        first = next(i for i, sample in enumerate(self.heard) if sample)
        return BEGINS_S + LATENCY_S + _UNTOLD_S + first / RATE_HZ


class Bench:
    def __init__(self, folder, stream):
        self.stream = stream
        self.answers = []
        self.player = SoundPlayer(self.stream, self.answers.append, self.stream.now)
        path = folder / "hold.wav"
        path.write_bytes(wav(tone(900)))
        self.tell("load", "hold", str(path))

    def tell(self, *line):
        self.player.obey(json.dumps(line))

    def run(self, seconds):
        until_s = self.stream.now_s + seconds
        while self.stream.now_s < until_s:
            rest_s = self.player.play_on()
            if rest_s is None:
                return False
            self.stream.pass_time(max(0.0, min(rest_s, until_s - self.stream.now_s)))
        return True


@pytest.fixture(params=[(0.5, 0.3), (0.01, 0.0)], ids=["written over", "written once"])
def bench(tmp_path, request):
    return Bench(tmp_path, FakeStream(*request.param))


@pytest.mark.parametrize("ahead_s", [0.06, 0.1, 0.5, 2.0])
def test_a_sound_is_heard_when_it_shall_be(bench, ahead_s):
    bench.run(3)
    heard_at_s = bench.stream.now_s + ahead_s
    bench.tell("play", "hold", 1.0, heard_at_s)
    bench.run(4)
    assert abs(bench.stream.onset_s() - heard_at_s) < 0.001
    assert sum(map(bool, bench.stream.heard)) == sum(map(bool, tone(900)))
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
    assert now_s < bench.stream.onset_s() < now_s + 0.055


def test_hushed_it_is_silent_within_50_ms(bench):
    bench.run(1)
    bench.tell("play", "hold", 1.0, bench.stream.now_s + 0.06)
    bench.run(0.3)
    assert any(bench.stream.heard[-100:])
    asked_at = len(bench.stream.heard)
    bench.tell("hush")
    bench.run(1)
    silent_from = asked_at + round((0.05 - LATENCY_S - _UNTOLD_S) * RATE_HZ)
    assert any(bench.stream.heard[asked_at:silent_from])
    assert not any(bench.stream.heard[silent_from:])


def test_what_was_going_to_be_heard_is_hushed_too(bench):
    bench.run(1)
    bench.tell("play", "hold", 1.0, bench.stream.now_s + 0.2)
    bench.tell("hush")
    bench.run(1)
    assert not any(bench.stream.heard)


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
    closed_at_s = bench.stream.now_s
    bench.tell("close")
    assert not bench.run(1)
    assert bench.stream.now_s < closed_at_s + 0.1
    assert not any(bench.stream.heard[-100:])


def test_a_stream_that_has_not_begun_is_fed_and_asked_again(bench):
    bench.stream.begun = False
    bench.player.play_on()
    assert len(bench.stream.queue) + len(bench.stream.heard) == round(
        bench.stream.queue_s * RATE_HZ
    )


def test_a_queue_that_ran_dry_is_filled_from_where_it_is(tmp_path):
    bench = Bench(tmp_path, FakeStream(0.5, 0.3))
    bench.run(2)
    bench.tell("play", "hold", 1.0, bench.stream.now_s + 0.1)
    bench.stream.pass_time(0.7)  # the machine was busy elsewhere
    bench.run(2)
    heard = [i for i, sample in enumerate(bench.stream.heard) if sample]
    assert (heard[-1] - heard[0]) / RATE_HZ == pytest.approx(0.9, abs=0.01)


def test_it_seldom_wakes(tmp_path):
    bench = Bench(tmp_path, FakeStream(0.5, 0.3))
    bench.run(2)
    before = bench.stream.writes
    bench.run(30)
    assert bench.stream.writes - before < 5 * 30


def waiting(stream, lines):
    """Gives the lines at once, then none: the time is passed in waiting."""

    def wait_for_line(at_most_s):
        if lines:
            return lines.pop(0)
        stream.pass_time(at_most_s)
        return None

    return wait_for_line


def test_lines_are_obeyed_until_nothing_is_asked_for_long(bench):
    stream = bench.stream
    lines = [json.dumps(["play", "hold", 1.0, stream.now_s + 0.3])]
    assert play_lines(bench.player, waiting(stream, lines), stream.now) is False
    assert any(stream.heard)
    assert REST_AFTER_S < stream.now_s - BEGINS_S < REST_AFTER_S + 1
    assert play_lines(bench.player, waiting(stream, ['["close"]']), stream.now) is True


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


def test_a_stream_of_the_real_server_plays_on_and_knows_its_latency(sound_server, monkeypatch):
    for name, value in sound_server.environment.items():
        monkeypatch.setenv(name, value)
    for device in ("", "nowhere"):
        stream = pulse_stream.open_stream(RATE_HZ, device)
        stream.write(bytes(2 * RATE_HZ), 0)
        until_s = time.monotonic() + LIMIT_S
        # on a busy machine an answer is old when it comes
        while (
            (position := stream.position()) is None
            or position.frame < RATE_HZ // 10
            or not -0.1 < position.heard_in_s < 0.5
        ):
            assert time.monotonic() < until_s, position
            time.sleep(0.01)
        stream.write(bytes(2 * RATE_HZ), position.frame + 100)
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
    stream.write(b"ab", 0)
    assert stream.position() == Position(1, 0.04)
    library.fails = True
    with pytest.raises(NoSoundError):
        stream.write(b"cd", 1)
    with pytest.raises(NoSoundError):
        portaudio_stream.open_stream(RATE_HZ, "")
    stream.close()
    assert library.written == ["start", b"ab", "abort", "close"]
