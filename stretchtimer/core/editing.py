"""Changes to a routine while it is edited, each a pure function, and undo without limit.

Positions count blocks from 0. A block that is moved joins the round that it comes to stand in.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, Generic, TypeVar

from stretchtimer.core.routine import MAX_BLOCKS, Block, Routine

Value = TypeVar("Value")


class NotPossibleError(Exception):
    """This change cannot be made; the message says why."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Step(Generic[Value]):
    """What was before, as a chain: nothing is copied, however long it grows."""

    value: Value
    before: "Step[Value] | None"


@dataclass(frozen=True, slots=True)
class Editing(Generic[Value]):
    """A routine or an exercise as it is now, what it was, and what was undone."""

    now: Value
    past: Step[Value] | None = None
    future: Step[Value] | None = None

    def changed(self, value: Value) -> "Editing[Value]":
        """With `value` as the present; what was undone is forgotten."""
        return self if value == self.now else Editing(value, Step(self.now, self.past))

    def changed_on(self, value: Value) -> "Editing[Value]":
        """With `value` as the present, in the same step as the last change."""
        return Editing(value, self.past)

    def undone(self) -> "Editing[Value]":
        """One change back, where there is one."""
        if self.past is None:
            return self
        return Editing(self.past.value, self.past.before, Step(self.now, self.future))

    def redone(self) -> "Editing[Value]":
        """One undone change forward again, where there is one."""
        if self.future is None:
            return self
        return Editing(self.future.value, Step(self.now, self.past), self.future.before)


def added(routine: Routine, exercise: str, position: int) -> Routine:
    """With a block of this exercise, at its own dose, before `position`."""
    _refuse_too_many(routine)
    blocks = list(routine.block)
    blocks.insert(position, Block(exercise, round=_round_between(blocks, position)))
    return _tidied(routine, blocks)


def removed(routine: Routine, position: int) -> Routine:
    """Without the block at `position`. Raises NotPossibleError for the last one."""
    if len(routine.block) == 1:
        raise NotPossibleError("A routine has at least one exercise.")
    return _tidied(routine, [*routine.block[:position], *routine.block[position + 1 :]])


def moved(routine: Routine, position: int, to: int) -> Routine:
    """With the block at `position` standing at `to`."""
    blocks = list(routine.block)
    block = blocks.pop(position)
    blocks.insert(to, replace(block, round=_round_between(blocks, to)))
    return routine if position == to else _tidied(routine, blocks)


def duplicated(routine: Routine, position: int) -> Routine:
    """With the block at `position` twice."""
    _refuse_too_many(routine)
    block = routine.block[position]
    return replace(routine, block=(*routine.block[:position], block, *routine.block[position:]))


def with_block(routine: Routine, position: int, **fields: Any) -> Routine:  # noqa: ANN401  # each field has its own kind
    """With these fields of the block at `position` set; None is the exercise's own number."""
    blocks = list(routine.block)
    blocks[position] = replace(blocks[position], **fields)
    return replace(routine, block=tuple(blocks))


def with_ends(
    routine: Routine, *, intro_s: int | None = None, outro_s: int | None = None
) -> Routine:
    """With another length, in seconds, before the first block or after the last."""
    changed = routine if intro_s is None else replace(routine, intro_s=intro_s)
    return changed if outro_s is None else replace(changed, outro_s=outro_s)


def in_rounds(routine: Routine, first: int, last: int, times: int) -> Routine:
    """With the blocks from `first` to `last` played together so often; once is no round."""
    name = _free_name(routine.rounds.keys() | {block.round for block in routine.block})
    inside = range(first, last + 1)
    blocks = [
        replace(block, round=(name if times > 1 else "")) if position in inside else block
        for position, block in enumerate(routine.block)
    ]
    return _tidied(routine, blocks, {**routine.rounds, name: times})


def with_times(routine: Routine, round_name: str, times: int) -> Routine:
    """With a round played so often; once makes single blocks of it."""
    if times > 1:
        return replace(routine, rounds={**routine.rounds, round_name: times})
    blocks = [
        replace(block, round="") if block.round == round_name else block for block in routine.block
    ]
    return _tidied(routine, blocks)


def _refuse_too_many(routine: Routine) -> None:
    if len(routine.block) >= MAX_BLOCKS:
        raise NotPossibleError(f"A routine has at most {MAX_BLOCKS} exercises.")


def _round_between(blocks: Sequence[Block], position: int) -> str:
    """The round of both neighbours of a new block, where it is the same one."""
    before = blocks[position - 1].round if position else ""
    after = blocks[position].round if position < len(blocks) else ""
    return before if before == after else ""


def _tidied(
    routine: Routine, blocks: Sequence[Block], rounds: dict[str, int] | None = None
) -> Routine:
    """Each stretch of blocks of one round under a name of its own, and no name without blocks."""
    known = dict(routine.rounds) if rounds is None else rounds
    kept: dict[str, int] = {}
    tidy: list[Block] = []
    for name, group in groupby(blocks, key=lambda block: block.round):
        own = _free_name(known.keys() | kept.keys()) if name in kept else name
        if name:
            kept[own] = known[name]
        tidy += (replace(block, round=own) for block in group)
    return replace(routine, block=tuple(tidy), rounds=kept)


def _free_name(taken: set[str]) -> str:
    number = 1
    while f"round {number}" in taken:
        number += 1
    return f"round {number}"
