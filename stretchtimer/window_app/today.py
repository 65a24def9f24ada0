"""What Today shows, worked out from the library, the history and the hour."""

from datetime import datetime

from stretchtimer.app import DEFAULT_ROUTINE
from stretchtimer.storage.library import Library
from stretchtimer.ui.today_screen import Suggestion, Today
from stretchtimer.ui.week_dots import WeekDay
from stretchtimer.ui.wording import clock_text
from stretchtimer.window_app.cards import length_s

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def today_at(now: datetime, library: Library) -> Today:
    """How things stand at `now`, in the person's own time."""
    days = tuple(
        WeekDay(name, done=False, today=number == now.weekday())
        for number, name in enumerate(_DAYS)
    )
    return Today(_greeting(now.hour), _suggestion(library), days, "Your week begins here.")


def suggested_routine(library: Library) -> str:
    """The id of the routine to offer; empty where there is none."""
    if DEFAULT_ROUTINE in library.routines:
        return DEFAULT_ROUTINE
    # never one that has a caution: that is the person's own choice
    return next((name for name, kept in library.routines.items() if not kept.caution), "")


def _suggestion(library: Library) -> Suggestion | None:
    wanted = suggested_routine(library)
    if not wanted:
        return None
    routine = library.routines[wanted]
    facts = [f"{clock_text(length_s(routine, library) * 1000)} min", routine.place]
    exercise = library.exercises[routine.block[0].exercise]
    about = "  ·  ".join(fact for fact in facts if fact)
    return Suggestion(wanted, routine.name, about, "A calm one to begin with.", exercise)


def _greeting(hour: int) -> str:
    if 4 <= hour < 12:
        return "Good morning"
    return "Good afternoon" if 12 <= hour < 18 else "Good evening"
