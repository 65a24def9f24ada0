"""What comes next: for people, and for the loop that wants to sleep until then."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from heapq import merge
from itertools import islice
from typing import Literal

from stretchtimer.core.reminders.clock_times import first_instant, next_times, passed_times
from stretchtimer.core.reminders.desk import MINUTE_MS
from stretchtimer.core.reminders.look import Look, Moment
from stretchtimer.core.reminders.presence import READING_MS, UNOBSERVED_MS
from stretchtimer.core.reminders.schedule import Schedule, is_open, next_opening
from stretchtimer.core.reminders.state import RemindersState, Stage, Standing
from stretchtimer.core.reminders.tick import UNANSWERED_MS

# Sleep, a stepped clock and an absence are noticed within this time at the latest; what comes due
# is looked for when it does. Each look costs a hidden program more than anything else it does.
LOOK_EVERY_MS = 150_000
# While a break is held, what holds it is asked more often, so that the break comes soon after.
HELD_LOOK_EVERY_MS = 20_000
_SHORTEST_MS = 1_000
_MOST_OF_ONE = 20


@dataclass(frozen=True, slots=True)
class Coming:
    """A break that will come at `at`, in UTC; `if_used` when only if the person goes on working."""

    at: datetime
    schedule: str
    if_used: bool


def coming_breaks(
    schedules: Sequence[Schedule], state: RemindersState, moment: Moment, count: int
) -> list[Coming]:
    """The next `count` breaks, the earliest first."""
    now = moment.aware
    each = [
        islice(_coming(schedule, state.standings.get(schedule.id, Standing()), now), _MOST_OF_ONE)
        for schedule in schedules
        if schedule.on
    ]
    return list(islice(merge(*each, key=lambda one: one.at), count))


def _coming(schedule: Schedule, standing: Standing, now: datetime) -> Iterator[Coming]:
    if not schedule.every_min:
        for instant in next_times(schedule, now):
            yield Coming(instant, schedule.id, if_used=False)
        return
    every = timedelta(minutes=schedule.every_min)
    left = every - timedelta(milliseconds=standing.used_ms)
    zone = now.tzinfo or UTC
    at = now.astimezone(UTC)
    while True:
        local = (at + left).astimezone(zone).replace(tzinfo=None)
        here = at.astimezone(zone).replace(tzinfo=None)
        if is_open(schedule, here) and is_open(schedule, local):
            at += left
            yield Coming(at, schedule.id, if_used=True)
        elif is_open(schedule, here):
            # too late for today: the next hours begin with a fresh count
            at = first_instant(next_opening(schedule, local), zone)
        else:
            at = first_instant(next_opening(schedule, here), zone)
        left = every


def signals_that_matter(
    schedules: Sequence[Schedule], state: RemindersState, moment: Moment, idle_ms: int | None
) -> Literal["none", "somebody", "all"]:
    """Which signals have a say in what this look decides.

    Asking costs more than looking at the clocks, and mostly nothing is due and somebody types.
    "somebody" are those that tell who listens or watches from who has left.
    """
    on = [schedule for schedule in schedules if schedule.on]
    standings = [(one, state.standings.get(one.id, Standing())) for one in on]
    if any(standing.due is not None for _, standing in standings):
        return "all"
    if idle_ms is not None and idle_ms > READING_MS:
        return "somebody" if any(standing.used_ms for _, standing in standings) else "none"
    return "all" if any(_comes_now(*one, state, moment) for one in standings) else "none"


def _comes_now(
    schedule: Schedule, standing: Standing, state: RemindersState, moment: Moment
) -> bool:
    """Whether it, or its notice, could come at this look."""
    before = state.before or moment
    notice_ms = schedule.notice_min * MINUTE_MS if not standing.noticed else 0
    if schedule.every_min:
        # clocks that began anew tell nothing about how much was used
        passed_ms = max(moment.boot_ms - before.boot_ms, 0)
        return standing.used_ms + passed_ms + notice_ms >= schedule.every_min * MINUTE_MS
    ahead = timedelta(milliseconds=notice_ms)
    return bool(passed_times(schedule, state.local or moment.local, moment.local + ahead))


def next_look_ms(schedules: Sequence[Schedule], state: RemindersState, look: Look) -> int | None:
    """How many ms may pass before the next look; None if nothing can ever happen."""
    on = [schedule for schedule in schedules if schedule.on]
    if not on:
        return None
    spans = [LOOK_EVERY_MS]
    for schedule in on:
        standing = state.standings.get(schedule.id, Standing())
        spans += _spans_ms(schedule, standing, state, look)
    if state.paused is not None and state.paused.until_ms is not None:
        spans.append(state.paused.until_ms - state.lived_ms)
    return max(_SHORTEST_MS, min(spans))


def _spans_ms(
    schedule: Schedule, standing: Standing, state: RemindersState, look: Look
) -> Iterator[int]:
    due, is_away = standing.due, state.away_ms > READING_MS
    if due is not None:
        if due.ready_ms is not None:
            wait_ms = UNANSWERED_MS if due.stage is Stage.OFFERED else 0
            yield due.ready_ms + wait_ms - state.lived_ms
        elif state.paused is None and state.away_ms < UNOBSERVED_MS:
            yield HELD_LOOK_EVERY_MS
    notice_ms = schedule.notice_min * MINUTE_MS if not standing.noticed else 0
    if schedule.every_min:
        left_ms = schedule.every_min * MINUTE_MS - standing.used_ms
        # what is left does not run down while nobody is there
        least_ms = HELD_LOOK_EVERY_MS if is_away else 0
        yield from (max(left_ms - notice_ms, least_ms), max(left_ms, least_ms))
        away_min_ms = schedule.away_min * MINUTE_MS
        if standing.used_ms and state.away_ms < away_min_ms:
            # only looked for in time can an absence be told from one that was too short
            yield away_min_ms - state.away_ms
    else:
        for instant in islice(next_times(schedule, look.moment.aware), 1):
            left = instant - look.moment.aware
            yield from (left // timedelta(milliseconds=1) - ahead for ahead in (notice_ms, 0))
