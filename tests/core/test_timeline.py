"""Phases: the dose's formula, phase by phase, to the millisecond."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.core.phase import PhaseKind, Side
from stretchtimer.core.timeline import phase_at, with_length
from tests.core import made_up
from tests.core.made_up import TWO_SIDED_DOSE, WALL_DOSE, doses, score


def kinds(phases):
    return [(phase.at_ms // 1000, str(phase.kind), phase.length_ms // 1000) for phase in phases]


def test_the_wall_routine_is_the_worked_timeline():
    phases = score(WALL_DOSE).phases
    expected = [(0, "intro", 10), (10, "prepare", 45)]
    at_s = 55
    for rep in range(1, 7):
        for kind, length_s in (("ease", 5), ("hold", 40), ("release", 5), ("rest", 10)):
            if (kind, rep) != ("rest", 6):
                expected.append((at_s, kind, length_s))
                at_s += length_s
    expected.append((405, "outro", 10))
    assert kinds(phases) == expected
    assert phases[-1].end_ms == 415_000


def test_two_sides_are_right_then_left_with_full_time_each():
    phases = score(TWO_SIDED_DOSE).phases
    holds = [p for p in phases if p.kind is PhaseKind.HOLD]
    assert [(p.side, p.rep, p.at_ms) for p in holds] == [
        (Side.RIGHT, 1, 55_000),
        (Side.RIGHT, 2, 105_000),
        (Side.LEFT, 1, 160_000),
        (Side.LEFT, 2, 210_000),
    ]
    (switch,) = [p for p in phases if p.kind is PhaseKind.SWITCH]
    assert (switch.side, switch.at_ms, switch.length_ms) == (Side.LEFT, 140_000, 15_000)


@given(st.lists(doses, min_size=1, max_size=5), st.integers(0, 60), st.integers(1, 60))
def test_phases_follow_without_gaps_and_add_up_to_the_formula(chosen, intro_s, outro_s):
    made = score(*chosen, intro_s=intro_s, outro_s=outro_s)
    assert made.phases[0].at_ms == 0
    assert all(one.end_ms == other.at_ms for one, other in pairwise(made.phases))
    assert all(phase.length_ms > 0 for phase in made.phases)
    assert made.total_ms == 1000 * (intro_s + sum(d.total_s for d in chosen) + outro_s)
    for block, dose in enumerate(chosen):
        held = sum(
            p.length_ms for p in made.phases if p.block == block and p.kind is PhaseKind.HOLD
        )
        assert held == dose.reps * sum(map(dose.hold_on, dose.sides_worked)) * 1000


@given(made_up.scores, st.data())
def test_a_longer_phase_moves_what_follows_and_nothing_else(made, data):
    index = data.draw(st.integers(0, len(made.phases) - 1))
    length_ms = data.draw(st.integers(1, 600_000))
    changed = with_length(made.phases, index, length_ms)
    shift_ms = length_ms - made.phases[index].length_ms
    assert changed[:index] == tuple(made.phases[:index])
    assert all(one.end_ms == other.at_ms for one, other in pairwise(changed))
    assert changed[-1].end_ms == made.total_ms + shift_ms


@given(made_up.scores, st.integers(0, 10_000_000))
def test_every_moment_is_in_one_phase(made, position_ms):
    phase = made.phases[phase_at(made.phases, position_ms)]
    if position_ms < made.total_ms:
        assert phase.at_ms <= position_ms < phase.end_ms
    else:
        assert phase is made.phases[-1]
