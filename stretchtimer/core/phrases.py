"""The built-in words of the cues, in one language.

A translator writes one file of these; templates name their parts in braces. Words of the exercises
themselves are in the exercise files.
"""

import re
from dataclasses import dataclass, field

from stretchtimer.core.exercise import Limb
from stretchtimer.core.phase import Side

_SENTENCE_START = re.compile(r"(?:^|[.!?] )\w")


@dataclass(frozen=True, slots=True)
class Phrases:
    """Templates and words; `numbers` holds the words for 0, 1, 2 ... as far as the language gives
    them.

    `limbs` maps "right leg", "left arm" and so on to what is said of them. `changed_numbers` has,
    by the name of a place in a template, the numbers that sound different there: before a noun, in
    some languages.
    """

    language: str
    numbers: tuple[str, ...]
    limbs: dict[str, str]
    one_second: str
    seconds: str
    intro_one: str
    intro_once: str
    intro_many: str
    next: str
    rep_counter: str
    last_one: str
    hold: str
    halfway: str
    ten_seconds: str
    release: str
    switch_sides: str
    done: str
    resuming: str
    resuming_rep: str
    where: str
    where_both: str
    where_outside: str
    stop: str
    changed_numbers: dict[str, dict[str, str]] = field(default_factory=dict)
    _filled: dict[tuple[str, tuple[tuple[str, str | int], ...]], str] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def number(self, value: int) -> str:
        """`value` in words, or in digits where the language's list ends."""
        return self.numbers[value] if 0 <= value < len(self.numbers) else str(value)

    def duration(self, seconds: int) -> str:
        """A number of seconds as it is said: "forty seconds"."""
        if seconds == 1:
            return self.one_second
        return self.plain(self.seconds, seconds=seconds)

    def limb(self, side: Side, limb: Limb) -> str:
        """What is said of one side: "left leg"; nothing when both work together."""
        return "" if side is Side.BOTH else self.limbs[f"{side} {limb}"]

    def counted(self, value: int) -> str:
        """A number that stands alone: "Three."."""
        return self.fill("{value}.", value=value)

    def fill(self, template: str, **parts: str | int) -> str:
        """A template with its parts: numbers in words, sentences with a capital."""
        key = (template, tuple(parts.items()))
        filled = self._filled.get(key)
        if filled is None:
            filled = self._filled[key] = capitalised(self.plain(template, **parts))
        return filled

    def plain(self, template: str, **parts: str | int) -> str:
        """A template with its parts, numbers in words, for the middle of a sentence."""
        words = {
            name: self._word(name, part) if isinstance(part, int) else part
            for name, part in parts.items()
        }
        return template.format(**words)

    def _word(self, name: str, value: int) -> str:
        """A number as it stands where a template has `name`: some change before some nouns."""
        changed = self.changed_numbers.get(name, {}).get(self.number(value))
        return self.number(value) if changed is None else changed


def capitalised(text: str) -> str:
    """`text` with a capital at the start of each sentence, the rest untouched."""
    return _SENTENCE_START.sub(lambda start: start[0].upper(), text)
