"""What a person has on this machine, as it is now: their home and their library."""

from dataclasses import dataclass
from datetime import UTC, datetime

from stretchtimer.app import Home, open_home
from stretchtimer.core.fitting import KNEES_UP_TEST
from stretchtimer.core.ports import Notice
from stretchtimer.core.routine import Routine, alone
from stretchtimer.figure.palette import Look, look_of
from stretchtimer.storage.library import Library, load_library
from stretchtimer.ui.theme import scheme_now


@dataclass(slots=True)
class Belongings:
    """What was read from disk, and what the person should know about it.

    A change of the settings brings another `home`, an edit another `library`: whoever asks here
    has those of now.
    """

    home: Home
    library: Library
    notices: tuple[Notice, ...]

    def find(self, routine_id: str) -> Routine:
        """A routine, or a single stretch, by its id."""
        if routine_id == KNEES_UP_TEST.id:
            return KNEES_UP_TEST
        kept = self.library.routines.get(routine_id)
        return kept or alone(self.library.exercises[routine_id])

    def names(self) -> list[tuple[str, str]]:
        """Ids and names of all that can be played."""
        routines, exercises = self.library.routines, self.library.exercises
        names = [(one.id, one.name) for one in routines.values()]
        return names + [(one.id, one.name) for one in exercises.values()]

    def take_library(self, library: Library) -> None:
        """Let `library` be the one from now on."""
        self.library = library

    def look(self) -> Look:
        """How figures look, by the settings and the window's scheme."""
        return look_of(self.home.settings, scheme_now(), self.home.folders.exercises)


def read_belongings() -> Belongings:
    """Read everything; safe on any thread."""
    notices: list[Notice] = []
    home = open_home(notices.append)
    library = load_library(home.folders)
    notices += (Notice(str(problem)) for problem in library.problems)
    return Belongings(home, library, tuple(notices))


def person_now() -> datetime:
    """Now, in the person's own time."""
    return datetime.now(UTC).astimezone()
