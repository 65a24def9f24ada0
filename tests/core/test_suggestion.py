"""The one routine that is offered: what it goes by, and what is never offered."""

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import combinations

import pytest

from stretchtimer.core.answers import Answer, Answers
from stretchtimer.core.exercise import Dose
from stretchtimer.core.routine import Block, Prescription, Routine
from stretchtimer.core.safety import hidden_by
from stretchtimer.core.suggestion import (
    FIRST_ROUTINE,
    Situation,
    candidates,
    suggest,
    wants_warm_up,
)
from tests.core.catalogue import EXERCISES, ID

WORK = datetime(2026, 3, 10, 10, 30, tzinfo=UTC)  # a Tuesday
EVENING = datetime(2026, 3, 10, 20, 30, tzinfo=UTC)
DOSE = Dose(10, 5, 30, 5, 2, 10)
SHORT = Dose(5, 0, 20, 0, 1, 0)


def routine(code, blocks, place, caution=""):
    names = tuple(Block(ID[block]) for block in blocks.split())
    return Routine(1, code.lower(), code, names, place=place, caution=caution, code=code)


def with_blocks(made, dose):
    return made, tuple(Prescription(EXERCISES[block.exercise], dose) for block in made.block)


ROUTINES = [
    with_blocks(routine("R1", "A5", "floor, wall"), Dose(45, 5, 40, 5, 6, 10)),
    with_blocks(routine("R4", "A1", "desk, one chair"), DOSE),
    with_blocks(routine("R5", "A2", "standing"), DOSE),
    with_blocks(routine("R6", "B26 B19 A6", "floor, chair", caution="Test first."), DOSE),
    with_blocks(routine("R7", "B29 B05 B01", "desk / standing"), SHORT),
    with_blocks(routine("R10", "B05 B09 B10 B11", "desk"), DOSE),
    with_blocks(routine("R12", "B27 B19 A6 A4 B22 B21 B20 B26", "floor, chair"), DOSE),
]


def suggested(now=WORK, answers=(), knees_ok=False, **more):
    given = Answers(frozenset(answers), knees_ok=knees_ok)
    offers = candidates(ROUTINES, given, EXERCISES)
    return suggest(offers, Situation(now, given, **more))


def test_at_work_it_is_something_at_the_desk():
    made = suggested()
    assert made.routine in ("r4", "r7", "r10")
    assert made.reason == "A calm one to begin with."


def test_who_has_played_nothing_begins_with_the_wall_where_that_is_right():
    wall = (replace(ROUTINES[0][0], id=FIRST_ROUTINE), ROUTINES[0][1])
    known = [wall, *ROUTINES[1:]]

    def first(*answers, **more):
        given = Answers(frozenset(answers))
        return suggest(candidates(known, given, EXERCISES), Situation(WORK, given, **more))

    assert first().routine == FIRST_ROUTINE
    assert first().reason == "A calm one to begin with."
    assert first(Answer.DISC).routine != FIRST_ROUTINE
    assert first(Answer.NO_FLOOR).routine != FIRST_ROUTINE
    assert first(last_done={"r4": date(2026, 1, 2)}).routine != FIRST_ROUTINE


def test_what_the_week_lacks_comes_first_and_the_reason_says_so():
    full = {"hamstring": 600, "neck": 600, "wrist": 80}
    made = suggested(week_s=full)
    assert made.routine == "r10"
    assert made.reason == "The wrists had 1:20 of 5 minutes this week."
    assert suggested(week_s=full | {"wrist": 600, "hamstring": 0}).routine == "r4"


def test_when_the_week_is_full_that_is_said():
    names = ("hamstring", "neck", "wrist", "lowback")
    made = suggested(week_s=dict.fromkeys(names, 600))
    assert made.reason == "Your week is full: this one is for comfort."


def test_in_the_evening_the_floor_is_near():
    assert suggested(EVENING, week_s={"hamstring": 600}).routine in ("r1", "r12")


def test_what_was_done_today_is_not_offered_again_while_there_is_another():
    first = suggested().routine
    assert suggested(last_done={first: WORK.date()}).routine != first


def test_place_and_minutes_are_kept():
    assert suggested(place="floor").routine in ("r1", "r12")
    full = {"hamstring": 600}
    assert suggested(minutes=2, week_s=full).routine == "r7"
    assert suggested(minutes=1) is None


def test_what_is_cautioned_or_off_is_never_offered_by_itself():
    only = [each for each in ROUTINES if each[0].code in ("R5", "R6")]
    assert suggest(candidates(only, Answers(), EXERCISES), Situation(WORK)) is None


def test_knees_to_chest_is_offered_to_those_it_is_meant_for():
    only = [each for each in ROUTINES if each[0].code == "R6"]
    tested = Answers(frozenset({Answer.DISC}), knees_ok=True)
    made = suggest(candidates(only, tested, EXERCISES), Situation(WORK, tested))
    assert made.routine == "r6"


def test_with_a_sore_back_the_floor_comes_first():
    full = {"neck": 600, "wrist": 600}
    assert suggested(answers=[Answer.LBP], week_s=full).routine == "r1"


def test_nothing_hidden_is_ever_suggested_and_a_lock_suggests_nothing():
    asked = [answer for answer in Answer if answer is not Answer.PAIN]
    by_id = {made.id: made for made, _ in ROUTINES}
    for codes in combinations(asked, 2):
        answers = Answers(frozenset(codes))
        offers = candidates(ROUTINES, answers, EXERCISES)
        made = suggest(offers, Situation(EVENING, answers))
        if made is None:
            continue
        offer = next(each for each in offers if each.routine is by_id[made.routine])
        assert not any(hidden_by(block.exercise, answers) for block in offer.fitted.blocks)
    assert suggested(answers=[Answer.HEART]) is None


@pytest.mark.parametrize(
    ("codes", "sitting_min", "answers", "is_wanted"),
    [
        ("A5", 30, [], True),
        ("A5", 29, [], False),
        ("B29 A5", 60, [], False),
        ("B05", 60, [], False),
        ("A5", 60, [Answer.ACUTE_CALF], False),
    ],
)
def test_after_long_sitting_a_warm_up_is_offered_before_long_holds(
    codes, sitting_min, answers, is_wanted
):
    played = [Prescription(EXERCISES[ID[code]], DOSE) for code in codes.split()]
    given = Answers(frozenset(answers))
    assert wants_warm_up(played, sitting_min, given, EXERCISES["stand-march"]) is is_wanted


def test_a_day_that_is_not_yet_known_changes_nothing():
    assert suggested(last_done={"r1": date(2020, 1, 1)}) == suggested()


def test_what_was_switched_on_may_be_suggested():
    only = [each for each in ROUTINES if each[0].code == "R5"]
    chosen = Answers(switched_on=frozenset({ID["A2"]}))
    made = suggest(candidates(only, chosen, EXERCISES), Situation(WORK, chosen))
    assert made.routine == "r5"
