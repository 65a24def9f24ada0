"""Cuts a routine to the minutes one has, and says what was cut.

In this order, each only as far as needed: repetitions down to half, drills and rests from the end,
holds down to ten seconds, repetitions down to one, stretches from the end. One block always stays.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from stretchtimer.core.fitting import Change
from stretchtimer.core.ladder import HOLD_FLOOR_S, STEP_S
from stretchtimer.core.routine import Prescription

Blocks = tuple[Prescription, ...]


@dataclass(frozen=True, slots=True)
class Trimmed:
    """What is left of a routine, how long it takes with its frame, and what was cut.

    `total_s` is above what was asked for where even the least takes longer.
    """

    blocks: Blocks
    total_s: int
    changes: tuple[Change, ...] = ()


def trim(blocks: Sequence[Prescription], frame_s: int, limit_s: int) -> Trimmed:
    """The blocks cut so that they and `frame_s` of intro and outro fit into `limit_s`."""
    kept = tuple(enumerate(blocks))

    def total_s() -> int:
        return frame_s + sum(block.dose.total_s for _, block in kept)

    for cut in _cuts(tuple(blocks)):
        while total_s() > limit_s:
            shorter = cut(kept)
            if shorter == kept:
                break
            kept = shorter
    left = dict(kept)
    changes = [
        change
        for position, before in enumerate(blocks)
        for change in _told(before, left.get(position))
    ]
    took_s = total_s()
    if took_s > limit_s:
        text = f"It takes {took_s // 60}:{took_s % 60:02} at the least."
        changes.append(Change("trimmed", blocks[0].exercise.id, text))
    return Trimmed(tuple(left.values()), took_s, tuple(changes))


_Kept = tuple[tuple[int, Prescription], ...]
_Cut = Callable[[_Kept], _Kept]


def _cuts(before: Blocks) -> Iterator[_Cut]:
    yield lambda kept: _fewer(kept, lambda position: -(-before[position].dose.reps // 2))
    yield lambda kept: _without_last(kept, stretches=False)
    yield _shorter
    yield lambda kept: _fewer(kept, lambda _: 1)
    yield lambda kept: _without_last(kept, stretches=True)


def _fewer(kept: _Kept, floor: Callable[[int], int]) -> _Kept:
    """One repetition less where most are left."""
    open_to_it = [each for each in kept if each[1].dose.reps > floor(each[0])]
    if not open_to_it:
        return kept
    position, block = max(open_to_it, key=lambda each: (each[1].dose.reps, each[0]))
    dose = replace(block.dose, reps=block.dose.reps - 1)
    return _with(kept, position, replace(block, dose=dose))


def _shorter(kept: _Kept) -> _Kept:
    """A step off the longest hold; the time of a movement belongs to the movement."""
    open_to_it = [
        each
        for each in kept
        if each[1].exercise.kind != "drill" and each[1].dose.hold_s > HOLD_FLOOR_S
    ]
    if not open_to_it:
        return kept
    position, block = max(open_to_it, key=lambda each: (each[1].dose.hold_s, each[0]))
    hold_s = max(HOLD_FLOOR_S, block.dose.hold_s - STEP_S)
    left_s = block.dose.left_hold_s
    dose = replace(
        block.dose, hold_s=hold_s, left_hold_s=None if left_s is None else min(left_s, hold_s)
    )
    return _with(kept, position, replace(block, dose=dose))


def _without_last(kept: _Kept, *, stretches: bool) -> _Kept:
    for position, block in reversed(kept):
        if len(kept) > 1 and (block.exercise.kind == "stretch") is stretches:
            return tuple(each for each in kept if each[0] != position)
    return kept


def _with(kept: _Kept, position: int, block: Prescription) -> _Kept:
    return tuple((each[0], block) if each[0] == position else each for each in kept)


def _told(before: Prescription, after: Prescription | None) -> Iterator[Change]:
    name, identifier = before.exercise.name, before.exercise.id
    if after is None:
        yield Change("trimmed", identifier, f"Without {name}, for want of time.")
        return
    if after.dose.reps < before.dose.reps:
        text = f"{name}: {after.dose.reps} instead of {before.dose.reps} times, for want of time."
        yield Change("trimmed", identifier, text)
    if after.dose.hold_s < before.dose.hold_s:
        text = f"{name}: {after.dose.hold_s} s instead of {before.dose.hold_s} s, for want of time."
        yield Change("trimmed", identifier, text)


def fit_rank(total_s: int, limit_s: int) -> tuple[bool, int]:
    """For sorting by fit: what fits comes first, the fullest of them first; then the least over."""
    return total_s > limit_s, abs(limit_s - total_s)
