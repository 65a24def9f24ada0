"""How a dose grows along the ladders and steps back, and that it never leaves its limits."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.core.answers import Answer, Answers
from stretchtimer.core.exercise import Dose
from stretchtimer.core.feedback import after_ache, after_rating
from stretchtimer.core.ladder import limits
from stretchtimer.core.progression import (
    DoseState,
    PainKind,
    Practice,
    Rating,
    accept,
    after_break,
    begin,
    chosen,
    decline,
    eased,
    propose,
    with_doses,
    within,
)
from stretchtimer.core.routine import Block, Routine
from tests.core.catalogue import EXERCISES, ID
from tests.examples import examples

TODAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
WEEK = timedelta(days=7)
# P E H L R Z S W, as in the exercise files.
DOSES = {
    "A1": Dose(50, 5, 20, 5, 3, 10, 2, 20),
    "A2": Dose(20, 8, 10, 6, 3, 5),
    "A3": Dose(35, 5, 15, 5, 4, 5, 2, 15),
    "A4": Dose(40, 5, 30, 5, 2, 10, 2, 15),
    "A5": Dose(45, 5, 40, 5, 6, 10),
    "A6": Dose(30, 5, 20, 5, 3, 10),
    "A7": Dose(30, 0, 32, 5, 2, 40),
    "B04": Dose(20, 2, 5, 3, 10, 0),
    "B05": Dose(10, 0, 24, 0, 1, 0, 2, 4),
    "B21": Dose(25, 4, 5, 4, 5, 0, 2, 20),
    "B22": Dose(20, 3, 5, 4, 8, 3),
    "B23": Dose(5, 0, 20, 3, 1, 0),
    "B25": Dose(25, 5, 20, 5, 3, 8, 2, 8),
    "B26": Dose(30, 0, 120, 10, 1, 0),
}
EASY_WEEK = [Practice(TODAY + timedelta(days=day), Rating.EASY) for day in (1, 3, 5)]

# hold x reps and the total, one passed weekly gate after the other; "stay" ends a ladder.
LADDERS = {
    "A1": "15x3 4:20, 20x3 4:50, 25x3 5:20, 30x3 5:50, 30x4 7:30",
    "A3": "15x4 4:40, 20x4 5:20, 25x4 6:00, 30x4 6:40",
    "A4": "15x2 2:55, 20x2 3:15, 25x2 3:35, 30x2 3:55, 30x3 5:35, 30x4 7:15",
    "A6": "15x3 2:05, 20x3 2:20, 25x3 2:35, 30x3 2:50, 30x4 3:40",
    "B25": "15x3 3:35, 20x3 4:05, 25x3 4:35, 30x3 5:05, 30x4 6:41",
}
WALL = "20x3 2:35, 25x3 2:50, 30x3 3:05, 35x3 3:20, 40x3 3:35, 40x4 4:35, 40x5 5:35, 40x6 6:35"


def exercise(code):
    made = EXERCISES[ID[code]]
    gentler = replace(made.safety, gentler="gentler-one")
    return replace(made, dose=DOSES[code], safety=gentler)


def limits_of(code, *answers, **more):
    return limits(exercise(code), Answers(frozenset(answers)), **more)


def climbed(code, state, bounds, week_s=0):
    """Every dose on the way up, saying yes to each proposal a week apart."""
    steps = []
    while True:
        dose = replace(DOSES[code], hold_s=state.hold_s, reps=state.reps)
        minutes, seconds = divmod(dose.total_s, 60)
        steps.append(f"{state.hold_s}x{state.reps} {minutes}:{seconds:02}")
        today = state.changed_on + WEEK
        week = [Practice(today - timedelta(days=day), Rating.EASY) for day in (1, 3, 5)]
        proposal = propose(state, bounds, week, today, week_s, "it")
        if proposal is None:
            return ", ".join(steps)
        state = accept(state, proposal, bounds, today)


@pytest.mark.parametrize("code", LADDERS)
def test_a_beginner_climbs_the_ladder(code):
    bounds = limits_of(code, is_new=True)
    assert climbed(code, begin(exercise(code), bounds, TODAY, gently=True), bounds) == LADDERS[code]


def test_the_wall_reaches_the_article_dose_after_seven_gates():
    bounds = limits_of("A5")
    assert climbed("A5", begin(exercise("A5"), bounds, TODAY, gently=True), bounds) == WALL


def test_the_article_maximum_is_reached_by_choice_alone():
    bounds = limits_of("A5")
    state = begin(exercise("A5"), bounds, TODAY)
    assert (state.hold_s, state.reps) == (40, 6)
    for wanted, kept in ((7, 7), (8, 8), (9, 8)):
        state = chosen(state, 40, wanted, bounds, TODAY)
        assert (state.hold_s, state.reps) == (40, kept)


@pytest.mark.parametrize(
    ("code", "last"),
    [("B04", "5x15"), ("B21", "5x7"), ("B22", "5x12"), ("B05", "24x1"), ("B23", "20x1"),
     ("B26", "120x1"), ("A7", "48x3"), ("A2", "10x3")],
)  # fmt: skip
def test_drills_keep_their_rhythm_and_grow_by_half_at_most(code, last):
    bounds = limits_of(code)
    way = climbed(code, begin(exercise(code), bounds, TODAY), bounds)
    assert way.split(", ")[-1].split()[0] == last


def test_more_repetitions_wait_while_the_week_is_full():
    bounds = limits_of("A4")
    assert climbed("A4", begin(exercise("A4"), bounds, TODAY), bounds, 600) == "30x2 3:55"


@pytest.mark.parametrize(
    ("code", "answers", "more", "start_s", "cap_s"),
    [
        ("A4", [], {"is_new": True}, 15, 30),
        ("A4", [], {}, 20, 30),
        ("A3", [], {}, 15, 30),
        ("A4", [Answer.AGE_65], {"is_new": True}, 20, 60),
        ("A4", [], {"long_holds": True}, 20, 60),
        ("A4", [Answer.HYPER], {}, 15, 15),
        ("A4", [Answer.PREG_12], {}, 20, 20),
        ("A4", [Answer.PREG_12, Answer.AGE_65], {}, 20, 20),
        ("A5", [Answer.AGE_65], {}, 20, 40),
        ("A2", [], {"long_holds": True}, 10, 10),
    ],
)
def test_start_and_cap_follow_the_answers(code, answers, more, start_s, cap_s):
    bounds = limits_of(code, *answers, **more)
    assert (bounds.start_hold_s, bounds.hold_cap_s) == (start_s, cap_s)


def state_of(code="A4", hold_s=20, reps=2, **more):
    return DoseState(ID[code], hold_s, reps, TODAY, **more)


def asked(week, *, days=7, state=None):
    made = state or state_of()
    return propose(made, limits_of("A4"), week, TODAY + timedelta(days=days), 0, "Band hamstring")


def test_a_step_is_asked_about_in_words():
    proposal = asked(EASY_WEEK)
    assert (proposal.hold_s, proposal.reps) == (25, 2)
    assert proposal.question == "Most of it was easy. Raise Band hamstring to 25 s a time?"


@pytest.mark.parametrize(
    "ratings",
    [
        [Rating.EASY, Rating.EASY],
        [Rating.EASY, Rating.RIGHT, Rating.RIGHT],
        [Rating.EASY, None, None],
        [Rating.RIGHT] * 7,
        [Rating.EASY] * 6 + [Rating.MUCH],
        [Rating.EASY] * 6 + [Rating.PAIN],
        [],
    ],
)
def test_what_was_not_easy_enough_raises_nothing(ratings):
    week = [Practice(TODAY + timedelta(days=1 + day), rating) for day, rating in enumerate(ratings)]
    assert asked(week) is None


def test_nothing_is_raised_within_a_week_or_because_time_has_passed():
    assert asked(EASY_WEEK, days=6) is None
    assert asked(EASY_WEEK, days=30) is None
    assert asked([], days=30) is None


def test_after_a_no_it_is_not_asked_for_a_week():
    later = TODAY + timedelta(days=10)
    week = [Practice(later - timedelta(days=day), Rating.EASY) for day in range(4)]
    declined = decline(state_of(), TODAY + timedelta(days=7))
    assert propose(declined, limits_of("A4"), week, later, 0, "it") is None
    assert propose(state_of(), limits_of("A4"), week, later, 0, "it") is not None


def test_a_short_form_that_was_easy_does_not_raise_the_full_dose():
    short, full = (
        [replace(each, hold_s=hold_s) for each in EASY_WEEK] for hold_s in (15, state_of().hold_s)
    )
    assert asked(short) is None
    assert asked(full) is not None
    assert asked([full[0], short[1], full[2]]) is not None  # two of three is most of it


def rated(rating, *, before=(), code="A4", state=None, **more):
    made = state or state_of(code)
    return after_rating(made, exercise(code), limits_of(code), rating, before, NOW, **more)


@pytest.mark.parametrize("rating", [Rating.EASY, Rating.RIGHT])
def test_easy_and_just_right_change_nothing_at_once(rating):
    outcome = rated(rating)
    assert outcome.state == state_of()
    assert "the same: 20 s × 2" in outcome.sentence


def test_too_much_takes_five_seconds_and_twice_in_a_row_a_repetition_too():
    once = rated(Rating.MUCH)
    assert (once.state.hold_s, once.state.reps, once.gentler) == (15, 2, "")
    assert once.sentence == "Next time 15 s × 2, and no more for a week. Ease in to 3 out of 10."
    unrated_between = [Practice(TODAY, Rating.MUCH), Practice(TODAY, None)]
    twice = rated(Rating.MUCH, before=unrated_between)
    assert (twice.state.hold_s, twice.state.reps) == (15, 1)
    assert twice.gentler == "gentler-one"
    between = [Practice(TODAY, Rating.MUCH), Practice(TODAY, Rating.RIGHT)]
    assert rated(Rating.MUCH, before=between).state.reps == 2


def test_ten_seconds_and_one_repetition_are_the_floor():
    low = state_of(hold_s=10, reps=1)
    assert rated(Rating.MUCH, state=low).state.hold_s == 10
    hurt = rated(Rating.PAIN, state=low, pain=PainKind.MUSCLE).state
    assert (hurt.hold_s, hurt.reps) == (10, 1)


def test_a_pulled_muscle_rests_for_two_days_then_half():
    outcome = rated(Rating.PAIN, state=state_of(hold_s=30, reps=3), pain=PainKind.MUSCLE)
    assert (outcome.state.hold_s, outcome.state.reps) == (15, 2)
    assert outcome.state.locked_until == NOW + timedelta(hours=48)
    assert outcome.state.gentler_until is None
    assert outcome.sentence == "It rests for two days; then 15 s × 2."


@pytest.mark.parametrize("pain", [PainKind.JOINT, None])
def test_pain_elsewhere_or_of_unknown_kind_brings_the_gentler_one_for_a_week(pain):
    outcome = rated(Rating.PAIN, pain=pain)
    assert outcome.state.locked_until == NOW + timedelta(hours=48)
    assert outcome.state.gentler_until == NOW + timedelta(days=7)
    assert outcome.gentler == "gentler-one"


@pytest.mark.parametrize(
    ("code", "learned"),
    [("A4", {Answer.SCIATICA}), ("B05", {Answer.ARM_TINGLING}),
     ("B21", {Answer.SCIATICA, Answer.ARM_TINGLING})],
)  # fmt: skip
def test_tingling_is_a_nerve_and_is_taken_for_one(code, learned):
    state = DoseState(ID[code], DOSES[code].hold_s, DOSES[code].reps, TODAY)
    outcome = rated(Rating.PAIN, code=code, state=state, pain=PainKind.NERVE)
    assert outcome.learned == learned
    assert outcome.asks_again
    assert outcome.state.is_hidden
    assert "ask a doctor" in outcome.sentence


def test_pain_twice_in_two_weeks_hides_it():
    recent = [Practice(TODAY - timedelta(days=13), Rating.PAIN)]
    outcome = rated(Rating.PAIN, before=recent, pain=PainKind.MUSCLE)
    assert outcome.state.is_hidden
    assert outcome.asks_again
    old = [Practice(TODAY - timedelta(days=14), Rating.PAIN)]
    assert not rated(Rating.PAIN, before=old, pain=PainKind.MUSCLE).state.is_hidden


def test_an_ache_on_the_next_day_takes_one_more_step():
    outcome = after_ache(state_of(), limits_of("A4"), NOW)
    assert outcome.state.hold_s == 15
    assert outcome.sentence == "It was too much, so next time 15 s × 2."


@pytest.mark.parametrize(
    ("days", "dose"), [(14, (30, 4)), (15, (25, 4)), (28, (25, 4)), (29, (20, 2))]
)
def test_long_breaks_lower(days, dose):
    state, bounds = state_of(hold_s=30, reps=4), limits_of("A4")
    today = TODAY + timedelta(days=days)
    lowered = after_break(state, bounds, TODAY, today)
    assert (lowered.hold_s, lowered.reps) == dose
    assert after_break(lowered, bounds, TODAY, today) == lowered


def test_a_break_never_raises():
    low = state_of(hold_s=10, reps=1)
    back = after_break(low, limits_of("A4"), TODAY, TODAY + timedelta(days=400))
    assert (back.hold_s, back.reps) == (10, 1)


@pytest.mark.parametrize(
    ("prescribed", "played"),
    [
        ((30, 2), (15, 3)),  # the exercise's own dose: the person's
        ((20, 1), (15, 1)),  # a short form stays short
        ((10, 1), (10, 1)),
        ((45, 5), (45, 5)),  # somebody prescribed more on purpose
    ],
)
def test_the_personal_dose_takes_the_place_of_the_exercise_own(prescribed, played):
    hold_s, reps = prescribed
    state, made = state_of(hold_s=15, reps=3), exercise("A4")
    routine = Routine(1, "r", "R", (Block(made.id, hold_s=hold_s, reps=reps), Block("other")))
    others = {made.id: made, "other": replace(made, id="other")}
    first, second = with_doses(routine, others, {made.id: state}).block
    assert (first.hold_s, first.reps) == played
    assert second == Block("other")


def test_after_too_much_nothing_plays_more_for_a_week():
    state = state_of(hold_s=15, reps=3, eased_until=TODAY + timedelta(days=7))
    asked = replace(DOSES["A4"], hold_s=45, reps=5, left_hold_s=50)
    kept = eased(asked, state, TODAY + timedelta(days=6))
    assert (kept.hold_s, kept.reps, kept.left_hold_s) == (15, 3, 15)
    assert eased(asked, state, TODAY + timedelta(days=7)) == asked
    assert eased(asked, state_of(), TODAY) == asked


def in_short_form(code="A4", **changes):
    return replace(DOSES[code], hold_s=12, reps=1, **changes)


def test_what_is_said_is_the_dose_that_was_played():
    outcome = rated(Rating.RIGHT, played=in_short_form())
    assert outcome.sentence.startswith("Next time the same: 12 s.")
    assert outcome.state == state_of()


def test_too_much_of_a_short_form_is_less_than_the_short_form():
    outcome = rated(Rating.MUCH, played=in_short_form())
    assert outcome.sentence.startswith("Next time 10 s, and no more")
    assert (outcome.state.hold_s, outcome.state.reps) == (10, 1)


def test_a_movement_keeps_its_time_in_a_short_form_too():
    state = state_of("B05", hold_s=DOSES["B05"].hold_s, reps=1)
    outcome = rated(Rating.MUCH, code="B05", state=state, played=in_short_form("B05"))
    assert outcome.state.hold_s == DOSES["B05"].hold_s
    assert outcome.sentence.startswith("Next time again 12 s, and no more")


CODES = ["A1", "A2", "A3", "A4", "A5", "A6", "A7", "B04", "B05", "B21", "B22", "B25"]
CAPPING = [Answer.HYPER, Answer.PREG_12, Answer.AGE_65, Answer.DISC]


@examples(30)
@given(st.sampled_from(CODES), st.sets(st.sampled_from(CAPPING)), st.integers(0, 2**32))
def test_in_ten_simulated_years_no_dose_leaves_its_limits_and_none_rises_without_consent(
    code, answers, seed
):
    """Thirty examples of ten years each in a full run: three hundred years."""
    chance = random.Random(seed)  # noqa: S311  # a made-up life, not a secret
    made, bounds = exercise(code), limits_of(code, *answers)
    state = begin(made, bounds, TODAY, gently=chance.random() < 0.5)
    before: list[Practice] = []
    today, mood = TODAY, chance.choice([(6, 3, 1, 0), (3, 3, 2, 1), (9, 1, 0, 0)])
    while today < TODAY + timedelta(days=3650):
        today += timedelta(days=chance.choices([1, 2, 4, 10, 20, 40], [30, 30, 20, 12, 5, 3])[0])
        now = datetime(today.year, today.month, today.day, 12, tzinfo=UTC)
        if before:
            state = lowered_at_most(state, after_break(state, bounds, before[-1].day, today))
        proposal = propose(state, bounds, before[-14:], today, chance.randrange(700), "it")
        if proposal is not None:
            raised = (proposal.hold_s > state.hold_s) + (proposal.reps > state.reps)
            assert raised == 1
            if chance.random() < 0.7:
                state = accept(state, proposal, bounds, today)
            else:
                state = lowered_at_most(state, decline(state, today))
        rating = chance.choices([*Rating, None], [*mood, 2])[0]
        if rating is not None:
            pain = chance.choice([None, *PainKind])
            hold_s, reps = chance.choice([5, 15, 20, 60]), chance.choice([1, 2, 9])
            dose = replace(DOSES[code], hold_s=hold_s, reps=reps)
            played = chance.choice([None, dose])
            outcome = after_rating(
                state, made, bounds, rating, before[-14:], now, pain=pain, played=played
            )
            assert outcome.sentence
            state = lowered_at_most(state, outcome.state)
            if rating in (Rating.MUCH, Rating.PAIN) and chance.random() < 0.2:
                state = lowered_at_most(state, after_ache(state, bounds, now).state)
            state = replace(state, is_hidden=False)  # the questions were answered again
        before.append(Practice(today, rating, chance.choice([None, 5, 20, 60])))
        assert bounds.hold_floor_s <= state.hold_s <= bounds.hold_cap_s
        assert 1 <= state.reps <= bounds.reps_cap
        assert within(state, bounds) == state


def lowered_at_most(before, after):
    assert after.hold_s <= before.hold_s
    assert after.reps <= before.reps
    return after
