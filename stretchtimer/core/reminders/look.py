"""One look at the clocks, the keyboard and the surroundings."""

from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo


@dataclass(frozen=True, slots=True)
class Moment:
    """Three clocks, in ms, and the time zone in force.

    `wall_ms` counts from 1970 in UTC and may be stepped. `awake_ms` stands still while the machine
    sleeps, `boot_ms` does not; both begin anew when it is started. Where the system has only
    one such clock, both are that one.
    """

    wall_ms: int
    awake_ms: int
    boot_ms: int
    zone: tzinfo = UTC

    @property
    def aware(self) -> datetime:
        """The wall clock in the zone."""
        return datetime.fromtimestamp(self.wall_ms / 1000, self.zone)

    @property
    def local(self) -> datetime:
        """What a clock on the wall shows."""
        return self.aware.replace(tzinfo=None)


@dataclass(frozen=True, slots=True)
class Signals:
    """What speaks against a break just now; None where that cannot be known.

    Each holds from one look to the next. `session` is our own: a stretch is being played.
    """

    microphone: bool | None = None
    camera: bool | None = None
    full_screen: bool | None = None
    do_not_disturb: bool | None = None
    locked: bool | None = None
    session: bool = False

    @property
    def in_call(self) -> bool:
        """Whether somebody is talking here, hands off the keyboard perhaps."""
        return bool((self.microphone or self.camera) and not self.locked)


UNKNOWN = Signals()


@dataclass(frozen=True, slots=True)
class Look:
    """All that one tick is told.

    `idle_ms` is the time since the last key or pointer movement; None is unknown and counts as use.
    `restarted` marks the first look after the program was started anew.
    """

    moment: Moment
    idle_ms: int | None = None
    signals: Signals = UNKNOWN
    restarted: bool = False
