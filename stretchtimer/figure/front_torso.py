"""The trunk seen from the front: hips, shirt with its shoulders and collar, neck."""

import math
from dataclasses import dataclass

from stretchtimer.figure.geometry import bump, clamp, left_of, mix, unit
from stretchtimer.figure.limb import Chain, Limb, builds, samples
from stretchtimer.figure.neck import draw_neck, front_neck
from stretchtimer.figure.palette import Person
from stretchtimer.figure.shade import shade
from stretchtimer.figure.shapes import Drawing, Path, Stroke
from stretchtimer.figure.skeleton import LUMBAR, NECK, PELVIS, THORAX, Skeleton
from stretchtimer.figure.stance import sits_facing_us

_RIBS_U = PELVIS + LUMBAR
_C7_U = _RIBS_U + THORAX
# Half widths in cm along the trunk, 0 at the hip, going up: to the right and to the left.
TRUNK = builds(
    (
    *((u, w, w) for u, w in (
        (-6, 12.5), (-2, 15.4), (2, 15.8), (6, 15.2), (11, 13.6), (17, 12.2), (24, 12.8),
        (30, 14.0), (36, 15.2), (40, 15.7), (44, 16.0),
    )),
    ),
    (-6, 1.08, 1.08), (4, 1.1, 1.1), (17, 1.25, 1.25), (28, 1.14, 1.14), (44, 1.04, 1.04),
)  # fmt: skip
_US = (-0.5 * PELVIS, 0.0, PELVIS, _RIBS_U, _C7_U, _C7_U + NECK)
_ROUNDING = ((1.0, 1.0), (3.8, 3.8), (8.0, 8.0), (4.0, 4.0))
_HEM_U, _ARMPIT_U = 10.5, 40.0
_LAP_HEM_U, _LAP_HEM_DROP = 4.5, 2.5  # a shirt lies on the lap of who sits facing us
_BACK_SHADE_U = 28.0  # higher up, arms at the sides are in its way
_LAP_SHADOW = _LAP_HEM_DROP + 2.2
_SEATED_CM, _RISES_CM = 36.0, 10.0  # from a hip so low on it comes to lie there, and wholly
_HANGS = 0.12  # from a trunk on that leaning makes so much shorter
_LAP_STEPS = 12
_NARROWS = 0.4  # hips by so much for each cm that they go up under it
_FOLDS_DEG = 15.0  # a shirt that is turned further has folds
_DEEP = 0.69  # a chest is so deep for its breadth


def turned_breadth(turn_deg: float) -> float:
    """How broad a chest looks that is turned away, as a share of facing us."""
    turned = math.radians(turn_deg)
    return math.hypot(math.cos(turned), _DEEP * math.sin(turned))


def draw_front_torso(drawing: Drawing, body: Skeleton, person: Person) -> Limb:
    """Hips, neck and shirt; gives the ribbon of the trunk."""
    foot_of_trunk = body.hip - (body.waist - body.hip) * 0.5
    joints = [foot_of_trunk, body.hip, body.waist, body.ribs, body.c7, body.atlas]
    chain = Chain(joints, _US, _ROUNDING)
    sits = sits_facing_us(body)
    lap = _lap_share(body)
    _draw_hips(drawing, body, chain, person, lap, sits=sits)
    draw_neck(drawing, front_neck(body, body.turn), person)
    narrow = turned_breadth(body.turn) - 1.0

    def wider(u: float) -> float:
        turned = narrow * TRUNK[body.build].front(u) * min(1.0, max(0.0, (u - 10) / 18))
        return turned + 0.5 * body.breath * bump(u, 34, 16)

    trunk = Limb(
        chain,
        TRUNK[body.build],
        samples(mix(_HEM_U, _LAP_HEM_U, lap), _ARMPIT_U, 5.0),
        front_is_left=False,
        more_front=wider,
        more_back=wider,
    )
    shoulders = Shoulders(body, body.arms["left"].shoulder, body.arms["right"].shoulder, body.turn)
    waistband = Limb(chain, TRUNK[body.build], samples(8.4, 11.0, 1.3), front_is_left=False)
    if 0 < lap < 1:
        drawing.fill(waistband.outline(), person.legs_shade)
    if lap:
        _draw_hem_shadow(drawing, trunk, _LAP_SHADOW * lap, person)
    shoulders.draw_shirt(drawing, trunk, person, hem_drop=_LAP_HEM_DROP * lap)
    if not lap:
        drawing.fill(waistband.outline(), person.legs_shade)
    return trunk


def _lap_share(body: Skeleton) -> float:
    """How far the shirt lies on the lap of who sits, or hangs over the waist of who leans to us."""
    if sits_facing_us(body):
        return 1.0
    low, leaning = (_SEATED_CM - body.hip.imag) / _RISES_CM, (1.0 - body.trunk_share) / _HANGS
    return round(clamp(max(low, leaning), 0.0, 1.0) * _LAP_STEPS) / _LAP_STEPS


def _draw_hips(
    drawing: Drawing, body: Skeleton, chain: Chain, person: Person, lap: float, *, sits: bool
) -> None:
    """The hips, broader of who sits, under a shirt that may reach to the lap."""

    def spread(u: float) -> float:
        under_shirt = _NARROWS * max(0.0, u - _LAP_HEM_U) * lap
        return (1.9 * bump(u, -1, 9) if sits else 0.0) - under_shirt

    hips = Limb(
        chain,
        TRUNK[body.build],
        samples(-1.5, 10.0, 2.3) if sits else samples(-4.0, 13.0, 3.4),
        front_is_left=False,
        more_front=spread,
        more_back=spread,
    )
    drawing.fill(hips.outline(begin_bulge=3.0 if sits else mix(5.5, 7.0, lap)), person.legs)


def _draw_hem_shadow(drawing: Drawing, trunk: Limb, deep: float, person: Person) -> None:
    """What the hem of a shirt that lies on the lap leaves in its shade."""
    left, right = trunk.back[0], trunk.front[0]
    low = -trunk.ways[0] * deep * 4 / 3
    inset = (right - left) * 0.03
    shadow = Path().move_to(left + inset).curve_to(left + low, right + low, right - inset)
    drawing.fill(shadow.close(), person.legs_shade)


@dataclass(frozen=True, slots=True)
class Shoulders:
    """The upper edge of a shirt: both joints, and how far the chest is turned to the right."""

    body: Skeleton
    left: complex
    right: complex
    turn_deg: float

    def draw_shirt(
        self, drawing: Drawing, trunk: Limb, person: Person, hem_drop: float = 0.0
    ) -> None:
        """Up one side of the trunk, over shoulders and collar, down the other; the hem's middle
        hangs `hem_drop` cm lower than its ends.
        """
        up = self.body.up
        right = -left_of(up)
        scoop = right_collar, deep_right, deep_left, left_collar = self.scoop()
        path = Path().follow(trunk.front, begin=True)
        for one, two, end in self.over(trunk.front[-1], self.right, right_collar, right):
            path.curve_to(one, two, end)
        path.curve_to(deep_right, deep_left, left_collar)
        over = [*self.over(trunk.back[-1], self.left, left_collar, -right)]
        ends = [trunk.back[-1], over[0][2], over[1][2]]
        for (one, two, _), end in zip(reversed(over), reversed(ends), strict=True):
            path.curve_to(two, one, end)
        path.follow(trunk.back[::-1])
        drop = -up * hem_drop * 4 / 3
        path.curve_to(trunk.back[0] + drop, trunk.front[0] + drop, trunk.front[0])
        drawing.fill(path.close(), person.shirt)
        last = trunk.index(_BACK_SHADE_U) if self.body.is_from_behind else len(trunk.us) - 2
        drawing.fill(shade(trunk, 0.13, last=last), person.shirt_shade)
        draw_rim(drawing, scoop, up, 0.7, person)
        if not self.body.is_from_behind:
            draw_folds(drawing, trunk, person, self.turn_deg)

    def scoop(self) -> tuple[complex, complex, complex, complex]:
        """The collar's curve from right to left; a turned chest takes it along."""
        up = self.body.up
        right, turned = -left_of(up), math.radians(self.turn_deg)
        middle = self.body.c7 - up * 2.3 + right * 2.6 * math.sin(turned)
        half = right * 7.2 * (0.25 + 0.75 * abs(math.cos(turned)))
        inward, deep = right * 1.2, up * (1.4 if self.body.is_from_behind else 4.6)
        right_end, left_end = middle + half, middle - half
        return right_end, right_end - inward - deep, left_end + inward - deep, left_end

    def over(
        self, armpit: complex, joint: complex, collar: complex, out: complex
    ) -> list[tuple[complex, complex, complex]]:
        """Curves from the armpit round the shoulder to the collar."""
        up = self.body.up
        cap, top = joint + out * 3.2 + up * 2.2, joint + up * 5.7 - out * 0.6
        return [
            (armpit + up * 3, joint + out * 3.6 - up * 2.5, cap),
            (joint + out * 3.1 + up * 4.1, joint + up * 5.4 + out * 1.6, top),
            (joint + up * 6.5 - out * 3.6, collar + out * 3.0 - up * 1.0, collar),
        ]


def draw_rim(
    drawing: Drawing,
    scoop: tuple[complex, complex, complex, complex],
    up: complex,
    width: float,
    person: Person,
) -> None:
    """The rim of a collar, inside of the shirt."""
    right, deep_right, deep_left, left = (point - up * width * 0.6 for point in scoop)
    inset = (left - right) * 0.04
    rim = Path().move_to(right + inset).curve_to(deep_right, deep_left, left - inset)
    drawing.line(rim, Stroke(person.shirt_shade, width))


def draw_folds(drawing: Drawing, trunk: Limb, person: Person, turn_deg: float) -> None:
    """Folds that wind up the shirt of a chest that is turned to the right by `turn_deg`."""
    if abs(turn_deg) <= _FOLDS_DEG:
        return
    begin_edge, end_edge = (1, 0) if turn_deg > 0 else (0, 1)
    strong = min(1.0, abs(turn_deg) / 45.0)
    for low_u, high_u, width in ((13.8, 23.7, 0.9), (20.4, 33.6, 0.75)):
        low, high = trunk.across(low_u), trunk.across(high_u)
        begin = low[begin_edge] + (low[end_edge] - low[begin_edge]) * 0.10
        end = high[begin_edge] + (high[end_edge] - high[begin_edge]) * 0.72
        way = unit(end - begin)
        sag = -left_of(way) * 2.2 * (1 if turn_deg > 0 else -1)
        middle = (begin + end) / 2 + sag
        bulge = left_of(way) * width * strong
        fold = Path().move_to(begin).curve_to(middle + bulge, middle + bulge, end)
        drawing.fill(fold.curve_to(middle - bulge, middle - bulge, begin), person.shirt_shade)
