"""The things around the person: how they look, and how they carry a body."""

from collections.abc import Sequence

from stretchtimer.core.pose import Prop
from stretchtimer.figure.geometry import direction, left_of, unit
from stretchtimer.figure.legs import Support
from stretchtimer.figure.limb import Limb
from stretchtimer.figure.palette import Scene
from stretchtimer.figure.shapes import (
    Color,
    Drawing,
    Gradient,
    Path,
    Stroke,
    rounded_rectangle,
)
from stretchtimer.figure.skeleton import ANKLE_HEIGHT, THIGH, LimbSide, Skeleton

SEAT_HEIGHT, CHAIR_WIDTH = 45.0, 42.0
BACKREST = 46.0  # above the seat
_FAR_AWAY = 600.0  # beyond any picture's edge
_FLOOR_Y = -0.2
_LOOP_ABOVE_KNEE, _LOOP_WIDTH = 8.5, 4.6


def seat_height(prop: Prop) -> float:
    """Height of a chair's or stool's seat, in cm."""
    return SEAT_HEIGHT if prop.h is None else prop.h


def seat_width(prop: Prop) -> float:
    """Width of a chair's or stool's seat, in cm."""
    return CHAIR_WIDTH if prop.w is None else prop.w


def wall_x(props: Sequence[Prop]) -> float | None:
    """The face of the wall, if there is one; it ends the room on the right."""
    return next((prop.x for prop in props if prop.kind == "wall"), None)


def support(props: Sequence[Prop]) -> Support:
    """Pushes a point of the body's edge out of floor, wall and seats: flesh rests on them."""
    wall = wall_x(props)
    seats = [
        (prop.x - seat_width(prop) / 2, prop.x + seat_width(prop) / 2, seat_height(prop))
        for prop in props
        if prop.kind in ("chair", "stool")
    ]

    def push(point: complex) -> complex:
        x, y = point.real, max(point.imag, _FLOOR_Y)
        if wall is not None:
            x = min(x, wall)
        for left, right, height in seats:
            if left - 3 < x < right + 11 and height - 13 < y < height:
                # in front of the seat the thigh rolls off over its edge
                rolled = 12.0 * (max(0.0, x - right) / 11.0) ** 1.5
                y = max(y, height - rolled)
        return complex(x, y)

    return push


def draw_props(drawing: Drawing, props: Sequence[Prop], scene: Scene) -> None:
    """Everything that stands behind the person and does not move, the wall first."""
    for prop in sorted(props, key=lambda prop: prop.kind != "wall"):
        match prop.kind:
            case "wall":
                _draw_wall(drawing, prop.x, scene)
            case "mat":
                _draw_mat(drawing, prop, wall_x(props), scene)
            case "pillow":
                _draw_pillow(drawing, prop, scene)
            case "chair" | "stool":
                _draw_chair(drawing, prop, scene)


def _draw_wall(drawing: Drawing, x: float, scene: Scene) -> None:
    height, low = 700.0, -300.0
    drawing.fill(rounded_rectangle(x, low, _FAR_AWAY, height, 0), scene.wall)
    face = Gradient(complex(x), complex(x + 10), ((0.0, scene.wall_edge), (1.0, scene.wall)))
    drawing.fill(rounded_rectangle(x, low, 10, height, 0), face)
    drawing.fill(rounded_rectangle(x, low, 1.2, height, 0), scene.wall_edge)


def _draw_mat(drawing: Drawing, prop: Prop, wall: float | None, scene: Scene) -> None:
    begin, end = prop.span or (0.0, 0.0)
    room = None
    if wall is not None:
        room = rounded_rectangle(wall - _FAR_AWAY, -300, _FAR_AWAY, 700, 0)
    for y_low, y_high, lean, fill in (
        (-5.2, -3.8, 0.0, scene.mat_edge),
        (-3.9, 4.2, 4.0, scene.mat),
    ):
        corners = [
            complex(begin - 1, y_low),
            complex(end - 1, y_low),
            complex(end - 1 + lean, y_high),
            complex(begin - 1 + lean, y_high),
        ]
        drawing.fill(_softened(corners, 0.8), fill, clip=room)


def _draw_pillow(drawing: Drawing, prop: Prop, scene: Scene) -> None:
    w, h = prop.w or 34.0, prop.h or 7.0

    def at(x: float, y: float) -> complex:
        return complex(prop.x + x, y)

    path = (
        Path()
        .move_to(at(-w / 2, 0.25 * h))
        .curve_to(at(-w / 2 - 1.5, h), at(-0.36 * w, 1.02 * h), at(-0.2 * w, h))
        .curve_to(at(-0.05 * w, 0.98 * h), at(0.05 * w, 0.98 * h), at(0.2 * w, h))
        .curve_to(at(0.36 * w, 1.02 * h), at(w / 2 + 1.5, h), at(w / 2, 0.25 * h))
        .curve_to(at(w / 2 + 0.6, -0.6), at(0.4 * w, -0.3), at(0.25 * w, -0.2))
        .line_to(at(-0.25 * w, -0.2))
        .curve_to(at(-0.4 * w, -0.3), at(-w / 2 - 0.6, -0.6), at(-w / 2, 0.25 * h))
    )
    drawing.fill(path, scene.pillow)
    shade = (
        Path()
        .move_to(at(-w / 2, 0.35 * h))
        .curve_to(at(-0.2 * w, 0.15 * h), at(0.2 * w, 0.15 * h), at(w / 2, 0.35 * h))
        .curve_to(at(w / 2 + 0.6, -0.6), at(0.4 * w, -0.3), at(0.25 * w, -0.2))
        .line_to(at(-0.25 * w, -0.2))
        .curve_to(at(-0.4 * w, -0.3), at(-w / 2 - 0.6, -0.6), at(-w / 2, 0.35 * h))
    )
    drawing.fill(shade, scene.pillow_shade)


def _draw_chair(drawing: Drawing, prop: Prop, scene: Scene) -> None:
    """A chair from the side; facing 1 its back is on the left. A stool has no back."""
    half, height, facing = seat_width(prop) / 2, seat_height(prop), prop.facing

    def at(x: float, y: float) -> complex:
        return complex(prop.x + x * facing, y)

    def leg(top_x: float, foot_x: float, foot_y: float, fill: Color) -> None:
        top, foot = height - 3, foot_y
        corners = [
            at(top_x, top) - 1.5,
            at(top_x, top) + 1.5,
            at(foot_x, foot) + 1.08,
            at(foot_x, foot) - 1.08,
        ]
        drawing.fill(_softened(corners, 0.3), fill)

    def board(fill: Color, soft: float, *corners: tuple[float, float]) -> None:
        drawing.fill(_softened([at(x, height + y) for x, y in corners], soft), fill)

    leg(half - 4.8, half - 1.8, 1.4, scene.wood_far)
    leg(-half + 7.2, -half + 3.2, 1.4, scene.wood_far)
    leg(half - 5, half - 2, 0.0, scene.wood)
    leg(-half + 4, -half - 1, 0.0, scene.wood)
    if prop.kind == "chair":
        b = -half
        board(scene.wood_far, 0.5, (b + 3.5, -2), (b + 6, -2), (b + 0.6, 43), (b - 1.6, 43))
        board(scene.wood, 0.6, (b + 1, -2), (b + 4, -2), (b - 2.6, 44), (b - 5.2, 44))
        board(scene.wood_shade, 1.0, (b - 1.6, 30), (b + 1.4, 30), (b - 0.6, 45), (b - 3.8, 45))
    left = prop.x - half
    drawing.fill(rounded_rectangle(left + 2, height - 6.2, 2 * half - 4, 3.6, 1), scene.wood_shade)
    drawing.fill(rounded_rectangle(left - 1, height - 3.6, 2 * half + 2, 3.8, 1.7), scene.wood)


def _softened(corners: list[complex], radius: float) -> Path:
    """A polygon grown by `radius` with its corners cut off, as soft wood and foam have them."""
    middle = sum(corners) / len(corners)
    grown = [corner + unit(corner - middle) * radius for corner in corners]
    path = Path()
    for i, corner in enumerate(grown):
        before, after = grown[i - 1], grown[(i + 1) % len(grown)]
        begin = corner + unit(before - corner) * radius
        end = corner + unit(after - corner) * radius
        (path.line_to if i else path.move_to)(begin)
        path.curve_to(corner, corner, end)
    return path.close()


def draw_band(drawing: Drawing, body: Skeleton, scene: Scene, *, behind: bool) -> None:
    """A strap from both fists over the ball of the near foot; first the strand behind the body."""
    leg = body.legs["near"]
    along = direction(leg.foot_deg)
    above = left_of(along)
    ball = leg.ankle + along * 10.2 - above * (ANKLE_HEIGHT + 0.1)
    if behind:
        strand = Path().move_to(_fist(body, "far")).line_to(ball + along * 0.6)
        drawing.line(strand, Stroke(scene.band_shade, 2.0, round_ends=False))
        return
    fist = _fist(body, "near")
    onward = unit(fist - ball)
    cap = (
        Path().move_to(ball - along * 1.6 - above * 0.25).line_to(ball + along * 1.6 - above * 0.25)
    )
    drawing.line(cap, Stroke(scene.band_shade, 1.5))
    near = (
        Path()
        .move_to(ball - above * 0.6)
        .line_to(fist)
        .curve_to(fist + onward * 5, fist + onward * 8 - 5j, fist + onward * 5 - 13j)
    )
    drawing.line(near, Stroke(scene.band, 2.5, round_ends=False))


def _fist(body: Skeleton, side: LimbSide) -> complex:
    arm = body.arms[side]
    return arm.wrist + direction(arm.hand_deg) * 5.6


def draw_loop(drawing: Drawing, thigh: Limb, color: Color) -> None:
    """A loop band round a thigh, above the knee; `thigh` is the ribbon of the leg."""
    upper_front, upper_back = thigh.across(THIGH - _LOOP_ABOVE_KNEE - _LOOP_WIDTH)
    lower_front, lower_back = thigh.across(THIGH - _LOOP_ABOVE_KNEE)
    out = unit(lower_front - lower_back) * 0.5
    sag = unit(lower_front - upper_front) * 1.3
    path = (
        Path()
        .move_to(upper_front + out)
        .line_to(lower_front + out)
        .curve_to(lower_front + sag, lower_back + sag, lower_back - out)
        .line_to(upper_back - out)
        .curve_to(upper_back + sag, upper_front + sag, upper_front + out)
    )
    drawing.fill(path, color)
