"""Which clock times have passed, and which come next.

A reminder at 10:30 comes when the clock on the wall passes 10:30, whatever made it pass: a time
that a change of the clocks leaps over comes at once, one that they repeat comes once.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from stretchtimer.core.reminders.schedule import Schedule, clock_times, is_open

# A clock put back shows the same time again: what came then is not due again. After half a day
# it is, for then the clock had been wrong by a day.
_SAME_TIME_MS = 12 * 3_600_000
# In another zone 10:30 is another time, unless the first one has only just been.
_SAME_HOUR_MS = 3 * 3_600_000
_FARTHEST_BACK = timedelta(days=8)
_WEEKS_AHEAD = 9
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Came:
    """A clock time that came: what the clock showed, in which zone, on our own timeline in ms."""

    local: datetime
    zone: str
    lived_ms: int


def passed_times(schedule: Schedule, before: datetime, now: datetime) -> list[datetime]:
    """The times that the clock passed from `before` (not included) to `now`, both local."""
    since = max(before, now - _FARTHEST_BACK)
    return [
        moment for moment in _from_day(schedule, since, days=_days(since, now))
        if since < moment <= now
    ]  # fmt: skip


def came_already(came: tuple[Came, ...], moment: datetime, zone: str, lived_ms: int) -> Came | None:
    """The coming of the same clock time that makes `moment` a repetition."""
    for past in came:
        ago_ms = lived_ms - past.lived_ms
        if past.local.time() == moment.time() and past.zone != zone and ago_ms < _SAME_HOUR_MS:
            return past
        if (past.local, past.zone) == (moment, zone) and ago_ms < _SAME_TIME_MS:
            return past
    return None


def still_of_interest(came: tuple[Came, ...], lived_ms: int) -> tuple[Came, ...]:
    """Those that can still make a time a repetition."""
    return tuple(past for past in came if lived_ms - past.lived_ms < _SAME_TIME_MS)


def next_times(schedule: Schedule, now: datetime) -> Iterator[datetime]:
    """When it comes in the next weeks, in UTC; `now` is aware."""
    zone = now.tzinfo or UTC
    local = now.replace(tzinfo=None)
    for moment in _from_day(schedule, local, days=_WEEKS_AHEAD * 7):
        if moment > local:
            instant = first_instant(moment, zone)
            if instant > now:
                yield instant


def first_instant(local: datetime, zone: tzinfo) -> datetime:
    """When a clock in `zone` first shows `local` or, if it leaps over that, more; in UTC."""
    early, late = sorted(
        local.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1)
    )  # fmt: skip
    if early.astimezone(zone).replace(tzinfo=None) == local:
        return early
    seconds = range(int((late - early).total_seconds()) + 1)
    shown = bisect_left(
        seconds,
        local,
        key=lambda s: (early + timedelta(seconds=s)).astimezone(zone).replace(tzinfo=None),
    )
    return early + timedelta(seconds=shown)


def zone_name(zone: tzinfo) -> str:
    """A name that differs between zones."""
    return getattr(zone, "key", None) or str(zone)


def _days(since: datetime, now: datetime) -> int:
    return max(0, (now.date() - since.date()).days) + 1


def _from_day(schedule: Schedule, since: datetime, *, days: int) -> Iterator[datetime]:
    times = clock_times(schedule)
    for number in range(days):
        for moment in times:
            local = datetime.combine(since.date() + number * _DAY, moment)
            if is_open(schedule, local):
                yield local
