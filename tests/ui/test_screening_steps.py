"""The way through the health questions, over everything that a person may reply."""

from datetime import UTC, date, datetime
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.core.answers import Answer
from stretchtimer.core.screening import QUESTIONS, Reply, Screening, answers_at, is_due
from stretchtimer.ui.screening_steps import finished, replied, steps, with_test_result

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
replies = st.fixed_dictionaries(
    {}, optional={question.id: st.sampled_from(Reply) for question in QUESTIONS}
)


def answered(said):
    screening = Screening()
    for question in QUESTIONS:
        if question.id in said:
            screening = replied(screening, question, said[question.id], NOW)
    return screening


def kinds(screening):
    return [step.kind for step in steps(screening)]


@given(replies)
def test_every_way_ends_with_the_caution_or_the_emergency(said):
    way = kinds(answered(said))
    assert way[0] == "welcome"
    is_red = said.get("red") in (Reply.YES, Reply.NOT_SURE)
    assert way[-1] == ("emergency" if is_red else "caution")
    assert len(way) == len(set(way)) + way.count("question") - 1


@given(replies)
def test_nothing_is_asked_after_an_emergency(said):
    way = steps(answered({**said, "red": Reply.YES}))
    assert [step.kind for step in way] == ["welcome", "question", "emergency"]


@given(replies)
def test_a_page_of_details_follows_its_question(said):
    way = steps(answered(said))
    for before, step in pairwise(way):
        if step.kind in ("surgery", "pregnancy", "injury"):
            assert before.question is step.question
            assert step.question.id == step.kind


@given(replies, replies)
def test_a_change_of_mind_leaves_no_trace(first, then):
    everything = {question.id: then.get(question.id, Reply.NO) for question in QUESTIONS}
    changed = answered(first)
    for question in QUESTIONS:
        changed = replied(changed, question, everything[question.id], NOW)
    assert answers_at(changed, NOW) == answers_at(answered(everything), NOW)


def test_the_test_of_the_knees_is_asked_for_once():
    screening = answered({"disc": Reply.NOT_SURE})
    assert "knees-up" in kinds(screening)
    passed = with_test_result(screening, "better or the same", NOW.date())
    assert "knees-up" not in kinds(passed)
    assert answers_at(passed, NOW).knees_ok


def test_who_skips_is_not_asked_again_for_half_a_year():
    skipped = finished(Screening(), date(2026, 3, 2), whole=False)
    assert not is_due(skipped, date(2026, 8, 31))
    assert is_due(skipped, date(2026, 9, 2))


def test_what_was_learned_stays_until_everything_is_answered_anew():
    learned = Screening(learned=frozenset({Answer.ARM_TINGLING}))
    assert finished(learned, NOW.date(), whole=False).learned
    assert not finished(learned, NOW.date(), whole=True).learned
