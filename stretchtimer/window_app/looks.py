"""Takes the looks of the reminders: clocks, keyboard and, where they matter, the surroundings."""

from collections.abc import Sequence

from stretchtimer.core.reminders.forecast import signals_that_matter
from stretchtimer.core.reminders.look import UNKNOWN, Look
from stretchtimer.core.reminders.schedule import Schedule
from stretchtimer.core.reminders.state import RemindersState
from stretchtimer.desktop.clock import moment_now
from stretchtimer.desktop.idle import idle_ms


def take_look(schedules: Sequence[Schedule], state: RemindersState) -> Look:
    """One look; may take its time where a service hangs."""
    moment, idle = moment_now(), idle_ms()
    wanted = signals_that_matter(schedules, state, moment, idle)
    signals = UNKNOWN
    if wanted != "none":
        from stretchtimer.desktop.presence import all_signals, signals_of_someone_still

        signals = all_signals() if wanted == "all" else signals_of_someone_still()
    return Look(moment, idle, signals)


def get_ready_to_ask() -> None:
    """Load the ways to ask while the program starts: later it would wake the machine for longer."""
    from stretchtimer.desktop.presence import signals_of_someone_still

    signals_of_someone_still()
