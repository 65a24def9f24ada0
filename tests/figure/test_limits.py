from dataclasses import replace

import pytest

from stretchtimer.core.illustration import Illustration, Prop
from stretchtimer.core.pose import ArmPose, LegPose, Pose
from stretchtimer.figure.limits import find_faults
from tests.figure.postures import FACING_US, SEEN_FROM_ABOVE, SHIPPED, STANDING

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
    assert fault.startswith("hold: the near knee bends forward by 40 degrees")


def test_an_elbow_bent_backward_is_named():
    (fault,) = faults_of(far_arm=ArmPose(angles=(-60.0, -90.0)))
    assert fault.startswith("hold: the far elbow bends backward by 30 degrees")


def test_who_lies_on_the_back_may_let_a_knee_fall_and_bend_an_arm_to_either_side():
    assert words_of(Illustration("plan", SEEN_FROM_ABOVE)) == ()
    on_the_side = replace(SEEN_FROM_ABOVE, turn=0.0, gaze=0.0)
    knee, elbow = words_of(Illustration("plan", on_the_side))
    assert knee.startswith("hold: the near knee bends forward by 110 degrees")
    assert elbow.startswith("hold: the near elbow bends backward by 86 degrees")


def test_an_elbow_that_follows_a_target_bends_as_its_author_says():
    assert faults_of(near_arm=ArmPose(at=(30.0, 100.0), bend=1)) == ()


def test_feet_below_the_floor_are_named():
    faults = faults_of(hip=(0.0, 80.0))
    assert faults == (
        "hold: the near heel is 9.8 cm below the floor",
        "hold: the far heel is 8.6 cm below the floor",
    )


@pytest.mark.parametrize(
    ("wall", "arm_deg"),
    [(Prop(kind="wall", x=60.0), 0.0), (Prop(kind="wall", x=-50.0, facing=-1), 210.0)],
)
def test_a_hand_inside_the_wall_is_named(wall, arm_deg):
    (fault,) = faults_of(wall, near_arm=ArmPose(angles=(arm_deg, arm_deg), len=(0.9, 0.9, 0.9)))
    assert fault.startswith("hold: the near hand is ")
    assert fault.endswith(" cm inside the wall")


@pytest.mark.parametrize(
    ("wall", "side"),
    [(Prop(kind="wall", x=-40.0), "right"), (Prop(kind="wall", x=40.0, facing=-1), "left")],
)
def test_a_body_on_the_far_side_of_a_wall_is_told_once(wall, side):
    (fault,) = faults_of(wall)
    words = f"hold: the hip is 40.0 cm inside the wall, which ends the room on the {side}"
    assert fault.startswith(words)


def test_a_body_below_the_floor_is_told_once():
    assert faults_of(hip=(0.0, -89.8)) == ("hold: the hip is 89.8 cm below the floor",)


def test_who_faces_us_on_the_floor_is_told_of_a_mat():
    squats = replace(FACING_US, left_leg=LegPose(knee=(-40.0, 20.0), ankle=(-7.0, 0.0)))
    (fault,) = words_of(
        Illustration(
            "front",
            replace(
                squats, hip=(0.0, 30.0), right_leg=LegPose(knee=(40.0, 20.0), ankle=(7.0, 6.4))
            ),
        )
    )
    assert fault == (
        "hold: the left heel is 6.4 cm below the floor; "
        "on a mat it may be, which comes towards us down to y = -14"
    )


def test_of_a_limb_the_fault_is_told_from_which_the_others_follow():
    """A foot beyond its reach is at no angle to its shin, and in the wall."""
    leg = LegPose(ankle=(95.0, 90.0), foot=-90.0)
    (fault,) = faults_of(Prop(kind="wall", x=60.0), near_leg=leg)
    assert fault.startswith("hold: the near foot is 11")


def test_a_target_out_of_reach_has_its_missing_centimetres():
    (fault,) = faults_of(near_arm=ArmPose(at=(80.0, 130.0)))
    assert fault.startswith("hold: the near hand is 1")
    assert "cm short of where it should be" in fault


def test_a_straight_arm_that_is_short_is_told_to_move_the_body_not_the_hand():
    (fault,) = faults_of(near_arm=ArmPose(at=(40.0, 40.0), hand=0.0, straight=True))
    assert fault.endswith("what it lies on is too far away: lean the trunk or move the hip")


def test_a_fault_of_several_poses_is_told_once_at_its_worst():
    stands = replace(STANDING, near_arm=ArmPose(at=(90.0, 120.0)))
    (fault,) = find_faults(Illustration("side", stands, start=Pose(trunk=(90.0, 100.0, 110.0))))
    assert fault.key == ("hold", "near_arm")
    assert fault.words.startswith("hold and start: the near hand is 35.5 cm")


def test_a_limb_given_anew_is_told_again():
    stands = replace(STANDING, near_arm=ArmPose(at=(90.0, 120.0)))
    anew = Pose(near_arm=ArmPose(at=(95.0, 120.0)))
    faults = find_faults(Illustration("side", stands, start=anew))
    assert [fault.key[0] for fault in faults] == ["hold", "start"]


def test_a_fault_of_a_limb_that_is_as_in_the_hold_says_so():
    reaches = replace(STANDING, trunk=(40.0, 40.0, 40.0), near_arm=ArmPose(at=(90.0, 115.0)))
    (fault,) = words_of(Illustration("side", reaches, start=Pose(trunk=(90.0, 90.0, 90.0))))
    assert fault.startswith("start, whose near_arm is as in the hold: the near hand is ")


@pytest.mark.parametrize(
    ("arm", "words"),
    [
        (ArmPose(at=(90.0, 120.0)), "where it must stay, lean the trunk or move the hip"),
        (ArmPose(at=(90.0, 120.0), len=(0.9, 1.0, 1.0)), "or let its len draw the arm longer"),
    ],
)
def test_a_hand_that_is_short_has_its_ways(arm, words):
    (fault,) = faults_of(near_arm=arm)
    assert fault.endswith(words)


def test_an_elbow_in_the_floor_is_told_how_it_turns():
    lies = {"hip": (0.0, 10.8), "trunk": (0.0, 0.0, 0.0), "neck": 10.0, "head": 0.0}
    legs = LegPose(angles=(185.0, 182.0, 196.0))
    hand = ArmPose(at=(90.0, 3.0), hand=0.0)
    lying = dict(**lies, near_leg=legs, far_leg=legs, near_arm=hand, far_arm=hand)
    assert [fault.partition("; ")[2] for fault in faults_of(**lying)] == [
        "bend = 1 turns it to the other side",
        "bend = 1 turns it to the other side",
    ]


def test_a_planted_foot_that_is_short_is_told_of_the_hip():
    (fault,) = faults_of(near_leg=LegPose(at=(50.0, 0.0), foot=0.0))
    assert fault.endswith("bring its point nearer or, where it must stay, move the hip")


def test_a_foot_too_near_to_the_hip_is_named():
    faults = faults_of(near_leg=LegPose(ankle=(0.0, 89.8), foot=0.0))
    assert "too near to the hip" in " ".join(faults)


@pytest.mark.parametrize(
    ("start_deg", "words"),
    [
        (-85.0, ()),
        (-105.0, ("half-way into the hold: the near arm is 1",)),  # the shorter way is backward
    ],
)
def test_an_arm_led_behind_the_back_is_told_with_its_moment(start_deg, words):
    lifts = replace(STANDING, near_arm=ArmPose(angles=(80.0, 85.0)))
    hangs = Pose(near_arm=ArmPose(angles=(start_deg, start_deg + 5.0)))
    faults = words_of(Illustration("side", lifts, start=hangs))
    assert len(faults) == len(words)
    for fault, expected in zip(faults, words, strict=True):
        assert fault.startswith(expected)
        assert fault.endswith("write one of both beyond half a turn, such as 262 for -98")


@pytest.mark.parametrize(("start_deg", "through"), [(-98.0, True), (262.0, False)])
def test_an_arm_led_through_the_chest_is_told(start_deg, through):
    lifts = replace(FACING_US, left_arm=ArmPose(angles=(66.0, 60.0)))
    hangs = Pose(left_arm=ArmPose(angles=(start_deg, start_deg)))
    faults = words_of(Illustration("front", lifts, start=hangs))
    assert ["through the chest" in fault for fault in faults] == [True] * through


@pytest.mark.parametrize(
    ("hip_y", "words"),
    [
        (54.8, ()),
        (45.0, ("hold: the hip is 0.0 cm above the seat; sitting on it it is 9.8, at y = 54.8",)),
    ],
)
def test_a_hip_inside_the_seat_is_named(hip_y, words):
    leg = LegPose(at=(42.0, 0.0), foot=0.0)
    chair = Prop(kind="chair", x=0.0)
    assert faults_of(chair, hip=(0.0, hip_y), near_leg=leg, far_leg=leg) == words


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
        ({"neck": -75.0}, "the neck bends forward by 165 degrees from the chest; it goes to 75"),
        ({"head": -20.0}, "the head bends by 110 degrees from the chest"),
        ({"near_leg": LegPose(angles=(-170.0, -170.0, -80.0))}, "thigh is backward of the pelvis"),
        ({"near_leg": LegPose(angles=(-90.0, -90.0, 60.0))}, "foot is at 150 degrees to its shin"),
        ({"near_leg": LegPose(angles=(80.0, -95.0, -5.0))}, "the near knee bends by 175 degrees"),
        ({"near_arm": ArmPose(angles=(170.0, 180.0))}, "the near arm is 100 degrees behind the c"),
        ({"near_arm": ArmPose(angles=(-90.0, 80.0))}, "the near elbow bends by 170 degrees"),
        ({"near_arm": ArmPose(angles=(0.0, 0.0, 110.0))}, "the near wrist bends by 110 degrees"),
    ],
)
def test_a_joint_that_goes_too_far_is_named(changes, words):
    assert words in " ".join(faults_of(**changes))


def test_a_drill_is_looked_at_all_round():
    falls = Pose(hip=(0.0, 70.0))
    faults = words_of(Illustration("side", STANDING, then=(Pose(), falls), cycle_s=4.0))
    assert faults == (
        "then 2, whose near_leg is as in the hold: the near heel is 19.8 cm below the floor",
        "then 2, whose far_leg is as in the hold: the far heel is 18.6 cm below the floor",
    )


def test_a_hip_pressed_into_the_floor_is_named():
    (fault, *_) = faults_of(hip=(0.0, 5.0), near_leg=LYING, far_leg=LYING)
    assert fault == "hold: the hip is 5.0 cm above the floor; lying or sitting there it is 10.8"


def test_a_back_bent_too_far_is_told_how_far_it_goes():
    (fault, *_) = faults_of(trunk=(90.0, 90.0, 150.0))
    assert fault == "hold: the back bends backward by 60 degrees; it goes to 45"


def test_a_head_turned_too_far_from_the_chest_is_named():
    assert faults_of(gaze=70.0) == ()
    assert faults_of(gaze=180.0, turn=100.0) == ()
    (fault,) = faults_of(gaze=120.0)
    assert fault == "hold: the head turns 120 degrees from the chest; it goes to 90"
