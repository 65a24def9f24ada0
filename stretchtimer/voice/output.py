"""What plays clips: the small protocol that each output keeps."""

from typing import Protocol

from stretchtimer.voice.clip import Clip


class Output(Protocol):
    """Plays one clip at a time for each name, at once. Nothing here blocks or raises."""

    @property
    def latency_ms(self) -> int:
        """Constant delay from `play` to audible sound, in ms."""
        ...

    def wake(self) -> None:
        """Be ready to play soon."""
        ...

    def load(self, name: str, clip: Clip) -> None:
        """Have `clip` ready under `name`."""
        ...

    def play(self, name: str, volume: float) -> None:
        """Play what is loaded under `name` at `volume`, 0 to 1; nothing if it is not loaded."""
        ...

    def hush(self) -> None:
        """Fall silent within 50 ms, without a click."""
        ...

    def close(self) -> None:
        """Fall silent and give the device back."""
        ...
