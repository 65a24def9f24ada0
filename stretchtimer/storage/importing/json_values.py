"""Looks into JSON that nobody vouches for: each value is asked for with its kind."""

import json
import math
from typing import Any

from stretchtimer.storage.importing.draft import NotUnderstoodError

MAX_ITEMS = 2000  # of one list: far beyond any real file


def parse_json(text: str) -> object:
    """The value of `text`; its strings may hold control characters. Raises NotUnderstoodError."""
    try:
        found: object = json.loads(text, strict=False)
    except RecursionError as error:
        raise NotUnderstoodError("lists or objects nested too deeply") from error
    except json.JSONDecodeError as error:
        message = f"not valid JSON: {error.msg} at line {error.lineno}, column {error.colno}"
        raise NotUnderstoodError(message) from error
    except ValueError as error:  # an integer of thousands of digits
        raise NotUnderstoodError("a number with too many digits") from error
    return found


def table(value: object, what: str) -> dict[str, Any]:
    """`value`, which must be an object."""
    if not isinstance(value, dict):
        raise NotUnderstoodError(f"{what} is not an object")
    return value


def items(value: object, what: str) -> list[Any]:
    """`value`, which must be a list of a length that somebody can have meant."""
    if not isinstance(value, list):
        raise NotUnderstoodError(f"{what} is not a list")
    if len(value) > MAX_ITEMS:
        raise NotUnderstoodError(f"{what} has {len(value)} items; at most {MAX_ITEMS} are read")
    return value


def text(value: object, otherwise: str = "") -> str:
    """`value` where it is text, cleaned of what no name may hold."""
    if not isinstance(value, str):
        return otherwise
    return " ".join("".join(c if c.isprintable() else " " for c in value).split()) or otherwise


def whole(value: object, what: str) -> int:
    """`value` as a whole number; a fraction is rounded."""
    if not isinstance(value, int | float) or isinstance(value, bool) or not math.isfinite(value):
        raise NotUnderstoodError(f"{what} is not a number")
    return round(value)
