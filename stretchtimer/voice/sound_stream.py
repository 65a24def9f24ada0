"""A running stream of sound: the small protocol that each kind keeps."""

from dataclasses import dataclass
from typing import Protocol


class NoSoundError(Exception):
    """There is no way to the ear; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where a stream is: `frame`, the first that can still be changed, is heard in `heard_in_s`."""

    frame: int
    heard_in_s: float


class SoundStream(Protocol):
    """Plays 16-bit mono samples without a gap, as long as it is fed.

    Frames are counted from the first one. It takes `queue_s` of them ahead of its position and can
    then be left alone for `rest_s`; 0 means that it waits in `write` until there is room.
    """

    queue_s: float
    rest_s: float

    def write(self, block: bytes, at_frame: int) -> None:
        """Take samples, in the place of those that it has of these frames. Raises NoSoundError."""
        ...

    def position(self) -> Position | None:
        """As far as can be told; None while it has not begun to play. Raises NoSoundError."""
        ...

    def close(self) -> None:
        """Give the device back; what was not heard yet is lost."""
        ...
