"""The kinds of time that a routine is made of."""

from enum import StrEnum


class PhaseKind(StrEnum):
    """What the person does during a phase."""

    INTRO = "intro"
    PREPARE = "prepare"
    EASE = "ease"
    HOLD = "hold"
    RELEASE = "release"
    REST = "rest"
    SWITCH = "switch"
    OUTRO = "outro"


class Side(StrEnum):
    """Which side works: one's own right or left, or both together."""

    RIGHT = "right"
    LEFT = "left"
    BOTH = "both"
