"""What things are called: the bounds of an id and of a name, and what somebody may have meant."""

from collections.abc import Collection
from typing import Annotated

from stretchtimer.core.bounds import Length

Identifier = Annotated[str, Length(1, 60)]
Title = Annotated[str, Length(1, 80)]
_LONGEST = 60


def did_you_mean(word: str, known: Collection[str]) -> str:
    """A hint to the nearest of the `known` words, or nothing: '; did you mean "hold_s"?'."""
    import difflib  # only somebody who mistyped pays for it

    near = difflib.get_close_matches(word[:_LONGEST], known, n=1)
    return f'; did you mean "{near[0]}"?' if near else ""
