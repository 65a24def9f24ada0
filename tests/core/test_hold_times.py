"""A person's own hold times lie over a routine and leave the rest of it alone."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.core.exercise import MAX_HOLD_S
from stretchtimer.core.hold_times import (
    MAX_PERCENT,
    MIN_PERCENT,
    HoldTimes,
    OwnHold,
    with_hold_times,
)
from stretchtimer.core.phase import Side
from stretchtimer.core.routine import Block, Routine
from tests.core import made_up

EXERCISES = {
    "wall": made_up.exercise("wall"),
    "seated": made_up.exercise("seated", dose=made_up.TWO_SIDED_DOSE),
    "squat": replace(made_up.exercise("squat"), kind="drill"),
}


def routine(*names, **numbers):
    blocks = tuple(Block(name, **numbers) for name in names)
    return Routine(format=1, id="made-up", name="Made up", block=blocks)


def holds(written, times):
    """What each block holds: (right or both, left)."""
    played = with_hold_times(written, EXERCISES, times)
    doses = [block.dose(EXERCISES[block.exercise].dose) for block in played.block]
    return [tuple(map(dose.hold_on, (Side.RIGHT, Side.LEFT))) for dose in doses]


def test_without_own_hold_times_the_routine_itself_is_played():
    written = routine("wall", "seated")
    assert with_hold_times(written, EXERCISES, HoldTimes()) is written


def test_a_scale_changes_every_stretch_and_no_drill():
    assert holds(routine("wall", "squat", "seated"), HoldTimes().scaled(50)) == [
        (20, 20),
        (40, 40),
        (15, 15),
    ]


def test_one_length_for_all_takes_the_place_of_the_scale_and_back():
    written = routine("wall", "squat", "seated")
    assert holds(written, HoldTimes().scaled(50).with_all(25)) == [(25, 25), (40, 40), (25, 25)]
    assert holds(written, HoldTimes().with_all(25).scaled(100)) == holds(written, HoldTimes())


def test_sides_that_differ_go_on_differing_when_scaled():
    written = routine("seated", hold_s=20, left_hold_s=40)
    assert holds(written, HoldTimes().scaled(150)) == [(30, 60)]
    assert holds(written, HoldTimes().with_all(25)) == [(25, 25)]


def test_a_block_set_by_hand_stays_when_the_scale_moves():
    written = routine("seated", "squat")
    times = HoldTimes().with_block(written, 0, 30, 45).with_block(written, 1, 8).scaled(50)
    assert holds(written, times) == [(30, 45), (8, 8)]
    assert times.own_hold(written, 0) == OwnHold("seated", 30, 45)


def test_own_holds_follow_their_exercise_into_a_new_order():
    before, after = routine("wall", "seated", "wall"), routine("squat", "wall", "wall", "seated")
    times = HoldTimes().with_block(before, 2, 90).with_block(before, 1, 10)
    assert holds(after, times) == [(40, 40), (40, 40), (90, 90), (10, 10)]


def test_an_own_hold_of_an_exercise_that_left_the_routine_is_no_matter():
    times = HoldTimes(block=(OwnHold("gone", 10),))
    assert holds(routine("wall"), times) == [(40, 40)]


@pytest.mark.parametrize(("asked", "kept"), [(0, 1), (-5, 1), (10**18, MAX_HOLD_S)])
def test_what_is_out_of_bounds_is_cut_to_them(asked, kept):
    written = routine("wall")
    assert holds(written, HoldTimes().with_all(asked)) == [(kept, kept)]
    assert holds(written, HoldTimes().with_block(written, 0, asked, asked)) == [(kept, kept)]
    assert MIN_PERCENT <= HoldTimes().scaled(asked).scale_percent <= MAX_PERCENT


numbers = st.integers(-10, 10**18)
steps = st.one_of(
    st.tuples(st.just("scaled"), numbers),
    st.tuples(st.just("with_all"), numbers),
    st.tuples(st.just("with_block"), st.integers(0, 3), numbers, st.none() | numbers),
)


@given(
    st.lists(st.sampled_from(list(EXERCISES)), min_size=4, max_size=6),
    st.lists(steps, max_size=8),
)
def test_only_holds_change_and_they_stay_within_bounds(names, taken):
    written = routine(*names)
    times = HoldTimes()
    for name, *arguments in taken:
        where = (written,) if "block" in name else ()
        times = getattr(times, name)(*where, *arguments)
    played = with_hold_times(written, EXERCISES, times)
    for block, own in zip(played.block, written.block, strict=True):
        assert replace(block, hold_s=None, left_hold_s=None) == own
        dose = block.dose(EXERCISES[block.exercise].dose)
        assert all(1 <= dose.hold_on(side) <= MAX_HOLD_S for side in dose.sides_worked)
