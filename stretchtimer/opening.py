"""Opens the window, or plays in the terminal where there can be none.

The plain start of the program goes through here and imports nothing that the first picture can do
without: the command line's own parts take as long as a third of a window.
"""

import sys
from typing import TYPE_CHECKING

from stretchtimer.desktop.display import has_display, why_no_window

if TYPE_CHECKING:
    from stretchtimer.app import OwnDose


def open_window(
    routine: str | None = None, own: "OwnDose | None" = None, *, start: bool = False
) -> int:
    """Show the window until it is closed; gives the exit status.

    `routine` is an id; with `start` it is played at once, at a person's `own` dose.
    """
    missing = why_no_window() if has_display() else "There is no display to open a window on"
    if missing:
        sys.stderr.write(
            f"stretchtimer: {missing}: playing in this terminal."
            " “stretchtimer doctor” tells more.\n"
        )
        from stretchtimer.terminal_app import play_here

        return play_here(routine, own)
    from stretchtimer.window_app import run_window

    return run_window(routine, own, start=start)
