"""A rectangle of the window."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, in logical pixels."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """First pixel to the right of it."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """First pixel below it."""
        return self.y + self.height
