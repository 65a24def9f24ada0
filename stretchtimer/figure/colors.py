"""A colour, and the two schemes that all colours come in."""

from dataclasses import dataclass
from typing import Literal

Scheme = Literal["light", "dark"]


@dataclass(frozen=True, slots=True)
class Color:
    """Red, green, blue and opacity, 0 to 255 each."""

    red: int
    green: int
    blue: int
    alpha: int = 255

    @property
    def code(self) -> str:
        """Its "#rrggbb", without the opacity."""
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"

    def faded(self, alpha: float) -> "Color":
        """The same colour at another opacity."""
        return Color(self.red, self.green, self.blue, max(0, min(255, int(alpha))))

    def mixed(self, other: "Color", t: float) -> "Color":
        """On the way to another colour, channel by channel."""
        return Color(
            int(self.red + (other.red - self.red) * t),
            int(self.green + (other.green - self.green) * t),
            int(self.blue + (other.blue - self.blue) * t),
            self.alpha,
        )


def color(code: str) -> Color:
    """The colour of "#rrggbb"."""
    return Color(int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16))
