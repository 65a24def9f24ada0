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
from stretchtimer.voice.mixer import RATE_HZ, Mixer
from stretchtimer.voice.sound_file import read_sound
from stretchtimer.voice.sound_stream import NoSoundError, SoundStream
from stretchtimer.voice.stream_clock import StreamClock

BLOCK_FRAMES = RATE_HZ * 10 // 1000
REPORT_EVERY_S = 0.15  # asking at each block would cost more than playing
_UNSETTLED_BLOCKS = 9  # a stream that has just begun does not know its latency
_EAGER_BLOCKS = 29  # until then each block reports
_LAST_BLOCKS = 9  # what is written last must be heard before the stream is given back
REST_AFTER_S = 150.0  # longer than a routine is silent
LATE_AT_MOST_S = 0.4  # a word later than that says the wrong thing
_UNTOLD_S = 0.008  # what converters hold back and no sound server knows of
_PRIORITY = -11  # the niceness that sound servers give themselves, where that is allowed


class SoundPlayer:
    """Carries out the parent's lines between the blocks of a stream."""

    def __init__(
        self, stream: SoundStream, answer: Callable[[str], None], now_s: Callable[[], float]
    ) -> None:
        self._stream = stream
        self._answer = answer
        self._now_s = now_s
        self._mixer = Mixer()
        self._clock = StreamClock(RATE_HZ)
        self._blocks = 0
        self._report_due_s = 0.0
        self._blocks_left: int | None = None

    def obey(self, line: str) -> None:
        """Carry out one line and answer."""
        match json.loads(line):
            case ["load", str(name), str(path)]:
                self._mixer.load(name, read_sound(path))
            case ["play", str(name), volume, heard_at_s]:
                if self._now_s() <= heard_at_s + LATE_AT_MOST_S:
                    self._mixer.play(name, volume, self._clock.frame_at(heard_at_s))
            case ["hush"]:
                self._mixer.hush()
            case ["close"]:
                self._mixer.hush()
                self._blocks_left = _LAST_BLOCKS
        self._answer("done")

    def play_on(self) -> bool:
        """One block more; False when all is over. Raises NoSoundError."""
        self._report()
        self._stream.write(self._mixer.mix(BLOCK_FRAMES))
        self._blocks += 1
        if self._blocks_left is not None:
            self._blocks_left -= 1
        return self._blocks_left != 0

    def _report(self) -> None:
        now_s = self._now_s()
        if self._blocks < _UNSETTLED_BLOCKS or now_s < self._report_due_s:
            return
        if self._blocks >= _EAGER_BLOCKS:
            self._report_due_s = now_s + REPORT_EVERY_S
        self._clock.report(self._mixer.frames, now_s + self._stream.latency_s() + _UNTOLD_S)


def play_lines(
    player: SoundPlayer, lines: "queue.SimpleQueue[str]", now_s: Callable[[], float]
) -> bool:
    """Play until told to close; False when nothing was asked for long. Raises NoSoundError."""
    asked_at_s = now_s()
    while player.play_on():
        while not lines.empty():
            player.obey(lines.get())
            asked_at_s = now_s()
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
    if hasattr(os, "nice"):
        with contextlib.suppress(OSError):  # most people may not; it plays all the same
            os.nice(_PRIORITY)
    try:
        stream = open_stream(RATE_HZ, arguments[0] if arguments else "")
        answer("ready")
        player = SoundPlayer(stream, answer, time.monotonic)
        if not play_lines(player, lines, time.monotonic):
            answer("rested")
    except NoSoundError as error:
        answer(f"gone {error}")
    os._exit(0)  # an orderly end would wait for the server


if __name__ == "__main__":
    main(sys.argv[1:])
