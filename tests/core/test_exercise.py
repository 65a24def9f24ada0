"""The length of a dose is one formula; the catalogue's worked totals hold it fast."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.core.exercise import Dose
from stretchtimer.core.illustration import Arrow
from stretchtimer.core.phase import Side
from tests.core import made_up

SECONDS = st.integers(0, 600)


def dose(prepare, ease, hold, release, reps, rest, sides, switch):
    return Dose(
        prepare_s=prepare,
        ease_s=ease,
        hold_s=hold,
        release_s=release,
        reps=reps,
        rest_s=rest,
        sides=sides,
        switch_s=switch,
    )


@pytest.mark.parametrize(
    ("given_dose", "total_s"),
    [
        (dose(50, 5, 20, 5, 3, 10, 2, 20), 290),
        (dose(20, 8, 10, 6, 3, 5, 1, 0), 102),
        (dose(35, 5, 15, 5, 4, 5, 2, 15), 280),
        (dose(40, 5, 30, 5, 2, 10, 2, 15), 235),
        (dose(45, 5, 40, 5, 6, 10, 1, 0), 395),
        (dose(30, 5, 20, 5, 3, 10, 1, 0), 140),
        (dose(30, 0, 32, 5, 2, 40, 1, 0), 144),
    ],
)
def test_totals_are_those_worked_out_by_hand(given_dose, total_s):
    assert given_dose.total_s == total_s


@given(SECONDS, SECONDS, SECONDS, SECONDS, st.integers(1, 50), SECONDS, SECONDS)
def test_the_second_side_takes_as_long_as_the_first(
    prepare, ease, hold, release, reps, rest, switch
):
    one = dose(prepare, ease, hold, release, reps, rest, 1, switch)
    two = dose(prepare, ease, hold, release, reps, rest, 2, switch)
    assert two.total_s - one.total_s == one.total_s - prepare + switch


def test_each_side_gets_every_repetition():
    assert dose(40, 5, 30, 5, 2, 10, 2, 15).hold_per_side_s == 60


def test_the_left_side_is_drawn_as_the_mirror_image():
    made = made_up.exercise()
    assert made.pictured(Side.RIGHT) == (made.figure, False)
    assert made.pictured(None) == (made.figure, False)
    assert made.pictured(Side.LEFT) == (made.figure, True)


def test_the_second_direction_is_drawn_as_the_round_run_backward():
    postures = [replace(made_up.STANDING.hold, neck=float(n)) for n in range(4)]
    figure = replace(
        made_up.STANDING,
        start=postures[0],
        hold=postures[1],
        then=(postures[2], postures[3]),
        cycle_s=3,
        arrows=(Arrow(at=(0, 0), round=12.0), Arrow(at=(0, 0))),
    )
    made = made_up.exercise(kind="drill", limb="direction", figure=figure)
    assert made.pictured(Side.RIGHT) == (figure, False)
    other, mirrored = made.pictured(Side.LEFT)
    assert [pose.neck for pose in other.poses] == [0.0, 3.0, 2.0, 1.0]
    assert [arrow.round for arrow in other.arrows] == [-12.0, None]
    assert not mirrored
    assert other.the_other_way() == figure
