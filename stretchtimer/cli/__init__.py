"""The commands. Each is thin: it finds its parts, calls them and prints.

A command loads what it needs when it is chosen, and Qt is loaded by the window, `draw` and sheets
alone, so that the others answer at once. Whatever is asked wrongly gets one line on stderr and exit
status 2.
"""

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from importlib import import_module

from stretchtimer.cli.arguments import parse
from stretchtimer.cli.console import EXIT_PROBLEMS, EXIT_USAGE, UsageError, complain, write_utf8
from stretchtimer.core.answers import LockedError, UnknownAnswerError
from stretchtimer.remote import REMOTE_VERBS, run_remote
from stretchtimer.storage.library import NotFoundError

_COMMANDS = {
    "list": ("stretchtimer.cli.looking", "list_library"),
    "check": ("stretchtimer.cli.looking", "check"),
    "doctor": ("stretchtimer.cli.looking", "doctor"),
    "reminders": ("stretchtimer.cli.looking", "simulate"),
    "show": ("stretchtimer.cli.playing", "show"),
    "play": ("stretchtimer.cli.playing", "play"),
    "draw": ("stretchtimer.cli.drawing", "draw"),
    "import": ("stretchtimer.cli.sharing", "take_in"),
    "export": ("stretchtimer.cli.sharing", "export"),
    "history": ("stretchtimer.cli.sharing", "export_history"),
}


def run(arguments: Sequence[str]) -> int:
    """Carry out one command; gives the exit status."""
    write_utf8()
    try:
        return _carry_out(parse(list(arguments)))
    except (UsageError, NotFoundError, UnknownAnswerError) as error:
        complain(str(error))
        return EXIT_USAGE
    except LockedError as locked:
        complain(str(locked))
        return EXIT_PROBLEMS
    except BrokenPipeError:
        # the reader, `head` perhaps, has gone: nothing is left to say
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130


def _carry_out(chosen: Namespace) -> int:
    if chosen.command is None:
        from stretchtimer.opening import open_window

        return open_window(hidden=chosen.hidden)
    if chosen.command in REMOTE_VERBS:
        asked = [chosen.command, *chosen.rest, *(["--json"] if chosen.json else [])]
        status = run_remote(asked)
        return run(["play", *chosen.rest]) if status is None else status
    module, function = _COMMANDS[chosen.command]
    command: Callable[[Namespace], int] = getattr(import_module(module), function)
    return command(chosen)
