"""A routine: ordered blocks, each an exercise with the dose prescribed for it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Annotated, Literal

from stretchtimer.core.bounds import Length, Within
from stretchtimer.core.exercise import (
    FORBID_EXTRA,
    Dose,
    Exercise,
    HoldSeconds,
    Language,
    OptionalLine,
    Paragraph,
    Reps,
    Seconds,
    Sides,
)
from stretchtimer.core.names import Identifier, Title

MAX_BLOCKS = 200
MAX_ROUNDS = 20
RoundName = Annotated[str, Length(1, 20)]
Times = Annotated[int, Within(2, MAX_ROUNDS)]


@dataclass(frozen=True, slots=True)
class Block:
    """One line of a prescription. A number left out is the exercise's own, but a `hold_s` without
    `left_hold_s` is meant for both sides.

    `always_explain` speaks the full set-up lines every time, not only on the first meetings.
    Neighbours with the same `round` are played together as often as the routine's `rounds` says.
    """

    exercise: Identifier
    prepare_s: Seconds | None = None
    ease_s: Seconds | None = None
    hold_s: HoldSeconds | None = None
    release_s: Seconds | None = None
    reps: Reps | None = None
    rest_s: Seconds | None = None
    sides: Sides | None = None
    switch_s: Seconds | None = None
    left_hold_s: HoldSeconds | None = None
    always_explain: bool = False
    round: Annotated[str, Length(0, 20)] = ""

    __pydantic_config__ = FORBID_EXTRA

    def dose(self, own: Dose) -> Dose:
        """The dose to play: this block's numbers over the exercise's `own`."""

        def pick(prescribed: int | None, default: int) -> int:
            return default if prescribed is None else prescribed

        return Dose(
            prepare_s=pick(self.prepare_s, own.prepare_s),
            ease_s=pick(self.ease_s, own.ease_s),
            hold_s=pick(self.hold_s, own.hold_s),
            release_s=pick(self.release_s, own.release_s),
            reps=pick(self.reps, own.reps),
            rest_s=pick(self.rest_s, own.rest_s),
            sides=pick(self.sides, own.sides),
            switch_s=pick(self.switch_s, own.switch_s),
            left_hold_s=self.left_hold_s if self.hold_s or self.left_hold_s else own.left_hold_s,
        )


@dataclass(frozen=True, slots=True)
class Routine:
    """What is played in one session, as its file describes it.

    `name_in` has its name in other languages, by language code. `rounds` says how often the blocks
    of each round are played one after the other.
    """

    format: Literal[1]
    id: Identifier
    name: Title
    block: Annotated[tuple[Block, ...], Length(1, MAX_BLOCKS)]
    intro_s: Seconds = 10
    outro_s: Seconds = 10
    place: OptionalLine = ""
    when: OptionalLine = ""
    caution: Paragraph = ""
    note: Paragraph = ""
    source: OptionalLine = ""
    code: Annotated[str, Length(0, 10)] = ""
    name_in: Annotated[dict[Language, Title], Length(0, 40)] = field(default_factory=dict)
    rounds: Annotated[dict[RoundName, Times], Length(0, MAX_BLOCKS)] = field(default_factory=dict)

    __pydantic_config__ = FORBID_EXTRA

    def __post_init__(self) -> None:
        named = [name for name, _ in groupby(block.round for block in self.block) if name]
        for name in named:
            if name not in self.rounds:
                raise ValueError(f"the round “{name}” of a block is not among [rounds]")
            if named.count(name) > 1:
                raise ValueError(f"the blocks of the round “{name}” must stand one after the other")
        for name in self.rounds:
            if name not in named:
                raise ValueError(f"no block belongs to the round “{name}”")

    def played(self) -> Iterator[tuple[int, int]]:
        """The blocks in the order of play: position (from 0), and which time it is (from 1)."""
        places = range(len(self.block))
        for name, group in groupby(places, key=lambda place: self.block[place].round):
            together = tuple(group)
            for time in range(1, self.rounds.get(name, 1) + 1):
                yield from ((place, time) for place in together)


@dataclass(frozen=True, slots=True)
class Prescription:
    """A routine's block joined with its exercise: what the score compiler reads.

    `time` counts from 1 how often the block has come: more than once in rounds.
    """

    exercise: Exercise
    dose: Dose
    always_explain: bool = False
    time: int = 1


def alone(exercise: Exercise) -> Routine:
    """One exercise as a routine of its own, at the exercise's own dose."""
    return Routine(1, exercise.id, exercise.name, (Block(exercise.id),), place=exercise.place)
