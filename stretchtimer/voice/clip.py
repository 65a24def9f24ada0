"""A clip: a rendered cue as 16-bit mono sound, without the silence that engines put around it."""

import array
import io
import sys
import wave
from dataclasses import dataclass

LEAD_MS = 5  # silence left before the first sound
TAIL_MS = 50  # and after the last
LONGEST_MS = 60_000
LONGEST_FILE_BYTES = 24_000_000  # as many seconds of stereo at 96 kHz, the finest that is read
_SILENCE = 260  # samples below this are silence: 0.8 % of full scale


class BadClipError(ValueError):
    """The engine's file is no clip: broken, silent, or absurdly long. The message says which."""


@dataclass(frozen=True, slots=True)
class Clip:
    """Sound as WAV bytes, and its length in ms."""

    wav: bytes
    length_ms: int


def read_clip(wav: bytes) -> Clip:
    """A finished clip as it lies in the cache. Raises BadClipError."""
    samples, rate_hz = _read(wav)
    return Clip(wav, _length_ms(samples, rate_hz))


def trim_clip(wav: bytes) -> Clip:
    """The clip in an engine's WAV file, mono and trimmed. Raises BadClipError."""
    samples, rate_hz = _read(wav)
    loud = (index for index, sample in enumerate(samples) if abs(sample) > _SILENCE)
    first = next(loud, None)
    if first is None:
        raise BadClipError("the engine wrote silence")
    backwards = range(len(samples) - 1, -1, -1)
    last = next(index for index in backwards if abs(samples[index]) > _SILENCE)
    begin = max(0, first - rate_hz * LEAD_MS // 1000)
    end = min(len(samples), last + 1 + rate_hz * TAIL_MS // 1000)
    kept = samples[begin:end]
    return Clip(_write(kept, rate_hz), _length_ms(kept, rate_hz))


def _length_ms(samples: "array.array[int]", rate_hz: int) -> int:
    return -(-len(samples) * 1000 // rate_hz)


def _read(wav: bytes) -> tuple["array.array[int]", int]:
    try:
        with wave.open(io.BytesIO(wav)) as source:
            channels, width, rate_hz = (
                source.getnchannels(),
                source.getsampwidth(),
                source.getframerate(),
            )
            frames = source.getnframes()
            if width != 2 or channels not in (1, 2) or not 8_000 <= rate_hz <= 96_000:
                raise BadClipError("not 16-bit sound")
            if frames * 1000 > LONGEST_MS * rate_hz:
                raise BadClipError(f"longer than {LONGEST_MS // 1000} s")
            data = source.readframes(frames)
    except (wave.Error, EOFError, OSError, RuntimeError) as error:  # all come from broken headers
        raise BadClipError(f"no sound file: {error}") from error
    samples = array.array("h", data[: len(data) // 2 * 2])
    if sys.byteorder == "big":
        samples.byteswap()
    if not samples:
        raise BadClipError("empty")
    return samples[::channels], rate_hz


def _write(samples: "array.array[int]", rate_hz: int) -> bytes:
    if sys.byteorder == "big":
        samples.byteswap()
    target = io.BytesIO()
    with wave.open(target, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(rate_hz)
        out.writeframes(samples.tobytes())
    return target.getvalue()
