import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.core.illustration import Illustration
from stretchtimer.core.pose import ArmPose, LegPose
from stretchtimer.figure.motion import Moment, posture_at
from stretchtimer.figure.skeleton import FOREARM, NECK, PALM, SHIN, THIGH, UPPER_ARM
from stretchtimer.figure.solve import solve
from tests.figure.postures import SHIPPED, STANDING, invented_side

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
