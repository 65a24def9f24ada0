"""How the things around the person look. They stay still, behind the person."""

from collections.abc import Callable, Sequence

from stretchtimer.core.illustration import Prop, PropKind
from stretchtimer.core.pose import View
from stretchtimer.figure.colors import Color
from stretchtimer.figure.geometry import clamp
from stretchtimer.figure.props import (
    DESK_HEIGHT,
    DESK_WIDTH,
    DOOR_HEIGHT,
    DOOR_WIDTH,
    FRONT_MAT_Y,
    JAMB,
    MAT_BREADTH,
    SCREEN_HEIGHT,
    WINDOW_SILL,
    WINDOW_SIZE,
    room_ends,
)
from stretchtimer.figure.scene_colors import Scene
from stretchtimer.figure.seats import draw_chair, draw_chair_facing_us
from stretchtimer.figure.shapes import (
    Drawing,
    Gradient,
    Path,
    Stroke,
    ellipse,
    rounded_rectangle,
    softened,
)

_FAR_AWAY = 600.0  # beyond any picture's edge
_MAT_NARROWS = 0.13  # how much shorter a mat's far edge looks, as a share of the near one
_BEHIND = ("wall", "door", "window", "mat")  # what other things stand before, in this order


def draw_props(drawing: Drawing, props: Sequence[Prop], view: View, scene: Scene) -> None:
    """Everything that stands behind the person and does not move."""
    room = room_ends(props)
    for prop in sorted(props, key=lambda prop: (*_BEHIND, prop.kind).index(prop.kind)):
        if prop.kind == "mat" and view == "side":
            _draw_mat(drawing, prop, room, scene)
            continue
        draw = _look(prop.kind, view)
        if draw is not None:
            draw(drawing, prop, scene)


def draw_before(
    drawing: Drawing, props: Sequence[Prop], kind: PropKind, view: View, scene: Scene
) -> None:
    """Things of a kind once more, where they stand before the person; of a doorway its posts."""
    look = _draw_posts if kind == "door" and view == "front" else _look(kind, view)
    for prop in props:
        if prop.kind == kind and look is not None:
            look(drawing, prop, scene)


def _look(kind: PropKind, view: View) -> "_Draw | None":
    return _LOOKS[view].get(kind, _LOOKS["side"].get(kind))


def _draw_wall(drawing: Drawing, prop: Prop, scene: Scene) -> None:
    edge, stops = complex(prop.x), ((0.0, scene.wall_edge), (1.0, scene.wall))
    face = Gradient(edge, edge + 10 * prop.facing, stops)
    for deep, fill in ((_FAR_AWAY, scene.wall), (10.0, face), (1.2, scene.wall_edge)):
        left = prop.x if prop.facing > 0 else prop.x - deep
        drawing.fill(rounded_rectangle(left, -300, deep, 700, 0), fill)


def _draw_mat(drawing: Drawing, prop: Prop, room: tuple[float, float], scene: Scene) -> None:
    begin, end = prop.span or (0.0, 0.0)
    left, right = (clamp(x, -_FAR_AWAY, _FAR_AWAY) for x in room)
    floor = rounded_rectangle(left, -300, right - left, 700, 0)
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
        drawing.fill(softened(corners, 0.8), fill, clip=floor)


def _draw_pillow(drawing: Drawing, prop: Prop, scene: Scene) -> None:
    w, h = prop.w or 34.0, prop.h or 7.0

    def at(x: float, y: float) -> complex:
        return complex(prop.x + x, (prop.y or 0.0) + y)

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


def _draw_mat_from_the_front(drawing: Drawing, prop: Prop, scene: Scene) -> None:
    """A mat on which somebody faces us: its near edge, with the `span`, is the longer one."""
    (begin, end), (near_y, far_y) = prop.span or (0.0, 0.0), FRONT_MAT_Y
    inset = (end - begin) * _MAT_NARROWS / 2
    for low, fill in ((near_y - 1.3, scene.mat_edge), (near_y, scene.mat)):
        corners = [
            complex(begin, low),
            complex(end, low),
            complex(end - inset, far_y),
            complex(begin + inset, far_y),
        ]
        drawing.fill(softened(corners, 0.8), fill)


def _draw_mat_from_above(drawing: Drawing, prop: Prop, scene: Scene) -> None:
    begin, end = prop.span or (0.0, 0.0)
    low = prop.x - MAT_BREADTH / 2
    long = end - begin
    drawing.fill(rounded_rectangle(begin + 0.8, low - 1.4, long, MAT_BREADTH, 3), scene.mat_edge)
    drawing.fill(rounded_rectangle(begin, low, long, MAT_BREADTH, 3), scene.mat)
    for inset in (5.0, 6.6):
        line = rounded_rectangle(begin + inset, low + inset, 0.5, MAT_BREADTH - 2 * inset, 0.2)
        drawing.fill(line, scene.mat_edge)
        line = rounded_rectangle(end - inset - 0.5, low + inset, 0.5, MAT_BREADTH - 2 * inset, 0.2)
        drawing.fill(line, scene.mat_edge)


def _draw_pillow_from_above(drawing: Drawing, prop: Prop, scene: Scene) -> None:
    w, h = prop.w or 34.0, prop.h or 46.0
    left, low = prop.x - w / 2, (prop.y or 0.0) - h / 2
    drawing.fill(rounded_rectangle(left + 0.7, low - 1.2, w, h, 9), scene.pillow_shade)
    drawing.fill(rounded_rectangle(left, low, w, h, 9), scene.pillow)
    seam = rounded_rectangle(left + 2.4, low + 2.4, w - 4.8, h - 4.8, 7)
    drawing.line(seam, Stroke(scene.pillow_shade, 0.5))


def _draw_bolster(drawing: Drawing, prop: Prop, scene: Scene) -> None:
    """A rolled towel or a firm round cushion, seen from its end."""
    w, h = prop.w or 16.0, prop.h or 14.0
    middle = complex(prop.x, (prop.y or 0.0) + h / 2)
    drawing.fill(ellipse(middle, w / 2, h / 2), scene.pillow_shade)
    drawing.fill(ellipse(middle + 0.5j, w / 2 - 0.8, h / 2 - 0.9), scene.pillow)
    for size in (0.62, 0.34):
        drawing.line(ellipse(middle, w / 2 * size, h / 2 * size), Stroke(scene.pillow_shade, 0.6))


def _draw_desk(drawing: Drawing, prop: Prop, scene: Scene) -> None:
    half, h = (prop.w or DESK_WIDTH) / 2, prop.h or DESK_HEIGHT
    for side in (-1, 1):
        foot = prop.x + side * (half - 7)
        for shift, low, fill in ((2.4, 1.4, scene.wood_far), (0.0, 0.0, scene.wood)):
            corners = [
                complex(foot - 1.5 + shift, low),
                complex(foot + 1.5 + shift, low),
                complex(foot + 2.0 + shift, h - 4),
                complex(foot - 2.0 + shift, h - 4),
            ]
            drawing.fill(softened(corners, 0.3), fill)
    left, wide = prop.x - half, 2 * half
    drawing.fill(rounded_rectangle(left + 4, h - 8.5, wide - 8, 5, 1), scene.wood_shade)
    drawing.fill(rounded_rectangle(left - 1, h - 4, wide + 2, 4, 1.6), scene.wood)


def _draw_screen(drawing: Drawing, prop: Prop, scene: Scene) -> None:
    """A screen from the side, on its foot; facing 1 it shows to the left, to who sits there."""
    foot_y = DESK_HEIGHT if prop.y is None else prop.y
    top = prop.h or SCREEN_HEIGHT

    def at(x: float, y: float) -> complex:
        return complex(prop.x + x * prop.facing, foot_y + y)

    def board(soft: float, *corners: tuple[float, float]) -> Path:
        return softened([at(x, y) for x, y in corners], soft)

    drawing.fill(board(0.5, (-7, 0.1), (9, 0.1), (9, 1.3), (-7, 1.3)), scene.metal)
    drawing.fill(board(0.4, (2, 1), (4, 1), (3, top * 0.6), (1, top * 0.6)), scene.metal)
    drawing.fill(board(0.5, (-2, 11), (0.8, 11), (2.4, top), (-0.4, top)), scene.metal)
    drawing.fill(
        board(0.3, (-2.2, 11.6), (-1.5, 11.6), (0.1, top - 0.6), (-0.6, top - 0.6)), scene.glass
    )


def _draw_jamb(drawing: Drawing, prop: Prop, scene: Scene) -> None:
    """The frame of a door from the side: an upright post."""
    left, low, high = prop.x, 0.0, prop.h or DOOR_HEIGHT
    drawing.fill(rounded_rectangle(left, low, JAMB, high, 0.4), scene.trim)
    drawing.fill(rounded_rectangle(left, low, 1.4, high, 0.4), scene.wall_edge)
    drawing.fill(rounded_rectangle(left + JAMB - 2.4, low, 2.4, high, 0.4), scene.wall_edge)


def _draw_doorway(drawing: Drawing, prop: Prop, scene: Scene) -> None:
    half, high, horizon = (prop.w or DOOR_WIDTH) / 2, prop.h or DOOR_HEIGHT, 9.0
    left = prop.x - half

    def block(x: float, y: float, w: float, h: float, fill: Color) -> None:
        drawing.fill(rounded_rectangle(x, y, w, h, 0), fill)

    block(left - _FAR_AWAY, horizon, _FAR_AWAY, 400, scene.wall)
    block(prop.x + half, horizon, _FAR_AWAY, 400, scene.wall)
    block(left - 2, high, 2 * half + 4, 400, scene.wall)
    _draw_posts(drawing, prop, scene)
    block(left - JAMB, high, 2 * (half + JAMB), JAMB, scene.trim)


def _draw_posts(drawing: Drawing, prop: Prop, scene: Scene) -> None:
    """Both uprights of a doorway, each with an edge towards the opening."""
    half, high = (prop.w or DOOR_WIDTH) / 2, prop.h or DOOR_HEIGHT
    for x, edge_x in ((-half - JAMB, -half - 1.6), (half, half)):
        drawing.fill(rounded_rectangle(prop.x + x, 3, JAMB, high + 6, 0), scene.trim)
        drawing.fill(rounded_rectangle(prop.x + edge_x, 3, 1.6, high - 3, 0), scene.wall_edge)


def _draw_window(drawing: Drawing, prop: Prop, scene: Scene) -> None:
    """A window with a view far away: hills, and a sun."""
    w, h = prop.w or WINDOW_SIZE, prop.h or WINDOW_SIZE
    left, low = prop.x - w / 2, WINDOW_SILL if prop.y is None else prop.y
    drawing.fill(rounded_rectangle(left - 2.4, low - 2.4, w + 4.8, h + 4.8, 1.5), scene.trim)
    glass = rounded_rectangle(left, low, w, h, 0.8)
    drawing.fill(glass, scene.glass)
    drawing.fill(ellipse(complex(left + 0.7 * w, low + 0.7 * h), 5.0, 5.0), scene.band, clip=glass)
    for shift, high, fill in ((0.62, 0.42, scene.hill_far), (0.2, 0.34, scene.hill)):
        hill = ellipse(complex(left + shift * w, low), 0.62 * w, high * h)
        drawing.fill(hill, fill, clip=glass)
    drawing.fill(rounded_rectangle(prop.x - 0.8, low, 1.6, h, 0), scene.trim)
    drawing.fill(rounded_rectangle(left, low + h / 2 - 0.8, w, 1.6, 0), scene.trim)
    drawing.fill(rounded_rectangle(left - 4.5, low - 4.6, w + 9, 2.6, 0.8), scene.wall_edge)


_Draw = Callable[[Drawing, Prop, Scene], None]
# What looks otherwise from the front or from above than from the side.
_LOOKS: dict[View, dict[PropKind, _Draw]] = {
    "side": {
        "wall": _draw_wall,
        "pillow": _draw_pillow,
        "bolster": _draw_bolster,
        "chair": draw_chair,
        "stool": draw_chair,
        "desk": _draw_desk,
        "screen": _draw_screen,
        "door": _draw_jamb,
        "window": _draw_window,
    },
    "front": {
        "mat": _draw_mat_from_the_front,
        "chair": draw_chair_facing_us,
        "stool": draw_chair_facing_us,
        "door": _draw_doorway,
    },
    "plan": {"mat": _draw_mat_from_above, "pillow": _draw_pillow_from_above},
}
