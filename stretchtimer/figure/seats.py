"""Chairs and stools, from the side and facing us."""

from stretchtimer.core.illustration import Prop
from stretchtimer.figure.colors import Color
from stretchtimer.figure.props import seat_height, seat_width
from stretchtimer.figure.scene_colors import Scene
from stretchtimer.figure.shapes import Drawing, rounded_rectangle, softened


def draw_chair(drawing: Drawing, prop: Prop, scene: Scene) -> None:
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
        drawing.fill(softened(corners, 0.3), fill)

    def board(fill: Color, soft: float, *corners: tuple[float, float]) -> None:
        drawing.fill(softened([at(x, height + y) for x, y in corners], soft), fill)

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


def draw_chair_facing_us(drawing: Drawing, prop: Prop, scene: Scene) -> None:
    """A chair or stool from the front, as whoever sits on it faces us."""
    x, half, h = prop.x, seat_width(prop) / 2 + 1, seat_height(prop)

    def post(side: int, fill: Color, soft: float, *corners: tuple[float, float]) -> None:
        drawing.fill(softened([complex(x + side * a, b) for a, b in corners], soft), fill)

    for side in (-1, 1):
        post(
            side,
            scene.wood_far,
            0.3,
            (half - 5, h),
            (half - 8, h),
            (half - 7.4, 4),
            (half - 5.4, 4),
        )
        if prop.kind == "chair":
            post(
                side,
                scene.wood_shade,
                0.4,
                (half - 3.5, h),
                (half - 7, h),
                (half - 6.4, h + 42),
                (half - 3.6, h + 42),
            )
    if prop.kind == "chair":
        wide = 2 * half
        drawing.fill(rounded_rectangle(x - half + 2, h + 27, wide - 4, 16, 3.4), scene.wood)
        drawing.fill(rounded_rectangle(x - half + 3, h + 14, wide - 6, 5, 2), scene.wood_shade)
    for side in (-1, 1):
        post(
            side,
            scene.wood,
            0.3,
            (half - 1, h - 2),
            (half - 4.6, h - 2),
            (half - 3.0, -1.5),
            (half - 0.8, -1.5),
        )
    drawing.fill(rounded_rectangle(x - half + 1, h - 7, 2 * half - 2, 5, 1.4), scene.wood_shade)
    drawing.fill(rounded_rectangle(x - half - 1, h - 4, 2 * half + 2, 4.6, 2), scene.wood)
