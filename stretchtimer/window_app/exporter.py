"""Giving a routine away from the window, as a file of the kind that its name ends in."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Thread

from stretchtimer.app import Home, OwnDose, compose_score, dosed_routine
from stretchtimer.core.answers import LockedError
from stretchtimer.core.ports import Notice
from stretchtimer.core.routine import Routine
from stretchtimer.core.score import Score
from stretchtimer.storage.library import Library
from stretchtimer.storage.problems import FileRefused

Post = Callable[[Callable[[], None]], None]


def export_to(
    path: Path,
    home: Home,
    library: Library,
    routine: Routine,
    post: Post,
    tell: Callable[[Notice], None],
) -> None:
    """Write `routine` with a person's own hold times into `path`.

    Sound takes its time: it is made on a thread of its own, and `post` brings back what to tell.
    """
    from stretchtimer.export import FORMATS as SOUNDS
    from stretchtimer.sharing import FORMATS, shared
    from stretchtimer.storage.safe_write import write_bytes_atomically

    ending = path.suffix.lower()
    try:
        dosed = dosed_routine(home, library, routine, OwnDose())
        if ending == ".pdf":
            from stretchtimer.figure.palette import look_of
            from stretchtimer.sheet import print_sheet

            score = compose_score(home, library, routine, OwnDose())
            look = look_of(home.settings, "light", home.folders.exercises)
            print_sheet(dosed, score, look, path)
        elif ending in SOUNDS:
            score = compose_score(home, library, routine, OwnDose())
            tell(Notice(f"The sound is being written to {path}."))
            work = partial(_export_sound, path, home, score, post, tell)
            Thread(target=work, daemon=True).start()
            return
        elif ending in FORMATS:
            content = shared(dosed, library, ending, author="", licence="")
            write_bytes_atomically(path, content)
        else:
            kinds = ", ".join((".pdf", *FORMATS, *SOUNDS))
            tell(Notice(f"A routine is written as {kinds}, not {path.name}."))
            return
    except OSError as error:
        tell(Notice(f"{path} cannot be written: {error.strerror or error}."))
    except (FileRefused, LockedError, ValueError) as error:
        tell(Notice(f"It cannot be exported: {error}."))
    else:
        tell(Notice(f"Written to {path}."))


def _export_sound(
    path: Path, home: Home, score: Score, post: Post, tell: Callable[[Notice], None]
) -> None:
    from stretchtimer.export import export_audio
    from stretchtimer.voice.engine import EngineError
    from stretchtimer.voice.engines import make_engine

    def tell_there(notice: Notice) -> None:
        post(lambda: tell(notice))

    engine = make_engine(home.settings.engine, home.folders.voices)
    try:
        export_audio(home, score, engine, path, tell_there)
    except EngineError as error:
        tell_there(Notice(f"No voice: {error}.", "“stretchtimer doctor” tells what is missing."))
    except OSError as error:
        tell_there(Notice(f"{path} cannot be written: {error.strerror or error}."))
    else:
        tell_there(Notice(f"Written to {path}."))
