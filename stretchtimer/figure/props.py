"""The things around the person: how large they are, and how they carry a body."""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from stretchtimer.core.illustration import Prop
from stretchtimer.core.pose import View
from stretchtimer.figure.geometry import clamp
from stretchtimer.figure.skeleton import THIGH

if TYPE_CHECKING:
    from stretchtimer.figure.legs import Support

SEAT_HEIGHT, CHAIR_WIDTH = 45.0, 42.0
BACKREST = 46.0  # above the seat
DESK_HEIGHT, DESK_WIDTH = 74.0, 84.0
SCREEN_HEIGHT = 44.0  # from the desk to its upper edge
DOOR_WIDTH, DOOR_HEIGHT, JAMB = 92.0, 205.0, 9.0
WINDOW_SIZE, WINDOW_SILL = 60.0, 96.0
WALL_SEEN = 14.0  # how much of a wall a picture shows
MAT_BREADTH = 62.0  # seen from above
FRONT_MAT_Y = (-14.0, 5.5)  # near and far edge of a mat on which somebody faces us
SEATS = ("chair", "stool")
_PRESSED_CM = 13.0  # how much flesh a seat flattens
_FLOOR_Y = -0.2
_FRONT_FLOOR_Y = -4.0


def seat_height(prop: Prop) -> float:
    """Height of a chair's or stool's seat, in cm."""
    return SEAT_HEIGHT if prop.h is None else prop.h


def seat_width(prop: Prop) -> float:
    """Width of a chair's or stool's seat, in cm."""
    return CHAIR_WIDTH if prop.w is None else prop.w


def room_ends(props: Sequence[Prop]) -> tuple[float, float]:
    """Where walls end the room, left and right; where there is none, it goes on for ever."""
    walls = [prop for prop in props if prop.kind == "wall"]
    left = max((wall.x for wall in walls if wall.facing < 0), default=-math.inf)
    return left, min((wall.x for wall in walls if wall.facing > 0), default=math.inf)


def lowest_floor_y(props: Sequence[Prop], view: View) -> float:
    """How low in the picture there is a floor to be on: a mat that is seen from the front comes
    towards us, and what is nearer lies lower.
    """
    has_mat = view == "front" and any(prop.kind == "mat" for prop in props)
    return FRONT_MAT_Y[0] if has_mat else 0.0


def box(prop: Prop, view: View) -> tuple[float, float, float, float] | None:
    """What a picture should show of a thing: left, bottom, right, top; None where it has no place
    of its own.
    """
    x = prop.x
    match prop.kind:
        case "mat":
            begin, end = prop.span or (0.0, 0.0)
            if view == "front":
                return begin, FRONT_MAT_Y[0], end, FRONT_MAT_Y[1]
            half = MAT_BREADTH / 2 if view == "plan" else 0.0
            return begin, x - half, end, x + half
        case "wall":
            beyond = x + prop.facing * WALL_SEEN
            return min(x, beyond), 0.0, max(x, beyond), 0.0
        case "chair" | "stool":
            top = seat_height(prop) + (BACKREST if prop.kind == "chair" else 0.0)
            half = max(24.0, seat_width(prop) / 2)
            return x - half, 0.0, x + half, top
        case "desk":
            half = (prop.w or DESK_WIDTH) / 2
            return x - half, 0.0, x + half, prop.h or DESK_HEIGHT
        case "screen":
            foot = DESK_HEIGHT if prop.y is None else prop.y
            return x - 12, foot, x + 12, foot + (prop.h or SCREEN_HEIGHT)
        case "door":
            half = (prop.w or DOOR_WIDTH) / 2 + 14 if view == "front" else JAMB
            return x - half, 0.0, x + half, 0.0
        case "window":
            half = (prop.w or WINDOW_SIZE) / 2
            sill = WINDOW_SILL if prop.y is None else prop.y
            return x - half, sill, x + half, sill + (prop.h or WINDOW_SIZE)
        case _:
            return None


def support(props: Sequence[Prop], view: View = "side") -> "Support":
    """Pushes a point of the body's edge out of floor, wall and seats: flesh rests on them.

    From the front and from above the body is before what carries it.
    """
    if view != "side":
        return _unmoved if view == "plan" or lowest_floor_y(props, view) < 0 else _above_floor
    leftmost, rightmost = room_ends(props)
    seats = [
        (prop.x - seat_width(prop) / 2, prop.x + seat_width(prop) / 2, seat_height(prop))
        for prop in props
        if prop.kind in SEATS
    ]

    def push(point: complex) -> complex:
        x, y = clamp(point.real, leftmost, rightmost), max(point.imag, _FLOOR_Y)
        for left, right, height in seats:
            if left - 3 < x < right + 11 and height - _PRESSED_CM < y < height:
                # in front of the seat the thigh rolls off over its edge
                rolled = 12.0 * (max(0.0, x - right) / 11.0) ** 1.5
                y = max(y, height - rolled)
        return complex(x, y)

    return push


def hangs_beside_a_seat(props: Sequence[Prop], knee: complex) -> bool:
    """Whether a thigh that ends there hangs down beside a seat, which so does not carry it."""
    return any(
        prop.x - seat_width(prop) / 2 - THIGH < knee.real < prop.x + seat_width(prop) / 2
        and knee.imag < seat_height(prop) - _PRESSED_CM
        for prop in props
        if prop.kind in SEATS
    )


def _unmoved(point: complex) -> complex:
    return point


def _above_floor(point: complex) -> complex:
    return complex(point.real, max(point.imag, _FRONT_FLOOR_Y))
