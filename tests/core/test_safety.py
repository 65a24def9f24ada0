"""Who is shown what, held against the tables as written: every one, two and three answers.

The tables are typed a second time, by code and exercise for exercise, where the rules go by tags;
and the search is written a second time.
"""

from dataclasses import replace
from itertools import combinations

import pytest

from stretchtimer.core.answers import Answer, Answers, UnknownAnswerError, parse_answers
from stretchtimer.core.exercise import Safety
from stretchtimer.core.safety import (
    hidden_by,
    is_offered,
    locks_routines,
    resolve,
    why_hidden,
)
from stretchtimer.core.safety_rules import BY_REGION as RULED_BY_REGION
from stretchtimer.core.safety_rules import LAST_RESORT, RULES
from tests.core import made_up
from tests.core.catalogue import CODE, EXERCISES, REGION
from tests.core.safety_tables import (
    ACUTE,
    ALONE,
    ALONE_UNTESTED,
    ANSWER_OF,
    BY_REGION,
    DISC_UNTESTED,
    HIDES,
    INSTEAD,
    LABELS,
)


def lists(text):
    rows = (line.split() for line in text.strip().splitlines())
    return {first: rest for first, *rest in rows}


LISTS = {label: lists(INSTEAD.get(label, "")) for label in LABELS}
REGION_LISTS = lists(BY_REGION)


def hiding_sets(knees_ok):
    hides = {label: frozenset(codes.split()) for label, codes in HIDES.items()}
    if not knees_ok:
        hides["DISC/SCIATICA"] = frozenset(DISC_UNTESTED.split())
    return hides


def expected(code, labels, hides, hidden):
    """What the tables say to these answers, which together hide what is `hidden`."""
    if code not in hidden:
        return code
    firsts = [c for label in labels if code in hides[label] for c in LISTS[label].get(code, [])]
    seconds = [
        c
        for first in firsts
        for label in labels
        if first in hides[label]
        for c in LISTS[label].get(first, [])
    ]
    wanted = (*firsts, *seconds, *REGION_LISTS[REGION[code]], "B23")
    return next(c for c in wanted if c not in hidden)


def test_every_one_two_and_three_answers_resolve_as_the_tables_say():
    cases = 0
    for knees_ok in (False, True):
        hides = hiding_sets(knees_ok)
        for count in (1, 2, 3):
            for labels in combinations(LABELS, count):
                if knees_ok and "DISC/SCIATICA" not in labels:
                    continue  # nobody was asked for the test
                answers = Answers(frozenset(ANSWER_OF[label] for label in labels), knees_ok)
                hidden = frozenset().union(*(hides[label] for label in labels))
                for name, exercise in EXERCISES.items():
                    found = resolve(exercise, answers, EXERCISES)
                    told = expected(CODE[name], labels, hides, hidden)
                    assert CODE[found.id] == told, (name, labels)
                    cases += 1
    assert cases == 25_197


@pytest.mark.parametrize("knees_ok", [False, True])
@pytest.mark.parametrize("label", ALONE)
def test_one_answer_alone_reads_as_in_the_short_table(label, knees_ok):
    answers = Answers(frozenset({ANSWER_OF[label]}), knees_ok=knees_ok)
    text = ALONE_UNTESTED if label.startswith("DISC") and not knees_ok else ALONE[label]
    found = {
        CODE[name]: CODE[resolve(exercise, answers, EXERCISES).id]
        for name, exercise in EXERCISES.items()
        if hidden_by(exercise, answers)
    }
    assert found == dict(pair.split(">") for pair in text.split())


def test_sciatica_has_the_rules_of_a_disc():
    for exercise in EXERCISES.values():
        disc, sciatica = (
            resolve(exercise, Answers(frozenset({answer})), EXERCISES)
            for answer in (Answer.DISC, Answer.SCIATICA)
        )
        assert disc == sciatica


@pytest.mark.parametrize("answer", ACUTE)
def test_a_fresh_injury_hides_its_part_of_the_body(answer):
    answers = Answers(frozenset({answer}))
    hidden = [CODE[name] for name, made in EXERCISES.items() if hidden_by(made, answers)]
    assert hidden == ACUTE[answer].split()


def test_with_any_two_of_all_answers_something_allowed_or_an_honest_lock_remains():
    asked = [answer for answer in Answer if answer is not Answer.PAIN]
    for count in (1, 2):
        for codes in combinations(asked, count):
            answers = Answers(frozenset(codes))
            allowed = {name for name, made in EXERCISES.items() if not hidden_by(made, answers)}
            if not allowed:
                assert locks_routines(answers) is not None
                continue
            for name in EXERCISES.keys() - allowed:
                assert resolve(EXERCISES[name], answers, EXERCISES).id in allowed


def test_a_red_sign_hides_everything_and_locks():
    answers = Answers(frozenset({Answer.RED}))
    assert all(hidden_by(exercise, answers) == (Answer.RED,) for exercise in EXERCISES.values())
    assert all(resolve(exercise, answers, EXERCISES) is None for exercise in EXERCISES.values())
    assert locks_routines(answers) is Answer.RED


@pytest.mark.parametrize(
    ("answer", "open_items"),
    [
        (Answer.HEART, "B05 B23 B24"),
        (Answer.SURG_SPINE, "B05 B09 B10 B11 B23 B24 B29"),
        (Answer.ACUTE_UNWELL, "B23 B24"),
    ],
)
def test_some_answers_leave_only_single_items_and_lock_routines(answer, open_items):
    answers = Answers(frozenset({answer}))
    allowed = [CODE[name] for name, made in EXERCISES.items() if not hidden_by(made, answers)]
    assert allowed == open_items.split()
    assert locks_routines(answers) is answer


def test_every_answer_that_hides_is_named_in_the_order_of_the_rules():
    answers = Answers(frozenset({Answer.BP_EYE, Answer.DISC, Answer.OSTEO, Answer.SCIATICA}))
    assert hidden_by(EXERCISES["ham-seated"], answers) == (
        Answer.DISC,
        Answer.SCIATICA,
        Answer.OSTEO,
        Answer.BP_EYE,
    )


def test_in_the_morning_bending_waits_and_with_a_sore_back_so_does_more():
    def waiting(*codes):
        answers = Answers(frozenset(codes))
        return " ".join(CODE[name] for name, made in EXERCISES.items() if hidden_by(made, answers))

    assert waiting(Answer.MORNING) == "A1 A2 A3 B13"
    assert waiting(Answer.LBP) == "A2 A3"
    assert waiting(Answer.LBP, Answer.MORNING) == "A1 A2 A3 A4 A5 A6 B13 B19 B20 B25 B28 B30"


def test_after_pain_the_gentler_one_stands_in():
    wall = replace(EXERCISES["ham-wall"], safety=Safety(gentler="ham-supine-90"))
    eased = Answers(eased=frozenset({"ham-wall"}))
    assert hidden_by(wall, eased) == (Answer.PAIN,)
    assert resolve(wall, eased, EXERCISES).id == "ham-supine-90"
    expecting = replace(eased, codes=frozenset({Answer.PREG_13}))
    assert resolve(wall, expecting, EXERCISES).id == "desk-hinge"


def test_what_is_off_by_default_is_not_offered_until_it_is_switched_on():
    standing = EXERCISES["ham-standing"]
    assert not is_offered(standing, Answers())
    switched_on = Answers(switched_on=frozenset({"ham-standing"}))
    assert is_offered(standing, switched_on)
    sore = replace(switched_on, codes=frozenset({Answer.LBP}))
    assert not is_offered(standing, sore)


def test_an_imported_exercise_cannot_hide_what_it_is():
    untagged = replace(made_up.exercise("theirs"), safety=Safety())
    assert hidden_by(untagged, Answers(frozenset({Answer.DISC}))) == (Answer.DISC,)
    assert hidden_by(untagged, Answers(frozenset({Answer.NO_FLOOR}))) == (Answer.NO_FLOOR,)
    disguised = replace(untagged, code="B23", safety=Safety(tags=("safe_core",)))
    assert hidden_by(disguised, Answers(frozenset({Answer.HEART}))) == (Answer.HEART,)
    misspelt = replace(untagged, region="arm", place="desk")
    misspelt = replace(misspelt, safety=Safety(tags=("loads_lumbar_flexion:much",)))
    assert hidden_by(misspelt, Answers(frozenset({Answer.LBP}))) == (Answer.LBP,)


def test_every_hidden_exercise_says_why():
    for answer in Answer:
        answers = Answers(frozenset({answer}), eased=frozenset({"ham-wall"}))
        for exercise in EXERCISES.values():
            said = why_hidden(exercise, answers)
            assert bool(said) == bool(hidden_by(exercise, answers))


def test_the_rules_name_nothing_that_does_not_exist():
    named = {LAST_RESORT, *(name for names in RULED_BY_REGION.values() for name in names)}
    for rule in RULES:
        named |= rule.exercises | (rule.allows_only or frozenset()) | rule.instead.keys()
        named |= {name for names in rule.instead.values() for name in names}
        assert rule.source
    assert named <= EXERCISES.keys()
    tags = {tag for exercise in EXERCISES.values() for tag in exercise.safety.tags}
    assert frozenset().union(*(rule.tags for rule in RULES)) <= tags


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("DISC,OSTEO", {Answer.DISC, Answer.OSTEO}),
        (" disc , surg-hip/knee", {Answer.DISC, Answer.SURG_HIP_KNEE}),
        ("SURG_HIP_KNEE,bp/eye,PREG13", {Answer.SURG_HIP_KNEE, Answer.BP_EYE, Answer.PREG_13}),
        ("DISC/SCIATICA", {Answer.DISC, Answer.SCIATICA}),
        ("", set()),
    ],
)
def test_codes_are_read_as_people_type_them(text, codes):
    assert parse_answers(text) == codes


def test_an_unknown_code_is_refused_with_those_there_are():
    with pytest.raises(UnknownAnswerError, match=r"called DISK; there are RED, HEART, DISC"):
        parse_answers("DISK")
