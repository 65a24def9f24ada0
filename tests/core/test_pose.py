from dataclasses import replace

import pytest

from stretchtimer.core.pose import ArmPose, Illustration, LegPose, Pose, Prop

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


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: LegPose(), "exactly one of angles, at or ankle"),
        (lambda: LegPose(at=(0.0, 0.0), ankle=(0.0, 0.0), foot=0.0), "exactly one of"),
        (lambda: LegPose(at=(0.0, 0.0)), "needs foot, the angle of its sole"),
        (lambda: LegPose(angles=(0.0, 0.0, 0.0), foot=1.0), "its foot as the third angle"),
        (lambda: ArmPose(), "either angles or at"),
        (lambda: ArmPose(angles=(0.0, 0.0), at=(0.0, 0.0)), "either angles or at"),
        (lambda: ArmPose(at=("near_ear", 0.5)), "“near_ear” is none of near_thigh"),
        (lambda: ArmPose(at=("near_shin", "far")), "first, then numbers"),
        (lambda: ArmPose(at=(1.0, 2.0, 3.0)), r"a point \[x, y\] or a part of a leg"),
        (lambda: Pose(hip=(0.0, 0.0), anchor=("near_sole", 0.0, 0.0)), "either hip or anchor"),
        (lambda: Pose(anchor=("near_nose", 0.0, 0.0)), "“near_nose” is none of near_knee"),
        (lambda: Prop(kind="mat"), "a mat has a span"),
        (lambda: Prop(kind="wall", span=(0.0, 1.0)), "a mat has a span"),
        (lambda: Illustration("side", Pose(hip=(0.0, 0.0))), "lacks trunk, neck, head, near_leg"),
        (lambda: Illustration("side", replace(HOLD, hip=None)), "lacks hip"),
        (lambda: Illustration("side", HOLD, glow=("ears",)), "“ears” is none of the muscles"),
        (lambda: Illustration("side", HOLD, glow=("calf:left",)), "“calf:left” is none of"),
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
