"""One stretch: its words, its dose, its picture and where they come from.

An exercise is separate from the dose that a routine prescribes, as a drug is from its prescription.
The classes are plain frozen dataclasses; the library reader in `storage` checks files against their
annotations, so a bound written here is a bound that a file must keep.
"""

from dataclasses import dataclass, field, fields, replace
from typing import Annotated, Literal

from stretchtimer.core.blank_figures import STANDING
from stretchtimer.core.bounds import Length, Within
from stretchtimer.core.illustration import Illustration
from stretchtimer.core.names import Identifier, Title
from stretchtimer.core.phase import Side
from stretchtimer.core.pictures import Pictures

# Bounds of an untrusted file. A hold of ten minutes is beyond any advice known to us; the bounds on
# text keep a clip short enough to be spoken inside a phase.
MAX_HOLD_S = 600
MAX_REPS = 50
Seconds = Annotated[int, Within(0, 600)]
HoldSeconds = Annotated[int, Within(1, MAX_HOLD_S)]
Reps = Annotated[int, Within(1, MAX_REPS)]
Sides = Annotated[int, Within(1, 2)]
Language = Annotated[str, Length(2, 8)]
Line = Annotated[str, Length(1, 200)]
OptionalLine = Annotated[str, Length(0, 200)]
Paragraph = Annotated[str, Length(0, 2000)]

COUNT = "{times}"  # in a hold line: how often the movement goes round in one hold

Kind = Literal["stretch", "drill", "rest"]
Place = Literal["desk", "standing", "floor"]
Limb = Literal["leg", "arm", "side", "direction"]

FORBID_EXTRA = {"extra": "forbid", "strict": True, "allow_inf_nan": False}


@dataclass(frozen=True, slots=True)
class Dose:
    """How long and how often, in whole seconds and counts.

    `sides` is 1 when both sides work together and 2 for right then left. For a drill `hold_s` is
    the working time of one repetition. `left_hold_s` is the left side's hold where it differs.
    """

    prepare_s: Seconds
    ease_s: Seconds
    hold_s: HoldSeconds
    release_s: Seconds
    reps: Reps
    rest_s: Seconds
    sides: Sides = 1
    switch_s: Seconds = 0
    left_hold_s: HoldSeconds | None = None

    __pydantic_config__ = FORBID_EXTRA

    @property
    def total_s(self) -> int:
        """T = P + S x [R x (E + H + L) + (R - 1) x Z] + (S - 1) x W, in seconds, where H is each
        side's own.
        """
        side_s = self.reps * (self.ease_s + self.release_s) + (self.reps - 1) * self.rest_s
        held_s = sum(self.reps * self.hold_on(side) for side in self.sides_worked)
        return self.prepare_s + self.sides * side_s + held_s + (self.sides - 1) * self.switch_s

    @property
    def hold_per_side_s(self) -> int:
        """Seconds of hold that one side gets; where they differ, the right one."""
        return self.reps * self.hold_s

    @property
    def sides_worked(self) -> tuple[Side, ...]:
        """The sides in the order in which they work."""
        return (Side.BOTH,) if self.sides == 1 else (Side.RIGHT, Side.LEFT)

    def hold_on(self, side: Side) -> int:
        """Seconds of one hold on `side`."""
        if side is Side.LEFT and self.left_hold_s is not None:
            return self.left_hold_s
        return self.hold_s


@dataclass(frozen=True, slots=True)
class LeftWords:
    """The lines that name a side, as they are for the left; an empty one is the same for both."""

    setup: Annotated[tuple[Line, ...], Length(0, 8)] = ()
    ease: OptionalLine = ""
    hold: OptionalLine = ""
    release: OptionalLine = ""
    rest: OptionalLine = ""

    __pydantic_config__ = FORBID_EXTRA


@dataclass(frozen=True, slots=True)
class Words:
    """What is said and shown, one line for each phase; an empty line is silence.

    Lines that name a side name the right one, which comes first; `left` has them for the other.
    `check` is the technique reminder spoken once in the first hold.
    """

    setup: Annotated[tuple[Line, ...], Length(1, 8)]
    brief: Line
    hold: Line
    ease: OptionalLine = ""
    release: OptionalLine = ""
    rest: OptionalLine = ""
    switch: OptionalLine = ""
    done: OptionalLine = ""
    check: OptionalLine = ""
    breathing: Paragraph = ""
    left: LeftWords = LeftWords()

    __pydantic_config__ = FORBID_EXTRA

    def on(self, side: Side | None) -> "Words":
        """The words for one side."""
        if side is not Side.LEFT:
            return self
        given = {field.name: getattr(self.left, field.name) for field in fields(LeftWords)}
        return replace(self, **{name: line for name, line in given.items() if line})


@dataclass(frozen=True, slots=True)
class Safety:
    """Who should not do it, what to watch, when to stop."""

    tags: Annotated[tuple[Annotated[str, Length(1, 60)], ...], Length(0, 30)] = ()
    checks: Annotated[tuple[Annotated[str, Length(1, 400)], ...], Length(0, 12)] = ()
    stop_signs: Annotated[tuple[Line, ...], Length(0, 12)] = ()
    not_for: Paragraph = ""
    gentler: Annotated[str, Length(0, 60)] = ""

    __pydantic_config__ = FORBID_EXTRA


@dataclass(frozen=True, slots=True)
class Source:
    """Where the exercise and each of its numbers come from."""

    article: Paragraph = ""
    from_article: Paragraph = ""
    our_defaults: Paragraph = ""
    support: Paragraph = ""
    references: Annotated[tuple[Paragraph, ...], Length(0, 30)] = ()

    __pydantic_config__ = FORBID_EXTRA


@dataclass(frozen=True, slots=True)
class Translation:
    """An exercise's name and spoken words in another language."""

    name: Title
    words: Words

    __pydantic_config__ = FORBID_EXTRA


@dataclass(frozen=True, slots=True)
class Exercise:
    """One stretch, drill or rest as its file describes it.

    `dose` is the exercise's own; a routine's block may prescribe another. `limb` names what has a
    side ("left leg"); it is needed only where `dose.sides` is 2. With the limb "direction" the two
    sides are a movement backward and forward. A drill is movement and gives no stretch minutes.
    Own `pictures` are shown in place of the `figure`, which only stands where none is given.
    `translation` has its words by language code, where the file gives them. A hold line with
    `{times}` counts the movements of one hold, or the repetitions where there is no movement.
    """

    format: Literal[1]
    id: Identifier
    name: Title
    kind: Kind
    goal: Line
    region: Annotated[str, Length(1, 30)]
    place: Place
    position: Line
    dose: Dose
    words: Words
    figure: Illustration = STANDING
    pictures: Pictures | None = None
    equipment: Annotated[tuple[Title, ...], Length(0, 10)] = ()
    limb: Limb = "side"
    code: Annotated[str, Length(0, 10)] = ""
    safety: Safety = Safety()
    source: Source = Source()
    translation: Annotated[dict[Language, Translation], Length(0, 40)] = field(default_factory=dict)

    __pydantic_config__ = FORBID_EXTRA

    def pictured(self, side: Side | None) -> tuple[Illustration, bool]:
        """What is drawn for a side, and whether as its mirror image."""
        if side is not Side.LEFT:
            return self.figure, False
        if self.limb == "direction":
            return self.figure.the_other_way(), False
        return self.figure, True

    @property
    def moves_in_hold(self) -> bool:
        """Whether what is called a hold is a movement to and fro."""
        return self.kind == "drill" and self.figure.cycle_s is not None

    def in_language(self, language: str) -> "Exercise":
        """The exercise with its words in `language`, as far as they are given."""
        translated = self.translation.get(language)
        if translated is None:
            return self
        return replace(self, name=translated.name, words=translated.words)
