"""What Today shows, worked out from the library, the history and the hour."""

from datetime import datetime

from stretchtimer.app import DEFAULT_ROUTINE
from stretchtimer.core.answers import Answers
from stretchtimer.core.routine import Routine
from stretchtimer.core.safety import is_offered, locks_routines
from stretchtimer.core.score import Score
from stretchtimer.storage.library import Library
from stretchtimer.ui.today_screen import Suggestion, Today
from stretchtimer.ui.week_dots import WeekDay
from stretchtimer.ui.wording import clock_text, dose_text

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def today_at(now: datetime, library: Library, score: Score | None, locked: str = "") -> Today:
    """How things stand at `now`, in the person's own time.

    `score` is what Start would play, `locked` why nothing may be.
    """
    days = tuple(
        WeekDay(name, done=False, today=number == now.weekday())
        for number, name in enumerate(_DAYS)
    )
    return Today(
        _greeting(now.hour),
        _suggestion(library, score),
        days,
        "Your week begins here.",
        locked=locked,
    )


def suggested_routine(library: Library, answers: Answers) -> str:
    """The id of the routine to offer; empty where nothing may be played as a routine.

    Never one that has a caution: that is the person's own choice.
    """
    if locks_routines(answers):
        return ""

    def is_whole(routine: Routine) -> bool:
        kept = (library.exercises[block.exercise] for block in routine.block)
        return not routine.caution and all(is_offered(exercise, answers) for exercise in kept)

    whole = [name for name, routine in library.routines.items() if is_whole(routine)]
    return DEFAULT_ROUTINE if DEFAULT_ROUTINE in whole or not whole else whole[0]


def _suggestion(library: Library, score: Score | None) -> Suggestion | None:
    if score is None:
        return None
    routine = library.routines[score.routine]
    facts = f"{clock_text(score.total_ms)} min  ·  {dose_text(score)}"
    exercise = score.script.blocks[0].exercise
    return Suggestion(routine.id, routine.name, facts, "A calm one to begin with.", exercise)


def _greeting(hour: int) -> str:
    if 4 <= hour < 12:
        return "Good morning"
    return "Good afternoon" if 12 <= hour < 18 else "Good evening"
