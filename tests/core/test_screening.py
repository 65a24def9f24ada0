"""What a reply means to the rules, and when it is time to ask again."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone

import pytest

from stretchtimer.core.answers import Answer
from stretchtimer.core.screening import (
    INJURIES,
    QUESTIONS,
    SURGERY,
    Reply,
    Screening,
    answers_at,
    is_due,
    is_red,
    needs_knees_up_test,
)

NOW = datetime(2026, 3, 10, 15, 0, tzinfo=timezone(timedelta(hours=1)))
HEALTHY = {
    question.id: Reply.NO if question.careful is Reply.YES else Reply.YES for question in QUESTIONS
}
PLAIN = {
    "red": Answer.RED,
    "heart": Answer.HEART,
    "disc": Answer.DISC,
    "sciatica": Answer.SCIATICA,
    "low-back-pain": Answer.LBP,
    "bones": Answer.OSTEO,
    "dizzy": Answer.DIZZY,
    "flexible": Answer.HYPER,
    "eyes-pressure": Answer.BP_EYE,
    "floor": Answer.NO_FLOOR,
    "kneeling": Answer.NO_KNEEL,
    "age": Answer.AGE_65,
}


def screening(**replies):
    given = {name.replace("_", "-"): reply for name, reply in replies.items()}
    return Screening(date(2026, 3, 1), {**HEALTHY, **given})


def codes(made, now=NOW):
    return answers_at(made, now).codes


def test_a_healthy_person_and_one_who_skipped_have_no_codes():
    assert codes(screening()) == codes(Screening()) == frozenset()


@pytest.mark.parametrize("question", PLAIN)
def test_the_careful_reply_and_not_sure_mean_the_same(question):
    careful = Reply.NO if question in ("floor", "kneeling") else Reply.YES
    for reply in (careful, Reply.NOT_SURE):
        assert codes(Screening(replies={question: reply})) == {PLAIN[question]}


def test_every_question_means_something():
    asked = {question.id for question in QUESTIONS}
    assert asked == PLAIN.keys() | {"surgery", "pregnancy", "injury"}
    assert {question.id for question in QUESTIONS if question.more} == asked - PLAIN.keys()


@pytest.mark.parametrize("place", SURGERY)
def test_surgery_counts_by_its_place(place):
    assert codes(replace(screening(surgery=Reply.YES), surgery=(place,))) == {SURGERY[place]}
    assert codes(replace(screening(), surgery=(place,))) == frozenset()


def test_surgery_without_a_place_is_other():
    assert codes(screening(surgery=Reply.NOT_SURE)) == {Answer.SURG_ABDO}


@pytest.mark.parametrize(
    ("week", "gave_birth", "code"),
    [
        (1, False, Answer.PREG_12),
        (12, False, Answer.PREG_12),
        (13, False, Answer.PREG_13),
        (None, False, Answer.PREG_13),
        (None, True, Answer.POSTPARTUM),
    ],
)
def test_pregnancy_counts_by_its_week(week, gave_birth, code):
    made = replace(screening(pregnancy=Reply.YES), pregnancy_week=week, gave_birth=gave_birth)
    assert codes(made) == {code}


@pytest.mark.parametrize("place", INJURIES)
def test_a_fresh_injury_counts_until_72_hours_without_pain(place):
    made = replace(
        screening(injury=Reply.YES), injuries=(place,), hurt_at=NOW - timedelta(hours=72)
    )
    assert codes(made) == frozenset()
    assert codes(made, NOW - timedelta(seconds=1)) == {INJURIES[place]}
    assert codes(replace(made, hurt_at=None)) == {INJURIES[place]}


def test_an_injury_without_a_place_leaves_almost_nothing():
    assert codes(screening(injury=Reply.NOT_SURE)) == {Answer.ACUTE_UNWELL}


@pytest.mark.parametrize(
    ("clock", "is_morning"),
    [("04:59", False), ("05:00", True), ("07:00", True), ("07:59", True), ("08:00", False)],
)
def test_the_first_hour_after_getting_up_counts(clock, is_morning):
    hour, minute = map(int, clock.split(":"))
    made = Screening(gets_up_at=time(7, 0))
    now = NOW.replace(hour=hour, minute=minute)
    assert (Answer.MORNING in codes(made, now)) == is_morning
    assert Answer.MORNING not in codes(Screening(), now)


@pytest.mark.parametrize(
    ("said", "is_ok"),
    [
        ("better or the same", True),
        ("worse or further down", False),
        ("not sure", False),
        ("not tested", False),
    ],
)
def test_only_a_passed_knees_up_test_counts_and_is_fresh_for_two_weeks(said, is_ok):
    made = replace(screening(disc=Reply.YES), knees_up=said, knees_up_on=NOW.date())
    answers = answers_at(made, NOW)
    assert (answers.knees_ok, answers.knees_fresh) == (is_ok, is_ok)
    assert not answers_at(made, NOW + timedelta(days=14)).knees_fresh
    assert needs_knees_up_test(made) == (said == "not tested")


def test_without_back_or_leg_symptoms_there_is_no_knees_up_test():
    assert not needs_knees_up_test(screening())
    assert needs_knees_up_test(screening(sciatica=Reply.NOT_SURE))


def test_it_is_asked_again_after_six_months_and_when_the_clock_was_wrong():
    assert is_due(Screening(), NOW.date())
    made = screening()
    assert not is_due(made, date(2026, 3, 1))
    assert not is_due(made, date(2026, 8, 30))
    assert is_due(made, date(2026, 8, 31))
    assert is_due(made, date(2026, 2, 28))


def test_what_sessions_taught_stays_until_it_is_asked_again():
    assert codes(Screening(learned=frozenset({Answer.ARM_TINGLING}))) == {Answer.ARM_TINGLING}


def test_a_red_sign_is_known_at_once():
    assert is_red(screening(red=Reply.NOT_SURE))
    assert not is_red(screening())
