"""A person's own hold times: a thin layer over a routine, so that the routine may go on improving.

It names blocks by their exercise, not by their place, and so it still fits when a later version of
the routine brings a new order. Only stretches follow the scale and the common hold: the working
time of a drill's repetition and the length of a rest mean something else.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Literal

from stretchtimer.core.bounds import Length, Within
from stretchtimer.core.exercise import (
    FORBID_EXTRA,
    MAX_HOLD_S,
    Exercise,
    HoldSeconds,
)
from stretchtimer.core.names import Identifier
from stretchtimer.core.routine import MAX_BLOCKS, Block, Routine

MIN_PERCENT, MAX_PERCENT = 25, 300
Percent = Annotated[int, Within(MIN_PERCENT, MAX_PERCENT)]


@dataclass(frozen=True, slots=True)
class OwnHold:
    """One block's own hold, in seconds; `left_hold_s` is the left side's where it differs.

    `nth` tells blocks of one exercise apart: 1 is the first of them.
    """

    exercise: Identifier
    hold_s: HoldSeconds
    left_hold_s: HoldSeconds | None = None
    nth: Annotated[int, Within(1, MAX_BLOCKS)] = 1

    __pydantic_config__ = FORBID_EXTRA


@dataclass(frozen=True, slots=True)
class HoldTimes:
    """What a person changed: a share of every hold, or one length for all; and blocks by hand.

    What is set for a block by hand stays when the share or the common length moves.
    """

    format: Literal[1] = 1
    scale_percent: Percent = 100
    all_s: HoldSeconds | None = None
    block: Annotated[tuple[OwnHold, ...], Length(0, MAX_BLOCKS)] = ()

    __pydantic_config__ = FORBID_EXTRA

    @property
    def changes_nothing(self) -> bool:
        """Whether the routine is played as it is written."""
        return self == HoldTimes()

    def scaled(self, percent: int) -> "HoldTimes":
        """With every stretch held `percent` of what is prescribed, cut to the bounds."""
        kept = min(max(percent, MIN_PERCENT), MAX_PERCENT)
        return replace(self, scale_percent=kept, all_s=None)

    def with_all(self, hold_s: int) -> "HoldTimes":
        """With every stretch held equally long, cut to the bounds."""
        return replace(self, scale_percent=100, all_s=_within(hold_s))

    def with_block(
        self, routine: Routine, position: int, hold_s: int, left_hold_s: int | None = None
    ) -> "HoldTimes":
        """With the block at `position` (from 0) held for so long, cut to the bounds."""
        exercise, nth = _key(routine, position)
        left = None if left_hold_s is None else _within(left_hold_s)
        own = OwnHold(exercise, _within(hold_s), left, nth)
        return replace(self, block=(*self._others(exercise, nth), own))

    def own_hold(self, routine: Routine, position: int) -> OwnHold | None:
        """What is set by hand for the block at `position` (from 0)."""
        key = _key(routine, position)
        return next((own for own in self.block if (own.exercise, own.nth) == key), None)

    def _others(self, exercise: str, nth: int) -> Iterator[OwnHold]:
        return (own for own in self.block if (own.exercise, own.nth) != (exercise, nth))


def with_hold_times(
    routine: Routine, exercises: Mapping[str, Exercise], times: HoldTimes
) -> Routine:
    """`routine` with a person's own hold times; all else stays. Every hold is within its bounds."""

    def changed(position: int, block: Block) -> Block:
        exercise = exercises[block.exercise]
        own = times.own_hold(routine, position)
        if own is not None:
            return replace(block, hold_s=own.hold_s, left_hold_s=own.left_hold_s)
        if exercise.kind != "stretch":
            return block
        if times.all_s is not None:
            return replace(block, hold_s=times.all_s, left_hold_s=None)
        dose = block.dose(exercise.dose)
        left_s = dose.left_hold_s
        return replace(
            block,
            hold_s=_share(dose.hold_s, times.scale_percent),
            left_hold_s=None if left_s is None else _share(left_s, times.scale_percent),
        )

    if times.changes_nothing:
        return routine
    blocks = tuple(changed(position, block) for position, block in enumerate(routine.block))
    return replace(routine, block=blocks)


def _key(routine: Routine, position: int) -> tuple[str, int]:
    exercise = routine.block[position].exercise
    before = routine.block[: position + 1]
    return exercise, sum(block.exercise == exercise for block in before)


def _share(hold_s: int, percent: int) -> int:
    return _within(round(hold_s * percent / 100))


def _within(hold_s: int) -> int:
    return min(max(hold_s, 1), MAX_HOLD_S)
