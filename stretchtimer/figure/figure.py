"""The person at one moment, drawn part by part from back to front."""

from dataclasses import dataclass

from stretchtimer.core.illustration import Illustration, Muscle, Part
from stretchtimer.core.pose import SIDES, LimbSide
from stretchtimer.figure.arms import draw_arm, draw_forearm
from stretchtimer.figure.arrows import draw_arrow
from stretchtimer.figure.bands import draw_band, draw_loop
from stretchtimer.figure.colors import color
from stretchtimer.figure.front_legs import draw_front_leg, front_leg_limb
from stretchtimer.figure.front_muscles import draw_chest, draw_front_muscle
from stretchtimer.figure.front_torso import draw_front_torso
from stretchtimer.figure.furniture import draw_before
from stretchtimer.figure.geometry import clamp
from stretchtimer.figure.hands import draw_hand_before
from stretchtimer.figure.head import draw_head
from stretchtimer.figure.legs import LegFlesh, draw_leg, draw_parting, leg_flesh
from stretchtimer.figure.limb import Limb
from stretchtimer.figure.motion import Moment
from stretchtimer.figure.muscles import PLACES, draw_muscle
from stretchtimer.figure.palette import Palette, Person
from stretchtimer.figure.props import SEATS, hangs_beside_a_seat, room_ends, support
from stretchtimer.figure.shadows import draw_shadows
from stretchtimer.figure.shapes import Drawing, Stroke, outlined
from stretchtimer.figure.skeleton import Arm, Leg, Skeleton
from stretchtimer.figure.solve import target_point
from stretchtimer.figure.stance import sits_facing_us
from stretchtimer.figure.torso import draw_torso, facing_us_share

_FACE = (2.0, 1.0)  # its middle, in the head
_APART_CM, _FADES_CM = 15.0, 4.0  # from where an arm before it has an edge, and wholly
_DARK = color("#000000")
_CONTOUR_CM = 1.3  # half of it lies under the part that it goes round


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A part of the body as it was last drawn: what made it so, and the ribbon that it lies on."""

    made_of: object
    drawing: Drawing
    limb: Limb | None


@dataclass(frozen=True, slots=True)
class _ShapedLeg:
    """A leg's ribbon as it was last shaped, and the joints that made it so."""

    joints: tuple[complex, complex, complex, Leg]
    limb: Limb
    flesh: LegFlesh | None


@dataclass(frozen=True, slots=True)
class Flesh:
    """The drawn body: its parts, those painted before the glow and those after it, and the ribbons
    that it lies on. A part that did not move is the same drawing again.
    """

    body: Skeleton
    ribbons: dict[str, Limb]
    under: tuple[Drawing, ...]
    over: tuple[Drawing, ...]


class Figure:
    """Draws the person of one illustration. A part that did not move is not drawn anew."""

    def __init__(self, illustration: Illustration, colors: Palette) -> None:
        self._illustration = illustration
        self._colors = colors
        self._support = support(illustration.props, illustration.view)
        seatless = [prop for prop in illustration.props if prop.kind not in SEATS]
        self._beside_seats = support(seatless, illustration.view)
        self._room = room_ends(illustration.props)
        self._props = {prop.kind for prop in illustration.props}
        self._sides = SIDES[illustration.view]
        self._hands = dict(zip(self._sides, illustration.hands, strict=True))
        self._high_bun = _lies_on_the_head(illustration)
        order = illustration.painted_order
        faced = illustration.view == "side" and "head" in order
        self._over_head = set(order[order.index("head") :] if faced else ())
        self._looks = any(arrow.look for arrow in illustration.arrows)
        self._glow = [_glowing(name, self._sides[0]) for name in illustration.glow]
        self._glow_on = {"torso"} | {f"{side}_leg" for _, side in self._glow}
        self._glow_on |= {f"{side}_arm" for _, side in self._glow}
        self._legs: dict[LimbSide, _ShapedLeg] = {}
        self._drawn: dict[Part, _Drawn] = {}
        self._arrows: tuple[object, Drawing] | None = None  # as they were last drawn, and where

    def flesh(self, body: Skeleton) -> Flesh:
        """The person without the glow, their shadow, and the bands they hold."""
        behind = Drawing()
        draw_shadows(behind, body, self._room, self._colors.scene)
        if "band" in self._props:
            draw_band(behind, body, self._colors.scene, behind=True)
        legs = {side: self._leg(body, side) for side in self._sides}
        ribbons = {f"{side}_leg": legs[side].limb for side in self._sides}
        under, over = [behind], list[Drawing]()
        parts = under
        for part in self._illustration.painted_order:
            if part == "glow":
                parts = over
                continue
            drawn = self._part(part, body, legs)
            if drawn.limb is not None:
                ribbons[part] = drawn.limb
            parts.append(drawn.drawing)
        glowing = {key: ribbon for key, ribbon in ribbons.items() if key in self._glow_on}
        return Flesh(body, glowing, tuple(under), tuple(over))

    def _part(self, part: Part, body: Skeleton, legs: dict[LimbSide, _ShapedLeg]) -> _Drawn:
        made_of = self._made_of(part, body, legs)
        known = self._drawn.get(part)
        if known is None or made_of is None or known.made_of != made_of:
            drawing = Drawing()
            limb = self._draw_part(drawing, part, body, legs)
            if self._colors.contour is not None:
                drawing = outlined(drawing, Stroke(self._colors.contour, _CONTOUR_CM))
            known = self._drawn[part] = _Drawn(made_of, drawing, limb)
        return known

    def _made_of(
        self, part: Part, body: Skeleton, legs: dict[LimbSide, _ShapedLeg]
    ) -> tuple[object, ...] | None:
        """All that a part's picture hangs on; None for what is quickly drawn."""
        side, _, limb = part.partition("_")
        if limb == "leg":
            crossed = legs["far"].joints if side == "near" else None
            return legs[_side(side)].joints, crossed
        if limb in ("arm", "forearm", "hand"):
            return body.arms[_side(side)], self._facing(body), self._edge(body, _side(side))
        if part == "head":
            return body.atlas, body.head_deg, body.gaze
        if part == "torso":
            trunk = body.hip, body.waist, body.ribs, body.c7, body.atlas, body.head_deg
            hangs: tuple[complex, ...] = ()
            if body.view != "side" or body.turn:
                hangs = tuple(arm.shoulder for arm in body.arms.values())
            front = body.view == "front"
            bent = sits_facing_us(body) if front else legs[self._sides[0]].joints
            return trunk, body.turn, body.breath, hangs, bent
        if part in ("chair", "door"):
            return ()
        return None

    def _draw_part(
        self,
        drawing: Drawing,
        part: Part,
        body: Skeleton,
        legs: dict[LimbSide, _ShapedLeg],
    ) -> Limb | None:
        """One part of the body or a band; gives the ribbon of a trunk or an arm."""
        side, _, limb = part.partition("_")
        if limb == "leg":
            self._draw_leg(drawing, body, legs, _side(side))
        elif limb == "arm":
            return self._draw_arm(drawing, body, _side(side))
        elif limb == "forearm":
            self._draw_forearm(drawing, body, _side(side))
        elif limb == "hand":
            hand, person = self._hands[_side(side)], self._arms_person(body, _side(side))
            draw_hand_before(drawing, body.arms[_side(side)], hand, person)
        elif part == "torso":
            return self._draw_torso(drawing, body, legs)
        elif part == "head":
            draw_head(drawing, body, self._colors, looks=self._looks, high_bun=self._high_bun)
        elif part == "band":
            draw_band(drawing, body, self._colors.scene, behind=False)
        elif part == "loop":
            near, far = (legs[side].limb for side in self._sides)
            draw_loop(drawing, near, far, self._colors.scene)
        elif part in ("chair", "door"):
            draw_before(drawing, self._illustration.props, part, body.view, self._colors.scene)
        return None

    def arrows(self, flesh: Flesh, moment: Moment) -> Drawing:
        """The arrows, which come with the movement and stay."""
        shown = 1.0 if self._illustration.cycle_s else clamp(moment.pose_t * 2.0, 0.0, 1.0)
        arrows = self._illustration.arrows if shown > 0.0 else ()
        made_of = shown, [target_point(flesh.body, arrow.at) for arrow in arrows]
        if self._arrows is not None and self._arrows[0] == made_of:
            return self._arrows[1]
        drawing, fill = Drawing(), self._colors.scene.arrow.faded(255 * shown)
        for arrow, origin in zip(arrows, made_of[1], strict=True):
            draw_arrow(drawing, origin, arrow, fill)
        self._arrows = made_of, drawing
        return drawing

    def _person(self, side: LimbSide) -> Person:
        return self._colors.far if side == "far" else self._colors.near

    def _arms_person(self, body: Skeleton, side: LimbSide) -> Person:
        """Colours of an arm; the far one of a chest that is opened to us is far no more."""
        facing = self._facing(body)
        person = self._person(side)
        return person.mixed(self._colors.near, facing) if facing else person

    def _facing(self, body: Skeleton) -> float:
        return 0.0 if body.view == "front" else facing_us_share(body)

    def _edge(self, body: Skeleton, side: LimbSide) -> float:
        return _over_face(body, body.arms[side]) if f"{side}_arm" in self._over_head else 0.0

    def _draw_leg(
        self, drawing: Drawing, body: Skeleton, legs: dict[LimbSide, _ShapedLeg], side: LimbSide
    ) -> None:
        flesh, person = legs[side].flesh, self._person(side)
        if flesh is None:
            draw_front_leg(drawing, body, side, legs[side].limb, self._support, person)
        else:
            if side == "near":
                crossed = self._colors.far.legs_shade.mixed(_DARK, 0.3)
                draw_parting(drawing, flesh, legs["far"].limb, crossed)
            draw_leg(drawing, body, side, flesh, person)

    def _draw_arm(self, drawing: Drawing, body: Skeleton, side: LimbSide) -> Limb:
        return draw_arm(
            drawing,
            body.arms[side],
            self._hands[side],
            self._arms_person(body, side),
            build=body.build,
            front_is_left=side != "left",
            facing=1.0 if body.view == "front" else self._facing(body),
            up=body.up,
            edge=self._edge(body, side),
        )

    def _draw_forearm(self, drawing: Drawing, body: Skeleton, side: LimbSide) -> None:
        arm, hand, person = body.arms[side], self._hands[side], self._arms_person(body, side)
        draw_forearm(drawing, arm, hand, person, build=body.build, front_is_left=side != "left")

    def _draw_torso(
        self, drawing: Drawing, body: Skeleton, legs: dict[LimbSide, _ShapedLeg]
    ) -> Limb:
        near = legs[self._sides[0]].flesh
        if near is None:
            return draw_front_torso(drawing, body, self._colors.near)
        return draw_torso(drawing, body, near, self._colors.near, self._support)

    def _leg(self, body: Skeleton, side: LimbSide) -> _ShapedLeg:
        joints = body.ribs, body.waist, body.hip, body.legs[side]
        known = self._legs.get(side)
        if known is None or known.joints != joints:
            if body.view == "front":
                known = _ShapedLeg(joints, front_leg_limb(body, side, self._support), None)
            else:
                hangs = hangs_beside_a_seat(self._illustration.props, body.legs[side].knee)
                flesh = leg_flesh(body, side, self._beside_seats if hangs else self._support)
                known = _ShapedLeg(joints, flesh.limb, flesh)
            self._legs[side] = known
        return known

    def glow(self, flesh: Flesh, moment: Moment) -> Drawing:
        """The glow of the working muscles, which lies between what is under it and over it."""
        drawing, body, ribbons = Drawing(), flesh.body, flesh.ribbons
        strength = moment.glow * (0.93 + 0.07 * moment.breath)
        for muscle, side in self._glow:
            if body.view == "front":
                draw_front_muscle(drawing, body, ribbons, muscle, side, strength, self._colors)
                continue
            facing = self._facing(body) if muscle == "chest" else 0.0
            if facing:
                draw_chest(drawing, body, side, strength * facing, self._colors)
            place = PLACES[muscle]
            key = place.part if place.part == "torso" else f"{side}_{place.part}"
            if key in ribbons:
                draw_muscle(drawing, ribbons[key], place, strength * (1 - facing), self._colors)
        return drawing


def _lies_on_the_head(illustration: Illustration) -> bool:
    """Whether an arm lies over a head that faces us, and hides a bun."""
    arms = (arm for pose in illustration.poses for arm in (pose.left_arm, pose.right_arm))
    return any(arm is not None and arm.at is not None and arm.at[0] == "head" for arm in arms)


def _glowing(name: str, usual: LimbSide) -> tuple[Muscle, LimbSide]:
    """A muscle and the side that it is on."""
    muscle, _, side = name.partition(":")
    known: Muscle = muscle  # type: ignore[assignment]  # the illustration has checked the name
    return known, _side(side) if side else usual


def _over_face(body: Skeleton, arm: Arm) -> float:
    """How much of an arm's edge is drawn, to part it from a face of the same skin behind it."""
    middle = body.in_head(*_FACE)
    places = (arm.shoulder + arm.elbow) / 2, arm.elbow, (arm.elbow + arm.wrist) / 2, arm.wrist
    return clamp((_APART_CM - min(abs(place - middle) for place in places)) / _FADES_CM, 0.0, 1.0)


def _side(name: str) -> LimbSide:
    side: LimbSide = name  # type: ignore[assignment]  # a part's name begins with its side
    return side
