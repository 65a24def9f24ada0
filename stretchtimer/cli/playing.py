"""Commands that need a score: `show`, `play`; and the way to one."""

from argparse import Namespace

from stretchtimer.app import Home, OwnDose, compose_score, open_home
from stretchtimer.cli.console import UsageError, print_json, print_lines, tell
from stretchtimer.core.score import Score
from stretchtimer.storage.library import load_library


def show(chosen: Namespace) -> int:
    """Every phase and cue of a routine."""
    from stretchtimer.cli.score_report import score_data, score_lines

    home, score = composed(chosen.routine, own_dose(chosen))
    if chosen.json:
        print_json(score_data(score))
    else:
        print_lines(score_lines(score))
    home.history.close()
    return 0


def play(chosen: Namespace) -> int:
    """Play a routine at the terminal, or in a window that starts with it."""
    own = own_dose(chosen, chosen.speed)
    # Asked wrongly is told here, before a window is made.
    home, score = composed(chosen.routine, own)
    home.history.close()
    if chosen.terminal:
        from stretchtimer.terminal_app import play_here

        return play_here(score.routine, own)
    from stretchtimer.opening import open_window

    return open_window(score.routine, own, start=True)


def own_dose(chosen: Namespace, speed: float = 1.0) -> OwnDose:
    """What was asked for on top of the routine."""
    return OwnDose(chosen.hold, chosen.reps, speed, chosen.minutes)


def composed(name: str, own: OwnDose) -> tuple[Home, Score]:
    """The score of the routine called `name`, as it would be played. Raises UsageError,
    NotFoundError and LockedError.
    """
    home = open_home(tell)
    library = load_library(home.folders)
    try:
        return home, compose_score(home, library, library.find_to_play(name), own)
    except ValueError as error:
        raise UsageError(str(error)) from error
