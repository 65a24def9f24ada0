"""Whatever joint is dragged wherever, a pose comes out that can be written, and it follows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.core.illustration import Illustration
from stretchtimer.figure.motion import Moment, posture_at
from stretchtimer.figure.posing import dragged, handles
from stretchtimer.figure.solve import solve
from tests.core.made_up import STANDING
from tests.shipped import LIBRARY

HELD = Moment(1.0, 0.0, 1.0)
FIGURES = [exercise.figure for exercise in LIBRARY.exercises.values()]


def body(illustration):
    return solve(posture_at(illustration, HELD))


def posed(illustration, handle, to):
    pose = dragged(illustration.hold, body(illustration), handle, to)
    return Illustration(view=illustration.view, hold=pose)


@pytest.mark.parametrize("handle", ["near_hand", "far_hand", "near_ankle", "far_ankle", "hip"])
def test_an_end_that_can_be_reached_comes_to_the_point(handle):
    to = handles(body(STANDING))[handle] + (6 + 9j)
    reached = handles(body(posed(STANDING, handle, to)))[handle]
    assert abs(reached - to) < 1.5


def test_the_chest_leans_to_the_point_and_the_hip_stays():
    made = body(posed(STANDING, "chest", body(STANDING).hip + 40 + 40j))
    assert made.hip == body(STANDING).hip
    assert abs((made.c7 - made.hip).real - (made.c7 - made.hip).imag) < 5


@pytest.mark.parametrize("illustration", FIGURES, ids=lambda one: one.view)
def test_every_joint_of_every_shipped_figure_can_be_moved(illustration):
    before = handles(body(illustration))
    for handle, point in before.items():
        made = posed(illustration, handle, point + 2 + 2j)
        assert handles(body(made)).keys() == before.keys()


@given(
    st.sampled_from(FIGURES),
    st.data(),
    st.complex_numbers(max_magnitude=300, allow_nan=False),
)
def test_no_drag_makes_a_pose_that_cannot_be_drawn(illustration, data, to):
    handle = data.draw(st.sampled_from(sorted(handles(body(illustration)))))
    made = posed(illustration, handle, to)
    assert all(abs(point) < 10_000 for point in body(made).points())
