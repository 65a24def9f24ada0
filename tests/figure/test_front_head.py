"""A head that turns from us: what is on its far side goes out of sight, and nothing stands out."""

import pytest

from stretchtimer.figure.front_head import draw_turned_head
from stretchtimer.figure.palette import Look, palette
from stretchtimer.figure.shapes import Drawing, Placement, Shape, flattened

COLORS = palette(Look())


def shapes(turn_deg):
    drawing = Drawing()
    draw_turned_head(drawing, Placement(0j, 0.0), COLORS, turn_deg)
    return [item for item in drawing.items if isinstance(item, Shape)]


def most_to_the_right(shape):
    return max(point.real for point in flattened(shape.path, 8))


@pytest.mark.parametrize("turn_deg", range(40, 90, 3))
def test_the_far_ear_is_behind_the_face(turn_deg):
    ears_and_face = [it for it in shapes(turn_deg) if it.fill == COLORS.near.skin]
    far_ear, face = ears_and_face[:2]
    level = [p.real for p in flattened(face.path, 8) if abs(p.imag - 1.6) < 2.5]
    assert most_to_the_right(far_ear) < max(level)


@pytest.mark.parametrize("turn_deg", range(0, 90, 3))
def test_an_eye_is_never_higher_than_broad(turn_deg):
    (eyes,) = (it for it in shapes(turn_deg) if it.stroke and it.stroke.color == COLORS.face.ink)
    numbers = eyes.path.numbers
    for i in range(0, len(numbers), 8):
        xs, ys = numbers[i : i + 8 : 2], numbers[i + 1 : i + 8 : 2]
        assert max(ys) - min(ys) <= max(xs) - min(xs)
