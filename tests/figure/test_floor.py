"""Who sits or kneels on a mat and faces us: what touches, what hides, what may lie lower."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from stretchtimer.core.illustration import Illustration
from stretchtimer.core.pose import IllustrationError, LegPose, Pose
from stretchtimer.figure.geometry import direction, dot, unit
from stretchtimer.figure.limits import find_faults
from stretchtimer.figure.motion import Moment
from stretchtimer.figure.muscles import FALLEN_ADDUCTORS, FRONT_PLACES
from stretchtimer.figure.palette import Look, palette
from stretchtimer.figure.props import FRONT_MAT_Y, room_ends
from stretchtimer.figure.scene import Scene
from stretchtimer.figure.shadows import draw_shadows
from stretchtimer.figure.shapes import Drawing, Shape, flattened
from stretchtimer.figure.stance import has_fallen, is_folded
from tests.figure.postures import FACING_US, ON_THE_FLOOR, SHIPPED

COLORS = palette(Look())
TIMES = (0.0, 0.25, 0.5, 0.75, 1.0)
OUTWARD = {"left": -1, "right": 1}


def body_of(name, pose_t=1.0):
    return Scene(ON_THE_FLOOR[name], COLORS).body(Moment(pose_t))


def skin_of(name, part, pose_t=1.0):
    """The outlines of a part's bare skin, as points of the picture."""
    scene = Scene(replace(ON_THE_FLOOR[name], order=(part,)), COLORS)
    shapes = [it for it in scene.person(Moment(pose_t)).items if isinstance(it, Shape)]
    return [points(it) for it in shapes if it.fill == COLORS.near.skin]


def points(shape):
    place, found = shape.place, flattened(shape.path, 6)
    if place is None:
        return found
    turned = direction(place.angle_deg)
    scaled = (complex(p.real * place.scale_x, p.imag * place.scale_y) for p in found)
    return [place.at + turned * point for point in scaled]


@pytest.mark.parametrize("name", ON_THE_FLOOR)
def test_the_guide_has_its_numbers(name):
    here = Path(__file__)
    guide = (here.parents[2] / "docs" / "drawing.md").read_text("utf-8")
    hold, _ = (here.parent / "floor" / f"{name}.toml").read_text("utf-8").split("[figure.start]")
    for number in ("hip = .*", "lean = .*"):
        assert f"`{re.search(number, hold).group()}`" in guide
    for limb in ("left_leg", "left_arm"):
        assert f"`{re.search(limb + ' *= (.*)', hold).group(1)}`" in guide


@pytest.mark.parametrize("name", ON_THE_FLOOR)
def test_a_body_can_do_it(name):
    assert find_faults(ON_THE_FLOOR[name]) == ()


@pytest.mark.parametrize("name", ON_THE_FLOOR)
@pytest.mark.parametrize("pose_t", TIMES)
def test_nobody_leaves_the_mat(name, pose_t):
    begin, end = ON_THE_FLOOR[name].props[0].span
    for point in body_of(name, pose_t).points():
        assert begin < point.real < end
        assert point.imag > FRONT_MAT_Y[0]


@pytest.mark.parametrize("pose_t", TIMES)
def test_the_soles_of_the_butterfly_meet(pose_t):
    for side, out in OUTWARD.items():
        *_, foot = skin_of("butterfly", f"{side}_leg", pose_t)
        assert min(point.real * out for point in foot) == pytest.approx(0.0, abs=0.1)
        assert min(point.imag for point in foot) > FRONT_MAT_Y[0]


@pytest.mark.parametrize("pose_t", TIMES)
def test_the_hands_of_the_butterfly_lie_on_the_feet(pose_t):
    for side in OUTWARD:
        *_, foot = skin_of("butterfly", f"{side}_leg", pose_t)
        palm = body_of("butterfly", pose_t).arms[side].palm
        assert min(p.real for p in foot) < palm.real < max(p.real for p in foot)
        assert min(p.imag for p in foot) < palm.imag < max(p.imag for p in foot)


def test_the_knees_of_the_butterfly_sink_while_its_feet_stay():
    start, hold = (body_of("butterfly", t).legs for t in (0.0, 1.0))
    for side in OUTWARD:
        assert start[side].knee.imag - hold[side].knee.imag > 8
        assert start[side].ankle == hold[side].ankle


def test_the_heels_of_the_straddle_rest_on_the_mat_and_its_soles_face_outward():
    body = body_of("straddle")
    for side, out in OUTWARD.items():
        leg = body.legs[side]
        assert FRONT_MAT_Y[0] < leg.sole(0.0).imag < FRONT_MAT_Y[1]
        assert leg.sole(1.0).imag - leg.sole(0.0).imag > 20  # toes up
        assert (leg.sole(0.5) - leg.ankle).real * out > 3


def test_a_trunk_that_leans_towards_us_is_lower_and_as_broad():
    upright, leaning = body_of("straddle", 0.0), body_of("straddle", 1.0)
    assert leaning.hip == upright.hip
    assert leaning.c7.imag < upright.c7.imag - 15
    for body in (upright, leaning):
        chin = body.in_head(0.0, -8.0).imag
        assert chin == pytest.approx(body.c7.imag, abs=4)
        assert body.arms["right"].shoulder.real == pytest.approx(16.4, abs=1)


@pytest.mark.parametrize("pose_t", TIMES)
def test_the_hands_knee_and_foot_of_the_rock_back_stay_where_they_are(pose_t):
    begun, body = body_of("adductor-rock", 0.0), body_of("adductor-rock", pose_t)
    assert abs(body.legs["right"].ankle - begun.legs["right"].ankle) < 0.1
    assert abs(body.legs["left"].knee - begun.legs["left"].knee) < 1.5
    for side in OUTWARD:
        assert abs(body.arms[side].palm - begun.arms[side].palm) < 0.5


@pytest.mark.parametrize("name", ON_THE_FLOOR)
def test_hands_and_legs_on_the_mat_have_their_shadows(name):
    body, drawing = body_of(name), Drawing()
    draw_shadows(drawing, body, room_ends(()), COLORS.scene)
    joints = [leg.knee for leg in body.legs.values()] + [arm.tip for arm in body.arms.values()]
    touching = [point for point in joints if point.imag < 12]
    assert len(touching) >= 3
    for point in touching:
        ways = [(shadow.centre - point, shadow.half_width) for shadow in drawing.items]
        assert any(abs(way.real) < half and -13 < way.imag < 2 for way, half in ways)


def test_who_kneels_hides_the_foot():
    assert skin_of("adductor-rock", "left_leg") == []
    assert len(skin_of("adductor-rock", "right_leg")) == 2


@pytest.mark.parametrize(("knee", "falls"), [((-44.0, 10.0), True), ((-30.0, 38.0), False)])
def test_a_foot_is_on_its_edge_only_under_a_shin_that_lies(knee, falls):
    butterfly = ON_THE_FLOOR["butterfly"]
    leg = LegPose(knee=knee, ankle=(-18.0, 2.0))
    hold = replace(butterfly.hold, left_leg=leg)
    body = Scene(replace(butterfly, hold=hold, start=Pose()), COLORS).body(Moment(1.0))
    assert is_folded(body.legs["left"])
    assert has_fallen(body.legs["left"]) is falls


def test_the_inner_thigh_is_below_on_a_straight_leg_and_above_the_shin_on_a_fallen_one():
    for name, place, way in (
        ("straddle", FRONT_PLACES["adductors"], -1),
        ("butterfly", FALLEN_ADDUCTORS, 1),
    ):
        scene = Scene(ON_THE_FLOOR[name], COLORS)
        flesh = scene.flesh(Moment(1.0))
        scene.glow(flesh, Moment(1.0, glow=1.0))
        for side in OUTWARD:
            leg, limb = flesh.body.legs[side], flesh.ribbons[f"{side}_leg"]
            belly = flattened(limb.bellies[place].outline, 2)
            middle = sum(belly) / len(belly)
            thigh = unit(leg.knee - leg.hip)
            up = thigh * 1j * OUTWARD[side]
            assert dot(middle - leg.hip, up) * way > 1.0
            assert dot(leg.knee - middle, thigh) > 10.0
            if way == 1:
                assert min(p.imag for p in belly) > min(leg.ankle.imag, leg.knee.imag) + 3


def test_the_floor_comes_towards_us_only_on_a_mat():
    mat = ON_THE_FLOOR["straddle"].props

    def faults(hip_y, *props):
        standing = replace(FACING_US, hip=(0.0, hip_y))
        illustration = Illustration("front", standing, props=props)
        return " ".join(str(fault) for fault in find_faults(illustration))

    assert "the left heel is 8.0 cm below the floor" in faults(81.7)
    assert "below the floor" not in faults(81.7, *mat)
    assert "the left heel is 4.0 cm below the floor" in faults(71.7, *mat)


def test_only_from_the_front_a_trunk_has_lean():
    side = replace(SHIPPED["ham-standing"].hold, lean=20.0)
    with pytest.raises(IllustrationError, match="only a trunk seen from the front has lean"):
        Illustration("side", side)
