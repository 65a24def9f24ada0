"""What can happen to a session, and what the player asks to be done about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Mode(StrEnum):
    """What the player is doing."""

    READY = "ready"
    PLAYING = "playing"
    PAUSED = "paused"
    LEAD_IN = "lead-in"
    FINISHED = "finished"
    STOPPED = "stopped"


class Ending(StrEnum):
    """How a session ended."""

    FINISHED = "finished"
    STOPPED = "stopped"
    HURTS = "hurts"


@dataclass(frozen=True, slots=True)
class Start:
    """The person pressed Start."""


@dataclass(frozen=True, slots=True)
class Tick:
    """Time has passed; how much, the clock tells."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Stop the clock and fall silent."""


@dataclass(frozen=True, slots=True)
class Resume:
    """Go on after a pause, with a lead-in."""


@dataclass(frozen=True, slots=True)
class Skip:
    """On to the next phase."""


@dataclass(frozen=True, slots=True)
class SkipExercise:
    """On to the next block, or to the end."""


@dataclass(frozen=True, slots=True)
class Back:
    """To the start of this phase, or of the one before when this one has only just begun."""


@dataclass(frozen=True, slots=True)
class RepeatRep:
    """This repetition once more, from its beginning."""


@dataclass(frozen=True, slots=True)
class Longer:
    """Five seconds more on this hold, or on the next one."""


@dataclass(frozen=True, slots=True)
class Shorter:
    """Five seconds less on this hold, or on the next one."""


@dataclass(frozen=True, slots=True)
class WhereAmI:
    """Say side, repetition and seconds left."""


@dataclass(frozen=True, slots=True)
class Stop:
    """End the session."""


@dataclass(frozen=True, slots=True)
class Hurts:
    """That hurts: stop at once."""


@dataclass(frozen=True, slots=True)
class Measured:
    """The voice has measured clips: lengths in ms by text."""

    lengths_ms: Mapping[str, int]


Event = (
    Start
    | Tick
    | Pause
    | Resume
    | Skip
    | SkipExercise
    | Back
    | RepeatRep
    | Longer
    | Shorter
    | WhereAmI
    | Stop
    | Hurts
    | Measured
)


@dataclass(frozen=True, slots=True)
class Say:
    """Speak this text now; a `patient` one may come a second late."""

    text: str
    patient: bool = False


@dataclass(frozen=True, slots=True)
class Ready:
    """This text may be said soon: have it rendered."""

    text: str


@dataclass(frozen=True, slots=True)
class Sound:
    """Play this chime now."""

    name: str
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Hush:
    """Fall silent at once."""


@dataclass(frozen=True, slots=True)
class KeepAwake:
    """Keep the machine awake from now on, or no longer."""

    wanted: bool


@dataclass(frozen=True, slots=True)
class Held:
    """A hold has ended: what was really held, in ms, beside what was planned.

    `block` counts the routine's blocks as they are played, from 0.
    """

    exercise: str
    side: str
    rep: int
    held_ms: int
    planned_ms: int
    block: int = 0


@dataclass(frozen=True, slots=True)
class Slept:
    """The clock jumped by `gap_ms`: the machine slept or stood still, and the player has paused."""

    gap_ms: int


@dataclass(frozen=True, slots=True)
class Ended:
    """The session is over."""

    how: Ending


Effect = Say | Ready | Sound | Hush | KeepAwake | Held | Slept | Ended
