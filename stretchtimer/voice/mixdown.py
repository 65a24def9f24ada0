"""Prints a score to one piece of sound: every clip at its sample, as live play would fire it."""

import io
from collections.abc import Iterator, Mapping, Sequence

from stretchtimer.core.cues import Cue
from stretchtimer.voice.clip import Clip
from stretchtimer.voice.mixer import RATE_HZ, Mixer
from stretchtimer.voice.sound_file import read_sound
from stretchtimer.voice.speaker import QUIET, Volumes


def mixed_seconds(
    cues: Sequence[Cue],
    total_ms: int,
    clips: Mapping[str, Clip],
    chimes: Mapping[str, Clip],
    volumes: Volumes,
) -> Iterator[bytes]:
    """16-bit mono sound of exactly `total_ms`, a second at a time; a cue without clip is silent."""
    mixer = Mixer()
    for clip_kind, made in (("text", clips), ("chime", chimes)):
        for name, clip in made.items():
            mixer.load(f"{clip_kind} {name}", read_sound(io.BytesIO(clip.wav)))
    for cue in cues:
        at_frame = cue.at_ms * RATE_HZ // 1000
        if cue.text:
            mixer.play(f"text {cue.text}", volumes.voice, at_frame)
        else:
            mixer.play(
                f"chime {cue.sound}", volumes.chimes * (QUIET if cue.quiet else 1.0), at_frame
            )
    frames = total_ms * RATE_HZ // 1000
    for begin in range(0, frames, RATE_HZ):
        yield mixer.mix(begin, min(RATE_HZ, frames - begin))
        mixer.forget(begin + RATE_HZ)
