"""A person's answers to the health questions, as the rules read them.

The questions stand in `screening`, what an answer hides in `safety_rules`.
"""

import re
from dataclasses import dataclass
from enum import StrEnum


class Answer(StrEnum):
    """What a yes, or a "not sure", means to the rules; the value is its code for people."""

    RED = "RED"
    HEART = "HEART"
    DISC = "DISC"
    SCIATICA = "SCIATICA"
    LBP = "LBP"
    OSTEO = "OSTEO"
    SURG_SPINE = "SURG-SPINE"
    SURG_HIP_KNEE = "SURG-HIP/KNEE"
    SURG_SHOULDER = "SURG-SHOULDER"
    SURG_WRIST = "SURG-WRIST"
    SURG_ABDO = "SURG-ABDO"
    PREG_12 = "PREG12"
    PREG_13 = "PREG13+"
    POSTPARTUM = "POSTPARTUM"
    DIZZY = "DIZZY"
    HYPER = "HYPER"
    BP_EYE = "BP/EYE"
    ACUTE_BACK = "ACUTE-BACK"
    ACUTE_NECK = "ACUTE-NECK"
    ACUTE_SHOULDER = "ACUTE-SHOULDER"
    ACUTE_WRIST = "ACUTE-WRIST"
    ACUTE_HIP = "ACUTE-HIP"
    ACUTE_KNEE = "ACUTE-KNEE"
    ACUTE_CALF = "ACUTE-CALF"
    ACUTE_UNWELL = "ACUTE-UNWELL"
    ARM_TINGLING = "ARM-TINGLING"
    NO_FLOOR = "NO-FLOOR"
    NO_KNEEL = "NO-KNEEL"
    AGE_65 = "AGE65"
    MORNING = "MORNING"
    PAIN = "PAIN"


# In the middle of a sentence: "Not now, because of ...".
WORDS: dict[Answer, str] = {
    Answer.RED: "signs that need a doctor now",
    Answer.HEART: "your heart, until a doctor agrees",
    Answer.DISC: "a disc problem in the low back",
    Answer.SCIATICA: "pain or tingling down a leg",
    Answer.LBP: "low-back pain today",
    Answer.OSTEO: "fragile bones",
    Answer.SURG_SPINE: "surgery on the spine",
    Answer.SURG_HIP_KNEE: "surgery on a hip or a knee",
    Answer.SURG_SHOULDER: "surgery on a shoulder",
    Answer.SURG_WRIST: "surgery on a wrist or a hand",
    Answer.SURG_ABDO: "surgery on the belly or elsewhere",
    Answer.PREG_12: "the first weeks of pregnancy",
    Answer.PREG_13: "pregnancy from week 13",
    Answer.POSTPARTUM: "the weeks after giving birth",
    Answer.DIZZY: "dizziness or a fall",
    Answer.HYPER: "very flexible joints",
    Answer.BP_EYE: "your eyes or your blood pressure",
    Answer.ACUTE_BACK: "a fresh injury of the back",
    Answer.ACUTE_NECK: "a fresh injury of the neck",
    Answer.ACUTE_SHOULDER: "a fresh injury of a shoulder or an arm",
    Answer.ACUTE_WRIST: "a fresh injury of a wrist or a hand",
    Answer.ACUTE_HIP: "a fresh injury of a hip, a thigh or the groin",
    Answer.ACUTE_KNEE: "a fresh injury of a knee",
    Answer.ACUTE_CALF: "a fresh injury of a calf, an ankle or a foot",
    Answer.ACUTE_UNWELL: "fever, or an injury without a place",
    Answer.ARM_TINGLING: "tingling in an arm",
    Answer.NO_FLOOR: "no exercises on the floor",
    Answer.NO_KNEEL: "no kneeling",
    Answer.AGE_65: "an age of 65 or more",
    Answer.MORNING: "the first hour after getting up",
    Answer.PAIN: "pain in this stretch",
}


@dataclass(frozen=True, slots=True)
class Answers:
    """All that decides what a person may do now.

    `knees_ok` is a knees-up test passed, and `knees_fresh` that it was passed less than two weeks
    ago. Exercises are given by id: `resting` for two days after pain, `eased` while the gentler one
    stands in for them, and `switched_on` those that are offered although they are off by default.
    """

    codes: frozenset[Answer] = frozenset()
    knees_ok: bool = False
    knees_fresh: bool = False
    resting: frozenset[str] = frozenset()
    eased: frozenset[str] = frozenset()
    switched_on: frozenset[str] = frozenset()

    def __contains__(self, answer: Answer) -> bool:
        return answer in self.codes


class LockedError(Exception):
    """Nothing of this may start now; the message says why, and what stays open."""


class UnknownAnswerError(ValueError):
    """No answer has this code; the message says which there are."""


def parse_answers(text: str) -> frozenset[Answer]:
    """The answers in a list such as "DISC, osteo, SURG-HIP/KNEE". Raises UnknownAnswerError."""
    found: set[Answer] = set()
    for part in filter(None, map(str.strip, text.split(","))):
        named = _BY_PLAIN_CODE.get(_plain(part))
        if named is None:
            codes = ", ".join(answer for answer in Answer if answer not in _NOT_ASKED)
            raise UnknownAnswerError(f"no answer is called {part}; there are {codes}")
        found.update(named)
    return frozenset(found)


def _plain(code: str) -> str:
    return re.sub(r"[^A-Z0-9]", "", code.upper())


_NOT_ASKED = (Answer.MORNING, Answer.PAIN)
_BY_PLAIN_CODE = {
    **{_plain(answer): (answer,) for answer in Answer if answer not in _NOT_ASKED},
    "DISCSCIATICA": (Answer.DISC, Answer.SCIATICA),
}
