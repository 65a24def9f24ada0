"""Arrows: where to push or to move, and where to look."""

import cmath
import math

from stretchtimer.core.illustration import Arrow
from stretchtimer.figure.colors import Color
from stretchtimer.figure.geometry import angle_of, direction, left_of, unit
from stretchtimer.figure.shapes import Drawing, Path, Stroke

_WIDTH, _HEAD_LONG, _HEAD_HALF = 1.7, 6.0, 3.9
_ROUND_BY_DEG = 236.0  # how much of a circle a round arrow goes
_DASH, _GAP, _LOOK_WIDTH = 3.4, 3.2, 0.9


def draw_arrow(drawing: Drawing, origin: complex, arrow: Arrow, fill: Color) -> None:
    """An arrow from `origin`, its place on the body or in the room."""
    if arrow.round is not None:
        _draw_round(drawing, origin, arrow.round, arrow.angle, fill)
        return
    way = direction(arrow.angle)
    if arrow.look:
        _draw_look(drawing, origin, way, arrow.len, fill)
        return
    neck = origin + way * max(0.0, arrow.len - _HEAD_LONG)
    shaft = Path().move_to(origin).line_to(neck + way)
    drawing.line(shaft, Stroke(fill, _WIDTH, round_ends=False))
    _draw_head(drawing, neck, way, fill)


def _draw_head(drawing: Drawing, neck: complex, way: complex, fill: Color) -> None:
    side = left_of(way) * _HEAD_HALF
    tip = neck + way * _HEAD_LONG
    middle = neck + way * 1.2
    head = (
        Path()
        .move_to(tip)
        .line_to(neck + side)
        .curve_to(middle + side * 0.4, middle - side * 0.4, neck - side)
    )
    drawing.fill(head.close(), fill)


def _draw_round(
    drawing: Drawing, middle: complex, radius: float, open_deg: float, fill: Color
) -> None:
    """Most of a circle, open where `open_deg` points, with its head at the end."""
    turning = 1 if radius > 0 else -1
    radius = abs(radius)
    begin_deg = open_deg + turning * (360.0 - _ROUND_BY_DEG) / 2
    steps = 5
    step = math.radians(_ROUND_BY_DEG / steps) * turning
    handle = 4.0 / 3.0 * math.tan(step / 4.0) * radius
    spoke = direction(begin_deg) * radius
    path = Path().move_to(middle + spoke)
    for _ in range(steps):
        after = spoke * cmath.exp(1j * step)
        path.curve_to(
            middle + spoke + unit(spoke) * 1j * handle,
            middle + after - unit(after) * 1j * handle,
            middle + after,
        )
        spoke = after
    # the head lies along the chord that it spans, so that it does not lean out of the circle
    lean = turning * math.degrees(_HEAD_LONG / radius) / 2
    way = direction(angle_of(spoke) + turning * 90.0 + lean)
    path.line_to(middle + spoke + way)
    drawing.line(path, Stroke(fill, _WIDTH, round_ends=False))
    _draw_head(drawing, middle + spoke, way, fill)


def _draw_look(drawing: Drawing, origin: complex, way: complex, length: float, fill: Color) -> None:
    path, gone = Path(), 0.0
    while gone + _DASH <= length:
        path.move_to(origin + way * gone).line_to(origin + way * (gone + _DASH))
        gone += _DASH + _GAP
    drawing.line(path, Stroke(fill, _LOOK_WIDTH))
