"""A routine: ordered blocks, each an exercise with the dose prescribed for it."""

from dataclasses import dataclass, field
from typing import Annotated, Literal

from annotated_types import Len

from stretchtimer.core.exercise import (
    FORBID_EXTRA,
    Dose,
    Exercise,
    HoldSeconds,
    Identifier,
    Language,
    OptionalLine,
    Paragraph,
    Reps,
    Seconds,
    Sides,
    Title,
)

MAX_BLOCKS = 200


@dataclass(frozen=True, slots=True)
class Block:
    """One line of a prescription. A number left out is the exercise's own, but a `hold_s` without
    `left_hold_s` is meant for both sides.

    `always_explain` speaks the full set-up lines every time, not only on the first meetings.
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

    `name_in` has its name in other languages, by language code.
    """

    format: Literal[1]
    id: Identifier
    name: Title
    block: Annotated[tuple[Block, ...], Len(1, MAX_BLOCKS)]
    intro_s: Seconds = 10
    outro_s: Seconds = 10
    place: OptionalLine = ""
    when: OptionalLine = ""
    caution: Paragraph = ""
    note: Paragraph = ""
    source: OptionalLine = ""
    code: Annotated[str, Len(0, 10)] = ""
    name_in: Annotated[dict[Language, Title], Len(0, 40)] = field(default_factory=dict)

    __pydantic_config__ = FORBID_EXTRA


@dataclass(frozen=True, slots=True)
class Prescription:
    """A routine's block joined with its exercise: what the score compiler reads."""

    exercise: Exercise
    dose: Dose
    always_explain: bool = False
