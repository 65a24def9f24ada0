"""What the history adds up to, as the screens show it."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from stretchtimer.core.exercise import Exercise
from stretchtimer.core.history import (
    GOAL_DAYS,
    DayHolds,
    Sides,
    band,
    calendar,
    goal_days,
    last_seven_days,
    muscle_seconds,
    sides,
    streak,
    week_of,
)
from stretchtimer.core.history import PastSession as Session
from stretchtimer.storage.history import History
from stretchtimer.storage.library import Library
from stretchtimer.ui.bars import Bar
from stretchtimer.ui.history_screen import WEEK_SCALE_S, HistoryShown, Holds
from stretchtimer.ui.session_line import PastSession
from stretchtimer.ui.week_dots import WeekDay
from stretchtimer.ui.wording import clock_text

_SESSIONS = 12
_SIDES = 10  # the exercises that were held the longest
_SIDES_OVER = timedelta(days=28)
_MUSCLES = {
    "hamstring": "Hamstrings",
    "lowback": "Low back",
    "shoulder": "Shoulders",
    "wrist": "Wrists",
    "hip": "Hips",
    "leg": "Legs",
}
_YEAR = timedelta(days=366)
_HOW = {"stopped": "stopped early", "hurts": "it hurt", None: "broken off"}


def week_days(history: History, today: date) -> tuple[tuple[WeekDay, ...], str]:
    """The seven days of this week, and in words how they stand against the goal."""
    week = week_of(today)
    done = goal_days(history.totals(week[0], week[-1]))
    days = tuple(WeekDay(f"{day:%A}", done=day in done, today=day == today) for day in week)
    if not done:
        return days, "A new week. Any day is a good one to begin."
    return days, f"{len(done)} of {GOAL_DAYS} days"


def session_lines(
    sessions: Iterable[Session], library: Library, today: date
) -> tuple[PastSession, ...]:
    """The sessions as lines, each with its day, what was held, and how it was."""

    def line(session: Session) -> PastSession:
        routine, exercise = (
            library.routines.get(session.routine),
            library.exercises.get(session.routine),
        )
        kept = routine or exercise
        name = kept.name if kept is not None else session.routine
        said = sorted({str(rating) for rating in session.ratings.values()})
        parts = [_day_words(session.started_at, today)]
        if session.held_ms:
            parts.append(f"{clock_text(session.held_ms)} held")
        parts += said or [_HOW[session.how]] if session.how in _HOW or said else []
        return PastSession(name, ", ".join(parts))

    return tuple(map(line, sessions))


def history_shown(
    history: History, library: Library, today: date, year: int, exercise: str
) -> HistoryShown:
    """The history of `year`, and of the exercise with this id, the latest one where it is empty."""
    totals = history.totals(date(year, 1, 1), date(year, 12, 31))
    since, until = last_seven_days(today)
    seconds = muscle_seconds(history.days(since, until), since, until)
    lately = history.days(today - _SIDES_OVER, today)
    first_day = history.first_day()
    return HistoryShown(
        year=year,
        today=today,
        shades=calendar(totals, year),
        summary=_summary(history, today, len(goal_days(totals)), year),
        muscles=tuple(map(_muscle_bar, seconds.items())),
        sides=_side_bars(lately, library.exercises),
        holds=_holds(history, library.exercises, exercise),
        sessions=session_lines(history.last_sessions(_SESSIONS), library, today),
        has_year_before=first_day is not None and first_day.year < year,
        has_year_after=year < today.year,
    )


def exercises_met(history: History, exercises: Mapping[str, Exercise]) -> tuple[str, ...]:
    """The ids of the exercises that were ever held, the latest first."""
    days = history.last_days()
    met = [name for name in days if name in exercises]
    return tuple(sorted(met, key=lambda name: (days[name], name), reverse=True))


def _summary(history: History, today: date, days: int, year: int) -> str:
    text = f"{days} {'day' if days == 1 else 'days'} with a stretch in {year}."
    kept = streak(goal_days(history.totals(today - _YEAR, today)), today)
    return f"{text} Your run has {kept} days." if kept > 1 else text


def _muscle_bar(muscle: tuple[str, int]) -> Bar:
    name, held_s = muscle
    value = f"{clock_text(held_s * 1000)} min"
    shown = _MUSCLES.get(name, name.capitalize())
    return Bar(shown, (held_s / WEEK_SCALE_S,), value, f"{value}, {band(held_s)} the band")


def _side_bars(rows: list[DayHolds], exercises: Mapping[str, Exercise]) -> tuple[Bar, ...]:
    sided: dict[str, list[DayHolds]] = {}
    for row in rows:
        if row.side in ("right", "left") and row.exercise in exercises:
            sided.setdefault(row.exercise, []).append(row)
    most = sorted(sided, key=lambda name: -sum(row.held_ms for row in sided[name]))[:_SIDES]
    found = {name: sides(sided[name]) for name in sorted(most)}
    longest_s = max((max(one.right_s, one.left_s) for one in found.values()), default=1) or 1
    return tuple(_side_bar(exercises[name].name, one, longest_s) for name, one in found.items())


def _side_bar(name: str, both: Sides, longest_s: float) -> Bar:
    right, left = clock_text(both.right_s * 1000), clock_text(both.left_s * 1000)
    shares = (both.right_s / longest_s, both.left_s / longest_s)
    return Bar(name, shares, f"{right} / {left}", f"right {right}, left {left}")


def _holds(history: History, exercises: Mapping[str, Exercise], exercise: str) -> Holds | None:
    met = exercises_met(history, exercises)
    if not met:
        return None
    chosen = exercise if exercise in met else met[0]
    place = met.index(chosen)
    return Holds(
        name=exercises[chosen].name,
        weeks=tuple(history.hold_lengths(chosen)),
        has_before=place > 0,
        has_after=place < len(met) - 1,
    )


def _day_words(moment: datetime, today: date) -> str:
    days = (today - moment.date()).days
    if days == 0:
        return f"today {moment:%H:%M}"
    if days == 1:
        return "yesterday"
    if 1 < days < 7:
        return f"{moment:%A}"
    this_year = moment.year == today.year
    return f"{moment.day} {moment:%b}" if this_year else f"{moment.day} {moment:%b} {moment:%Y}"
