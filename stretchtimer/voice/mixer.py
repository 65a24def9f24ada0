"""Mixes clips into one endless stream of samples, each clip at its own frame. Pure.

Frames are counted from the first one of the stream. Any stretch of them can be mixed any number of
times, so that what a stream holds but has not played yet can be changed.
"""

import array
from dataclasses import dataclass

RATE_HZ = 22_050  # what our chimes and most speech engines have: nothing is lost by converting
FADE_FRAMES = RATE_HZ * 5 // 1000  # short enough to count as silence at once, too long to click
_LOUDEST, _LOWEST = 32_767, -32_768

Samples = array.array  # of "h", 16-bit mono at RATE_HZ


@dataclass(slots=True)
class _Playing:
    samples: "Samples[int]"
    begins_at: int
    volume: float
    fades_from: int | None = None

    @property
    def ends_at(self) -> int:
        end = self.begins_at + len(self.samples)
        return end if self.fades_from is None else min(end, self.fades_from + FADE_FRAMES)

    def heard_in(self, begin: int, end: int) -> tuple[int, list[int]]:
        """The first of these frames in which it is heard, and its samples from there on."""
        begin, end = max(begin, self.begins_at), min(end, self.ends_at)
        samples = self.samples[begin - self.begins_at : max(begin, end) - self.begins_at]
        fades_from = self.fades_from
        if fades_from is None or end <= fades_from:
            volume = self.volume
            return begin, [round(sample * volume) for sample in samples]
        fading = (
            sample * self.volume * (1.0 - max(0, frame - fades_from + 1) / FADE_FRAMES)
            for frame, sample in enumerate(samples, begin)
        )
        return begin, [round(sample) for sample in fading]


class Mixer:
    """Knows sounds by name and what plays of them."""

    def __init__(self) -> None:
        self._sounds: dict[str, Samples[int]] = {}
        self._playing: list[_Playing] = []

    def load(self, name: str, samples: "Samples[int]") -> None:
        """Know `samples` by `name`."""
        self._sounds[name] = samples

    def play(self, name: str, volume: float, at_frame: int) -> None:
        """Let a sound begin at a frame; one that is not known is not heard."""
        samples = self._sounds.get(name)
        if samples is not None:
            self._playing.append(_Playing(samples, at_frame, volume))

    def hush(self, from_frame: int) -> None:
        """Fade out what plays at that frame; what begins later never will."""
        self._playing = [playing for playing in self._playing if playing.begins_at < from_frame]
        for playing in self._playing:
            if playing.fades_from is None or playing.fades_from > from_frame:
                playing.fades_from = from_frame

    def forget(self, before_frame: int) -> None:
        """Frames before that one will not be asked for any more."""
        self._playing = [playing for playing in self._playing if playing.ends_at > before_frame]

    def mix(self, begin: int, count: int) -> bytes:
        """The `count` frames from `begin` on, 16-bit mono."""
        end = begin + count
        heard = [
            playing.heard_in(begin, end)
            for playing in self._playing
            if playing.begins_at < end and playing.ends_at > begin
        ]
        if not heard:
            return bytes(2 * count)
        sums = [0] * count
        for first, samples in heard:
            place = slice(first - begin, first - begin + len(samples))
            sums[place] = map(int.__add__, sums[place], samples)
        if max(sums) > _LOUDEST or min(sums) < _LOWEST:
            sums = [max(_LOWEST, min(_LOUDEST, value)) for value in sums]
        return array.array("h", sums).tobytes()


def at_stream_rate(samples: "Samples[int]", rate_hz: int) -> "Samples[int]":
    """The same sound at `RATE_HZ`, by straight lines between samples."""
    if rate_hz == RATE_HZ or len(samples) < 2:
        return samples
    step = rate_hz / RATE_HZ
    last = len(samples) - 1
    converted = array.array("h")
    for index in range(int(last / step) + 1):
        place = index * step
        before = min(int(place), last - 1)
        share = place - before
        converted.append(round(samples[before] * (1 - share) + samples[before + 1] * share))
    return converted
