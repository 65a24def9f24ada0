"""What Today shows, worked out from the library, the history and the hour."""

from datetime import datetime

from stretchtimer.app import DEFAULT_ROUTINE
from stretchtimer.core.answers import Answers
from stretchtimer.core.routine import Routine
from stretchtimer.core.safety import is_offered, locks_routines
from stretchtimer.core.score import Score
from stretchtimer.storage.history import History
from stretchtimer.storage.library import Library
from stretchtimer.ui.today_screen import Suggestion, Today
from stretchtimer.ui.wording import clock_text, dose_text
from stretchtimer.window_app.past import session_lines, week_days

_LAST = 3


def today_at(
    now: datetime, library: Library, history: History, score: Score | None, locked: str = ""
) -> Today:
    """How things stand at `now`, in the person's own time.

    `score` is what Start would play, `locked` why nothing may be.
    """
    week, week_line = week_days(history, now.date())
    sessions = history.last_sessions(_LAST)
    done = any(day.done for day in week)
    return Today(
        greeting=_greeting(now.hour),
        suggestion=_suggestion(library, score, done=done),
        week=week,
        week_line=week_line if sessions else "Your week begins here.",
        sessions=session_lines(sessions, library, now.date()),
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


def _suggestion(library: Library, score: Score | None, *, done: bool) -> Suggestion | None:
    if score is None:
        return None
    routine = library.routines[score.routine]
    facts = f"{clock_text(score.total_ms)} min  ·  {dose_text(score)}"
    exercise = score.script.blocks[0].exercise
    why = "One more, if you like." if done else "A calm one to begin with."
    return Suggestion(routine.id, routine.name, facts, why, exercise)


def _greeting(hour: int) -> str:
    if 4 <= hour < 12:
        return "Good morning"
    return "Good afternoon" if 12 <= hour < 18 else "Good evening"
