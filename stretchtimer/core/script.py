"""All that decides what is said in a routine, apart from the time there is to say it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from stretchtimer.core.phrases import Phrases
from stretchtimer.core.routine import Prescription
from stretchtimer.core.spoken_length import estimate_ms

Countdown = Literal["ticks", "digits"]

LONGEST_TEXT = 200  # characters that the voice says in one go; what is longer is cut

# The chimes in assets/sounds, in ms; a test holds the two against each other.
CHIME_MS: Mapping[str, int] = MappingProxyType(
    {"hold": 450, "release": 450, "switch": 450, "tick": 60, "done": 1500}
)


@dataclass(frozen=True, slots=True)
class Script:
    """What is said: a routine's name and blocks, the words of its language, and their lengths.

    `explained` holds the ids of the exercises whose set-up lines are spoken in full. `measured`
    gives the lengths in ms of the texts that the voice has rendered; the others are estimated from
    `rate_wpm`.
    """

    title: str
    blocks: tuple[Prescription, ...]
    phrases: Phrases
    explained: frozenset[str] = frozenset()
    countdown: Countdown = "ticks"
    rate_wpm: int = 155
    measured: Mapping[str, int] = field(default_factory=dict)
    speed: float = 1.0
    _lengths_ms: dict[str, int] = field(default_factory=dict, init=False, repr=False, compare=False)

    def length_ms(self, text: str) -> int:
        """How long `text` takes to say, in ms of the score."""
        length_ms = self._lengths_ms.get(text)
        if length_ms is None:
            known = self.measured.get(text)
            real_ms = estimate_ms(text, self.rate_wpm) if known is None else known
            length_ms = self._lengths_ms[text] = round(real_ms * self.speed)
        return length_ms

    def chime_ms(self, name: str) -> int:
        """How long a chime sounds, in ms of the score."""
        return round(CHIME_MS[name] * self.speed)
