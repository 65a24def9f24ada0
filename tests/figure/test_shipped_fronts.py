"""People who face us: arms that cross, feet on their shadows, the outside of a hip."""

import pytest

from stretchtimer.core.illustration import Illustration
from stretchtimer.figure.geometry import unit
from stretchtimer.figure.motion import Moment
from stretchtimer.figure.palette import Look, palette
from stretchtimer.figure.props import room_ends
from stretchtimer.figure.scene import Scene
from stretchtimer.figure.shadows import draw_shadows
from stretchtimer.figure.shapes import Drawing, Shape, flattened
from tests.figure.postures import FACING_US, SHIPPED

COLORS = palette(Look())
TIMES = (0.0, 0.25, 0.5, 0.75, 1.0)
ARM_HALF_CM = 5.0


def body_of(name, pose_t):
    return Scene(SHIPPED[name], COLORS).body(Moment(pose_t))


@pytest.mark.parametrize("pose_t", TIMES)
def test_the_helping_wrist_presses_the_upper_arm_above_its_elbow(pose_t):
    arms = body_of("shoulder-cross", pose_t).arms
    crossed, helping = arms["right"], arms["left"]
    upper = crossed.shoulder - crossed.elbow
    above_elbow = (helping.wrist - crossed.elbow) / unit(upper)
    assert 0 < above_elbow.real < abs(upper) / 2
    assert abs(above_elbow.imag) < ARM_HALF_CM


@pytest.mark.parametrize("pose_t", TIMES)
@pytest.mark.parametrize(("name", "feet"), [("chest-door", 2), ("figure4-seated", 1)])
def test_each_foot_on_the_floor_has_its_shadow(name, feet, pose_t):
    body, drawing = body_of(name, pose_t), Drawing()
    draw_shadows(drawing, body, room_ends(()), COLORS.scene)
    standing = [leg for leg in body.legs.values() if leg.sole(0.5).imag < 15]
    assert len(drawing.items) == len(standing) == feet
    for leg, shadow in zip(standing, drawing.items, strict=True):
        assert shadow.centre.real == pytest.approx(leg.ankle.real)
        assert leg.sole(0.5).imag - 4 < shadow.centre.imag < leg.sole(0.5).imag


def middle_of_glow(illustration):
    """Where a muscle glows, seen from the hip joint of its side, the right."""
    scene, glowing = Scene(illustration, COLORS), Moment(1.0, glow=1.0)
    flesh = scene.flesh(glowing)
    shapes = [it for it in scene.glow(flesh, glowing).items if isinstance(it, Shape)]
    points = [point for shape in shapes for point in flattened(shape.path, 4)]
    return sum(points) / len(points) - flesh.body.legs["right"].hip


def test_a_hip_glows_on_the_outside_of_a_leg_that_stands_and_under_a_thigh_that_lies():
    standing = middle_of_glow(Illustration("front", FACING_US, glow=("outer_hip:right",)))
    assert standing.real > 3.0
    seated = middle_of_glow(SHIPPED["figure4-seated"])
    assert seated.imag < -3.0
