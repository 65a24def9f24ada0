"""What a person asks to be reminded of: when, on which days, with which routine."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Annotated, Literal, get_args

from stretchtimer.core.bounds import Length, Within
from stretchtimer.core.names import Identifier, Title

Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
DAYS: tuple[Day, ...] = get_args(Day)
WEEKDAYS = DAYS[:5]
Sound = Literal["none", "chime", "voice"]
ClockTime = Annotated[str, Length(1, 5)]

MOST_SCHEDULES = 40
SNOOZES_MIN = (10, 5, 15)  # the first is the usual one
_TIME = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")


@dataclass(frozen=True, slots=True)
class Schedule:
    """One reminder: after `every_min` minutes of use, or `at` clock times ("10:30").

    `days` are those on which its hours begin: "22:00-06:00" on Friday reaches into Saturday. Empty
    `hours` are the whole day; time outside them does not count as use. `routine` is an id; empty
    means what fits. `length_s` is how long the break takes, in seconds: of two that fall together
    the longer one wins. Being away for `away_min` minutes counts as this break.
    `notice_min` is how many minutes before it a notice is given; 0 gives none.
    """

    id: Identifier
    name: Title
    on: bool = True
    every_min: Annotated[int, Within(0, 24 * 60)] = 0
    at: Annotated[tuple[ClockTime, ...], Length(0, 24)] = ()
    days: Annotated[tuple[Day, ...], Length(1, 7)] = DAYS
    hours: Annotated[str, Length(0, 11)] = ""
    routine: Annotated[str, Length(0, 60)] = ""
    length_s: Annotated[int, Within(5, 3600)] = 120
    away_min: Annotated[int, Within(1, 240)] = 5
    notice_min: Annotated[int, Within(0, 30)] = 0
    sound: Sound = "chime"


# The layers of the catalogue. Published trials favour short and frequent breaks, with low
# certainty (Cochrane CD012886); 5-10 min after 50-60 min is the UK HSE's advice. One break of two
# minutes an hour is proposed, the rest is there for those who want it.
DEFAULT_SCHEDULES = (
    Schedule("desk-break", "Desk break", every_min=60, routine="desk-break", length_s=120),
    Schedule(
        "micro-break", "Micro-break", on=False, every_min=30, routine="stand-march", length_s=60
    ),
    Schedule(
        "eyes", "Eyes", on=False, every_min=20, routine="eyes-20", length_s=20, sound="chime"
    ),
    Schedule(
        "reset", "Five-minute reset", on=False, at=("10:30", "15:30"), routine="desk-reset",
        length_s=300, days=WEEKDAYS,
    ),
    Schedule(
        "flexibility", "Flexibility session", on=False, at=("18:00",), length_s=420, sound="voice"
    ),
)  # fmt: skip


def wrong_with(schedule: Schedule) -> tuple[str, str] | None:
    """The first field that makes no sense and what was expected there; None if all is right.

    Bounds of single fields are theirs; this looks at what no annotation can say.
    """
    if bool(schedule.every_min) == bool(schedule.at):
        return "every_min", "either every_min or at, not both"
    if any(_TIME.fullmatch(text) is None for text in schedule.at):
        return "at", 'clock times such as "10:30"'
    if schedule.hours and _hours(schedule.hours) is None:
        return "hours", 'a range such as "09:00-17:00"'
    if len(set(schedule.days)) != len(schedule.days):
        return "days", "each day once"
    return None


def clock_times(schedule: Schedule) -> list[time]:
    """Its clock times, the earliest first, each once."""
    return sorted({_time(text) for text in schedule.at})


def is_open(schedule: Schedule, local: datetime) -> bool:
    """Whether its days and hours include the local time `local`."""
    hours = _hours(schedule.hours)
    if hours is None:
        return _on(schedule, local.date())
    begin, end = hours
    if begin < end:
        return begin <= local.time() < end and _on(schedule, local.date())
    if local.time() >= begin:
        return _on(schedule, local.date())
    return local.time() < end and _on(schedule, local.date() - timedelta(days=1))


def next_opening(schedule: Schedule, local: datetime) -> datetime:
    """The first moment from `local` on at which it is open."""
    if is_open(schedule, local):
        return local
    hours = _hours(schedule.hours)
    begin = hours[0] if hours else time()
    openings = (datetime.combine(local.date() + timedelta(days=n), begin) for n in range(9))
    return next(one for one in openings if one > local and is_open(schedule, one))


def plain_words(schedule: Schedule) -> str:
    """When it comes, as a person would say it: "every 60 min of use, Mon-Fri 9:00-17:00"."""
    if schedule.every_min:
        when = f"every {schedule.every_min} min of computer use"
    else:
        times = [time_text(moment) for moment in clock_times(schedule)]
        when = "at " + " and ".join(filter(None, [", ".join(times[:-1]), times[-1]]))
    hours = _hours(schedule.hours)
    span = f" {time_text(hours[0])}–{time_text(hours[1])}" if hours else ""
    days = days_text(schedule.days)
    if days == "every day":
        return f"{when}, {span.strip() or days}"
    return f"{when}, {days}{span}"


def days_text(days: tuple[Day, ...]) -> str:
    """Days in short: "Mon–Fri", "Mon, Wed"."""
    numbers = sorted(DAYS.index(day) for day in days)
    if len(numbers) == len(DAYS):
        return "every day"
    names = [DAYS[number].capitalize() for number in numbers]
    if len(names) > 2 and numbers[-1] - numbers[0] == len(numbers) - 1:
        return f"{names[0]}–{names[-1]}"
    return ", ".join(names)


def time_text(moment: time | datetime) -> str:
    """A clock time as people write it: "9:05"."""
    return f"{moment.hour}:{moment.minute:02}"


def _on(schedule: Schedule, day: date) -> bool:
    return DAYS[day.weekday()] in schedule.days


@cache
def _hours(text: str) -> tuple[time, time] | None:
    begin, dash, end = text.replace("–", "-").partition("-")
    if not dash or _TIME.fullmatch(begin.strip()) is None:
        return None
    # 24:00 is how people write the end of a day
    end = end.strip().replace("24:00", "0:00")
    return None if _TIME.fullmatch(end) is None else (_time(begin.strip()), _time(end))


@cache
def _time(text: str) -> time:
    hour, _, minute = text.partition(":")
    return time(int(hour), int(minute))
