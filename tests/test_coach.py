"""The coach: what was answered and how it went, kept, and what is played because of it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from stretchtimer.app import Home, OwnDose, compose_score, open_home
from stretchtimer.coach import Coach
from stretchtimer.core.answers import Answer, LockedError
from stretchtimer.core.progression import PainKind, Rating
from stretchtimer.core.screening import Reply, Screening
from stretchtimer.storage.answers_file import AnswersFile
from stretchtimer.storage.history import History
from stretchtimer.storage.library import load_library

START = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


class Person:
    """Somebody with a home, a calendar of their own, and the shipped library."""

    def __init__(self, monkeypatch):
        self.now = START
        monkeypatch.setattr("stretchtimer.app._now", lambda: self.now)
        home = open_home(self.fail)
        history = History(home.folders.history_file, now=lambda: self.now, tell=self.fail)
        answers = AnswersFile(home.folders.answers_file, tell=self.fail)
        self.coach = Coach(answers, history, now=lambda: self.now)
        self.home = Home(
            **{name: getattr(home, name) for name in Home.__slots__}
            | {"history": history, "coach": self.coach}
        )
        self.library = load_library(home.folders)

    def fail(self, notice):
        raise AssertionError(notice)

    def exercise(self, name="ham-wall"):
        return self.library.exercises[name]

    def score(self, routine="R1", **own):
        found = self.library.find_to_play(routine)
        return compose_score(self.home, self.library, found, OwnDose(**own))

    def holds(self, routine="R1", **own):
        made = self.score(routine, **own)
        return [phase.length_ms // 1000 for phase in made.phases if phase.kind == "hold"]

    def practise(self, rating=None, pain=None, name="ham-wall"):
        exercise = self.exercise(name)
        log = self.home.history.begin("r", [exercise])
        log.held(exercise=name, side="both", rep=1, held_ms=20_000, planned_ms=20_000)
        return rating and self.coach.rate(log.id, exercise, rating, pain)

    def wait(self, **span):
        self.now += timedelta(**span)


@pytest.fixture
def person(monkeypatch):
    person = Person(monkeypatch)
    yield person
    person.home.history.close()


def test_the_article_dose_plays_until_something_else_is_chosen(person):
    assert person.holds() == [40] * 6
    choice = person.coach.first_choice(person.exercise())
    assert (choice.gently.hold_s, choice.gently.reps) == (20, 3)
    assert (choice.as_written.hold_s, choice.as_written.reps) == (40, 6)
    person.coach.keep_dose(choice.gently)
    assert person.holds() == [20] * 3
    assert person.score().changes[0].text == "Wall hamstring: your own dose, 20 s × 3."
    assert person.coach.first_choice(person.exercise()) is None


def test_who_is_new_begins_at_fifteen_seconds(person):
    person.coach.keep_screening(Screening(is_new=True))
    assert person.coach.first_choice(person.exercise()).gently.hold_s == 15


def test_an_easy_week_is_asked_about_and_raises_only_after_a_yes(person):
    person.coach.keep_dose(person.coach.first_choice(person.exercise()).gently)
    for _ in range(4):
        person.wait(days=2)
        person.practise(Rating.EASY)
    exercises = [person.exercise(), person.exercise("ham-band")]
    (proposal,) = person.coach.proposals(exercises)
    assert proposal.question == "Most of it was easy. Raise Wall hamstring to 25 s a time?"
    assert person.holds() == [20] * 3
    person.coach.accept(proposal, person.exercise())
    assert person.holds() == [25] * 3
    assert person.coach.proposals(exercises) == []


def test_after_a_no_nothing_changes(person):
    person.coach.keep_dose(person.coach.first_choice(person.exercise()).gently)
    for _ in range(4):
        person.wait(days=2)
        person.practise(Rating.EASY)
    person.coach.decline(person.exercise())
    assert person.coach.proposals([person.exercise()]) == []
    assert person.holds() == [20] * 3


def test_too_much_is_less_next_time_even_where_more_was_asked_for(person):
    outcome = person.practise(Rating.MUCH)
    assert "Next time 35 s × 6" in outcome.sentence
    assert person.holds() == [35] * 6
    assert person.holds(hold_s=60) == [35] * 6
    person.wait(days=7)
    assert person.holds(hold_s=60) == [60] * 6


def test_too_much_twice_offers_the_gentler_one(person):
    person.practise(Rating.MUCH)
    person.wait(days=1)
    assert person.practise(Rating.MUCH).gentler == "ham-supine-90"
    assert person.holds() == [30] * 5


def test_a_pulled_muscle_rests_for_two_days(person):
    person.practise(Rating.PAIN, PainKind.MUSCLE)
    with pytest.raises(LockedError, match="Wall hamstring rests for two days"):
        person.score()
    person.wait(hours=48)
    assert person.holds() == [20] * 5


def test_pain_in_a_joint_brings_the_gentler_one_for_a_week(person):
    person.practise(Rating.PAIN, PainKind.JOINT, name="ham-chair")
    person.wait(hours=48)
    made = person.score("R2")
    assert {phase.exercise for phase in made.phases} == {None, "ham-band"}
    assert made.is_adapted
    person.wait(days=5)
    assert {phase.exercise for phase in person.score("R2").phases} == {None, "ham-chair"}


def test_tingling_is_taken_for_a_nerve_until_the_questions_are_answered_again(person):
    outcome = person.practise(Rating.PAIN, PainKind.NERVE)
    assert outcome.asks_again
    assert Answer.SCIATICA in person.coach.answers()
    person.wait(days=3)
    assert "ham-wall" not in {phase.exercise for phase in person.score().phases}
    person.coach.keep_screening(Screening(person.now.date(), {"sciatica": Reply.NO}))
    assert person.holds() == [20] * 5


def test_pain_twice_in_two_weeks_hides_it_until_the_questions_are_answered_again(person):
    person.practise(Rating.PAIN, PainKind.MUSCLE, name="ham-chair")
    person.wait(days=5)
    person.practise(Rating.PAIN, PainKind.MUSCLE, name="ham-chair")
    person.wait(days=60)
    assert person.coach.answers().eased == {"ham-chair"}
    person.coach.keep_screening(Screening(person.now.date()))
    assert person.coach.answers().eased == frozenset()


@pytest.mark.parametrize(
    ("days", "holds"), [(14, [40] * 6), (15, [35] * 6), (28, [35] * 6), (29, [20] * 3)]
)
def test_after_a_break_it_is_less_and_stays_less_until_asked(person, days, holds):
    person.practise()
    person.wait(days=days)
    assert person.holds() == holds
    person.practise()
    person.wait(days=1)
    assert person.holds() == holds


def test_own_hold_times_go_before_the_ladder(person):
    person.coach.keep_dose(person.coach.first_choice(person.exercise()).gently)
    times = person.home.hold_times.read("wall-hamstring").with_all(12)
    person.home.hold_times.write("wall-hamstring", times)
    assert person.holds() == [12] * 3


def test_the_next_day_an_ache_is_asked_about_once(person):
    exercise = person.exercise()
    person.practise(Rating.MUCH)
    assert person.coach.aches_to_ask_about([exercise]) == []
    person.wait(days=1)
    assert person.coach.aches_to_ask_about([exercise]) == [exercise]
    assert person.coach.keep_ache(exercise).sentence == "It was too much, so next time 30 s × 6."
    assert person.coach.aches_to_ask_about([exercise]) == []


def test_the_questions_are_due_at_first_and_after_six_months(person):
    assert person.coach.is_screening_due()
    person.coach.keep_screening(Screening(person.now.date()))
    assert not person.coach.is_screening_due()
    person.wait(days=183)
    assert person.coach.is_screening_due()


def test_small_choices_are_kept_beside_the_answers(person):
    person.coach.keep_screening(Screening(date(2026, 3, 1), {"disc": Reply.YES}))
    person.coach.switch_on("ham-standing")
    assert person.coach.answers().switched_on == {"ham-standing"}
    person.coach.switch_on("ham-standing", on=False)
    assert person.coach.answers().switched_on == frozenset()
    assert person.coach.screening.replies == {"disc": Reply.YES}


def test_one_routine_is_suggested_from_answers_history_and_the_hour(person):
    first = person.coach.suggest(person.library)
    assert first.reason == "A calm one to begin with."
    assert (
        "floor"
        in person.library.routines[
            person.coach.suggest(person.library, place="floor").routine
        ].place
    )
    person.home.history.begin(first.routine).ended(how="finished")
    person.practise(name="ham-band")
    assert person.coach.suggest(person.library).routine != first.routine
    person.coach.keep_screening(Screening(replies={"heart": Reply.YES}))
    assert person.coach.suggest(person.library) is None


def test_four_minutes_are_four_minutes(person):
    made = person.score(minutes=4)
    assert made.total_ms == 235_000
    assert made.changes[-1].text == "Wall hamstring: 3 instead of 6 times, for want of time."
    with pytest.raises(ValueError, match="a minute at least"):
        person.score(minutes=0)


def test_a_grown_set_of_squats_is_counted_aloud(person):
    squat = person.exercise("squat-banded")
    state = person.coach._state(squat)
    person.coach.keep_dose(replace(state, hold_s=40, reps=3))
    made = person.score("squat-banded")
    assert "Sit back two, stand up two. Ten times." in " ".join(made.texts())
