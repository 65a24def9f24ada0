"""The commands. Each is thin: it finds its parts, calls them and prints.

Qt is imported by the window and by `draw` alone, inside their functions, so that the others answer
at once. Whatever is asked wrongly gets one line on stderr and exit status 2.
"""

import argparse
import json
import os
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from stretchtimer import __version__
from stretchtimer.app import Home, OwnDose, compose_score, dosed_routine, open_home
from stretchtimer.core.answers import Answers, UnknownAnswerError, parse_answers
from stretchtimer.core.fitting import LockedError
from stretchtimer.core.ports import Notice
from stretchtimer.core.score import Score
from stretchtimer.opening import open_window
from stretchtimer.remote import REMOTE_VERBS, run_remote
from stretchtimer.report import (
    answers_data,
    answers_lines,
    list_data,
    list_lines,
    score_data,
    score_lines,
)
from stretchtimer.storage.library import Library, NotFoundError, load_library
from stretchtimer.storage.problems import printable
from stretchtimer.storage.safe_write import write_bytes_atomically

EXIT_PROBLEMS, EXIT_USAGE = 1, 2
LARGEST_PICTURE_PX = 8192
LARGEST_ON_SHEET_PX = 1000


class UsageError(Exception):
    """Something was asked wrongly; the message says what, in one line."""


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} (see {self.prog} --help)")


def run(arguments: Sequence[str]) -> int:
    """Carry out one command; gives the exit status."""
    _write_utf8()
    try:
        chosen = _parser().parse_args(arguments)
        command: Callable[[argparse.Namespace], int] = chosen.run
        return command(chosen)
    except (UsageError, NotFoundError, UnknownAnswerError) as error:
        _complain(str(error))
        return EXIT_USAGE
    except LockedError as locked:
        _complain(str(locked))
        return EXIT_PROBLEMS
    except BrokenPipeError:
        # the reader, `head` perhaps, has gone: nothing is left to say
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="stretchtimer",
        description="A stretching timer that draws each stretch and counts you through it by voice."
        " Without a command it opens its window.",
    )
    parser.add_argument("--version", action="version", version=f"stretchtimer {__version__}")
    parser.add_argument("--hidden", action="store_true", help="begin in the tray, as at login")
    parser.set_defaults(run=_window)
    commands = parser.add_subparsers(metavar="COMMAND", parser_class=_Parser)

    listing = commands.add_parser("list", help="list routines and exercises")
    listing.add_argument(
        "--answers",
        metavar="CODES",
        help="what somebody with these health answers may do, such as DISC,OSTEO",
    )
    listing.add_argument(
        "--knees-ok", action="store_true", help="with --answers: the knees-up test was passed"
    )
    listing.add_argument("--json", action="store_true", help="for programs")
    listing.set_defaults(run=_list)

    show = commands.add_parser("show", help="show every phase and cue of a routine with its time")
    show.add_argument("routine", metavar="ROUTINE", help="id, code or name")
    _add_dose(show)
    show.add_argument("--json", action="store_true", help="for programs")
    show.set_defaults(run=_show)

    check = commands.add_parser("check", help="check routine and exercise files")
    check.add_argument("paths", metavar="PATH", nargs="+", type=Path, help="a file or a folder")
    check.add_argument("--json", action="store_true", help="for programs")
    check.set_defaults(run=_check)

    doctor = commands.add_parser(
        "doctor", help="tell what is there, what is missing, how to mend it"
    )
    doctor.set_defaults(run=_doctor)

    play = commands.add_parser("play", help="play a routine at once")
    play.add_argument("routine", metavar="ROUTINE", help="id, code or name")
    play.add_argument("--terminal", action="store_true", help="here, not in a window")
    _add_dose(play)
    play.add_argument(
        "--speed", type=float, default=1.0, metavar="X", help="how much faster than real time"
    )
    play.set_defaults(run=_play)

    taking = commands.add_parser("import", help="take in a routine: pack, TOML, text, CSV, ...")
    taking.add_argument("file", metavar="FILE", type=Path)
    taking.add_argument("--yes", action="store_true", help="keep it without asking")
    taking.set_defaults(run=_import)

    export = commands.add_parser("export", help="write a routine as sound, sheet, pack or text")
    export.add_argument("routine", metavar="ROUTINE", help="id, code or name")
    _add_dose(export)
    export.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FILE",
        help=".wav, .flac, .ogg, .pdf, .stretch, .toml or .txt",
    )  # fmt: skip
    export.add_argument("--author", default="", help="of a .stretch pack")
    export.add_argument("--licence", default="", help="of a .stretch pack")
    export.set_defaults(run=_export)

    history = commands.add_parser("history", help="what was done so far")
    of_history = history.add_subparsers(metavar="WHAT", parser_class=_Parser, required=True)
    kept = of_history.add_parser("export", help="write every hold into a file")
    kind = kept.add_mutually_exclusive_group(required=True)
    for name in ("csv", "json"):
        kind.add_argument(f"--{name}", dest="kind", action="store_const", const=name)
    kept.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
    kept.set_defaults(run=_export_history)

    draw = commands.add_parser("draw", help="draw an exercise into a PNG or SVG file")
    draw.add_argument("exercise", metavar="EXERCISE", nargs="?", help="id, code or name")
    draw.add_argument(
        "--sheet", action="store_true", help="the whole library on one sheet, with names"
    )
    draw.add_argument(
        "--at", type=float, default=1.0, metavar="0..1", help="from start (0) to hold (1)"
    )
    draw.add_argument("--side", choices=("right", "left"), default="right")
    draw.add_argument("--scheme", choices=("light", "dark"), default="light")
    draw.add_argument(
        "--size", metavar="WxH", help="of a picture in pixels; 900x700, on a sheet 300x234"
    )
    draw.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.png|svg")
    draw.set_defaults(run=_draw)

    for verb, (usage, told) in REMOTE_VERBS.items():
        asked = commands.add_parser(verb, help=told, usage=f"stretchtimer {usage}")
        asked.add_argument("rest", nargs="*", help=argparse.SUPPRESS)
        asked.add_argument("--json", action="store_true", help=argparse.SUPPRESS)
        asked.set_defaults(run=_ask, verb=verb)

    reminders = commands.add_parser("reminders", help="try a day of reminders out")
    verbs = reminders.add_subparsers(metavar="VERB", parser_class=_Parser, required=True)
    simulate = verbs.add_parser("simulate", help="run a day that is written down")
    simulate.add_argument("trace", metavar="TRACE.json", type=Path, help="see docs/reminders.md")
    simulate.add_argument("--json", action="store_true", help="for programs")
    simulate.set_defaults(run=_simulate)
    return parser


def _add_dose(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--hold", type=int, metavar="S", help="seconds of every hold")
    parser.add_argument("--reps", type=int, metavar="N", help="repetitions a side")
    parser.add_argument("--minutes", type=int, metavar="M", help="cut it to the time you have")


def _list(chosen: argparse.Namespace) -> int:
    home, library = _open()
    if chosen.answers is not None:
        codes = parse_answers(chosen.answers)
        found = answers_data(library, Answers(codes, knees_ok=chosen.knees_ok))
        if chosen.json:
            _print_json(found)
        else:
            _print_lines(answers_lines(found))
    elif chosen.json:
        _print_json(list_data(library))
    else:
        _print_lines(list_lines(library))
        _warn(library)
    home.history.close()
    return 0


def _show(chosen: argparse.Namespace) -> int:
    home, score = _composed(chosen.routine, _own(chosen))
    if chosen.json:
        _print_json(score_data(score))
    else:
        _print_lines(score_lines(score))
    home.history.close()
    return 0


def _check(chosen: argparse.Namespace) -> int:
    from stretchtimer.storage.check import check_paths

    _, library = _open()
    problems = check_paths(chosen.paths, library)
    if chosen.json:
        _print_json(
            {
                "problems": [
                    {
                        "path": str(problem.path),
                        "line": problem.line,
                        "key": problem.key,
                        "expected": problem.expected,
                        "found": problem.found,
                        "message": str(problem),
                    }
                    for problem in problems
                ]
            }
        )
    else:
        _print_lines([str(problem) for problem in problems] or ["Everything is right."])
    return EXIT_PROBLEMS if problems else 0


def _doctor(_: argparse.Namespace) -> int:
    from stretchtimer.doctor import examine

    home, library = _open()
    _print_lines(examine(home, library))
    home.history.close()
    return 0


def _play(chosen: argparse.Namespace) -> int:
    own = _own(chosen, chosen.speed)
    # Asked wrongly is told here, before a window is made.
    home, score = _composed(chosen.routine, own)
    home.history.close()
    if chosen.terminal:
        from stretchtimer.terminal_app import play_here

        return play_here(score.routine, own)
    return open_window(score.routine, own, start=True)


def _window(chosen: argparse.Namespace) -> int:
    return open_window(hidden=chosen.hidden)


def _import(chosen: argparse.Namespace) -> int:
    from stretchtimer.sharing import preview_lines
    from stretchtimer.storage.importing.draft import NotUnderstoodError
    from stretchtimer.storage.importing.keep import keep
    from stretchtimer.storage.importing.read import read_import

    home, library = _open()
    try:
        found = read_import(chosen.file, library)
    except NotUnderstoodError as error:
        raise UsageError(printable(f"{chosen.file} cannot be imported: {error}")) from error
    _print_lines(list(preview_lines(found, library)))
    if not (chosen.yes or _agrees("Keep this? [y/N] ")):
        _print_lines(["Nothing was kept."])
        return 0
    try:
        kept = keep(found, home.folders)
    except OSError as error:
        raise UsageError(f"nothing was kept: {error.filename}: {error.strerror}") from error
    _print_lines([f"Kept {path}" for path in kept])
    return 0


def _agrees(question: str) -> bool:
    if not sys.stdin or not sys.stdin.isatty():
        return False
    sys.stdout.write(question)
    sys.stdout.flush()
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def _export(chosen: argparse.Namespace) -> int:
    from stretchtimer import export, sharing
    from stretchtimer.voice.engine import EngineError

    ending = chosen.output.suffix.lower()
    known = (*export.FORMATS, ".pdf", *sharing.FORMATS)
    if ending not in known:
        raise UsageError(f"a routine is written as {', '.join(known)}, not {chosen.output.name}")
    own = _own(chosen)
    home, score = _composed(chosen.routine, own)
    try:
        if ending in export.FORMATS:
            _export_sound(home, score, chosen.output)
        else:
            _export_page(home, score, own, chosen)
    except EngineError as error:
        _complain(f"no voice: {error}. “stretchtimer doctor” tells what is missing.")
        return EXIT_PROBLEMS
    except OSError as error:
        raise UsageError(f"{chosen.output} cannot be written: {error.strerror or error}") from error
    finally:
        home.history.close()
    return 0


def _export_history(chosen: argparse.Namespace) -> int:
    from stretchtimer.storage.history_export import export_history

    home = open_home(_tell)
    try:
        count = export_history(home.history, chosen.output, chosen.kind)
    except OSError as error:
        raise UsageError(f"{chosen.output} cannot be written: {error.strerror or error}") from error
    finally:
        home.history.close()
    _print_lines([f"{count} holds written to {chosen.output}"])
    return 0


def _export_sound(home: Home, score: Score, output: Path) -> None:
    from stretchtimer.export import export_audio
    from stretchtimer.voice.engines import make_engine

    engine = make_engine(home.settings.engine, home.folders.voices)
    export_audio(home, score, engine, output, _tell)


def _export_page(home: Home, score: Score, own: OwnDose, chosen: argparse.Namespace) -> None:
    library = load_library(home.folders)
    routine = dosed_routine(home, library, library.routines[score.routine], own)
    if chosen.output.suffix.lower() == ".pdf":
        from stretchtimer.sheet import print_sheet

        print_sheet(routine, score, home.settings, chosen.output)
        return
    from stretchtimer.sharing import shared

    ending = chosen.output.suffix.lower()
    content = shared(routine, library, ending, author=chosen.author, licence=chosen.licence)
    write_bytes_atomically(chosen.output, content)


def _draw(chosen: argparse.Namespace) -> int:
    if (chosen.exercise is None) != chosen.sheet:
        raise UsageError("name one EXERCISE, or ask for all with --sheet")
    wanted = chosen.size or ("300x234" if chosen.sheet else "900x700")
    size = re.fullmatch(r"(\d{1,5})[xX](\d{1,5})", wanted)
    if size is None:
        raise UsageError(f"--size is width x height, such as 900x700, not {wanted}")
    width, height = int(size[1]), int(size[2])
    largest = LARGEST_ON_SHEET_PX if chosen.sheet else LARGEST_PICTURE_PX
    if not (16 <= width <= largest and 16 <= height <= largest):
        raise UsageError(f"--size goes from 16x16 to {largest}x{largest}")
    if not 0 <= chosen.at <= 1:
        raise UsageError(f"--at goes from 0 to 1, not {chosen.at:g}")
    if chosen.output.suffix.lower() not in (".png", ".svg"):
        raise UsageError(f"a picture is written as .png or .svg, not {chosen.output.name}")
    home, library = _open()
    from stretchtimer.draw import Sight, draw_picture, draw_sheet

    sight = Sight(home.settings, chosen.at, chosen.side, chosen.scheme, (width, height))
    try:
        if chosen.sheet:
            draw_sheet(list(library.exercises.values()), sight, chosen.output)
        else:
            draw_picture(library.find_exercise(chosen.exercise), sight, chosen.output)
    except OSError as error:
        raise UsageError(f"{chosen.output} cannot be written: {error.strerror or error}") from error
    return 0


def _ask(chosen: argparse.Namespace) -> int:
    status = run_remote([chosen.verb, *chosen.rest, *(["--json"] if chosen.json else [])])
    return run(["play", *chosen.rest]) if status is None else status


def _simulate(chosen: argparse.Namespace) -> int:
    from stretchtimer.simulate import outcome_data, outcome_lines, run_simulation
    from stretchtimer.trace import TraceError

    try:
        outcome = run_simulation(chosen.trace)
    except TraceError as error:
        raise UsageError(str(error)) from error
    if chosen.json:
        _print_json(outcome_data(outcome))
    else:
        _print_lines(outcome_lines(outcome))
    return 0


def _own(chosen: argparse.Namespace, speed: float = 1.0) -> OwnDose:
    return OwnDose(chosen.hold, chosen.reps, speed, chosen.minutes)


def _open() -> tuple[Home, Library]:
    home = open_home(_tell)
    return home, load_library(home.folders)


def _composed(name: str, own: OwnDose) -> tuple[Home, Score]:
    """The score of the routine called `name`, as it would be played."""
    home, library = _open()
    try:
        return home, compose_score(home, library, library.find_to_play(name), own)
    except ValueError as error:
        raise UsageError(str(error)) from error


def _tell(notice: Notice) -> None:
    _complain(f"{notice.text} {notice.mend}".rstrip())


def _warn(library: Library) -> None:
    for problem in library.problems:
        _complain(str(problem))


def _complain(text: str) -> None:
    sys.stderr.write(f"stretchtimer: {text}\n")


def _print_lines(lines: Sequence[str]) -> None:
    sys.stdout.write("\n".join(lines) + "\n")


def _print_json(data: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")


def _write_utf8() -> None:
    """Our words have dashes and quotation marks that not every console's own encoding has."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
