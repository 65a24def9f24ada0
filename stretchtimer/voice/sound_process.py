"""The sound process: plays clips as one stream that never pauses, each at its very sample.

It is a process of its own because the client of a sound server may wait for it without end, and
because nothing that the window does may hold up the samples. A stream that keeps running has a
latency that can be known: what starts a stream for each clip is heard now sooner, now later.

One JSON list a line comes in on stdin:

    ["load", name, path]                  have a WAV file ready
    ["play", name, volume, heard_at_s]    let it be heard at that moment of the monotonic clock
    ["hush"]                              fall silent
    ["close"]                             fall silent and end

`ready` goes out when the stream is open and `done` after each line, so that the parent knows that
all is well. Where nothing can play, `gone` and the reason go out and the process ends: a new one
finds what this one lost. After a while without a line it says `rested` and ends too.
"""

import contextlib
import json
import os
import queue
import sys
import time
from collections.abc import Callable

from stretchtimer.voice import portaudio_stream, pulse_stream
from stretchtimer.voice.child import follow_parent
from stretchtimer.voice.mixer import FADE_FRAMES, RATE_HZ, Mixer
from stretchtimer.voice.sound_file import read_sound
from stretchtimer.voice.sound_stream import NoSoundError, Position, SoundStream
from stretchtimer.voice.stream_clock import StreamClock

REPORT_EVERY_S = 0.25
_DOUBT_S = 0.1  # after a report that is not believed the next one comes so soon
_EAGER_S = 0.01  # a stream that has just begun is asked that often
_EAGER_REPORTS = 30
_UNSETTLED_REPORTS = 5  # a stream that has just begun does not know its latency
REST_AFTER_S = 150.0  # longer than a routine is silent
LATE_AT_MOST_S = 0.4  # a word later than that says the wrong thing
_UNTOLD_S = 0.010  # what converters hold back and no sound server knows of
_PRIORITY = -11  # the niceness that sound servers give themselves, where that is allowed


class SoundPlayer:
    """Carries out the parent's lines on a stream, and keeps the stream fed."""

    def __init__(
        self, stream: SoundStream, answer: Callable[[str], None], now_s: Callable[[], float]
    ) -> None:
        self._stream = stream
        self._answer = answer
        self._now_s = now_s
        self._mixer = Mixer()
        self._clock = StreamClock(RATE_HZ)
        self._written = 0
        self._reports = 0
        self._report_due_s = 0.0
        self._over_at_s: float | None = None

    def obey(self, line: str) -> None:
        """Carry out one line and answer. Raises NoSoundError."""
        match json.loads(line):
            case ["load", str(name), str(path)]:
                self._mixer.load(name, read_sound(path))
            case ["play", str(name), volume, heard_at_s]:
                if self._now_s() <= heard_at_s + LATE_AT_MOST_S:
                    begin = max(self._clock.frame_at(heard_at_s), self._changeable_from().frame)
                    self._mixer.play(name, volume, begin)
                    self._mix(begin, self._written)
            case ["hush"]:
                self._hush()
            case ["close"]:
                self._over_at_s = self._now_s() + self._hush()
        self._answer("done")

    def play_on(self) -> float | None:
        """Feed the stream; for how long it can be left alone then, in s. None when all is over.

        Raises NoSoundError.
        """
        rest_s = self._stream.rest_s
        position = self._stream.position()
        now_s = self._now_s()
        if self._over_at_s is not None:
            if now_s >= self._over_at_s:
                return None
            rest_s = min(rest_s, self._over_at_s - now_s)
        if now_s >= self._report_due_s:
            self._report_due_s = now_s + self._report(position, now_s)
        begin = 0 if position is None else position.frame
        self._mixer.forget(begin)
        end = begin + round(self._stream.queue_s * RATE_HZ)
        self._mix(max(begin, self._written), end)
        self._written = max(end, self._written)
        return min(rest_s, max(0.0, self._report_due_s - now_s))

    def _hush(self) -> float:
        """Fade out what plays; in how many s it is silent."""
        position = self._changeable_from()
        self._mixer.hush(position.frame)
        self._mix(position.frame, self._written)
        return position.heard_in_s + FADE_FRAMES / RATE_HZ + _UNTOLD_S

    def _changeable_from(self) -> Position:
        return self._stream.position() or Position(0, 0.0)

    def _mix(self, begin: int, end: int) -> None:
        if begin < end:
            self._stream.write(self._mixer.mix(begin, end - begin), begin)

    def _report(self, position: Position | None, now_s: float) -> float:
        """Tell the clock; in how many s the next report is wanted."""
        if position is None:
            return _EAGER_S
        self._reports += 1
        if self._reports <= _UNSETTLED_REPORTS:
            return _EAGER_S
        heard_at_s = now_s + position.heard_in_s + _UNTOLD_S
        believed = self._clock.report(position.frame, heard_at_s)
        if self._reports < _EAGER_REPORTS:
            return _EAGER_S
        return REPORT_EVERY_S if believed else _DOUBT_S


def play_lines(
    player: SoundPlayer,
    wait_for_line: Callable[[float], str | None],
    now_s: Callable[[], float],
) -> bool:
    """Play until told to close; False when nothing was asked for long. Raises NoSoundError.

    `wait_for_line` gives the next line, or None when none comes in so many seconds.
    """
    asked_at_s = now_s()
    while (rest_s := player.play_on()) is not None:
        while (line := wait_for_line(rest_s)) is not None:
            player.obey(line)
            asked_at_s, rest_s = now_s(), 0.0
        if now_s() - asked_at_s > REST_AFTER_S:
            return False
    return True


def open_stream(rate_hz: int, device: str) -> SoundStream:
    """A stream to `device`, or to the usual one when that is empty or not there.

    On Linux the sound server is asked first, PulseAudio's or PipeWire's: its client tells exactly
    when a sample will be heard. PortAudio reaches everything else. Raises NoSoundError.
    """
    openers: list[Callable[[int, str], SoundStream]] = [portaudio_stream.open_stream]
    if sys.platform.startswith("linux"):
        openers.insert(0, pulse_stream.open_stream)
    reasons: list[NoSoundError] = []
    for name in dict.fromkeys((device, "")):
        for opener in openers:
            try:
                return opener(rate_hz, name)
            except NoSoundError as error:
                reasons.append(error)
    raise reasons[0]


def main(arguments: list[str]) -> None:
    """Keep stdout for answers alone; the parent reads nothing else."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)

    def answer(word: str) -> None:
        answers.write(word + "\n")
        answers.flush()

    lines: queue.SimpleQueue[str] = queue.SimpleQueue()
    follow_parent(lines.put)

    def wait_for_line(at_most_s: float) -> str | None:
        try:
            return lines.get(timeout=at_most_s)
        except queue.Empty:
            return None

    if hasattr(os, "nice"):
        with contextlib.suppress(OSError):  # most people may not; it plays all the same
            os.nice(_PRIORITY)
    try:
        stream = open_stream(RATE_HZ, arguments[0] if arguments else "")
        answer("ready")
        player = SoundPlayer(stream, answer, time.monotonic)
        if not play_lines(player, wait_for_line, time.monotonic):
            answer("rested")
    except NoSoundError as error:
        answer(f"gone {error}")
    os._exit(0)  # an orderly end would wait for the server


if __name__ == "__main__":
    main(sys.argv[1:])
