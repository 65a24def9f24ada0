"""Makes the chimes beside this file: `python assets/sounds/make_chimes.py` after a change.

Each chime is a few soft bell tones: a sine with two fading partials, a slow attack and an even
fade, so that nothing clicks. Start of hold rises and release falls, so that they never sound alike.
"""

import array
import math
import sys
import wave
from dataclasses import dataclass
from pathlib import Path

RATE_HZ = 22_050
LOUDNESS = 0.16  # root mean square of the loudest tenth of a second; speech clips have about 0.15
ATTACK_MS = 8
RELEASE_MS = 30
PARTIALS = ((1.0, 1.0), (2.0, 0.28), (3.01, 0.10))  # (multiple of the pitch, share)

G4, A4, C5, D5, E5, G5, A5, C6 = 392.0, 440.0, 523.25, 587.33, 659.26, 783.99, 880.0, 1046.5


@dataclass(frozen=True)
class Tone:
    """One bell tone: pitch in Hz, when it is struck, how fast it fades."""

    pitch_hz: float
    at_ms: int
    fade_ms: int
    share: float = 1.0


@dataclass(frozen=True)
class Chime:
    """Tones that make one signal; `loudness` relative to the other chimes."""

    length_ms: int
    tones: tuple[Tone, ...]
    loudness: float = 1.0


CHIMES = {
    "hold": Chime(450, (Tone(C5, 0, 260, 0.8), Tone(G5, 130, 240))),
    "release": Chime(450, (Tone(G5, 0, 240, 0.8), Tone(C5, 130, 260))),
    "switch": Chime(450, (Tone(E5, 0, 150), Tone(A5, 110, 150, 0.9), Tone(E5, 220, 190))),
    "tick": Chime(60, (Tone(A5, 0, 26),), loudness=0.6),
    "done": Chime(
        1500,
        (
            Tone(C5, 0, 900, 0.7),
            Tone(E5, 160, 900, 0.7),
            Tone(G5, 320, 900),
            Tone(C6, 480, 900, 0.8),
        ),
    ),
}


def samples(chime: Chime) -> "array.array[int]":
    """The chime as 16-bit samples."""
    count = RATE_HZ * chime.length_ms // 1000
    wave_form = [0.0] * count
    for tone in chime.tones:
        begin = RATE_HZ * tone.at_ms // 1000
        for index in range(begin, count):
            t_s = (index - begin) / RATE_HZ
            attack = min(1.0, t_s * 1000 / ATTACK_MS)
            fade = math.exp(-4.0 * t_s * 1000 / tone.fade_ms)
            sound = sum(
                share
                * math.sin(2 * math.pi * tone.pitch_hz * multiple * t_s)
                * fade ** (multiple - 1)
                for multiple, share in PARTIALS
            )
            wave_form[index] += tone.share * attack * fade * sound
    ending = RATE_HZ * min(RELEASE_MS, chime.length_ms // 2) // 1000
    for index in range(ending):
        wave_form[count - 1 - index] *= index / ending
    gain = LOUDNESS * chime.loudness / _loudest_rms(wave_form)
    gain = min(gain, 0.9 / max(abs(value) for value in wave_form))
    return array.array("h", (round(32767 * gain * value) for value in wave_form))


def _loudest_rms(wave_form: list[float]) -> float:
    window = min(len(wave_form), RATE_HZ // 10)
    starts = range(0, len(wave_form) - window + 1, RATE_HZ // 100)
    return max(
        math.sqrt(sum(value * value for value in wave_form[start : start + window]) / window)
        for start in starts
    )


def write(folder: Path) -> None:
    """Write every chime into `folder`."""
    for name, chime in CHIMES.items():
        data = samples(chime)
        if sys.byteorder == "big":
            data.byteswap()
        with wave.open(str(folder / f"{name}.wav"), "wb") as out:
            out.setnchannels(1)
            out.setsampwidth(2)
            out.setframerate(RATE_HZ)
            out.writeframes(data.tobytes())


if __name__ == "__main__":
    write(Path(__file__).parent)
