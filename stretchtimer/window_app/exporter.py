"""Giving a routine away from the window, as a file of the kind that its name ends in."""

from collections.abc import Callable
from pathlib import Path

from stretchtimer.app import Home, OwnDose, compose_score, dosed_routine
from stretchtimer.core.fitting import LockedError
from stretchtimer.core.ports import Notice
from stretchtimer.core.routine import Routine
from stretchtimer.storage.library import Library
from stretchtimer.storage.problems import FileRefused


def export_to(
    path: Path, home: Home, library: Library, routine: Routine, tell: Callable[[Notice], None]
) -> None:
    """Write `routine` with a person's own hold times into `path`."""
    from stretchtimer.sharing import FORMATS, shared
    from stretchtimer.storage.safe_write import write_bytes_atomically

    ending = path.suffix.lower()
    try:
        dosed = dosed_routine(home, library, routine, OwnDose())
        if ending == ".pdf":
            from stretchtimer.sheet import print_sheet

            score = compose_score(home, library, routine, OwnDose())
            print_sheet(dosed, score, home.settings, path)
        elif ending in FORMATS:
            content = shared(dosed, library, ending, author="", licence="")
            write_bytes_atomically(path, content)
        else:
            kinds = ", ".join((".pdf", *FORMATS))
            tell(Notice(f"A routine is written as {kinds}, not {path.name}."))
            return
    except OSError as error:
        tell(Notice(f"{path} cannot be written: {error.strerror or error}."))
    except (FileRefused, LockedError, ValueError) as error:
        tell(Notice(f"It cannot be exported: {error}."))
    else:
        tell(Notice(f"Written to {path}."))
