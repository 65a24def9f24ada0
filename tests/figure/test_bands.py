"""A strap lies round the ball of the foot, however the foot is turned."""

from dataclasses import replace

import pytest

from stretchtimer.core.illustration import Illustration
from stretchtimer.core.pose import LegPose
from stretchtimer.figure.bands import draw_band
from stretchtimer.figure.motion import Moment, posture_at
from stretchtimer.figure.palette import Look, palette
from stretchtimer.figure.shapes import Drawing, flattened
from stretchtimer.figure.solve import solve
from tests.figure.postures import SEEN_FROM_ABOVE, SHIPPED

OUTWARD = replace(
    SEEN_FROM_ABOVE, near_leg=LegPose(knee=(24.0, -42.0), ankle=(48.0, -76.0), foot=-138.0)
)


@pytest.mark.parametrize("behind", [True, False])
@pytest.mark.parametrize("illustration", [SHIPPED["ham-band"], Illustration("plan", OUTWARD)])
def test_a_strap_ends_under_the_ball_of_the_foot(illustration, behind):
    body, drawing = solve(posture_at(illustration, Moment(1.0))), Drawing()
    draw_band(drawing, body, palette(Look()).scene, behind=behind)
    ball = body.legs["near"].sole(0.65)
    points = flattened(drawing.items[0].path, 2)
    assert min(abs(point - ball) for point in points) < 1.0
