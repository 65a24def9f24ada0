"""Prints a score to one piece of sound: every clip at its sample, as live play would fire it."""

import io
import wave
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from stretchtimer.core.cues import Cue
from stretchtimer.voice.clip import Clip
from stretchtimer.voice.speaker import QUIET, Volumes

RATE_HZ = 44_100

Samples = NDArray[np.float32]


def mix(
    cues: Sequence[Cue],
    total_ms: int,
    clips: Mapping[str, Clip],
    chimes: Mapping[str, Clip],
    volumes: Volumes,
) -> NDArray[np.int16]:
    """Mono sound of exactly `total_ms` at `RATE_HZ`; a cue without its clip is silent."""
    sound: Samples = np.zeros(total_ms * RATE_HZ // 1000, dtype=np.float32)
    ready: dict[str, Samples] = {}
    for cue in cues:
        clip = clips.get(cue.text) if cue.text else chimes.get(cue.sound)
        if clip is None:
            continue
        key = cue.text or f"\0{cue.sound}"
        if key not in ready:
            ready[key] = _samples(clip)
        volume = volumes.voice if cue.text else volumes.chimes * (QUIET if cue.quiet else 1.0)
        begin = cue.at_ms * RATE_HZ // 1000
        part = ready[key][: len(sound) - begin]
        sound[begin : begin + len(part)] += part * volume
    return np.clip(np.round(sound), -32768, 32767).astype(np.int16)


def _samples(clip: Clip) -> Samples:
    with wave.open(io.BytesIO(clip.wav)) as source:
        rate_hz = source.getframerate()
        data = np.frombuffer(source.readframes(source.getnframes()), dtype="<i2")
    return _resampled(data.astype(np.float32), rate_hz)


def _resampled(samples: Samples, rate_hz: int) -> Samples:
    """The same sound at `RATE_HZ`, exact below the lower rate's limit: through its spectrum."""
    if rate_hz == RATE_HZ:
        return samples
    pad = rate_hz // 50  # silence on both sides, so that the ends do not ring into each other
    padded = np.pad(samples, pad)
    count = len(padded) * RATE_HZ // rate_hz
    spectrum = np.fft.rfft(padded)
    wanted = count // 2 + 1
    fitted = np.zeros(wanted, dtype=spectrum.dtype)
    shared = min(wanted, len(spectrum))
    fitted[:shared] = spectrum[:shared]
    scaled = np.fft.irfft(fitted, count) * (count / len(padded))
    margin = pad * RATE_HZ // rate_hz
    kept: Samples = scaled[margin : count - margin].astype(np.float32)
    return kept
