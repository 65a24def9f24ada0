"""One sentence for several exercises at once says of each no more than is true."""

from datetime import date

import pytest

from stretchtimer.core.answers import Answer
from stretchtimer.core.feedback import Outcome, after_several, named
from stretchtimer.core.progression import DoseState, Rating

SAME = "Next time the same of each."
WEEK = "After a week of mostly easy ones you are asked about more"


def outcome(**changes):
    return Outcome(DoseState("x", 20, 3, date(2026, 3, 1)), "It rests for two days.", **changes)


@pytest.mark.parametrize(
    ("grows", "sentence"),
    [
        ((True, True), f"{SAME} {WEEK}."),
        ((False, False), f"{SAME} More would not bring more."),
        ((True, False), f"{SAME} {WEEK} of A."),
        ((True, True, False), f"{SAME} {WEEK} of A and B."),
        ((True, True, True, False), f"{SAME} {WEEK} of 3 of the 4."),
    ],
    ids=str,
)
def test_more_is_promised_only_of_those_that_can_grow(grows, sentence):
    outcomes = {name: outcome(can_grow=one) for name, one in zip("ABCD", grows, strict=False)}
    assert after_several(Rating.EASY, outcomes) == sentence
    assert "asked about more" not in after_several(Rating.RIGHT, outcomes)


def test_one_of_several_is_named_and_advice_about_nerves_is_not():
    assert named("Band hamstring", outcome()) == "Band hamstring: it rests for two days."
    learned = outcome(learned=frozenset({Answer.SCIATICA}))
    assert named("Band hamstring", learned) == "It rests for two days."
