"""What the days that were add up to: pure functions over rows that storage reads.

Gains level off at ten minutes a week for a muscle (Ingram et al. 2025, Sports Med), and five are
the least that helped (Thomas et al. 2018, Int J Sports Med): so the band is five to ten minutes.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from stretchtimer.core.exercise import Exercise
from stretchtimer.core.phase import Side
from stretchtimer.core.progression import Rating

WEEK_ENOUGH_S, WEEK_FULL_S = 300, 600
GOAL_DAYS = 5  # one session a day on five days: ours; the articles say once or twice a day
STRENGTH = "strength"
_DAY = timedelta(days=1)
_COUNTS_FROM_MS = 60_000  # a session that was broken off counts for its day from here on


@dataclass(frozen=True, slots=True)
class DayHolds:
    """All holds of one exercise and side on one local day.

    `muscle` is what the time is credited to, empty for drills and rests.
    """

    day: date
    exercise: str
    side: str
    muscle: str
    holds: int
    held_ms: int


@dataclass(frozen=True, slots=True)
class DayTotal:
    """One local day's sessions, and how many of them were finished."""

    day: date
    sessions: int
    finished: int
    held_ms: int


@dataclass(frozen=True, slots=True)
class PastSession:
    """One session as it went. `how` is None where the program was killed in it."""

    id: int
    started_at: datetime
    routine: str
    how: str | None
    held_ms: int
    ratings: Mapping[str, Rating]


def credit(exercise: Exercise) -> str:
    """What the time in `exercise` counts for: its muscle group, strength, or nothing.

    Movement drills give no stretch minutes, and strength has its own counter.
    """
    if STRENGTH in exercise.safety.tags:
        return STRENGTH
    return exercise.region if exercise.kind == "stretch" else ""


def muscle_seconds(rows: Iterable[DayHolds], since: date, until: date) -> dict[str, int]:
    """Seconds of hold for each muscle from `since` to `until`, both included.

    What has two sides counts for one: the mean of right and left.
    """
    both_ms: dict[str, int] = defaultdict(int)
    one_ms: dict[str, int] = defaultdict(int)
    for row in rows:
        if row.muscle and since <= row.day <= until:
            into = both_ms if row.side == Side.BOTH else one_ms
            into[row.muscle] += row.held_ms
    muscles = sorted(both_ms.keys() | one_ms.keys())
    return {name: round((both_ms[name] + one_ms[name] / 2) / 1000) for name in muscles}


def last_seven_days(today: date) -> tuple[date, date]:
    """The week that ends today, for `muscle_seconds`."""
    return today - 6 * _DAY, today


def band(week_s: int) -> Literal["below", "in", "above"]:
    """Where a muscle's week stands against five to ten minutes."""
    if week_s < WEEK_ENOUGH_S:
        return "below"
    return "in" if week_s <= WEEK_FULL_S else "above"


def counts(total: DayTotal) -> bool:
    """Whether a day counts for the goal: something was finished, or held for a minute at least."""
    return total.finished > 0 or total.held_ms >= _COUNTS_FROM_MS


def goal_days(totals: Iterable[DayTotal]) -> frozenset[date]:
    """The days that count."""
    return frozenset(total.day for total in totals if counts(total))


def week_of(today: date) -> tuple[date, ...]:
    """The seven days from Monday on that hold `today`."""
    monday = today - today.weekday() * _DAY
    return tuple(monday + number * _DAY for number in range(7))


def streak(days: frozenset[date], today: date, goal: int = GOAL_DAYS) -> int:
    """How many days were kept in the run that is still going.

    It forgives: with a goal of five days a week, any seven days in a row may miss two. Today is not
    missed before it is over.
    """
    missable = 7 - goal
    missed: list[date] = []
    kept = 0
    last_kept = min(days, default=today)
    day = today
    while day >= last_kept:
        if day in days:
            kept += 1
        elif day != today:
            missed = [other for other in missed if other - day < 7 * _DAY] + [day]
            if len(missed) > missable:
                break
        day -= _DAY
    return kept


def calendar(totals: Iterable[DayTotal], year: int) -> dict[date, int]:
    """For each day of `year` that has something, how full it was, from 1 to 4.

    One is a start, two a day that counts, three five minutes of hold, four ten.
    """
    shades: dict[date, int] = {}
    for total in totals:
        if total.day.year == year:
            minutes = total.held_ms // 60_000
            shades[total.day] = 1 + counts(total) + (minutes >= 5) + (minutes >= 10)
    return shades


@dataclass(frozen=True, slots=True)
class Sides:
    """Right against left: seconds held, and the mean hold in seconds."""

    right_s: int
    left_s: int
    right_hold_s: float
    left_hold_s: float


def sides(rows: Sequence[DayHolds]) -> Sides:
    """Right against left in all of these."""

    def one(side: Side) -> tuple[int, float]:
        mine = [row for row in rows if row.side == side]
        held_ms, holds = sum(row.held_ms for row in mine), sum(row.holds for row in mine)
        return round(held_ms / 1000), held_ms / max(holds, 1) / 1000

    right, left = one(Side.RIGHT), one(Side.LEFT)
    return Sides(right[0], left[0], right[1], left[1])
