"""What an author did not mean is told; what is shipped is meant."""

import json
from dataclasses import replace

import pytest

from stretchtimer.core.illustration import MUSCLES, Illustration, Prop
from stretchtimer.core.pose import ArmPose, IllustrationError, LegPose
from stretchtimer.figure.oversights import find_oversights
from tests.figure.postures import FACING_US, SHIPPED, STANDING

SITTING = replace(
    STANDING,
    hip=(0.0, 9.8),
    near_leg=LegPose(ankle=(82.5, 6.4), foot=84.0),
    far_leg=LegPose(ankle=(82.5, 6.4), foot=84.0),
)
FROM_BEHIND = replace(FACING_US, turn=180.0, gaze=180.0)
BAND = Prop(kind="band")
REACHING = replace(STANDING, near_arm=ArmPose(angles=(0.0, 0.0)))
HOLDING_ON = replace(STANDING, near_arm=ArmPose(at=("far_hand", 0.5)))


def side(hold=STANDING, **changes):
    return Illustration("side", hold, **changes)


def front(hold=FACING_US, **changes):
    return Illustration("front", hold, **changes)


@pytest.mark.parametrize("view", [side, front])
def test_every_muscle_is_in_a_frame_round_the_whole_body(view):
    names = MUSCLES if view is side else [f"{name}:left" for name in MUSCLES]
    for name in names:
        try:
            seen = view(glow=(name,), frame=(-100.0, -10.0, 100.0, 190.0))
        except IllustrationError:  # not of this view
            continue
        assert "frame" not in " ".join(map(str, find_oversights(seen)))


@pytest.mark.parametrize("name", SHIPPED)
def test_what_is_shipped_is_meant(name):
    assert find_oversights(SHIPPED[name]) == ()


@pytest.mark.parametrize(
    ("illustration", "told"),
    [
        (side(), ""),
        (
            side(order=("far_leg", "torso", "near_leg", "near_arm")),
            "order: leaves out far_arm and head, so it is not drawn",
        ),
        (
            side(order=("torso", "head", "near_arm", "far_arm"), frame=(-40.0, 90.0, 40.0, 180.0)),
            "",
        ),
        (
            side(replace(STANDING, turn=-40.0)),
            (
                "hold.turn: hold: turn goes from 0, in profile, to 90,"
                " which faces us; it is -40"
            ),
        ),
        (side(replace(STANDING, turn=90.0)), ""),
        (
            side(props=(BAND,)),
            ("props.0: a band is drawn where order says so; write order = "
            '["far_arm", "far_leg", "torso", "head", "near_leg", "glow", "band", "near_arm"]'),
        ),
        (
            side(glow=("quads", "shoulder")),
            ("glow.1: the near_arm hides the shoulder; write order = "
            '["far_arm", "far_leg", "torso", "head", "near_leg", "near_arm", "glow"]'),
        ),
        (side(glow=("calf:far", "back", "neck")), ""),
        (
            side(replace(STANDING, near_arm=ArmPose(angles=(-70.0, -50.0))), glow=("chest",)),
            "glow.0: the near_arm hides the chest; move the arm, or let its own muscle glow",
        ),
        (
            side(replace(STANDING, near_arm=ArmPose(angles=(-92.0, -84.0))), glow=("quads",)),
            "glow.0: the near_arm hides the quads; move the arm, or let its own muscle glow",
        ),
        (side(replace(STANDING, near_arm=ArmPose(angles=(0.0, 0.0))), glow=("chest",)), ""),
        (side(replace(STANDING, near_arm=ArmPose(angles=(-120.0, -60.0))), glow=("chest",)), ""),
        (front(glow=("calf:left", "chest:left", "waist:right", "outer_hip:left")), ""),
        (
            front(glow=("forearm:right",)),
            ("glow.0: the right_arm hides the forearm; write order = "
            '["left_leg", "right_leg", "torso", "head", "left_arm", "right_arm", "glow"]'),
        ),
        (front(FROM_BEHIND, glow=("chest:left",)), "glow.0: the chest cannot be seen from behind"),
        (front(FROM_BEHIND, glow=("waist:left",)), ""),
        (front(FROM_BEHIND, glow=("upper_back:left",)), ""),
        (
            front(glow=("upper_back:left",)),
            "glow.0: the upper_back is seen only from behind, with turn = 180",
        ),
        (
            side(glow=("neck", "hamstrings"), frame=(-40.0, 100.0, 40.0, 180.0)),
            "glow.1: the frame leaves out the hamstrings",
        ),
        (front(glow=("neck_side:left", "chest:right"), frame=(-40.0, 100.0, 40.0, 180.0)), ""),
        (
            side(REACHING, hands=("wrapped", "rest")),
            ("hands.0: the near hand is “wrapped”, and holds nothing in the hold; "
            "say where it is by near_arm = {at=...}"),
        ),
        (side(HOLDING_ON, hands=("clasp", "rest")), ""),
        (side(REACHING, hands=("draped", "rest"), props=(Prop(kind="wall", x=60.0),)), ""),
        (
            side(replace(STANDING, hip=(0.0, 95.0))),
            ("hold.hip: hold: nothing carries the body; "
            "its lowest joint is 5.2 cm above the floor, which is y = 0"),
        ),
        (side(SITTING), ""),
        (
            side(replace(SITTING, hip=(0.0, 39.8), near_leg=LegPose(ankle=(82.5, 36.4), foot=84),
                         far_leg=LegPose(ankle=(82.5, 36.4), foot=84))),
            ("hold.hip: hold: nothing carries the body; "
            "its lowest joint is 14.9 cm above the floor, which is y = 0"),
        ),
        (side(replace(STANDING, hip=(0.0, 95.0)), frame=(-50.0, 60.0, 50.0, 150.0)), ""),
        (side(replace(STANDING, hip=(0.0, 95.0)), props=(Prop(kind="stool"),)), ""),
    ],
)  # fmt: skip
def test_what_was_overlooked_is_told_with_its_key(illustration, told):
    faults = [f"{'.'.join(map(str, one.key))}: {one}" for one in find_oversights(illustration)]
    assert faults == [told] * bool(told)


def test_one_order_shows_all_that_is_hidden():
    hidden = side(props=(BAND, Prop(kind="loop")), glow=("forearm", "hamstrings:far", "quads"))
    (order,) = {str(fault).partition("write order = ")[2] for fault in find_oversights(hidden)}
    assert find_oversights(replace(hidden, order=tuple(json.loads(order)))) == ()
