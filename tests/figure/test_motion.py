import itertools
from dataclasses import replace

import pytest

from stretchtimer.core.illustration import Illustration
from stretchtimer.core.phase import PhaseKind
from stretchtimer.core.pose import SIDES, ArmPose, LegPose, Pose
from stretchtimer.figure.geometry import angle_of, direction
from stretchtimer.figure.motion import Moment, ease, moment, posture_at
from stretchtimer.figure.solve import solve
from tests.figure.postures import SHIPPED, STANDING

EASE, HOLD, RELEASE, REST = PhaseKind.EASE, PhaseKind.HOLD, PhaseKind.RELEASE, PhaseKind.REST
STRETCH = [(EASE, 5_000), (HOLD, 6_345), (RELEASE, 5_000), (REST, 4_000), (EASE, 5_000)]
FRAME_MS = 40
FROM_THE_FRONT = SHIPPED["chest-door"].hold
# What moves more than 3 cm and glows 0.05 stronger from one frame to the next, and why.
QUICK = {
    "open-book": (5.0, 0.05),  # an outstretched arm swings half round in five seconds
    "stand-march": (13.0, 0.06),  # a knee, foot and arm go up and down with every second
}


def upper_arm_on_its_way(start_deg, hold_deg):
    hold = replace(FROM_THE_FRONT, left_arm=ArmPose(angles=(hold_deg, hold_deg)))
    start = Pose(left_arm=ArmPose(angles=(start_deg, start_deg)))
    arm = solve(posture_at(Illustration("front", hold, start), Moment(0.5))).arms["left"]
    return angle_of(arm.elbow - arm.shoulder)


@pytest.mark.parametrize(
    ("start_deg", "hold_deg", "half_way_deg"),
    [(-98, 66, -16), (262, 66, 164), (-98, -294, 164), (170, -170, 180)],
)
def test_an_arm_goes_the_shorter_way_unless_an_angle_beyond_half_a_turn_sends_it_the_other(
    start_deg, hold_deg, half_way_deg
):
    way_deg = upper_arm_on_its_way(start_deg, hold_deg) - half_way_deg
    assert abs((way_deg + 180) % 360 - 180) < 1


@pytest.mark.parametrize(("start_deg", "hold_deg"), [(-90, 182), (270, 182), (-90, -178)])
def test_a_leg_goes_the_shorter_way_however_it_is_written(start_deg, hold_deg):
    lifted = LegPose(angles=(hold_deg, hold_deg, 270.0))
    hold = replace(STANDING, near_leg=lifted)
    start = Pose(near_leg=LegPose(angles=(start_deg, start_deg, 0.0)))
    leg = solve(posture_at(Illustration("side", hold, start), Moment(0.5))).legs["near"]
    assert angle_of(leg.knee - leg.hip) == pytest.approx(-134, abs=0.1)


def sole_half_way_deg(start, hold):
    illustration = Illustration(
        "side", replace(STANDING, near_leg=hold), start=Pose(near_leg=start)
    )
    return solve(posture_at(illustration, Moment(0.5))).legs["near"].foot_deg


def test_a_sole_turns_as_its_shin_does():
    """A heel goes to the seat by way of pointed toes, though the other way is shorter."""
    standing, held = LegPose(angles=(-90.0, -92.0, 0.0)), LegPose(angles=(-95.0, -250.0, 172.0))
    assert sole_half_way_deg(standing, held) == pytest.approx(-94.0)


@pytest.mark.parametrize(
    ("foot_deg", "half_way_deg"), [(202.0, -79.0), (172.0, 86.0), (-188.0, -94.0)]
)
def test_a_sole_of_its_own_goes_the_shorter_way_unless_it_is_written_below(foot_deg, half_way_deg):
    standing = LegPose(ankle=(0.0, 6.4), foot=0.0)
    lifted = LegPose(ankle=(-40.0, 60.0), foot=foot_deg)
    assert sole_half_way_deg(standing, lifted) == pytest.approx(half_way_deg)


def course(phases, **how):
    """Every frame of some phases."""
    return [
        moment(kind, at_ms, length_ms, **how)
        for kind, length_ms in phases
        for at_ms in (*range(0, length_ms, FRAME_MS), length_ms)
    ]


def largest_step_cm(illustration, moments):
    solved = {}

    def points(at):
        # a body that differs by less than can be seen is not worked out again
        near = Moment(round(at.pose_t, 6), round(at.breath, 1), round_t=at.round_t)
        if near not in solved:
            solved[near] = solve(posture_at(illustration, near)).points()
        return solved[near]

    bodies = [points(at) for at in moments]
    return max(
        abs(after - before)
        for one, other in itertools.pairwise(bodies)
        for before, after in zip(one, other, strict=True)
    )


@pytest.mark.parametrize("name", SHIPPED)
def test_nothing_jumps_from_phase_to_phase(name):
    cycle_ms = int((SHIPPED[name].cycle_s or 0) * 1000) or None
    how = {"exercise_kind": "drill" if cycle_ms else "stretch", "cycle_ms": cycle_ms}
    phases = STRETCH[1:4] if cycle_ms else STRETCH
    moments = course(phases, **how)
    at_most_cm, at_most_glow = QUICK.get(name, (3.0, 0.05))
    assert largest_step_cm(SHIPPED[name], moments) < at_most_cm
    for before, after in itertools.pairwise(moments):
        assert abs(after.glow - before.glow) < at_most_glow
        assert abs(after.breath - before.breath) < 0.12


def test_a_jump_would_be_seen():
    illustration = SHIPPED["ham-wall"]
    assert largest_step_cm(illustration, [Moment(0.0), Moment(0.5)]) > 5.0


def test_the_figure_stands_by_the_time_in_the_phase_alone():
    assert moment(EASE, 0, 5_000).pose_t == 0.0
    assert moment(EASE, 2_500, 5_000).pose_t == 0.5
    assert moment(EASE, 9_999, 5_000).pose_t == 1.0
    assert moment(RELEASE, 1_000, 5_000).pose_t == pytest.approx(0.8)
    assert moment(REST, 1_000, 5_000).pose_t == 0.0
    assert moment(EASE, 0, 0).pose_t == 1.0


def test_a_hold_without_an_ease_moves_in_by_itself():
    assert moment(HOLD, 0, 30_000, eased_in=False).pose_t == 0.0
    assert moment(HOLD, 1_000, 30_000, eased_in=False).pose_t == 0.5
    assert moment(HOLD, 2_000, 30_000, eased_in=False).pose_t == 1.0
    assert moment(HOLD, 0, 30_000).pose_t == 1.0


def test_a_drill_goes_to_and_fro_in_whole_cycles():
    def t(at_ms):
        return moment(HOLD, at_ms, 10_000, exercise_kind="drill", cycle_ms=4_000).pose_t

    assert [t(0), t(2_000), t(4_000), t(6_000), t(8_000)] == [0.0, 1.0, 0.0, 1.0, 0.0]
    assert t(9_500) == 0.0
    after = moment(RELEASE, 0, 5_000, exercise_kind="drill", cycle_ms=4_000)
    assert after.pose_t == 0.0


def test_the_chest_breathes_in_a_hold_and_the_glow_grows():
    moments = course([(HOLD, 40_000)])
    assert max(at.breath for at in moments) > 0.99
    assert min(at.breath for at in moments) < -0.99
    glows = [at.glow for at in moments]
    assert glows == sorted(glows)
    assert glows[0] < glows[-1] == 1.0


def test_reduced_motion_shows_only_start_and_hold():
    still = course([*STRETCH, (REST, 5_000)], reduced_motion=True)
    assert {(at.pose_t, at.breath) for at in still} == {(0.0, 0.0), (1.0, 0.0)}
    drill = course([(HOLD, 8_000)], reduced_motion=True, exercise_kind="drill", cycle_ms=4_000)
    assert {at.pose_t for at in drill} == {1.0}


def test_moving_in_begins_and_ends_softly():
    assert (ease(0.0), ease(0.5), ease(1.0)) == pytest.approx((0.0, 0.5, 1.0))
    assert ease(0.05) < 0.01


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize(("pose_t", "which"), [(0.0, "start"), (1.0, "hold")])
def test_both_ends_of_the_movement_are_the_poses_as_written(name, pose_t, which):
    illustration = SHIPPED[name]
    hold = illustration.hold
    pose = hold if which == "hold" else illustration.start.over(hold)
    body = solve(posture_at(illustration, Moment(pose_t)))
    assert body.waist - body.hip == pytest.approx(direction(pose.trunk[0]) * 11.0)
    assert body.head_deg == pytest.approx(pose.head)
    for side in SIDES[illustration.view]:
        foot_deg = pose.leg(side).foot_deg
        assert foot_deg is None or body.legs[side].foot_deg == pytest.approx(foot_deg)
