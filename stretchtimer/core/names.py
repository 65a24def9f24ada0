"""What things are called: the bounds of an id and of a name, and what somebody may have meant."""

from collections.abc import Collection
from typing import Annotated

from stretchtimer.core.bounds import Length

Identifier = Annotated[str, Length(1, 60)]
Title = Annotated[str, Length(1, 80)]
_LONGEST = 60


def did_you_mean(word: str, known: Collection[str], *, at_least: float = 0.6) -> str:
    """A hint to the nearest of the `known` words, or nothing: '; did you mean "hold_s"?'.

    `at_least` so much of both, from 0 to 1, must be the same.
    """
    import difflib  # only somebody who mistyped pays for it

    near = difflib.get_close_matches(word[:_LONGEST], known, n=1, cutoff=at_least)
    return f'; did you mean "{near[0]}"?' if near else ""
