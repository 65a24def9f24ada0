"""What an author is told of arms that reach for a place."""

import json
import re
from dataclasses import replace

import pytest

from stretchtimer.core.pose import ArmPose, Pose
from stretchtimer.figure.reach import reaches
from tests.figure.postures import SHIPPED

FREE = ArmPose(angles=(-88.0, -78.0))


def with_near_arm(hold, start):
    shown = SHIPPED["quad-standing"]
    still = replace(shown.hold, far_arm=FREE)
    return replace(
        shown, hold=replace(still, near_arm=hold), start=Pose(near_arm=start) if start else Pose()
    )


@pytest.mark.parametrize(
    ("down_cm", "least_deg", "most_deg"), [(61.0, 0, 30), (53.0, 40, 69), (40.0, 90, 125)]
)
def test_the_nearer_the_hand_the_more_is_the_elbow_bent(down_cm, least_deg, most_deg):
    free = with_near_arm(FREE, None)
    assert [*reaches(free)] == []
    hanging = with_near_arm(ArmPose(at=("chest", 0.67, -down_cm, 0.0), hand=-90.0), None)
    (line,) = reaches(hanging)
    assert line.startswith("hold: near palm ")
    palm_cm, bent_deg = (float(word) for word in line.replace(",", "").split() if word.isdigit())
    assert palm_cm == pytest.approx(down_cm, abs=4.0)
    assert least_deg <= bent_deg <= most_deg
    assert line.endswith("(straight = true?)") == (20 < bent_deg < 70)


def test_a_start_is_told_that_is_another():
    reaching = ArmPose(at=("chest", 0.67, -40.0, 0.0), hand=-90.0)
    lines = [*reaches(with_near_arm(reaching, ArmPose(at=("chest", 0.67, -50.0, 0.0))))]
    assert [line.partition(":")[0] for line in lines] == ["start", "hold"]


def test_a_straight_arm_that_cannot_be_is_told():
    near = ArmPose(at=(10.0, 125.0), hand=0.0, straight=True)
    (line,) = reaches(with_near_arm(near, None))
    assert line.endswith("(too near to be straight: its palm slides by 25 at most)")
    far_enough = ArmPose(at=("chest", 0.67, -50.0, 0.0), hand=-90.0, straight=True)
    (line,) = reaches(with_near_arm(far_enough, None))
    assert not line.endswith(")")


def test_a_hand_that_rests_on_a_thigh_is_not_asked_to_reach_and_a_short_one_is_told():
    on_the_thigh = ArmPose(at=("far_thigh", 0.2, 0.0, 9.0))
    (line,) = reaches(with_near_arm(on_the_thigh, None))
    assert 20 < float(line.rsplit(" ", 1)[1]) < 70
    too_far = ArmPose(at=("chest", 0.67, -70.0, 0.0), hand=-90.0)
    (line,) = reaches(with_near_arm(too_far, None))
    assert " short, elbow bent " in line


@pytest.mark.parametrize("hand", [None, 0.0])
def test_where_a_straight_palm_lies_can_be_written_instead(hand):
    straight = ArmPose(at=(35.0, 100.0), hand=hand, straight=True)
    (line,) = reaches(with_near_arm(straight, None))
    x, y = json.loads(re.search(r"\[.*\]", line).group())
    planted = ArmPose(at=(x, y), hand=hand)
    (told,) = reaches(with_near_arm(planted, None))
    assert told.partition("palm ")[2] == line.partition("], ")[2]
