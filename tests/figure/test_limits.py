from dataclasses import replace

import pytest

from stretchtimer.core.illustration import Illustration, Prop
from stretchtimer.core.pose import ArmPose, LegPose, Pose
from stretchtimer.figure.limits import find_faults
from tests.figure.postures import SHIPPED, STANDING

LYING = LegPose(angles=(0.0, 0.0, 90.0))


def faults_of(*props, **changes):
    return words_of(Illustration("side", replace(STANDING, **changes), props=props))


def words_of(illustration):
    return tuple(fault.words for fault in find_faults(illustration))


@pytest.mark.parametrize("name", SHIPPED)
def test_what_is_shipped_is_possible(name):
    assert find_faults(SHIPPED[name]) == ()


def test_standing_is_possible():
    assert faults_of() == ()


def test_a_knee_bent_forward_is_named():
    (fault,) = faults_of(near_leg=LegPose(angles=(-110.0, -70.0, 0.0)))
    assert fault.startswith("start: the near knee bends forward by 40 degrees")


def test_an_elbow_bent_backward_is_named():
    (fault,) = faults_of(far_arm=ArmPose(angles=(-60.0, -90.0)))
    assert fault.startswith("start: the far elbow bends backward by 30 degrees")


def test_an_elbow_that_follows_a_target_bends_as_its_author_says():
    assert faults_of(near_arm=ArmPose(at=(30.0, 100.0), bend=1)) == ()


def test_feet_below_the_floor_are_named():
    faults = faults_of(hip=(0.0, 80.0))
    assert "start: the near ankle is 3.4 cm below the floor" in faults
    assert "start: the far toes is 8.6 cm below the floor" in faults


def test_a_hand_inside_the_wall_is_named():
    (fault,) = faults_of(
        Prop(kind="wall", x=60.0), near_arm=ArmPose(angles=(0.0, 0.0), len=(0.9, 0.9, 0.9))
    )
    assert fault.startswith("start: the near hand is ")
    assert fault.endswith(" cm inside the wall")


def test_a_target_out_of_reach_has_its_missing_centimetres():
    (fault,) = faults_of(near_arm=ArmPose(at=(80.0, 130.0)))
    assert fault.startswith("start: the near hand is 1")
    assert "cm short of where it should be" in fault


def test_a_hand_short_at_the_start_and_in_the_hold_is_told_for_both():
    short = Illustration("side", replace(STANDING, near_arm=ArmPose(at=(90.0, 120.0))))
    assert [fault.key for fault in find_faults(short)] == [("start", "near_arm")]  # the same arm
    other = replace(short, start=Pose(near_arm=ArmPose(at=(95.0, 120.0))))
    assert [fault.key[0] for fault in find_faults(other)] == ["start", "hold"]


def test_a_foot_too_near_to_the_hip_is_named():
    faults = faults_of(near_leg=LegPose(ankle=(0.0, 89.8), foot=0.0))
    assert "too near to the body" in " ".join(faults)


def test_a_fault_on_the_way_is_told_with_its_moment():
    raised = replace(STANDING, near_leg=LegPose(angles=(90.0, 80.0, 0.0)))
    below = Pose(near_leg=LegPose(angles=(-89.0, -91.0, 0.0)), hip=(0.0, 89.8))
    over_the_back = replace(raised, near_leg=LegPose(angles=(60.0, 91.0, 0.0)))
    faults = words_of(Illustration("side", over_the_back, start=below))
    on_the_way = "three quarters of the way into the hold: the near knee bends"
    assert any(fault.startswith(on_the_way) for fault in faults)


def test_a_fault_leads_to_its_line():
    (fault,) = find_faults(
        Illustration("side", STANDING, start=Pose(far_arm=ArmPose(angles=(-60.0, -90.0))))
    )
    assert fault.key == ("start", "far_arm")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"trunk": (90.0, 20.0, 10.0)}, "the waist bends forward by 70 degrees"),
        ({"trunk": (90.0, 90.0, 150.0)}, "the back bends backward by 60 degrees"),
        ({"head": -20.0}, "the head bends by 110 degrees from the chest"),
        ({"near_leg": LegPose(angles=(-170.0, -170.0, -80.0))}, "thigh is backward of the pelvis"),
        ({"near_leg": LegPose(angles=(-90.0, -90.0, 60.0))}, "foot is at 150 degrees to its shin"),
        ({"near_leg": LegPose(angles=(80.0, -95.0, -5.0))}, "the near knee bends by 175 degrees"),
        ({"near_arm": ArmPose(angles=(-90.0, 80.0))}, "the near elbow bends by 170 degrees"),
        ({"near_arm": ArmPose(angles=(0.0, 0.0, 110.0))}, "the near wrist bends by 110 degrees"),
    ],
)
def test_a_joint_that_goes_too_far_is_named(changes, words):
    assert words in " ".join(faults_of(**changes))


def test_a_drill_is_looked_at_all_round():
    falls = Pose(hip=(0.0, 70.0))
    faults = words_of(Illustration("side", STANDING, then=(Pose(), falls), cycle_s=4.0))
    assert any(fault.startswith("on the way to then 2: the near ankle is") for fault in faults)


def test_a_hip_pressed_into_the_floor_is_named():
    (fault, *_) = faults_of(hip=(0.0, 5.0), near_leg=LYING, far_leg=LYING)
    assert fault == "start: the hip is 5.0 cm above the floor; lying or sitting there it is 10.8"


def test_a_back_bent_too_far_is_told_how_far_it_goes():
    (fault, *_) = faults_of(trunk=(90.0, 90.0, 150.0))
    assert fault == "start: the back bends backward by 60 degrees; it goes to 45"


def test_a_head_turned_too_far_from_the_chest_is_named():
    assert faults_of(gaze=70.0) == ()
    assert faults_of(gaze=180.0, turn=100.0) == ()
    (fault,) = faults_of(gaze=120.0)
    assert fault == "start: the head turns 120 degrees from the chest; it goes to 90"
