from dataclasses import replace

import pytest

from stretchtimer.core.illustration import Illustration, Prop
from stretchtimer.core.pose import ArmPose, LegPose, Pose

LEG = LegPose(angles=(-90.0, -91.0, 0.0))
ARM = ArmPose(angles=(-88.0, -78.0))
HOLD = Pose(
    hip=(0.0, 90.0),
    trunk=(88.0, 91.0, 90.0),
    neck=76.0,
    head=90.0,
    near_leg=LEG,
    far_leg=LEG,
    near_arm=ARM,
    far_arm=ARM,
)

FACING_US = replace(
    HOLD,
    near_leg=None,
    far_leg=None,
    near_arm=None,
    far_arm=None,
    left_leg=LEG,
    right_leg=LEG,
    left_arm=ARM,
    right_arm=ARM,
)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: LegPose(), "exactly one of angles, at or ankle"),
        (lambda: LegPose(at=(0.0, 0.0), ankle=(0.0, 0.0), foot=0.0), "exactly one of"),
        (
            lambda: Illustration("side", replace(HOLD, far_leg=LegPose(at=(0.0, 0.0)))),
            "far_leg needs foot, the angle of its sole",
        ),
        (lambda: LegPose(at=(0.0, 0.0), knee=(0.0, 40.0)), "a knee needs the ankle too"),
        (lambda: ArmPose(at=("head", 4.0)), "a target on the head is"),
        (lambda: LegPose(angles=(0.0, 0.0, 0.0), foot=1.0), "its foot as the third angle"),
        (lambda: ArmPose(), "either angles or at"),
        (lambda: ArmPose(angles=(0.0, 0.0), at=(0.0, 0.0)), "either angles or at"),
        (
            lambda: ArmPose(at=("near_ear", 0.5)),
            "“near_ear” is no part to aim at; there are head",
        ),
        (lambda: ArmPose(at=("near_shin", "far")), "first, then numbers"),
        (lambda: ArmPose(at=(1.0, 2.0, 3.0)), r"a point \[x, y\] or a part of the body"),
        (lambda: Pose(hip=(0.0, 0.0), anchor=("near_sole", 0.0, 0.0)), "either hip or anchor"),
        (
            lambda: Pose(anchor=("near_nose", 0.0, 0.0)),
            "“near_nose” can be no anchor",
        ),
        (lambda: Prop(kind="mat"), "a mat has a span"),
        (lambda: Prop(kind="wall", span=(0.0, 1.0)), "a mat has a span"),
        (lambda: Illustration("side", Pose(hip=(0.0, 0.0))), "lacks trunk, neck, head, near_leg"),
        (lambda: Illustration("side", replace(HOLD, hip=None)), "lacks hip"),
        (
            lambda: Illustration("side", HOLD, glow=("ears",)),
            "“ears” is no muscle of a side view",
        ),
        (lambda: Illustration("side", HOLD, glow=("hamstring",)), 'did you mean "hamstrings"?'),
        (lambda: Illustration("side", HOLD, glow=("calf:left",)), "“calf:near” or “calf:far”"),
        (
            lambda: Illustration("side", HOLD, glow=("outer_hip",)),
            "“outer_hip” is no muscle of a side view; there are ham",
        ),
        (
            lambda: Illustration("front", FACING_US, glow=("back",)),
            "“back” is no muscle of a front",
        ),
        (lambda: Illustration("front", FACING_US, glow=("chest",)), "“chest:left” or “chest:r"),
        (
            lambda: Illustration("front", HOLD),
            "front view has left_leg and right_leg, no near",
        ),
        (
            lambda: Illustration("front", FACING_US, start=Pose(near_arm=ARM)),
            "has left_arm and right_arm, no near_arm",
        ),
        (lambda: Illustration("front", FACING_US, order=("near_leg",)), "not seen from the front"),
        (
            lambda: Illustration("side", replace(HOLD, near_arm=ArmPose(at=("left_shin", 0.5)))),
            "it has near_shin, far_shin",
        ),
        (
            lambda: Illustration("side", replace(HOLD, near_arm=ArmPose(at=("near_hand", 0.5)))),
            "near_arm cannot hold on to itself",
        ),
        (lambda: Illustration("side", HOLD, frame=(9.0, 0.0, 1.0, 9.0)), "a frame is"),
        (lambda: Illustration("side", HOLD, then=(Pose(),)), "need cycle_s"),
        (lambda: Illustration("side", replace(HOLD, lean=20.0)), "seen from the front has lean"),
        (
            lambda: Illustration("plan", HOLD, props=(Prop(kind="stool"),)),
            "not drawn from above; mat",
        ),
        (
            lambda: Illustration("front", FACING_US, props=(Prop(kind="band"),)),
            "a band is not drawn from the front",
        ),
        (
            lambda: Illustration("side", HOLD, glow=("calf:up", "ears"), order=("left_arm",)),
            "“calf:far”; “ears” is no muscle .*; left_arm is not seen from the side",
        ),
        (
            lambda: Illustration("side", HOLD, start=Pose(far_leg=LegPose(at=(0, 0), foot=0.0))),
            "the far_leg is given by three angles in the hold; give it so here too",
        ),
        (
            lambda: Illustration(
                "side",
                replace(
                    HOLD,
                    hip=None,
                    anchor=("near_sole", 0.0, 0.0),
                    near_leg=LegPose(at=(0.0, 0.0), foot=0.0),
                ),
            ),
            "the anchor near_sole needs a near_leg given by angles",
        ),
    ],
)
def test_what_is_impossible_is_refused_in_words(make, words):
    with pytest.raises(ValueError, match=words):
        make()


def test_a_start_takes_what_it_leaves_out_from_the_hold():
    start = Pose(head=70.0).over(HOLD)
    assert start == replace(HOLD, head=70.0)


def test_a_start_with_its_own_place_does_not_take_the_other_one():
    start = Pose(anchor=("near_sole", 0.0, 0.0)).over(HOLD)
    assert (start.hip, start.anchor) == (None, ("near_sole", 0.0, 0.0))
    assert start.trunk == HOLD.trunk


def test_a_whole_illustration_is_accepted():
    illustration = Illustration("side", HOLD, glow=("calf:far", "back"))
    assert illustration.start == Pose()


def test_a_front_view_has_its_own_limbs_and_order():
    illustration = Illustration("front", FACING_US, glow=("neck_side:left",))
    assert illustration.painted_order[0] == "left_leg"


def test_what_follows_the_hold_takes_what_it_leaves_out_from_the_start():
    drill = Illustration("side", HOLD, Pose(head=70.0), then=(Pose(), Pose(neck=60.0)), cycle_s=4.0)
    start = replace(HOLD, head=70.0)
    assert drill.poses == (start, HOLD, start, replace(start, neck=60.0))
