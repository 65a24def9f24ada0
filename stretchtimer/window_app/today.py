"""What Today shows, worked out from the library, the history and the hour."""

from datetime import datetime

from stretchtimer.core.score import Score
from stretchtimer.storage.history import History
from stretchtimer.storage.library import Library
from stretchtimer.ui.suggestion_card import Suggestion
from stretchtimer.ui.today_screen import Today
from stretchtimer.ui.wording import clock_text, dose_text
from stretchtimer.window_app.past import session_lines, week_days

_LAST = 3


def today_at(
    now: datetime,
    library: Library,
    history: History,
    score: Score | None,
    *,
    why: str = "",
    warm_up: str = "",
    may_begin_gently: bool = False,
    locked: str = "",
    ache: str = "",
) -> Today:
    """How things stand at `now`, in the person's own time.

    `score` is what Start would play and `why` the reason for it; `warm_up` and `may_begin_gently`
    are for other ways to start it. `locked` says why nothing may be, `ache` asks about one.
    """
    week, week_line = week_days(history, now.date())
    sessions = history.last_sessions(_LAST)
    return Today(
        greeting=_greeting(now.hour),
        suggestion=_suggestion(library, score, why, warm_up, may_begin_gently=may_begin_gently),
        week=week,
        week_line=week_line if sessions else "Your week begins here.",
        sessions=session_lines(sessions, library, now.date()),
        locked=locked,
        ache=ache,
    )


def _suggestion(
    library: Library, score: Score | None, why: str, warm_up: str, *, may_begin_gently: bool
) -> Suggestion | None:
    if score is None:
        return None
    routine = library.routines[score.routine]
    facts = f"{clock_text(score.total_ms)} min  ·  {dose_text(score)}"
    exercise = score.script.blocks[0].exercise
    return Suggestion(
        routine.id, routine.name, facts, why, exercise, warm_up, may_begin_gently=may_begin_gently
    )


def _greeting(hour: int) -> str:
    if 4 <= hour < 12:
        return "Good morning"
    return "Good afternoon" if 12 <= hour < 18 else "Good evening"
