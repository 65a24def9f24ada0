"""A hand that lies at one place stays there while the body moves over it."""

from dataclasses import replace

import pytest

from stretchtimer.core.illustration import Illustration
from stretchtimer.core.pose import ArmPose, Pose
from stretchtimer.figure.limits import find_faults
from stretchtimer.figure.motion import Moment, posture_at
from stretchtimer.figure.palette import Look, palette
from stretchtimer.figure.planting import planted
from stretchtimer.figure.scene import Scene
from tests.figure.postures import STANDING

ON_A_WALL = ArmPose(at=(50.0, 125.0), hand=88.0, straight=True)
LEANING = replace(STANDING, hip=(4.0, 89.0), near_arm=ON_A_WALL, far_arm=ON_A_WALL)
NEARER = Pose(hip=(12.0, 89.0), trunk=(86.0, 88.0, 88.0))


def palms(illustration, side="near"):
    scene = Scene(illustration, palette(Look()))
    return [scene.body(Moment(step / 8)).arms[side].palm for step in range(9)]


@pytest.mark.parametrize("side", ["near", "far"])
def test_a_straight_arm_given_once_keeps_its_palm_where_it_is_in_the_hold(side):
    leaning = Illustration("side", LEANING, start=NEARER)
    places = palms(leaning, side)
    assert max(abs(place - places[-1]) for place in places) < 0.1
    by_itself = palms(Illustration("side", LEANING), side)
    assert places[-1] == pytest.approx(by_itself[-1], abs=0.01)


@pytest.mark.parametrize(
    "arm",
    [
        ArmPose(at=("near_thigh", 0.9, 0.0, 9.0), straight=True),  # it goes with the thigh
        ArmPose(at=(120.0, 150.0), straight=True),  # it points there
        replace(ON_A_WALL, straight=False),
    ],
)
def test_what_does_not_lie_in_the_room_is_left_as_it_is(arm):
    illustration = Illustration("side", replace(LEANING, near_arm=arm, far_arm=arm), start=NEARER)
    assert planted(illustration) is illustration


def test_an_arm_that_the_start_gives_anew_is_left_as_it_is():
    start = replace(NEARER, near_arm=ON_A_WALL, far_arm=ON_A_WALL)
    illustration = Illustration("side", LEANING, start=start)
    assert planted(illustration) is illustration


def test_a_hand_that_falls_short_is_not_planted_where_it_is_but_told():
    far_away = replace(ON_A_WALL, at=(90.0, 125.0))
    illustration = Illustration("side", replace(LEANING, near_arm=far_away), start=NEARER)
    assert planted(illustration).hold.near_arm == far_away
    assert any("short" in str(fault) for fault in find_faults(illustration))


def test_a_start_that_a_planted_hand_cannot_reach_is_told():
    away = replace(NEARER, hip=(-25.0, 89.0))
    faults = [str(fault) for fault in find_faults(Illustration("side", LEANING, start=away))]
    assert any(fault.startswith("start") and "short" in fault for fault in faults)


def test_the_hold_is_as_it_was():
    leaning = Illustration("side", LEANING, start=NEARER)
    before = posture_at(leaning, Moment(1.0))
    after = posture_at(planted(leaning), Moment(1.0))
    assert after == replace(before, arms=after.arms)
