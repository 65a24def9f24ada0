"""Reads the samples of our own WAV files, at the rate of the stream they are mixed into."""

import array
import sys
import wave
from typing import IO

from stretchtimer.voice.mixer import at_stream_rate


def read_sound(file: str | IO[bytes]) -> "array.array[int]":
    """The samples of a 16-bit mono file, given by path or open."""
    with wave.open(file) as source:
        samples = array.array("h", source.readframes(source.getnframes()))
        if sys.byteorder == "big":
            samples.byteswap()
        return at_stream_rate(samples, source.getframerate())
