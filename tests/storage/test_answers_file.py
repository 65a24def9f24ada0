"""The health answers survive a round trip, and whatever else is in their file."""

import tomllib
from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.core.answers import Answer
from stretchtimer.core.screening import INJURIES, QUESTIONS, SURGERY, Reply, Screening
from stretchtimer.storage.answers_file import read_answers, write_answers
from tests.examples import examples

WRITTEN = Screening(
    answered_on=date(2026, 3, 1),
    replies={"red": Reply.NO, "disc": Reply.NOT_SURE, "floor": Reply.YES},
    surgery=("shoulder",),
    injuries=("calf, ankle or foot",),
    hurt_at=datetime(2026, 3, 1, 8, 30, tzinfo=timezone(timedelta(hours=2))),
    pregnancy_week=14,
    knees_up="better or the same",
    knees_up_on=date(2026, 3, 2),
    learned=frozenset({Answer.ARM_TINGLING}),
    switched_on=frozenset({"ham-standing"}),
    gets_up_at=time(7, 15),
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "answers.toml"


def test_to_look_makes_no_file(path):
    assert read_answers(path) == (Screening(), ())
    assert not path.parent.exists()


def test_what_was_answered_is_read_again_and_the_file_is_for_people(path):
    assert write_answers(path, WRITTEN) is None
    assert read_answers(path) == (WRITTEN, ())
    text = path.read_text("utf-8")
    assert "stay on this machine" in text
    assert tomllib.loads(text)["replies"]["disc"] == "not sure"


@examples(30)  # each writes to the disk
@given(
    st.builds(
        Screening,
        answered_on=st.none() | st.dates(),
        replies=st.dictionaries(
            st.sampled_from([question.id for question in QUESTIONS]), st.sampled_from(Reply)
        ),
        surgery=st.lists(st.sampled_from(list(SURGERY)), unique=True).map(tuple),
        injuries=st.lists(st.sampled_from(list(INJURIES)), unique=True).map(tuple),
        hurt_at=st.none() | st.datetimes(timezones=st.just(UTC)),
        pregnancy_week=st.none() | st.integers(1, 45),
        gave_birth=st.booleans(),
        knees_up=st.sampled_from(["not tested", "not sure", "better or the same"]),
        knees_up_on=st.none() | st.dates(),
        learned=st.frozensets(st.sampled_from(Answer)),
        switched_on=st.frozensets(st.text('abc-0123"\\é', max_size=8)),
        gets_up_at=st.none() | st.times(),
    )
)
def test_any_answers_survive(tmp_path_factory, screening):
    path = tmp_path_factory.mktemp("data") / "answers.toml"
    assert write_answers(path, screening) is None
    assert read_answers(path) == (screening, ())


@pytest.mark.parametrize("content", ["not = [toml", "format = 2\n", "", "\x00"])
def test_a_file_that_cannot_be_read_is_set_aside_and_the_questions_are_asked_again(path, content):
    path.parent.mkdir()
    path.write_text(content)
    screening, (notice,) = read_answers(path)
    assert screening == Screening()
    assert "answer them again" in notice.mend
    assert path.with_name("answers.toml.broken-1").read_text() == content
    assert not path.exists()


def test_right_values_are_kept_beside_wrong_ones(path):
    path.parent.mkdir()
    path.write_text(
        'format = 1\npregnancy_week = 99\nsurgery = ["nose"]\nlater = 1\n[replies]\nheart = "yes"\n'
    )
    screening, (notice,) = read_answers(path)
    assert screening == Screening(replies={"heart": Reply.YES})
    assert "answers.toml:2" in notice.text
    assert "pregnancy_week: expected a week from 1 to 45" in notice.text
    assert "surgery" in notice.text
    assert read_answers(path) == (screening, ())


def test_a_reply_that_cannot_be_understood_counts_as_not_sure(path):
    path.parent.mkdir()
    path.write_text('format = 1\n[replies]\ndisc = "jein"\nheart = 3\n')
    screening, _ = read_answers(path)
    assert screening.replies == {"disc": Reply.NOT_SURE, "heart": Reply.NOT_SURE}


def test_without_a_place_to_write_the_person_is_told(tmp_path):
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where the folder should be")
    notice = write_answers(blocked / "answers.toml", WRITTEN)
    assert "could not be kept" in notice.text
