"""What may be asked, and how. Nothing of the program is loaded to read it."""

import argparse
from pathlib import Path
from typing import NoReturn

from stretchtimer import __version__
from stretchtimer.cli.console import UsageError
from stretchtimer.remote import REMOTE_VERBS


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} (see {self.prog} --help)")


def make_parser() -> argparse.ArgumentParser:
    """The parser; `command` of what it gives is the command, None for the window."""
    parser = _Parser(
        prog="stretchtimer",
        description="A stretching timer that draws each stretch and counts you through it by voice."
        " Without a command it opens its window.",
    )
    parser.add_argument("--version", action="version", version=f"stretchtimer {__version__}")
    parser.add_argument("--hidden", action="store_true", help="begin in the tray, as at login")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)

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

    show = commands.add_parser("show", help="show every phase and cue of a routine with its time")
    show.add_argument("routine", metavar="ROUTINE", help="id, code or name")
    _add_dose(show)
    show.add_argument("--json", action="store_true", help="for programs")

    check = commands.add_parser("check", help="check routine and exercise files")
    check.add_argument("paths", metavar="PATH", nargs="+", type=Path, help="a file or a folder")
    check.add_argument("--json", action="store_true", help="for programs")

    commands.add_parser("doctor", help="tell what is there, what is missing, how to mend it")

    play = commands.add_parser("play", help="play a routine at once")
    play.add_argument("routine", metavar="ROUTINE", help="id, code or name")
    play.add_argument("--terminal", action="store_true", help="here, not in a window")
    _add_dose(play)
    play.add_argument(
        "--speed", type=float, default=1.0, metavar="X", help="how much faster than real time"
    )

    taking = commands.add_parser("import", help="take in a routine: pack, TOML, text, CSV, ...")
    taking.add_argument("file", metavar="FILE", type=Path)
    taking.add_argument("--yes", action="store_true", help="keep it without asking")

    export = commands.add_parser("export", help="write a routine as sound, sheet, pack or text")
    export.add_argument("routine", metavar="ROUTINE", help="id, code or name")
    _add_dose(export)
    export.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FILE",
        help=".wav, .flac, .ogg, .pdf, .stretch, .toml or .txt",
    )  # fmt: skip
    export.add_argument("--author", default="", help="of a .stretch pack")
    export.add_argument("--licence", default="", help="of a .stretch pack")

    history = commands.add_parser("history", help="what was done so far")
    of_history = history.add_subparsers(metavar="WHAT", parser_class=_Parser, required=True)
    kept = of_history.add_parser("export", help="write every hold into a file")
    kind = kept.add_mutually_exclusive_group(required=True)
    for name in ("csv", "json"):
        kind.add_argument(f"--{name}", dest="kind", action="store_const", const=name)
    kept.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")

    draw = commands.add_parser("draw", help="draw an exercise into a PNG or SVG file")
    draw.add_argument(
        "exercise", metavar="EXERCISE", nargs="?", help="id, code or name, or a .toml file"
    )
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

    for verb, (usage, told) in REMOTE_VERBS.items():
        asked = commands.add_parser(verb, help=told, usage=f"stretchtimer {usage}")
        asked.add_argument("rest", nargs="*", help=argparse.SUPPRESS)
        asked.add_argument("--json", action="store_true", help=argparse.SUPPRESS)

    reminders = commands.add_parser("reminders", help="try a day of reminders out")
    verbs = reminders.add_subparsers(metavar="VERB", parser_class=_Parser, required=True)
    simulate = verbs.add_parser("simulate", help="run a day that is written down")
    simulate.add_argument("trace", metavar="TRACE.json", type=Path, help="see docs/reminders.md")
    simulate.add_argument("--json", action="store_true", help="for programs")
    return parser


def _add_dose(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--hold", type=int, metavar="S", help="seconds of every hold")
    parser.add_argument("--reps", type=int, metavar="N", help="repetitions a side")
    parser.add_argument("--minutes", type=int, metavar="M", help="cut it to the time you have")
