"""Skipping, going back and repeating lead where one would look for it."""

import pytest

from stretchtimer.core import events as ev
from stretchtimer.core.events import Ending, Mode
from stretchtimer.core.exercise import Dose
from stretchtimer.core.phase import PhaseKind
from tests.core.made_up import TWO_SIDED_DOSE, score
from tests.core.played import started

SHORT = Dose(prepare_s=6, ease_s=2, hold_s=10, release_s=2, reps=2, rest_s=6)


def test_skip_goes_to_the_next_phase_and_says_its_opening():
    run = started().to(PhaseKind.EASE)
    assert run.send(ev.Skip(), 500) == (ev.Hush(), ev.Sound("hold"))
    assert run.state.score.phases[run.state.phase].kind is PhaseKind.HOLD


def test_a_skipped_hold_is_logged_with_what_was_held():
    run = started().to(PhaseKind.HOLD, into_ms=12_000)
    run.send(ev.Skip())
    assert run.of(ev.Held) == [ev.Held("exercise-0", "both", 1, 12_000, 40_000)]


def test_skipping_the_last_phase_finishes():
    run = started().to(PhaseKind.OUTRO)
    run.send(ev.Skip())
    assert run.state.mode is Mode.FINISHED
    assert run.of(ev.Ended) == [ev.Ended(Ending.FINISHED)]


def test_skip_exercise_goes_to_the_next_block_then_to_the_outro():
    run = started(score(SHORT, SHORT)).to(PhaseKind.HOLD)
    run.send(ev.SkipExercise())
    phase = run.state.score.phases[run.state.phase]
    assert (phase.kind, phase.block) == (PhaseKind.PREPARE, 1)
    run.send(ev.SkipExercise())
    assert run.state.score.phases[run.state.phase].kind is PhaseKind.OUTRO


def test_back_begins_the_phase_again_and_at_once_again_goes_to_the_one_before():
    run = started().to(PhaseKind.HOLD, into_ms=10_000)
    hold = run.state.phase
    run.send(ev.Back())
    assert (run.state.phase, run.state.position_ms) == (hold, run.state.score.phases[hold].at_ms)
    run.send(ev.Back(), 800)
    assert run.state.phase == hold - 1


def test_back_at_the_very_beginning_stays():
    run = started()
    run.send(ev.Back())
    assert run.state.position_at(run.now_ms) == 0


@pytest.mark.parametrize("kind", [PhaseKind.HOLD, PhaseKind.RELEASE, PhaseKind.REST])
def test_repeat_goes_to_the_beginning_of_the_repetition(kind):
    run = started().to(kind, rep=3)
    run.send(ev.RepeatRep())
    phase = run.state.score.phases[run.state.phase]
    assert (phase.kind, phase.rep) == (PhaseKind.EASE, 3)


def test_repeat_after_the_switch_repeats_the_last_repetition_of_the_side_before():
    run = started(score(TWO_SIDED_DOSE)).to(PhaseKind.SWITCH)
    run.send(ev.RepeatRep())
    phase = run.state.score.phases[run.state.phase]
    assert (phase.kind, phase.rep, phase.side) == (PhaseKind.EASE, 2, "right")
