"""What the reminders remember from one look to the next, and across a restart."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from stretchtimer.core.reminders.clock_times import Came
from stretchtimer.core.reminders.look import UNKNOWN, Moment, Signals


class Stage(StrEnum):
    """Where a break that came due stands."""

    HELD = "held"
    OFFERED = "offered"
    SNOOZED = "snoozed"


@dataclass(frozen=True, slots=True)
class Due:
    """A break that came due and is not settled yet.

    `why` is what made it due, `reason` what holds it or held it. `ready_ms`, on our own timeline,
    is when it may be offered, or was; None while something holds it.
    """

    stage: Stage
    why: str
    reason: str = ""
    ready_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """How far one schedule is.

    `asked` is set once the person was asked for a longer interval; `asking_min` is the interval
    that the question was about, in minutes, while it waits for an answer, and else 0.
    """

    used_ms: int = 0
    due: Due | None = None
    skips: int = 0
    asked: bool = False
    asking_min: int = 0
    noticed: bool = False
    came: tuple[Came, ...] = ()


def is_on_offer(standing: Standing) -> bool:
    """Whether its break waits for an answer."""
    return standing.due is not None and standing.due.stage is Stage.OFFERED


@dataclass(frozen=True, slots=True)
class Paused:
    """No reminders: until our own timeline or the clock on the wall says so, or until resumed."""

    until_ms: int | None = None
    until_local: datetime | None = None


@dataclass(frozen=True, slots=True)
class RemindersState:
    """Everything. `lived_ms` is our own timeline: it never runs backwards and counts sleep.

    `before` and `signals` are those of the last look; None before the first one. `sat_ms` is the
    use of the computer since somebody was last away or stretched, whatever the schedules count.
    """

    lived_ms: int = 0
    away_ms: int = 0
    sat_ms: int = 0
    before: Moment | None = None
    local: datetime | None = None
    zone: str = ""
    signals: Signals = UNKNOWN
    paused: Paused | None = None
    standings: dict[str, Standing] = field(default_factory=dict)


class Kind(StrEnum):
    """What was decided."""

    NOTICE = "notice"
    HOLD = "hold"
    OFFER = "offer"
    MERGE = "merge"
    DROP = "drop"
    REST = "rest"
    START = "start"
    SNOOZE = "snooze"
    SKIP = "skip"
    UNANSWERED = "unanswered"
    ASK = "ask"
    LONGER = "longer"
    KEEP = "keep"
    DONE = "done"
    PAUSE = "pause"
    RESUME = "resume"


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing decided, with its reason in plain words.

    `schedule` is an id, empty where all are meant; `together` has the ids of those that an offer
    stands for besides.
    """

    kind: Kind
    at: datetime
    schedule: str
    reason: str
    together: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Start:
    """The person takes the break that is offered."""


@dataclass(frozen=True, slots=True)
class Skip:
    """The person does without it, and need not say why."""


@dataclass(frozen=True, slots=True)
class Snooze:
    """The person wants it in `minutes`."""

    minutes: int


@dataclass(frozen=True, slots=True)
class Longer:
    """The person wants the longer interval that was asked about."""

    schedule: str


@dataclass(frozen=True, slots=True)
class Keep:
    """The interval that was asked about stays."""

    schedule: str


@dataclass(frozen=True, slots=True)
class Done:
    """A stretch session of `length_s` seconds ended, however it began."""

    length_s: int


@dataclass(frozen=True, slots=True)
class Pause:
    """No reminders for `minutes`; 0 is until tomorrow morning, None until resumed."""

    minutes: int | None


@dataclass(frozen=True, slots=True)
class Resume:
    """Reminders again."""


Answer = Start | Skip | Snooze | Longer | Keep | Done | Pause | Resume
