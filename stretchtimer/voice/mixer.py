"""Mixes clips into one endless stream of samples, each clip at its own frame. Pure.

Frames are counted from the first one of the stream. What is asked for too late begins at once.
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

    def add_to(self, sums: list[float], begin: int) -> None:
        """Add what is heard of it in the frames from `begin` on."""
        end = min(begin + len(sums), self.ends_at)
        for frame in range(max(begin, self.begins_at), end):
            volume = self.volume
            if self.fades_from is not None:
                volume *= 1.0 - (frame - self.fades_from + 1) / FADE_FRAMES
            sums[frame - begin] += self.samples[frame - self.begins_at] * volume


class Mixer:
    """Knows sounds by name and what plays of them."""

    def __init__(self) -> None:
        self._sounds: dict[str, Samples[int]] = {}
        self._playing: list[_Playing] = []
        self.frames = 0
        """How many frames were mixed so far: the number of the next one."""

    @property
    def is_silent(self) -> bool:
        """Whether nothing plays or is going to."""
        return not self._playing

    def load(self, name: str, samples: "Samples[int]") -> None:
        """Know `samples` by `name`."""
        self._sounds[name] = samples

    def play(self, name: str, volume: float, at_frame: int) -> None:
        """Let a sound begin at a frame; one that is not known is not heard."""
        samples = self._sounds.get(name)
        if samples is not None:
            self._playing.append(_Playing(samples, max(at_frame, self.frames), volume))

    def hush(self) -> None:
        """Fade out what plays; what has not begun never will."""
        self._playing = [playing for playing in self._playing if playing.begins_at < self.frames]
        for playing in self._playing:
            if playing.fades_from is None:
                playing.fades_from = self.frames

    def mix(self, count: int) -> bytes:
        """The next `count` frames, 16-bit mono."""
        begin, end = self.frames, self.frames + count
        self.frames = end
        if all(playing.begins_at >= end for playing in self._playing):
            return bytes(2 * count)
        sums = [0.0] * count
        for playing in self._playing:
            playing.add_to(sums, begin)
        self._playing = [playing for playing in self._playing if playing.ends_at > end]
        clipped = (max(_LOWEST, min(_LOUDEST, round(value))) for value in sums)
        return array.array("h", clipped).tobytes()


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
