"""What a person may choose, with its default and its bounds."""

from dataclasses import dataclass
from typing import Annotated, Literal

from stretchtimer.core.bounds import Length, Within

Volume = Annotated[float, Within(0.0, 1.0)]


@dataclass(frozen=True, slots=True)
class Settings:
    """A person's choices.

    `engine` is the system's speech engine, or piper with voice files of one's own. `voice_id` is
    the engine's own name for a voice; empty is the engine's default. 155 words a minute is
    comfortable for synthetic speech; comprehension falls near 178. `countdown` is what leads to a
    phase: soft ticks or spoken digits. `device` is a sound device by the sound system's own name;
    empty is its usual one.
    """

    appearance: Literal["system", "light", "dark"] = "system"
    skin: Annotated[int, Within(1, 6)] = 3
    hair: Literal["bun", "short", "bob"] = "bun"
    build: Literal["slim", "broad"] = "slim"
    high_contrast: bool = False
    reduced_motion: bool = False
    muted: bool = False
    engine: Literal["system", "piper"] = "system"
    voice_id: Annotated[str, Length(0, 300)] = ""
    rate_wpm: Annotated[int, Within(80, 300)] = 155
    voice_volume: Volume = 1.0
    chime_volume: Volume = 0.8
    countdown: Literal["ticks", "digits"] = "ticks"
    device: Annotated[str, Length(0, 300)] = ""
