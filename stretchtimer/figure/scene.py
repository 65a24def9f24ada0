"""One picture: the room with its props, and the person in it at a moment. Pure."""

import math
from dataclasses import dataclass

from stretchtimer.core.pose import Hand, Illustration, Muscle
from stretchtimer.figure.arms import draw_arm
from stretchtimer.figure.geometry import direction
from stretchtimer.figure.head import draw_head
from stretchtimer.figure.legs import draw_leg, leg_flesh
from stretchtimer.figure.limb import Limb
from stretchtimer.figure.motion import Moment, posture_at
from stretchtimer.figure.muscles import PLACES, draw_muscle
from stretchtimer.figure.palette import Palette
from stretchtimer.figure.props import (
    BACKREST,
    draw_band,
    draw_loop,
    draw_props,
    seat_height,
    support,
    wall_x,
)
from stretchtimer.figure.shapes import Blot, Drawing, ellipse, rounded_rectangle
from stretchtimer.figure.skeleton import SIDES, LimbSide, Skeleton, solve
from stretchtimer.figure.torso import draw_torso

HORIZON_Y = 9.0  # people stand inside the floor's band, as if seen from slightly above
LARGEST_SCALE_CM = 132.0  # no picture is closer than this many cm for its height
_BELOW = 0.42  # share of the spare height that goes below the person
_SOFT = ((0.0, 255), (0.5, 245), (0.72, 150), (0.88, 45), (1.0, 0))


@dataclass(frozen=True, slots=True)
class View:
    """How the world lies in a picture: pixels per cm, and the picture's point of the origin."""

    scale: float
    origin_x: float
    origin_y: float
    width: float
    height: float

    def world(self) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of the picture, in cm."""
        left, top = -self.origin_x / self.scale, self.origin_y / self.scale
        return left, top - self.height / self.scale, left + self.width / self.scale, top


class Scene:
    """The picture of one exercise. It is fixed for the whole exercise: nothing zooms in a hold."""

    def __init__(self, illustration: Illustration, colors: Palette) -> None:
        self._illustration = illustration
        self._colors = colors
        self._support = support(illustration.props)
        self._frame = _frame(illustration)

    def body(self, moment: Moment) -> Skeleton:
        """The person's joints at a moment."""
        return solve(posture_at(self._illustration, moment))

    def view(self, width: float, height: float) -> View:
        """The whole figure in a picture of that many pixels."""
        left, bottom, right, top = self._frame
        scale = min(width / (right - left), height / (top - bottom), height / LARGEST_SCALE_CM)
        spare = height - (top - bottom) * scale
        origin_y = height + bottom * scale - spare * _BELOW
        return View(scale, width / 2 - (left + right) / 2 * scale, origin_y, width, height)

    def room(self, view: View) -> Drawing:
        """Everything that stays still."""
        drawing, scene = Drawing(), self._colors.scene
        left, bottom, right, top = view.world()
        left, right, bottom, top = left - 5, right + 5, bottom - 5, top + 5
        wide = right - left
        drawing.fill(rounded_rectangle(left, bottom, wide, top - bottom, 0), scene.background)
        radius = 0.6 * min(top - 5 - HORIZON_Y - 6, (wide - 10) * 0.40)
        middle = (self._frame[0] + self._frame[2]) / 2
        drawing.fill(
            ellipse(complex(middle, HORIZON_Y + 0.62 * radius), radius, radius), scene.disc
        )
        drawing.fill(rounded_rectangle(left, bottom, wide, HORIZON_Y - bottom, 0), scene.floor)
        drawing.fill(rounded_rectangle(left, HORIZON_Y - 0.35, wide, 0.7, 0), scene.floor_line)
        draw_props(drawing, self._illustration.props, scene)
        return drawing

    def person(self, moment: Moment) -> Drawing:
        """The person and what moves with them."""
        drawing, body = Drawing(), self.body(moment)
        illustration, colors = self._illustration, self._colors
        self._draw_shadows(drawing, body)
        has_band = any(prop.kind == "band" for prop in illustration.props)
        if has_band:
            draw_band(drawing, body, colors.scene, behind=True)
        flesh = {side: leg_flesh(body, side, self._support) for side in SIDES}
        ribbons: dict[str, Limb] = {f"{side}_leg": flesh[side].limb for side in SIDES}
        hands: dict[LimbSide, Hand] = dict(zip(SIDES, illustration.hands, strict=True))
        for part in illustration.order:
            match part:
                case "near_leg":
                    draw_leg(drawing, body, "near", flesh["near"], colors.near)
                case "far_leg":
                    draw_leg(drawing, body, "far", flesh["far"], colors.far)
                case "near_arm":
                    arm = draw_arm(drawing, body.arms["near"], hands["near"], colors.near)
                    ribbons["near_arm"] = arm
                case "far_arm":
                    arm = draw_arm(drawing, body.arms["far"], hands["far"], colors.far)
                    ribbons["far_arm"] = arm
                case "torso":
                    trunk = draw_torso(drawing, body, flesh["near"], colors.near, self._support)
                    ribbons["torso"] = trunk
                case "head":
                    draw_head(drawing, body, colors)
                case "glow":
                    self._draw_glow(drawing, ribbons, moment)
                case "band":
                    draw_band(drawing, body, colors.scene, behind=False)
                case "loop":
                    draw_loop(drawing, body, colors.scene)
        return drawing

    def _draw_glow(self, drawing: Drawing, ribbons: dict[str, Limb], moment: Moment) -> None:
        strength = moment.glow * (0.93 + 0.07 * moment.breath)
        for name in self._illustration.glow:
            muscle, _, side = name.partition(":")
            place = PLACES[_muscle(muscle)]
            key = place.part if place.part == "torso" else f"{side or 'near'}_{place.part}"
            if key in ribbons:
                draw_muscle(drawing, ribbons[key], place, strength, self._colors)

    def _draw_shadows(self, drawing: Drawing, body: Skeleton) -> None:
        """Soft contact shadows: the nearer the floor a part is, the darker."""
        scene = self._colors.scene
        end = wall_x(self._illustration.props)
        for left, right, weight in _shadow_spans(body):
            middle, half = (left + right) / 2, (right - left) / 2 * 1.12
            if end is not None:
                # a shadow does not go through the wall
                shadow_end = min(middle + half, end)
                middle, half = (middle - half + shadow_end) / 2, (shadow_end - middle + half) / 2
            opacity = scene.shadow_alpha * 1.5 * weight / 255
            height = min(6.0, 2.6 + half * 0.07)
            if half > 0:
                drawing.items.append(
                    Blot(scene.shadow, _SOFT, complex(middle, -0.8), half, height, opacity)
                )


def _muscle(name: str) -> Muscle:
    found = next((muscle for muscle in PLACES if muscle == name), None)
    if found is None:
        raise ValueError(f"no muscle is called {name}")
    return found


def _frame(illustration: Illustration) -> tuple[float, float, float, float]:
    """Left, bottom, right, top that hold the whole movement and the props, in cm."""
    xs: list[float] = []
    ys: list[float] = []
    for t in (0.0, 0.5, 1.0):
        body = solve(posture_at(illustration, Moment(t)))
        head = body.atlas + direction(body.head_deg) * 9
        around = [head + 14, head - 14, head + 14j, head - 14j]
        for point in (*body.points(), *around):
            xs.append(point.real)
            ys.append(point.imag)
    for prop in illustration.props:
        match prop.kind:
            case "mat":
                xs += prop.span or ()
            case "wall":
                xs.append(prop.x + 14)
            case "chair" | "stool":
                xs += (prop.x - 24, prop.x + 24)
                ys.append(seat_height(prop) + (BACKREST if prop.kind == "chair" else 0))
    return min(xs) - 8, min(min(ys) - 6, -14), max(xs) + 8, max(ys) + 7


def _shadow_spans(body: Skeleton) -> list[tuple[float, float, float]]:
    """Stretches of floor under the body: left, right, and how dark (0 to 1)."""
    spots: list[tuple[float, float, float]] = []
    for begin, end, radius in _shadow_bones(body):
        for step in range(5):
            point = begin + (end - begin) * step / 4
            above = max(0.0, point.imag - radius)
            weight = math.exp(-above / 14.0)
            if weight > 0.12:
                half = radius * 1.1 + 3 + above * 0.25
                spots.append((point.real - half, point.real + half, weight))
    spots.sort()
    merged: list[tuple[float, float, float]] = []
    for left, right, weight in spots:
        if merged and left <= merged[-1][1] + 1:
            first, last, dark = merged[-1]
            merged[-1] = (first, max(last, right), max(dark, weight))
        else:
            merged.append((left, right, weight))
    return merged


def _shadow_bones(body: Skeleton) -> list[tuple[complex, complex, float]]:
    head = body.atlas + direction(body.head_deg) * 5
    bones = [(body.hip, body.ribs, 11.0), (body.ribs, body.atlas, 10.0), (head - 6, head + 6, 10.0)]
    for leg in body.legs.values():
        bones += [(leg.hip, leg.knee, 8.0), (leg.knee, leg.ankle, 5.0)]
        along = direction(leg.foot_deg)
        bones.append((leg.ankle - along * 5 - 5j, leg.ankle + along * 17 - 5j, 1.5))
    for arm in body.arms.values():
        bones.append((arm.wrist, arm.wrist + direction(arm.hand_deg) * 15, 2.0))
    return bones
