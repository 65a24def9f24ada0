"""What a foreign file says, before it is joined with the library."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from stretchtimer.core.exercise import MAX_HOLD_S, MAX_REPS, Limb

MAX_SECONDS = 600
Numbers = Mapping[str, Any]  # whole numbers by the names of a dose's fields
_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Missed:
    """Something that was not understood: where it stands, what it says, what became of it."""

    where: str
    text: str
    why: str

    def __str__(self) -> str:
        """One line, cut to a readable length."""
        shown = self.text if len(self.text) <= _SHOWN else f"{self.text[: _SHOWN - 1]}…"
        return f"{self.where}: “{shown}”: {self.why}" if shown else f"{self.where}: {self.why}"


class NotUnderstoodError(Exception):
    """This cannot be taken over; the message says why, in one line."""


@dataclass(frozen=True, slots=True)
class DraftBlock:
    """One exercise as its author calls it, with the numbers of a dose that were given, by name.

    `words` is what else was written about it.
    """

    name: str
    numbers: Numbers
    round: str = ""
    words: str = ""
    limb: Limb | None = None
    is_rest: bool = False

    def refuse_impossible(self) -> None:
        """Raise NotUnderstoodError where a number is one that no block may have."""
        for name, number in self.numbers.items():
            least, most, what = _BOUNDS[name]
            if not least <= number <= most:
                shown = str(number) if abs(number) < 10**9 else f"{number:.0e}"
                raise NotUnderstoodError(f"{what} goes from {least} to {most}, not {shown}")


_BOUNDS = {
    "prepare_s": (0, MAX_SECONDS, "the time to get ready, in seconds,"),
    "ease_s": (0, MAX_SECONDS, "the time to ease in, in seconds,"),
    "hold_s": (1, MAX_HOLD_S, "a hold, in seconds,"),
    "left_hold_s": (1, MAX_HOLD_S, "a hold, in seconds,"),
    "release_s": (0, MAX_SECONDS, "the time to let go, in seconds,"),
    "reps": (1, MAX_REPS, "the number of repetitions"),
    "rest_s": (0, MAX_SECONDS, "a rest, in seconds,"),
    "sides": (1, 2, "the number of sides"),
    "switch_s": (0, MAX_SECONDS, "the time to change sides, in seconds,"),
}


@dataclass(frozen=True, slots=True)
class Draft:
    """A routine as a foreign file describes it. `rounds` is as in a routine."""

    name: str
    blocks: tuple[DraftBlock, ...]
    rounds: Mapping[str, int] = field(default_factory=dict)
    intro_s: int | None = None
    when: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Interval:
    """A stretch of time of an interval timer, in seconds."""

    name: str
    length_s: int
    is_rest: bool = False


_RESTS = frozenset(
    [
        "rest",
        "rests",
        "resting",
        "break",
        "pause",
        "recover",
        "recovery",
        "relax",
        "ruhe",
        "erholung",
        "pausa",
        "descanso",
        "repos",
        "riposo",
        "wait",
        "switch",
        "wechsel",
    ]
)


def is_rest_name(name: str) -> bool:
    """Whether an interval's name says that nothing is done in it."""
    words = name.casefold().split()
    return bool(words) and words[0].strip(".,:!") in _RESTS


def blocks_of(intervals: Iterable[Interval], round_name: str = "") -> Iterator[DraftBlock]:
    """Intervals as blocks of exactly their lengths.

    A rest becomes the time to get ready for what follows; one that nothing follows is a block.
    """
    waiting_s = 0
    for interval in intervals:
        if interval.is_rest:
            waiting_s += interval.length_s
            continue
        yield _timed(interval, round_name, waiting_s)
        waiting_s = 0
    if waiting_s:
        yield _timed(Interval("Rest", waiting_s, is_rest=True), round_name)


def _timed(interval: Interval, round_name: str, prepare_s: int = 0) -> DraftBlock:
    exactly = dict.fromkeys(("ease_s", "release_s", "rest_s", "switch_s"), 0)
    numbers = {"prepare_s": prepare_s, "hold_s": interval.length_s, "reps": 1, "sides": 1}
    name = interval.name or "Exercise"
    return DraftBlock(name, numbers | exactly, round_name, is_rest=interval.is_rest)
