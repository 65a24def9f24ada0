"""A wish: one thing to say or sound in a phase, before anyone asks whether there is room.

What is wished is in `wishes`; the placing is the business of `cues`.
"""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

# An opening line ends this long before the next boundary; all other words end this long before it.
OPENING_MARGIN_MS = 300
WORDS_MARGIN_MS = 3500
# A rest's line leaves this much more, so that the ticks do not come on its heels.
REST_MARGIN_MS = WORDS_MARGIN_MS + 500
# After a chime, which may ring for a while, an opening line still begins this soon.
OPENING_BEGINS_BY_MS = 2000
# Other words wait at least this long after a boundary, so that its own word stands alone.
BOUNDARY_QUIET_MS = 800


class Role(StrEnum):
    """What a cue is for."""

    CHIME = "chime"
    OPENING = "opening"
    COUNTDOWN = "countdown"
    SETUP = "setup"
    CHECK = "check"
    HALFWAY = "halfway"
    TEN_SECONDS = "ten seconds"


class Priority(IntEnum):
    """Who gives way when two cues want the same moment: the larger number."""

    CHIME = 0
    BOUNDARY_WORD = 1
    COUNTDOWN = 2
    SIDE_AND_NEXT = 3
    TIME_LEFT = 4
    COACHING = 5


@dataclass(frozen=True, slots=True)
class Wish:
    """One thing to say or sound. Times are in ms from the start of the phase.

    It starts between `earliest_ms` and `latest_ms` and has ended at `end_by_ms`. `forms` go from
    the fullest to the shortest, each a few texts said one after the other; `sound` is for where no
    form fits, or where there are none. A wish with a `refusal` is only listed, with that reason and
    what is said `instead`.
    """

    role: Role
    priority: Priority
    earliest_ms: int
    latest_ms: int
    end_by_ms: int
    forms: tuple[tuple[str, ...], ...] = ()
    sound: str = ""
    quiet: bool = False
    ordinal: int = 0
    refusal: str = ""
    instead: str = ""
