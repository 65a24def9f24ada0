"""The built-in words of cues in one language, and the sentences made of them.

A language is one file of words; word order and grammar that differ between languages live in the
file's templates, so a translator adds a file and no code.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from stretchtimer.core.exercise import Limb
from stretchtimer.core.phase import Side

# The placeholders that each template must have, and the only ones it may have.
TEMPLATES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "seconds": frozenset({"count"}),
        "times": frozenset({"count"}),
        "exercises": frozenset({"count"}),
        "rep_counter": frozenset({"rep", "reps"}),
        "next": frozenset({"name"}),
        "resuming": frozenset({"time"}),
    }
)


@dataclass(frozen=True, slots=True)
class LimbWords:
    """One side's words for what has a side: "left leg", "left arm", "left side"."""

    leg: str
    arm: str
    side: str

    def of(self, limb: Limb) -> str:
        """The word for `limb`."""
        match limb:
            case "leg":
                return self.leg
            case "arm":
                return self.arm
            case "side":
                return self.side


@dataclass(frozen=True, slots=True)
class Phrases:
    """All words that are the program's own and not an exercise's.

    `numbers[n]` is the word for n; beyond its end digits are said, which speech engines read well.
    Fields named in `TEMPLATES` hold placeholders in braces; all others are said as they stand.
    """

    language: str
    numbers: tuple[str, ...]
    one_second: str
    seconds: str
    once: str
    twice: str
    times: str
    exercises: str
    rep_counter: str
    last_one: str
    hold: str
    release: str
    halfway: str
    ten_seconds: str
    switch: str
    next: str
    resuming: str
    done: str
    stop: str
    right: LimbWords
    left: LimbWords
    each: LimbWords

    def say_number(self, number: int) -> str:
        """The number in words: "forty"."""
        return self.numbers[number] if 0 <= number < len(self.numbers) else str(number)

    def say_time(self, seconds: int) -> str:
        """A length of time: "forty seconds"."""
        if seconds == 1:
            return self.one_second
        return self.seconds.format(count=self.say_number(seconds))

    def say_times(self, count: int) -> str:
        """How often: "once", "twice", "six times"."""
        if count == 1:
            return self.once
        if count == 2:
            return self.twice
        return self.times.format(count=self.say_number(count))

    def say_limb(self, side: Side, limb: Limb) -> str:
        """Which side works: "left leg"; nothing when both work together."""
        match side:
            case Side.RIGHT:
                return self.right.of(limb)
            case Side.LEFT:
                return self.left.of(limb)
            case Side.BOTH:
                return ""

    def introduce(self, routine: str, *, hold_s: int, reps: int, each: Limb | None = None) -> str:
        """A routine of one exercise: "Wall hamstring. Forty seconds, six times."

        `each` is the limb when both sides get the dose in turn.
        """
        each_side = "" if each is None else self.each.of(each)
        return f"{routine}. {_sentence(self.say_time(hold_s), self.say_times(reps), each_side)}"

    def introduce_several(self, routine: str, *, count: int) -> str:
        """A routine of `count` exercises: "Knees to chest. Three exercises."""
        return f"{routine}. {_sentence(self.exercises.format(count=self.say_number(count)))}"

    def count_rep(self, rep: int, reps: int) -> str:
        """What opens a repetition: "Two of six", "Last one"; nothing when there is but one."""
        if reps == 1:
            return ""
        return self.last_one if rep == reps else _capital(self._rep_of_reps(rep, reps))

    def switch_to(self, side: Side, limb: Limb) -> str:
        """What opens a switch: "Switch sides. Left leg."""
        return f"{self.switch} {_sentence(self.say_limb(side, limb))}"

    def announce(self, name: str) -> str:
        """What opens the next exercise: "Next: Chin tuck."""
        return self.next.format(name=name)

    def resume(self, remaining_s: int) -> str:
        """What is said when a pause ends: "Resuming, twenty-three seconds"."""
        return self.resuming.format(time=self.say_time(remaining_s))

    def where(self, side: Side, limb: Limb, *, rep: int, reps: int, remaining_s: int) -> str:
        """The answer to "where am I?": "Left leg, two of six, eighteen seconds."""
        counter = "" if reps == 1 else self._rep_of_reps(rep, reps)
        return _sentence(self.say_limb(side, limb), counter, self.say_time(remaining_s))

    def _rep_of_reps(self, rep: int, reps: int) -> str:
        return self.rep_counter.format(rep=self.say_number(rep), reps=self.say_number(reps))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _sentence(*parts: str) -> str:
    return _capital(", ".join(part for part in parts if part)) + "."
