"""Opens the window, or plays in the terminal where there can be none.

The plain start of the program goes through here and imports nothing that the first picture can do
without: the command line's own parts take as long as a third of a window.
"""

import sys
from typing import TYPE_CHECKING

from stretchtimer.desktop.display import has_display, why_no_window
from stretchtimer.desktop.instance import Instance, ask, claim

if TYPE_CHECKING:
    from stretchtimer.app import OwnDose
    from stretchtimer.desktop.instance import Request


def open_window(
    routine: str | None = None,
    own: "OwnDose | None" = None,
    *,
    start: bool = False,
    hidden: bool = False,
) -> int:
    """Show the window until the program is quit; gives the exit status.

    `routine` is an id; with `start` it is played at once, at a person's `own` dose. `hidden` begins
    in the tray. Where the program runs already, that one comes forward and plays.
    """
    missing = why_no_window() if has_display() else "There is no display to open a window on"
    if missing:
        sys.stderr.write(
            f"stretchtimer: {missing}: playing in this terminal."
            " “stretchtimer doctor” tells more.\n"
        )
        from stretchtimer.terminal_app import play_here

        return play_here(routine, own)
    instance: Instance | None = None
    if own is None or own == type(own)():
        # what is played at an own dose has a window to itself, and no reminders of its own
        try:
            instance = claim()
        except OSError:
            instance = None  # nowhere to listen: it runs all the same
        else:
            if instance is None and (hidden or ask(_request(routine, start=start)) is not None):
                return 0
    from stretchtimer.window_app import run_window

    return run_window(routine, own, start=start, hidden=hidden, instance=instance)


def _request(routine: str | None, *, start: bool) -> "Request":
    return {"verb": "start", "routine": routine} if start and routine else {"verb": "raise"}
