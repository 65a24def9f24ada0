"""A routine cut to the minutes one has: what goes first, and that it is told."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.core.exercise import Dose
from stretchtimer.core.routine import Prescription
from stretchtimer.core.trimming import fit_rank, trim
from tests.core import made_up
from tests.core.catalogue import CODE, EXERCISES, ID

FRAME_S = 20
WALL = Dose(45, 5, 40, 5, 6, 10)
DOSE = Dose(10, 5, 30, 5, 2, 10)


def blocks(codes, dose=DOSE):
    return tuple(Prescription(EXERCISES[ID[code]], dose) for code in codes.split())


def trimmed(codes, minutes, dose=DOSE):
    return trim(blocks(codes, dose), FRAME_S, minutes * 60)


def test_what_fits_is_left_alone():
    made = trimmed("A5 B05", 5)
    assert made.blocks == blocks("A5 B05")
    assert made.changes == ()
    assert made.total_s == FRAME_S + 2 * DOSE.total_s


def test_repetitions_go_first():
    made = trimmed("A5", 4, WALL)
    assert (made.blocks[0].dose.reps, made.blocks[0].dose.hold_s) == (3, 40)
    assert made.total_s == 235
    assert [change.text for change in made.changes] == [
        "Ham-wall: 3 instead of 6 times, for want of time."
    ]


def test_then_drills_and_rests_from_the_end():
    made = trimmed("B05 A5 B26", 2)
    assert [CODE[block.exercise.id] for block in made.blocks] == ["B05", "A5"]
    assert made.blocks[0].dose.reps == 1
    assert made.changes[-1].text == "Without Legs-on-chair, for want of time."


def test_then_holds_down_to_ten_seconds():
    made = trimmed("A5 A4", 2, replace(DOSE, left_hold_s=50))
    assert [block.dose.hold_s for block in made.blocks] == [30, 30]
    made = trimmed("A5 A4 B18", 2)
    assert [CODE[block.exercise.id] for block in made.blocks] == ["A5", "A4", "B18"]
    assert {block.dose.hold_s for block in made.blocks} <= {10, 15}


def test_then_stretches_from_the_end_but_one_stays_and_the_truth_is_told():
    made = trimmed("A5 A4", 1, WALL)
    assert [CODE[block.exercise.id] for block in made.blocks] == ["A5"]
    assert (made.blocks[0].dose.reps, made.blocks[0].dose.hold_s) == (1, 10)
    assert made.total_s == FRAME_S + 65
    assert made.changes[-1].text == "It takes 1:25 at the least."


doses = made_up.doses.filter(lambda dose: dose.hold_s >= 10)


@given(
    st.lists(st.tuples(st.sampled_from(list(EXERCISES)), doses), min_size=1, max_size=6),
    st.integers(1, 12),
)
def test_it_fits_or_nothing_more_can_go_and_every_cut_is_told(chosen, minutes):
    before = tuple(Prescription(EXERCISES[name], dose) for name, dose in chosen)
    made = trim(before, FRAME_S, minutes * 60)
    assert made.blocks
    assert made.total_s == FRAME_S + sum(block.dose.total_s for block in made.blocks)
    if made.total_s > minutes * 60:
        (block,) = made.blocks
        assert block.dose.reps == 1
        assert block.exercise.kind == "drill" or block.dose.hold_s == 10
    assert bool(made.changes) == (made.blocks != before or made.total_s > minutes * 60)
    for block in made.blocks:
        assert block.dose.prepare_s in {dose.prepare_s for _, dose in chosen}


@pytest.mark.parametrize("limit_s", [240])
def test_what_fits_comes_first_the_fullest_of_it_before(limit_s):
    assert sorted([300, 120, 240, 500], key=lambda total: fit_rank(total, limit_s)) == [
        240,
        120,
        300,
        500,
    ]
