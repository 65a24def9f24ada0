"""A routine as a person may play it: what is replaced, dropped, changed, locked, and told."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.core.answers import Answer, Answers, LockedError
from stretchtimer.core.exercise import Dose
from stretchtimer.core.fitting import KNEES_UP_TEST, fit
from stretchtimer.core.modifications import hold_cap_s
from stretchtimer.core.routine import Prescription
from stretchtimer.core.safety import hidden_by
from stretchtimer.core.safety_texts import EMERGENCY
from tests.core.catalogue import CODE, EXERCISES, ID

DOSE = Dose(prepare_s=15, ease_s=5, hold_s=40, release_s=5, reps=2, rest_s=10)
ROUTINES = {
    "R1": "A5",
    "R2": "A3",
    "R3": "A4",
    "R4": "A1",
    "R5": "A2",
    "R6": "B26 B19 A6",
    "R7": "B29 B05 B01",
    "R8": "B23 B29 B05 B04 B14 B09 B28",
    "R9": "B05 B04 B01 B03 B07 B06 B05",
    "R10": "B05 B09 B10 B11",
    "R11": "B29 B18 B17 B28 B16 A4",
    "R12": "B27 B19 A6 A4 B22 B21 B20 B26",
}


def blocks(codes, dose=DOSE):
    return tuple(Prescription(EXERCISES[ID[code]], dose) for code in codes.split())


def fitted(codes, *answers, dose=DOSE, **more):
    return fit(blocks(codes, dose), Answers(frozenset(answers), **more), EXERCISES)


def codes_of(made):
    return " ".join(CODE[block.exercise.id] for block in made.blocks)


@pytest.mark.parametrize("codes", ROUTINES.values())
def test_without_answers_a_routine_is_played_as_it_is(codes):
    made = fitted(codes)
    assert made.blocks == blocks(codes)
    assert (made.extra_outro_s, made.changes, made.is_adapted) == (0, (), False)


def test_no_hidden_exercise_is_ever_played_and_none_twice_that_was_not():
    asked = [answer for answer in Answer if answer is not Answer.PAIN]
    for count in (1, 2):
        for chosen in combinations(asked, count):
            answers = Answers(frozenset(chosen))
            hidden = {code for code in ID if hidden_by(EXERCISES[ID[code]], answers)}
            for codes in ROUTINES.values():
                try:
                    made = fit(blocks(codes), answers, EXERCISES)
                except LockedError:
                    continue
                assert made.blocks
                played = codes_of(made).split()
                for code in set(played):
                    assert code not in hidden
                    assert played.count(code) == max(codes.split().count(code), 1)
                told = [change for change in made.changes if change.kind in ("replaced", "dropped")]
                assert {CODE[change.exercise] for change in told} == hidden & set(codes.split())


def test_the_one_block_of_a_routine_is_replaced_and_the_routine_is_adapted():
    made = fitted("A5", Answer.PREG_13)
    assert codes_of(made) == "B28"
    assert made.is_adapted
    assert made.blocks[0].dose == replace(EXERCISES["desk-hinge"].dose, hold_s=20)
    assert (
        made.changes[0].text == "Desk-hinge instead of Ham-wall, because of pregnancy from week 13."
    )


def test_a_replacement_that_is_already_there_is_not_repeated():
    made = fitted("B05 B04 B01 B03 B07 B06 B05", Answer.DIZZY)
    assert codes_of(made) == "B05 B04 B07 B06 B05"
    assert [change.kind for change in made.changes][:2] == ["dropped", "dropped"]
    assert made.changes[0].text == "Without Neck-side, because of dizziness or a fall."
    assert made.changes[0].instead == "shoulder-rolls"
    assert not made.is_adapted


def test_in_rounds_a_replacement_comes_as_often_as_what_it_replaces():
    rounds = [replace(block, time=time) for time in (1, 2) for block in blocks("B29 A5")]
    made = fit(rounds, Answers(frozenset({Answer.PREG_13})), EXERCISES)
    assert codes_of(made) == "B29 B28 B29 B28"
    assert [block.time for block in made.blocks] == [1, 1, 2, 2]
    assert [change.kind for change in made.changes].count("replaced") == 1


def test_when_the_knees_up_test_failed_knees_to_chest_is_three_minutes_of_rest():
    made = fitted("B26 B19 A6", Answer.DISC)
    assert codes_of(made) == "B26"
    assert made.blocks[0].dose.hold_s == 180
    assert codes_of(fitted("B26 B19 A6", Answer.DISC, knees_ok=True)) == "B26 B19 A6"
    stand_in = fitted("A5", Answer.DISC)
    assert stand_in.blocks[0].dose == EXERCISES["legs-on-chair"].dose


def test_for_two_weeks_after_the_test_bending_is_short():
    fresh = fitted("B26 A6", Answer.DISC, knees_ok=True, knees_fresh=True)
    assert [block.dose.hold_s for block in fresh.blocks] == [40, 15]
    later = fitted("B26 A6", Answer.DISC, knees_ok=True)
    assert [block.dose.hold_s for block in later.blocks] == [40, 40]


def test_the_knees_up_test_itself_is_only_for_those_it_is_meant_for():
    (block,) = KNEES_UP_TEST.block
    exercise = EXERCISES[block.exercise]
    assert not hidden_by(exercise, Answers(frozenset({Answer.DISC}), knees_ok=True))
    assert hidden_by(exercise, Answers(frozenset({Answer.OSTEO}), knees_ok=True))
    assert block.dose(exercise.dose).total_s == 25 + 2 * 13 + 6


@pytest.mark.parametrize("answer", [Answer.HEART, Answer.SURG_SPINE, Answer.ACUTE_UNWELL])
def test_some_answers_lock_routines_and_leave_single_items_open(answer):
    with pytest.raises(LockedError, match=r"stay open, one at a time: .*Eyes-20"):
        fitted("B05 B23", answer)
    with pytest.raises(LockedError, match="Routines are locked"):
        fitted("A5", answer)
    assert codes_of(fitted("B24", answer)) == "B24"


def test_a_red_sign_starts_nothing_and_says_where_to_go():
    with pytest.raises(LockedError) as locked:
        fitted("B23", Answer.RED)
    assert str(locked.value) == EMERGENCY


def test_what_hurt_rests_and_a_routine_of_nothing_else_waits():
    resting = {"resting": frozenset({"ham-wall"})}
    made = fitted("B29 A5", **resting)
    assert codes_of(made) == "B29"
    assert made.changes[0].kind == "dropped"
    with pytest.raises(LockedError, match="Ham-wall rests for two days"):
        fitted("A5", **resting)


@pytest.mark.parametrize(
    ("answers", "code", "hold_s"),
    [
        ([Answer.HYPER], "A5", 15),
        ([Answer.PREG_12], "A5", 20),
        ([Answer.POSTPARTUM], "A5", 20),
        ([Answer.PREG_12, Answer.HYPER], "A5", 15),
        ([Answer.HYPER], "B26", 40),
        ([Answer.HYPER], "B04", 40),
        ([Answer.AGE_65], "A5", 40),
        ([Answer.OSTEO], "A5", 40),
    ],
)
def test_answers_cap_the_hold_of_stretches_alone(answers, code, hold_s):
    (block,) = fitted(code, *answers).blocks
    assert block.dose.hold_s == hold_s


def test_a_cap_holds_for_the_left_side_and_for_what_a_person_asked_for():
    dose = replace(DOSE, hold_s=90, left_hold_s=120, sides=2)
    (block,) = fitted("A4", Answer.AGE_65, dose=dose).blocks
    assert (block.dose.hold_s, block.dose.left_hold_s) == (60, 60)


@pytest.mark.parametrize(
    ("answer", "codes", "prepare_s", "outro_s"),
    [
        (Answer.AGE_65, "A5 B29", [25, 25], 0),
        (Answer.DIZZY, "A5 A4", [25, 25], 10),
        (Answer.DIZZY, "A5 B29", [25, 25], 0),
        (Answer.DIZZY, "B29 A5", [15, 25], 10),
        (Answer.LBP, "A5", [15], 0),
    ],
)
def test_some_need_more_time_to_get_down_and_up(answer, codes, prepare_s, outro_s):
    made = fitted(codes, answer)
    assert [block.dose.prepare_s for block in made.blocks] == prepare_s
    assert made.extra_outro_s == outro_s


def test_every_change_of_the_dose_is_told():
    made = fitted("A5", Answer.HYPER, Answer.AGE_65)
    assert [change.text for change in made.changes if change.kind == "dose"] == [
        "Ham-wall: 15 s instead of 40 s.",
        "Ham-wall: 10 s more to get into position.",
    ]


def test_words_to_heed_are_told_once_and_by_name_where_they_are_for_one():
    made = fitted("B15 B18", Answer.DISC, knees_ok=True)
    assert [change.text for change in made.changes] == [
        "Ask your clinician before hamstring work. Effort at most 2 out of 10.",
        "Figure4-seated: stay upright, do not lean.",
        "Calf-wall: lightly: this also tenses the nerve.",
    ]
    both = fitted("B21 B18", Answer.DISC, Answer.OSTEO)
    assert [change.text for change in both.changes].count("Open-book: half the range.") == 1


@given(st.frozensets(st.sampled_from(Answer), max_size=6), st.sampled_from(list(EXERCISES)))
def test_no_answer_makes_a_hold_longer(codes, name):
    answers = Answers(codes - {Answer.RED})
    cap_s = hold_cap_s(EXERCISES[name], answers)
    assert cap_s is None or cap_s >= 15
    try:
        made = fit(blocks(CODE[name]), answers, EXERCISES)
    except LockedError:
        return
    if made.blocks[0].exercise.id == name and name != "legs-on-chair":
        assert made.blocks[0].dose.hold_s <= DOSE.hold_s
