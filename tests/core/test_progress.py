"""What a screen shows at a moment."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.core import events as ev
from stretchtimer.core.events import Mode
from stretchtimer.core.exercise import LeftWords
from stretchtimer.core.phase import PhaseKind
from stretchtimer.core.player import advance
from stretchtimer.core.player_state import PlayerState
from stretchtimer.core.progress import NEXT_SHOWN_MS, progress
from tests.core import made_up
from tests.core.made_up import TWO_SIDED_DOSE, WALL_DOSE, score


def seen_at(made, position_ms):
    state, _ = advance(PlayerState(made), ev.Start(), 0)
    for now_ms in range(0, position_ms, 1_000):
        state, _ = advance(state, ev.Tick(), now_ms)
    state, _ = advance(state, ev.Tick(), position_ms)
    return progress(state, position_ms)


@given(made_up.scores, st.integers(0, 3_000_000))
def test_seconds_and_shares_stay_in_bounds(made, position_ms):
    seen = seen_at(made, min(position_ms, 200_000))
    assert 0 <= seen.fraction <= 1
    assert 0 <= seen.seconds_left <= -(-seen.phase.length_ms // 1000)
    assert 0 <= seen.total_left_ms <= made.total_ms
    assert seen.elapsed_ms + seen.remaining_ms == seen.phase.length_ms


def test_a_hold_shows_side_repetition_and_seconds_as_people_count_them():
    made = score(TWO_SIDED_DOSE)
    seen = seen_at(made, 55_000)
    assert (seen.phase.kind, seen.limb, seen.phase.rep, seen.reps) == (
        PhaseKind.HOLD,
        "right leg",
        1,
        2,
    )
    assert seen.seconds_left == 30
    assert seen_at(made, 55_001).seconds_left == 30
    assert seen_at(made, 56_000).seconds_left == 29
    assert seen_at(made, 84_999).seconds_left == 1


def test_the_next_exercise_shows_ten_seconds_before():
    made = score(WALL_DOSE, TWO_SIDED_DOSE)
    begins_ms = next(p.at_ms for p in made.phases if p.block == 1)
    assert seen_at(made, begins_ms - NEXT_SHOWN_MS - 1).next_exercise is None
    assert seen_at(made, begins_ms - NEXT_SHOWN_MS).next_exercise.id == "exercise-1"


def test_intro_and_outro_belong_to_the_first_and_last_exercise():
    made = score(WALL_DOSE, TWO_SIDED_DOSE)
    assert seen_at(made, 0).exercise.id == "exercise-0"
    assert seen_at(made, made.total_ms - 1).exercise.id == "exercise-1"


def test_every_phase_has_the_words_of_its_kind():
    made = score(TWO_SIDED_DOSE)
    words = made.script.blocks[0].exercise.words
    told = {}
    for phase in made.phases:
        told.setdefault(phase.kind, seen_at(made, phase.at_ms).instruction)
    assert told == {
        PhaseKind.INTRO: "Lying",
        PhaseKind.PREPARE: "Sit down. Lie back. Raise both legs.",
        PhaseKind.EASE: words.ease,
        PhaseKind.HOLD: words.hold,
        PhaseKind.RELEASE: words.release,
        PhaseKind.REST: words.rest,
        PhaseKind.SWITCH: words.switch,
        PhaseKind.OUTRO: words.done,
    }


def test_the_left_side_is_shown_its_own_lines():
    words = replace(made_up.WORDS, left=LeftWords(hold="Left knee low."))
    made = score(TWO_SIDED_DOSE, words=words)
    holds = [phase for phase in made.phases if phase.kind is PhaseKind.HOLD]
    assert seen_at(made, holds[0].at_ms).instruction == words.hold
    assert seen_at(made, holds[-1].at_ms).instruction == "Left knee low."


def test_a_lead_in_counts_down():
    state, _ = advance(PlayerState(score(WALL_DOSE)), ev.Start(), 0)
    state, _ = advance(state, ev.Pause(), 2_000)
    state, _ = advance(state, ev.Resume(), 3_000)
    assert state.mode is Mode.LEAD_IN
    assert progress(state, 3_000).lead_in_ms == state.lead_in.length_ms
    assert progress(state, 4_000).lead_in_ms == state.lead_in.length_ms - 1_000
