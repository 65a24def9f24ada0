import itertools
import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.core.illustration import Illustration
from stretchtimer.core.pose import ArmPose, LegPose, Pose
from stretchtimer.figure.geometry import direction, dot, left_of, turn
from stretchtimer.figure.legs import leg_flesh
from stretchtimer.figure.motion import Moment, posture_at
from stretchtimer.figure.props import support
from stretchtimer.figure.skeleton import (
    ANKLE_HEIGHT,
    BALL,
    FOREARM,
    NECK,
    PALM,
    SHIN,
    THIGH,
    TOES,
    UPPER_ARM,
)
from stretchtimer.figure.solve import solve
from tests.figure.postures import SEEN_FROM_ABOVE, SHIPPED, STANDING, invented_side

seeds = st.integers(0, 2**32).map(random.Random)
shares = st.floats(0, 1)


@given(seeds, shares, st.floats(-1, 1))
def test_bones_keep_their_lengths_however_the_body_moves(chance, pose_t, breath):
    illustration = invented_side(chance)
    body = solve(posture_at(illustration, Moment(pose_t, breath)))
    assert abs(body.atlas - body.c7) == pytest.approx(NECK)
    share = illustration.hold.leg("near").len[1]
    for leg in body.legs.values():
        assert abs(leg.knee - leg.hip) == pytest.approx(THIGH)
        assert abs(leg.ankle - leg.knee) == pytest.approx(SHIN * share)


@given(st.floats(-110, 60), st.floats(70, 150), st.sampled_from([-1, 1]))
def test_a_hand_is_where_it_should_be_or_its_shortfall_is_known(x, y, bend):
    reaching = ArmPose(at=(x, y), bend=bend)
    illustration = Illustration("side", replace(STANDING, near_arm=reaching))
    body = solve(posture_at(illustration, Moment(1.0)))
    arm = body.arms["near"]
    assert abs(arm.elbow - arm.shoulder) == pytest.approx(UPPER_ARM)
    assert abs(arm.wrist - arm.elbow) == pytest.approx(FOREARM)
    assert abs(arm.palm - complex(x, y)) == pytest.approx(abs(body.missing["near_arm"]), abs=1e-6)


def test_a_hand_out_of_reach_tells_the_missing_centimetres():
    illustration = Illustration("side", replace(STANDING, near_arm=ArmPose(at=(200.0, 130.0))))
    body = solve(posture_at(illustration, Moment(1.0)))
    reach = UPPER_ARM + FOREARM + PALM
    shoulder = body.arms["near"].shoulder
    assert body.missing["near_arm"] == pytest.approx(abs(200 + 130j - shoulder) - reach, abs=0.1)


def straight_arm(at, hand=None, *, breath=0.0, legs=STANDING.near_leg):
    """The near arm of somebody who stands and reaches, and how many cm it falls short."""
    arm = ArmPose(at=at, hand=hand, straight=True)
    hold = replace(STANDING, near_arm=arm, near_leg=legs)
    body = solve(posture_at(Illustration("side", hold), Moment(1.0, breath)))
    return body.arms["near"], body.missing["near_arm"]


def elbow_deg(arm):
    return abs(turn(arm.elbow - arm.shoulder, arm.wrist - arm.elbow))


@given(st.floats(-90, 90), st.floats(60, 160), st.sampled_from([None, -90.0, 0.0, 88.0]))
def test_a_straight_arm_slides_its_hand_along_what_it_lies_on(x, y, hand):
    arm, short_cm = straight_arm((x, y), hand)
    aim = complex(x, y)
    slid = arm.palm - aim
    if hand is None:  # it points there, if that is not in the shoulder itself
        way = aim - arm.shoulder
        assert abs(way) < 12 or abs(turn(arm.palm - arm.shoulder, way)) < 8
        return
    assert abs(dot(slid, left_of(direction(hand)))) < 1.0 + abs(short_cm)
    if abs(slid) < 24 and short_cm < 0.1:
        assert elbow_deg(arm) < 19


@given(st.floats(0.2, 1.0), st.floats(40, 90))
def test_a_straight_arm_slides_along_the_leg_that_it_lies_on(share, thigh_deg):
    leg = LegPose(angles=(thigh_deg - 90.0, thigh_deg - 92.0, thigh_deg))
    arm, _ = straight_arm(("near_thigh", share, 0.0, 9.0), legs=leg)
    along = direction(thigh_deg - 90.0)
    hip = solve(posture_at(Illustration("side", STANDING), Moment(1.0))).legs["near"].hip
    assert dot(arm.palm - hip, left_of(along)) == pytest.approx(9.0, abs=0.5)


def test_finger_tips_slide_along_the_floor():
    folded = replace(STANDING, trunk=(-10.0, -40.0, -65.0))
    arm = ArmPose(at=(60.0, 9.0), hand=-70.0, straight=True)
    body = solve(posture_at(Illustration("side", replace(folded, near_arm=arm)), Moment(1.0)))
    near = body.arms["near"]
    held = near.wrist + direction(-70.0) * PALM * 0.9
    assert held.imag == pytest.approx(9.0)
    assert elbow_deg(near) < 19


@given(st.floats(20, 45), st.floats(90, 120), st.floats(-1, 1))
def test_what_a_straight_arm_lies_on_does_not_breathe(x, y, breath):
    still, _ = straight_arm((x, y), 88.0)
    breathing, _ = straight_arm((x, y), 88.0, breath=breath)
    assert abs(breathing.palm - still.palm) < 0.2


def test_an_arm_that_becomes_straight_on_its_way_does_not_jump():
    bent = ArmPose(at=(30.0, 120.0), hand=88.0)
    hold = replace(STANDING, near_arm=replace(bent, straight=True))
    illustration = Illustration("side", hold, start=Pose(near_arm=bent))
    palms = [
        solve(posture_at(illustration, Moment(step / 40))).arms["near"].palm for step in range(41)
    ]
    assert abs(palms[-1] - palms[0]) > 10
    assert max(abs(b - a) for a, b in itertools.pairwise(palms)) < 3


@pytest.mark.parametrize(
    ("anchor", "point"),
    [
        (("near_sole", 3.0, 0.0), lambda leg: leg.sole(6 / 25)),
        (("near_ankle", 3.0, 7.0), lambda leg: leg.ankle),
        (("near_knee", -30.0, 50.0), lambda leg: leg.knee),
        (("near_heel", 0.0, 0.0), lambda leg: leg.sole(1.5 / 25)),
        (("far_ankle", 5.0, 7.0), lambda leg: leg.ankle),
    ],
)
def test_the_anchor_stays_where_it_is_put(anchor, point):
    illustration = Illustration("side", replace(STANDING, hip=None, anchor=anchor))
    body = solve(posture_at(illustration, Moment(0.3)))
    side = "near" if anchor[0].startswith("near") else "far"
    assert point(body.legs[side]) == pytest.approx(complex(*anchor[1:]), abs=1e-6)


@given(st.floats(-95, -1), st.floats(-2, 12), st.sampled_from(["near", "far"]))
def test_toes_that_are_stood_on_bend_until_they_lie_on_the_floor(foot_deg, ball_y, side):
    ankle = -(BALL * direction(foot_deg) - ANKLE_HEIGHT * direction(foot_deg + 90)) + ball_y * 1j
    kneeling = LegPose(ankle=(ankle.real, ankle.imag), foot=foot_deg)
    hold = replace(STANDING, hip=(60.0, 40.0), near_leg=kneeling, far_leg=kneeling)
    body = solve(posture_at(Illustration("side", hold), Moment(1.0)))
    leg, floor_y = body.legs[side], body.shift(side).imag
    stretched_y = ball_y + TOES * direction(foot_deg).imag
    toes_y = leg.sole(1.0).imag - floor_y
    assert toes_y == pytest.approx(max(stretched_y, min(ball_y, 0.0)))
    assert 0.0 <= leg.toes_deg <= 95.0


def test_a_hand_goes_with_the_leg_that_it_holds():
    hold = replace(
        STANDING,
        near_leg=LegPose(angles=(20.0, -80.0, 0.0)),
        near_arm=ArmPose(at=("near_thigh", 0.5, 0.0, 9.0)),
    )
    body = solve(posture_at(Illustration("side", hold), Moment(1.0)))
    leg = body.legs["near"]
    middle = (leg.hip + leg.knee) / 2
    assert abs(body.arms["near"].palm - middle) == pytest.approx(9.0, abs=1e-6)


@given(st.floats(-90, 90))
def test_shoulders_are_as_broad_from_behind_as_from_the_front(turn):
    hold = SHIPPED["triceps"].hold
    bodies = [
        solve(posture_at(Illustration("front", replace(hold, turn=shown)), Moment(1.0)))
        for shown in (turn, 180.0 - turn)
    ]
    breadths = [abs(body.arms["right"].shoulder - body.arms["left"].shoulder) for body in bodies]
    assert breadths[0] == pytest.approx(breadths[1])
    assert not bodies[0].is_from_behind


def test_a_leg_that_falls_to_our_side_is_the_mirror_image_of_the_other():
    body = solve(posture_at(Illustration("plan", SEEN_FROM_ABOVE), Moment(1.0)))
    (near, near_flesh), (far, far_flesh) = (
        (body.legs[side], leg_flesh(body, side, support((), "plan")).limb.across(THIGH + 15))
        for side in ("near", "far")
    )
    soles = [(near.sole(share) - near.ankle, far.sole(share) - far.ankle) for share in (0.0, 1.0)]
    calves = [(n - near.ankle, f - far.ankle) for n, f in zip(near_flesh, far_flesh, strict=True)]
    for near_point, far_point in (*soles, *calves):
        assert near_point.conjugate() == pytest.approx(far_point, abs=0.1)
