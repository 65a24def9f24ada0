"""The person at one moment, drawn part by part from back to front."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from stretchtimer.core.pose import Illustration, Muscle, Part
from stretchtimer.figure.arms import draw_arm
from stretchtimer.figure.head import draw_head
from stretchtimer.figure.legs import LegFlesh, draw_leg, leg_flesh
from stretchtimer.figure.limb import Limb
from stretchtimer.figure.motion import Moment
from stretchtimer.figure.muscles import PLACES, draw_muscle
from stretchtimer.figure.palette import Palette
from stretchtimer.figure.props import draw_band, draw_loop, support, wall_x
from stretchtimer.figure.shadows import draw_shadows
from stretchtimer.figure.shapes import Drawing
from stretchtimer.figure.skeleton import SIDES, Leg, LimbSide, Skeleton
from stretchtimer.figure.torso import draw_torso


@dataclass(frozen=True, slots=True)
class _DrawnLeg:
    """A leg as it was last drawn, and the joints that made it so."""

    joints: tuple[complex, complex, Leg]
    flesh: LegFlesh
    drawing: Drawing


class Figure:
    """Draws the person of one illustration. A leg that did not move is not drawn anew."""

    def __init__(self, illustration: Illustration, colors: Palette) -> None:
        self._illustration = illustration
        self._colors = colors
        self._support = support(illustration.props)
        self._wall = wall_x(illustration.props)
        self._props = {prop.kind for prop in illustration.props}
        self._hands = dict(zip(SIDES, illustration.hands, strict=True))
        self._glow = [_glowing(name) for name in illustration.glow]
        self._legs: dict[LimbSide, _DrawnLeg] = {}

    def draw(self, body: Skeleton, moment: Moment) -> Drawing:
        """The person, their shadow, and the bands they hold."""
        drawing, colors = Drawing(), self._colors
        draw_shadows(drawing, body, self._wall, colors.scene)
        if "band" in self._props:
            draw_band(drawing, body, colors.scene, behind=True)
        legs = {side: self._leg(body, side) for side in SIDES}
        ribbons = {f"{side}_leg": legs[side].flesh.limb for side in SIDES}

        def leg(side: LimbSide) -> None:
            drawing.items += legs[side].drawing.items
            if side == "far" and "loop" in self._props:
                draw_loop(drawing, legs[side].flesh.limb, colors.scene.band_shade)

        def arm(side: LimbSide) -> None:
            person = colors.near if side == "near" else colors.far
            ribbons[f"{side}_arm"] = draw_arm(drawing, body.arms[side], self._hands[side], person)

        def torso() -> None:
            flesh = legs["near"].flesh
            ribbons["torso"] = draw_torso(drawing, body, flesh, colors.near, self._support)

        draw: dict[Part, Callable[[], None]] = {
            "far_arm": partial(arm, "far"),
            "far_leg": partial(leg, "far"),
            "torso": torso,
            "head": partial(draw_head, drawing, body, colors),
            "near_leg": partial(leg, "near"),
            "near_arm": partial(arm, "near"),
            "glow": partial(self._draw_glow, drawing, ribbons, moment),
            "band": partial(draw_band, drawing, body, colors.scene, behind=False),
            "loop": partial(draw_loop, drawing, legs["near"].flesh.limb, colors.scene.band),
        }
        for part in self._illustration.order:
            draw[part]()
        return drawing

    def _leg(self, body: Skeleton, side: LimbSide) -> _DrawnLeg:
        joints = body.ribs, body.waist, body.legs[side]
        drawn = self._legs.get(side)
        if drawn is None or drawn.joints != joints:
            flesh, drawing = leg_flesh(body, side, self._support), Drawing()
            person = self._colors.near if side == "near" else self._colors.far
            draw_leg(drawing, body, side, flesh, person)
            drawn = self._legs[side] = _DrawnLeg(joints, flesh, drawing)
        return drawn

    def _draw_glow(self, drawing: Drawing, ribbons: dict[str, Limb], moment: Moment) -> None:
        strength = moment.glow * (0.93 + 0.07 * moment.breath)
        for muscle, side in self._glow:
            place = PLACES[muscle]
            key = place.part if place.part == "torso" else f"{side}_{place.part}"
            if key in ribbons:
                draw_muscle(drawing, ribbons[key], place, strength, self._colors)


def _glowing(name: str) -> tuple[Muscle, str]:
    """A muscle and the side of the limb it is on."""
    muscle, _, side = name.partition(":")
    return next(known for known in PLACES if known == muscle), side or "near"
