"""Commands that take in and give away: `import`, `export`, `history export`."""

import sys
from argparse import Namespace
from pathlib import Path

from stretchtimer.app import Home, OwnDose, dosed_routine, open_home
from stretchtimer.cli.console import EXIT_PROBLEMS, UsageError, complain, print_lines, tell
from stretchtimer.cli.playing import composed, own_dose
from stretchtimer.core.score import Score
from stretchtimer.storage.folders import find_folders
from stretchtimer.storage.library import load_library
from stretchtimer.storage.problems import FileRefused, printable
from stretchtimer.storage.safe_write import write_bytes_atomically


def take_in(chosen: Namespace) -> int:
    """Show what is in a file, and keep it if the person agrees."""
    from stretchtimer.sharing import preview_lines
    from stretchtimer.storage.importing.draft import NotUnderstoodError
    from stretchtimer.storage.importing.keep import keep
    from stretchtimer.storage.importing.read import read_import

    folders = find_folders()
    library = load_library(folders)
    try:
        found = read_import(chosen.file, library)
    except NotUnderstoodError as error:
        raise UsageError(printable(f"{chosen.file} cannot be imported: {error}")) from error
    print_lines(list(preview_lines(found, library)))
    if not (chosen.yes or _agrees("Keep this? [y/N] ")):
        print_lines(["Nothing was kept."])
        return 0
    try:
        kept = keep(found, folders)
    except OSError as error:
        raise UsageError(f"nothing was kept: {error.filename}: {error.strerror}") from error
    print_lines([f"Kept {path}" for path in kept])
    return 0


def _agrees(question: str) -> bool:
    if not sys.stdin or not sys.stdin.isatty():
        return False
    sys.stdout.write(question)
    sys.stdout.flush()
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def export(chosen: Namespace) -> int:
    """Write a routine as sound, sheet, pack or text."""
    from stretchtimer import sharing
    from stretchtimer.export import FORMATS
    from stretchtimer.voice.engine import EngineError

    ending = chosen.output.suffix.lower()
    known = (*FORMATS, ".pdf", *sharing.FORMATS)
    if ending not in known:
        raise UsageError(f"a routine is written as {', '.join(known)}, not {chosen.output.name}")
    own = own_dose(chosen)
    home, score = composed(chosen.routine, own)
    try:
        if ending in FORMATS:
            _export_sound(home, score, chosen.output)
        else:
            _export_page(home, score, own, chosen)
    except EngineError as error:
        complain(f"no voice: {error}. “stretchtimer doctor” tells what is missing.")
        return EXIT_PROBLEMS
    except FileRefused as refused:
        raise UsageError(f"it cannot be exported: {refused}") from refused
    except OSError as error:
        raise UsageError(f"{chosen.output} cannot be written: {error.strerror or error}") from error
    finally:
        home.history.close()
    return 0


def export_history(chosen: Namespace) -> int:
    """Write every hold that was done."""
    from stretchtimer.storage.history_export import export_history

    home = open_home(tell)
    try:
        count = export_history(home.history, chosen.output, chosen.kind)
    except OSError as error:
        raise UsageError(f"{chosen.output} cannot be written: {error.strerror or error}") from error
    finally:
        home.history.close()
    print_lines([f"{count} holds written to {chosen.output}"])
    return 0


def _export_sound(home: Home, score: Score, output: Path) -> None:
    from stretchtimer.export import export_audio
    from stretchtimer.voice.engines import make_engine

    engine = make_engine(home.settings.engine, home.folders.voices)
    export_audio(home, score, engine, output, tell)


def _export_page(home: Home, score: Score, own: OwnDose, chosen: Namespace) -> None:
    library = load_library(home.folders)
    routine = dosed_routine(home, library, library.routines[score.routine], own)
    if chosen.output.suffix.lower() == ".pdf":
        from stretchtimer.figure.palette import look_of
        from stretchtimer.sheet import print_sheet

        look = look_of(home.settings, "light", home.folders.exercises)
        print_sheet(routine, score, look, chosen.output)
        return
    from stretchtimer.sharing import shared

    ending = chosen.output.suffix.lower()
    content = shared(routine, library, ending, author=chosen.author, licence=chosen.licence)
    write_bytes_atomically(chosen.output, content)
