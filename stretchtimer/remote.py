"""Talks to the running program: status, next, pause, resume, start, stop, quit.

It stands on the standard library and imports little of that, so that a key of the desktop or a
status bar can ask often.
"""

import sys
from collections.abc import Sequence

EXIT_NOT_RUNNING, EXIT_USAGE = 1, 2
REMOTE_VERBS = {
    "status": ("status [--json]", "say how the reminders stand"),
    "next": ("next", "say when the next breaks come"),
    "pause": ("pause [1h|45m|tomorrow]", "pause the reminders"),
    "resume": ("resume", "let the reminders go on"),
    "start": ("start ROUTINE", "play a routine in the running program"),
    "stop": ("stop", "end what is being played"),
    "quit": ("quit", "end the running program"),
}
_UNITS_MIN = {"h": 60, "m": 1, "min": 1, "": 1}
_LONGEST_PAUSE_MIN = 7 * 24 * 60


class AskedWronglyError(Exception):
    """The message says what was expected."""


def run_remote(arguments: Sequence[str]) -> int | None:
    """Carry out one verb; gives the exit status, or None for a start that nobody runs to hear."""
    verb, *rest = arguments
    try:
        request = _request(verb, rest)
    except AskedWronglyError as error:
        _complain(str(error))
        return EXIT_USAGE
    as_json = request.pop("json", False)
    from stretchtimer.desktop.instance import ask  # sockets: the verbs are read without

    reply = ask(request)
    if reply is None and verb == "start":
        return None
    if reply is None:
        _complain("it is not running. “stretchtimer” opens it.")
        return EXIT_NOT_RUNNING
    if "error" in reply:
        _complain(str(reply["error"]))
        return EXIT_USAGE
    _show(reply, as_json=bool(as_json))
    return 0


def _request(verb: str, rest: Sequence[str]) -> dict[str, object]:
    match verb, list(rest):
        case "status", ["--json"]:
            return {"verb": verb, "json": True}
        case "pause", []:
            return {"verb": verb}
        case "pause", ["tomorrow"]:
            return {"verb": verb, "minutes": 0}
        case "pause", [span]:
            return {"verb": verb, "minutes": _minutes(span)}
        case "start", [routine] if not routine.startswith("-"):
            return {"verb": verb, "routine": routine}
        case (("status" | "next" | "resume" | "stop" | "quit"), []):
            return {"verb": verb}
        case _:
            raise AskedWronglyError(f"usage: stretchtimer {REMOTE_VERBS[verb][0]}")


def _minutes(span: str) -> int:
    number = span.rstrip("hmin")
    unit = span[len(number) :]
    if number.isdecimal() and number.isascii() and unit in _UNITS_MIN:
        minutes = int(number) * _UNITS_MIN[unit]
        if 1 <= minutes <= _LONGEST_PAUSE_MIN:
            return minutes
    raise AskedWronglyError(f"a pause is 1h, 45m or tomorrow, not {span!r}")


def _show(reply: dict[str, object], *, as_json: bool) -> None:
    if as_json:
        import json

        reply.pop("lines", None)
        text = json.dumps(reply, ensure_ascii=False, indent=2)
    else:
        lines = reply.get("lines")
        text = "\n".join(line for line in lines if line) if isinstance(lines, list) else ""
    if text:
        sys.stdout.write(text + "\n")


def _complain(text: str) -> None:
    sys.stderr.write(f"stretchtimer: {text}\n")
