"""Nothing overlaps and nothing leaves the window, at any size."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.ui.stage_layout import count_layout, stage_layout

widths, heights = st.integers(640, 3840), st.integers(440, 2160)


def overlap(one, other):
    return (
        one.x < other.right
        and other.x < one.right
        and one.y < other.bottom
        and other.y < one.bottom
    )


def inside(box, width, height):
    return box.x >= 0 and box.y >= 0 and box.right <= width and box.bottom <= height


@given(widths, heights)
def test_the_parts_of_the_stage_stand_apart(width, height):
    layout = stage_layout(width, height)
    boxes = (layout.header, layout.figure, layout.side, layout.foot)
    assert all(inside(box, width, height) for box in boxes)
    assert not any(overlap(one, other) for one, other in combinations(boxes, 2))


@given(widths, heights)
def test_the_parts_of_the_counting_column_stand_apart(width, height):
    side = stage_layout(width, height).side
    layout = count_layout(side.width, side.height)
    boxes = (layout.word, layout.ring, layout.rep, layout.line)
    assert all(inside(box, side.width, side.height) for box in boxes)
    assert not any(overlap(one, other) for one, other in combinations(boxes, 2))
    assert layout.ring.width == layout.ring.height


@pytest.mark.parametrize("size", [(640, 480), (900, 700), (1440, 900), (3840, 2160), (640, 900)])
def test_the_figure_is_the_hero(size):
    layout = stage_layout(*size)
    figure = layout.figure.width * layout.figure.height
    assert figure >= 0.25 * size[0] * size[1]


def test_things_grow_with_the_window_and_not_below_their_size():
    assert stage_layout(640, 480).scale == 1.0
    assert stage_layout(1920, 1080).scale > 1.5
    assert stage_layout(7680, 4320).scale == 2.6
