"""A running stream of sound: the small protocol, and the first kind of stream that works here."""

import sys
from collections.abc import Callable
from typing import Protocol


class NoSoundError(Exception):
    """There is no way to the ear; the message says what is missing."""


class SoundStream(Protocol):
    """Plays 16-bit mono samples without a gap, as long as it is fed."""

    def write(self, block: bytes) -> None:
        """Take a block, waiting until there is room for it. Raises NoSoundError."""
        ...

    def latency_s(self) -> float:
        """Time until what is written next is heard, as far as can be told. Raises NoSoundError."""
        ...

    def close(self) -> None:
        """Give the device back; what was not heard yet is lost."""
        ...


def open_stream(rate_hz: int, device: str) -> SoundStream:
    """A stream to `device`, or to the usual one when that is empty or not there.

    On Linux the sound server is asked first, PulseAudio's or PipeWire's: its client tells exactly
    when a sample will be heard. PortAudio reaches everything else. Raises NoSoundError.
    """
    from stretchtimer.voice import portaudio_stream, pulse_stream

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
