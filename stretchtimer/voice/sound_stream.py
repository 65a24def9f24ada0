"""A running stream of sound: the small protocol that each kind keeps."""

from typing import Protocol


class NoSoundError(Exception):
    """There is no way to the ear; the message says what is missing."""


class SoundStream(Protocol):
    """Plays 16-bit mono samples without a gap, as long as it is fed."""

    def write(self, block: bytes) -> None:
        """Take a block, waiting until there is room for it. Raises NoSoundError."""
        ...

    def latency_s(self) -> float:
        """Time until what is written next is heard, as far as can be told. Raises NoSoundError."""
        ...

    def close(self) -> None:
        """Give the device back; what was not heard yet is lost."""
        ...
