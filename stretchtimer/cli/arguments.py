"""What may be asked, and how. Nothing of the program is loaded to read it."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from stretchtimer import __version__
from stretchtimer.cli.console import UsageError
from stretchtimer.remote import REMOTE_VERBS


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} (see {self.prog} --help)")


def parse(arguments: list[str]) -> argparse.Namespace:
    """What was asked; its `command` is the command, None for the window. Raises UsageError."""
    # To make all the parsers takes longer than some commands: the others' wait until help is asked
    # for, or a command that does not exist.
    first = arguments[0] if arguments else ""
    return _make_parser((first,) if first in _COMMANDS else tuple(_COMMANDS)).parse_args(arguments)


def _make_parser(of_commands: tuple[str, ...]) -> argparse.ArgumentParser:
    parser = _Parser(
        prog="stretchtimer",
        description="A stretching timer that draws each stretch and counts you through it by voice."
        " Without a command it opens its window.",
    )
    parser.add_argument("--version", action="version", version=f"stretchtimer {__version__}")
    parser.add_argument("--hidden", action="store_true", help="begin in the tray, as at login")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    for command in of_commands:
        told, describe = _COMMANDS[command]
        describe(commands.add_parser(command, help=told))
    return parser


def _list(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--answers",
        metavar="CODES",
        help="what somebody with these health answers may do, such as DISC,OSTEO",
    )
    parser.add_argument(
        "--knees-ok", action="store_true", help="with --answers: the knees-up test was passed"
    )
    _add_json(parser)


def _show(parser: argparse.ArgumentParser) -> None:
    _add_routine(parser)
    _add_json(parser)


def _check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", metavar="PATH", nargs="+", type=Path, help="a file or a folder")
    _add_json(parser)


def _doctor(_: argparse.ArgumentParser) -> None:
    pass


def _play(parser: argparse.ArgumentParser) -> None:
    _add_routine(parser)
    parser.add_argument("--terminal", action="store_true", help="here, not in a window")
    parser.add_argument(
        "--speed", type=float, default=1.0, metavar="X", help="how much faster than real time"
    )


def _import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.add_argument("--yes", action="store_true", help="keep it without asking")


def _export(parser: argparse.ArgumentParser) -> None:
    _add_routine(parser)
    _add_output(parser, "FILE", help=".wav, .flac, .ogg, .pdf, .stretch, .toml or .txt")
    parser.add_argument("--author", default="", help="of a .stretch pack")
    parser.add_argument("--licence", default="", help="of a .stretch pack")


def _history(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(metavar="WHAT", parser_class=_Parser, required=True)
    kept = verbs.add_parser("export", help="write every hold into a file")
    kind = kept.add_mutually_exclusive_group(required=True)
    for name in ("csv", "json"):
        kind.add_argument(f"--{name}", dest="kind", action="store_const", const=name)
    _add_output(kept, "FILE")


def _draw(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "exercise", metavar="EXERCISE", nargs="?", help="id, code or name, or a .toml file"
    )
    parser.add_argument(
        "--sheet", action="store_true", help="the whole library on one sheet, with names"
    )
    parser.add_argument(
        "--at", type=float, default=1.0, metavar="0..1", help="from start (0) to hold (1)"
    )
    parser.add_argument("--side", choices=("right", "left"), default="right")
    parser.add_argument("--scheme", choices=("light", "dark"), default="light")
    parser.add_argument(
        "--size", metavar="WxH", help="of a picture in pixels; 900x700, on a sheet 300x234"
    )
    _add_output(parser, "FILE.png|svg")


def _remote(parser: argparse.ArgumentParser) -> None:
    verb = parser.prog.rpartition(" ")[2]
    parser.usage = f"stretchtimer {REMOTE_VERBS[verb][0]}"
    parser.add_argument("rest", nargs="*", help=argparse.SUPPRESS)
    parser.add_argument("--json", action="store_true", help=argparse.SUPPRESS)


def _reminders(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(metavar="VERB", parser_class=_Parser, required=True)
    simulate = verbs.add_parser("simulate", help="run a day that is written down")
    simulate.add_argument("trace", metavar="TRACE.json", type=Path, help="see docs/reminders.md")
    _add_json(simulate)


def _add_routine(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("routine", metavar="ROUTINE", help="id, code or name")
    parser.add_argument("--hold", type=int, metavar="S", help="seconds of every hold")
    parser.add_argument("--reps", type=int, metavar="N", help="repetitions a side")
    parser.add_argument("--minutes", type=int, metavar="M", help="cut it to the time you have")


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="for programs")


def _add_output(parser: argparse.ArgumentParser, metavar: str, help: str | None = None) -> None:  # noqa: A002  # argparse's own word
    parser.add_argument("-o", "--output", type=Path, required=True, metavar=metavar, help=help)


_COMMANDS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "list": ("list routines and exercises", _list),
    "show": ("show every phase and cue of a routine with its time", _show),
    "check": ("check routine and exercise files", _check),
    "doctor": ("tell what is there, what is missing, how to mend it", _doctor),
    "play": ("play a routine at once", _play),
    "import": ("take in a routine: pack, TOML, text, CSV, ...", _import),
    "export": ("write a routine as sound, sheet, pack or text", _export),
    "history": ("what was done so far", _history),
    "draw": ("draw an exercise into a PNG or SVG file", _draw),
    **{verb: (told, _remote) for verb, (_, told) in REMOTE_VERBS.items()},
    "reminders": ("try a day of reminders out", _reminders),
}
