import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.figure.geometry import (
    SmoothCurve,
    crossing,
    direction,
    first_crossing,
    left_of,
    mix_angle,
    two_bones,
)

coordinates = st.floats(-200, 200)
points = st.builds(complex, coordinates, coordinates)
angles = st.floats(-720, 720)


@given(points, points, st.sampled_from([-1, 1]))
def test_two_bones_keep_their_lengths_and_end_on_the_target_or_say_what_is_missing(
    root, target, side
):
    joint, end, missing_cm = two_bones(root, target, 41.6, 41.8, side)
    assert abs(joint - root) == pytest.approx(41.6, abs=1e-6)
    assert abs(end - joint) == pytest.approx(41.8, abs=1e-6)
    assert abs(end - target) == pytest.approx(abs(missing_cm), abs=1e-6)


@given(points, angles, st.floats(10, 80), st.sampled_from([-1, 1]))
def test_the_joint_lies_on_the_side_asked_for(root, angle_deg, distance, side):
    way = direction(angle_deg) * distance
    joint, _, _ = two_bones(root, root + way, 41.6, 41.8, side)
    across = left_of(way)
    offset = joint - root
    assert (offset.real * across.real + offset.imag * across.imag) * side > 0


@given(angles, angles, st.floats(0, 1))
def test_angles_blend_along_the_shorter_arc(start_deg, hold_deg, t):
    assert math.isclose(mix_angle(start_deg, hold_deg, 0.0), start_deg)
    end = direction(mix_angle(start_deg, hold_deg, 1.0))
    assert abs(end - direction(hold_deg)) < 1e-6
    assert abs(mix_angle(start_deg, hold_deg, t) - start_deg) <= 180.0


@given(st.lists(st.floats(0, 50), min_size=4, max_size=9), st.floats(0, 1), st.data())
def test_a_smooth_curve_stays_between_its_neighbouring_points(ys, share, data):
    # the first and the last span are led by their end slope only
    i = data.draw(st.integers(1, len(ys) - 3))
    low, high = sorted(ys[i : i + 2])
    assert low - 1e-6 <= SmoothCurve(range(len(ys)), ys)(i + share) <= high + 1e-6


def test_a_smooth_curve_is_level_beyond_its_ends():
    curve = SmoothCurve([0, 1, 2], [5, 7, 6])
    assert (curve(-3), curve(9)) == (5, 6)


def test_segments_cross_where_they_should():
    assert crossing(0j, 2 + 2j, 2j, 2 + 0j) == pytest.approx(1 + 1j)
    assert crossing(0j, 1 + 0j, 1j, 1 + 1j) is None
    assert first_crossing([0j, 1j, 3j], [-1 + 2j, 1 + 2j]) == (1, 2j)
    assert first_crossing([0j, 1j], [5j, 6j]) is None
