"""Understands a dose as people write it: "R/L, 6 x 40 s, rest 10", "hold 10 s, each leg, twice".

Each rule takes its words out of the line; what no rule takes is the exercise's name and notes.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from stretchtimer.core.exercise import Limb

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_NUMBER_WORDS = {
    **{word: number for number, word in enumerate(_ONES)},
    **{word: 20 + 10 * number for number, word in enumerate(_TENS)},
}
_WORD_NUMBER = re.compile(
    rf"\b({'|'.join(_TENS)})[ -]({'|'.join(_ONES[1:10])})\b|\b({'|'.join(_NUMBER_WORDS)})\b",
    re.IGNORECASE,
)

# A number has at most 20 digits here: what is longer is no dose, and is told.
_DIGITS = r"-?\d{1,20}(?:[.,]\d{1,3})?"
_N = rf"(?<![\w.,])({_DIGITS})"
_MORE = r"(?:\s*(?:-|–|to)\s*\d{1,4})?"  # of a range "20-30 s" the low end is taken
_SECONDS = r"(?:seconds?|secs?\.?|sek\.?|sekunden|s\b|\"|\u201d|\u2033)"
_MINUTES = r"(?:minutes?|mins?\.?|minuten|m\b|'|\u2032)"
_UNIT = rf"\s*({_SECONDS}|{_MINUTES})"
_LIMBS = r"(?:leg|arm|side|hand|foot|knee|hip|shoulder|ankle|wrist|calf|thigh|direction)s?"
_COUNT = r"(?:\d{1,2}(?:\s*(?:-|–|to)\s*\d{1,2})?\s*(?:x|×|times)|once|twice)"
_OFTEN = (
    rf"{_COUNT}\s*(?:a|per|each|every|/)?\s*(?:daily|day|week|weekly)\b"
    r"|(?:daily|weekly|every (?:other |second )?(?:day|morning|evening|hour)"
    r"|(?:in the )?(?:mornings?|evenings?) and (?:mornings?|evenings?)"
    r"|\d{1,2} days (?:a|per) week)\b"
)
_LIMB_OF: Mapping[str, Limb] = {
    **dict.fromkeys(("leg", "foot", "knee", "hip", "ankle", "calf", "thigh"), "leg"),
    **dict.fromkeys(("arm", "hand", "shoulder", "wrist"), "arm"),
}


@dataclass(slots=True)
class DoseWords:
    """What was understood of one line: numbers by the names of a dose, and what is left of it."""

    numbers: dict[str, int] = field(default_factory=dict)
    often: str = ""
    limb: Limb | None = None
    left: str = ""

    @property
    def is_dose(self) -> bool:
        """Whether the line says how long or how often at all."""
        return bool(self.numbers.keys() & {"hold_s", "reps"})


def understand(line: str) -> DoseWords:
    """Take the dose out of `line`."""
    found = DoseWords(left=_digits(_plain(line)))
    for pattern, take in _RULES:
        found.left = pattern.sub(_taking(found, take), found.left)
    return found


def _taking(found: DoseWords, take: "_Take") -> Callable[[re.Match[str]], str]:
    def replaced(match: re.Match[str]) -> str:
        return "\x00" if take(found, match) else match[0]

    return replaced


_Take = Callable[[DoseWords, "re.Match[str]"], bool]


def _plain(line: str) -> str:
    """Digits and spaces of all scripts as ours, without what nobody can see."""
    kept = unicodedata.normalize("NFKC", line)
    return "".join(c for c in kept if c.isprintable() or c.isspace())


def _digits(line: str) -> str:
    def number(match: re.Match[str]) -> str:
        if match[1]:
            return str(_NUMBER_WORDS[match[1].lower()] + _NUMBER_WORDS[match[2].lower()])
        return str(_NUMBER_WORDS[match[3].lower()])

    # "one leg", "on all fours" and the like are no counts: only before a unit or a "times"
    ahead = rf"(?=\s*(?:x\b|×|times|reps?\b|repetitions|sets|rounds|{_SECONDS}|{_MINUTES}|[,;.]|$))"
    return re.sub(_WORD_NUMBER.pattern + ahead, number, line, flags=re.IGNORECASE)


def _in_seconds(number: str, unit: str | None) -> int:
    value = float(number.replace(",", "."))
    is_minutes = bool(unit) and re.fullmatch(_MINUTES, unit or "", re.IGNORECASE) is not None
    return round(value * 60) if is_minutes else round(value)


def _put(name: str) -> _Take:
    """A rule that has a number and perhaps a unit."""

    def take(found: DoseWords, match: re.Match[str]) -> bool:
        if name in found.numbers:
            return False
        groups = [group for group in match.groups() if group is not None]
        found.numbers[name] = _in_seconds(groups[0], groups[1] if len(groups) > 1 else None)
        return True

    return take


def _often(found: DoseWords, match: re.Match[str]) -> bool:
    found.often = found.often or match[0].strip()
    return True


def _both_holds(found: DoseWords, match: re.Match[str]) -> bool:
    found.numbers["hold_s"] = _in_seconds(match["right"], match["right_unit"])
    found.numbers["left_hold_s"] = _in_seconds(match["left"], match["left_unit"])
    found.numbers["sides"] = 2
    return True


def _reps_and_hold(found: DoseWords, match: re.Match[str]) -> bool:
    if "hold_s" in found.numbers:
        return False
    found.numbers["reps"] = int(float(match[1].replace(",", ".")))
    found.numbers["hold_s"] = _in_seconds(match[2], match[3])
    return True


def _clock(found: DoseWords, match: re.Match[str]) -> bool:
    found.numbers.setdefault("hold_s", int(match[1]) * 60 + int(match[2]))
    return True


def _sides(found: DoseWords, match: re.Match[str]) -> bool:
    found.numbers["sides"] = 2
    named = re.search(_LIMBS, match[0], re.IGNORECASE)
    if named is not None:
        found.limb = _LIMB_OF.get(named[0].lower().rstrip("s").replace("feet", "foot"), "side")
    return True


def _together(found: DoseWords, match: re.Match[str]) -> bool:
    found.numbers["sides"] = 1
    return bool(match)


def _nothing(found: DoseWords, match: re.Match[str]) -> bool:
    """Words that add nothing to the numbers."""
    return bool(found) and bool(match)


def _rule(pattern: str, take: _Take) -> tuple[re.Pattern[str], _Take]:
    return re.compile(pattern, re.IGNORECASE), take


# In this order: the longer and surer first.
_RULES: tuple[tuple[re.Pattern[str], _Take], ...] = (
    _rule(_OFTEN, _often),
    _rule(
        rf"\b(?:right|r)[: ]\s*(?P<right>{_DIGITS})(?:\s*(?P<right_unit>{_SECONDS}|{_MINUTES}))?"
        rf"\s*[,;/]?\s*(?:and\s+)?\b(?:left|l)[: ]\s*(?P<left>{_DIGITS})"
        rf"(?:\s*(?P<left_unit>{_SECONDS}|{_MINUTES}))?",
        _both_holds,
    ),
    _rule(rf"\b(?:both|two)\s+{_LIMBS}\s+together\b|\b(?:both\s+)?together\b", _together),
    _rule(
        rf"\b(?:(?:on|for|with)\s+)?(?:each|both|per|either|every)\s+{_LIMBS}\b|/\s*{_LIMBS}\b|"
        r"\b(?:r\s*(?:/|\+|&|and)\s*l|l\s*(?:/|\+|&|and)\s*r|right\s*(?:/|,|\+|&|and|then)\s*left|"
        r"left\s*(?:/|,|\+|&|and|then)\s*right)\b(?:\s+(?:leg|arm|side)s?\b)?|\beach\b",
        _sides,
    ),
    _rule(rf"\brest(?:s|ing)?(?:\s+(?:for|of))?[: ]\s*{_N}{_MORE}(?:{_UNIT})?", _put("rest_s")),
    _rule(rf"\b(?:pause|break|relax(?: for)?)[: ]\s*{_N}{_MORE}(?:{_UNIT})?", _put("rest_s")),
    _rule(
        rf"(?:with\s+)?(?:a\s+)?{_N}{_MORE}{_UNIT}\s*(?:of\s+)?(?:rest|pause|break)\b"
        r"(?:\s+(?:in )?between(?:\s+(?:reps|each|sets))?)?",
        _put("rest_s"),
    ),
    _rule(rf"\b(?:prepare|get ready|setup|set up)[: ]\s*{_N}(?:{_UNIT})?", _put("prepare_s")),
    _rule(rf"\b(?:switch|change)(?:\s+sides?)?[: ]\s*{_N}(?:{_UNIT})?", _put("switch_s")),
    _rule(rf"\bease(?:\s+in)?[: ]\s*{_N}(?:{_UNIT})?", _put("ease_s")),
    _rule(rf"\brelease[: ]\s*{_N}(?:{_UNIT})?", _put("release_s")),
    _rule(
        rf"{_N}\s*(?:x|×|\*|times|reps?|sets?(?:\s+of)?|repetitions?)\s*(?:of\s+)?(?:holding\s+)?"
        rf"({_DIGITS}){_MORE}{_UNIT}(?:\s+(?:each|holds?))?",
        _reps_and_hold,
    ),
    _rule(
        rf"\b(?:hold|holding|held|keep)(?:\s+(?:it|this|the stretch))?"
        rf"(?:\s+for)?[: ]\s*{_N}{_MORE}(?:{_UNIT})?",
        _put("hold_s"),
    ),
    _rule(
        rf"(?:\brepeat\s+)?(?:x\s*)?{_N}\s*(?:x\b|×|times\b|reps?\b|repetitions?\b|sets?\b)"
        r"(?:\s+in all)?",
        _put("reps"),
    ),
    _rule(rf"\b(?:repeat|reps?|repetitions?|x|×)[: ]?\s*{_N}(?:\s*times)?", _put("reps")),
    _rule(r"\b(?:repeat\s+)?twice\b", lambda found, _: found.numbers.setdefault("reps", 2) == 2),
    _rule(r"\b(?:repeat\s+)?once\b", lambda found, _: found.numbers.setdefault("reps", 1) == 1),
    _rule(r"(?<![\d:])(\d{1,2}):([0-5]\d)(?![\d:])", _clock),
    _rule(rf"(?:\bfor\s+)?{_N}{_MORE}{_UNIT}(?:\s+holds?\b)?", _put("hold_s")),
    _rule(
        r"\b(?:then\s+)?(?:hold|release|relax|let go|and repeat|repeat)\b(?=\s*(?:[,;.\x00]|$))",
        _nothing,
    ),
)
