"""The trunk seen from the front: hips, shirt with its shoulders and collar, neck."""

import math

from stretchtimer.core.pose import LimbSide
from stretchtimer.figure.front_legs import lap_color, points_at_us
from stretchtimer.figure.geometry import bump, left_of, unit
from stretchtimer.figure.limb import Chain, Limb, Profile, samples
from stretchtimer.figure.palette import Person
from stretchtimer.figure.shade import shade
from stretchtimer.figure.shapes import Drawing, Path, Stroke
from stretchtimer.figure.skeleton import LUMBAR, NECK, PELVIS, THORAX, Skeleton

_RIBS_U = PELVIS + LUMBAR
_C7_U = _RIBS_U + THORAX
# Half widths in cm along the trunk, 0 at the hip, going up: to the right and to the left.
TRUNK = Profile(
    *((u, w, w) for u, w in (
        (-6, 12.5), (-2, 15.4), (2, 15.8), (6, 15.2), (11, 13.6), (17, 12.2), (24, 12.8),
        (30, 14.0), (36, 15.2), (40, 15.7), (44, 16.0),
    )),
)  # fmt: skip
_US = (-0.5 * PELVIS, 0.0, PELVIS, _RIBS_U, _C7_U, _C7_U + NECK)
_ROUNDING = ((1.0, 1.0), (3.8, 3.8), (8.0, 8.0), (4.0, 4.0))
_HEM_U, _ARMPIT_U = 10.5, 40.0
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
    _draw_hips(drawing, body, chain, person)
    _draw_neck(drawing, body, person)
    narrow = turned_breadth(body.turn) - 1.0

    def wider(u: float) -> float:
        turned = narrow * TRUNK.front(u) * min(1.0, max(0.0, (u - 10) / 18))
        return turned + 0.5 * body.breath * bump(u, 34, 16)

    trunk = Limb(
        chain,
        TRUNK,
        samples(_HEM_U, _ARMPIT_U, 3.3),
        front_is_left=False,
        more_front=wider,
        more_back=wider,
    )
    _draw_shirt(drawing, body, trunk, person)
    waistband = Limb(chain, TRUNK, samples(8.4, 11.0, 1.3), front_is_left=False)
    drawing.fill(waistband.outline(), person.legs_shade)
    return trunk


def _draw_hips(drawing: Drawing, body: Skeleton, chain: Chain, person: Person) -> None:
    sits = any(points_at_us(leg) for leg in body.legs.values())

    def spread(u: float) -> float:
        return 1.9 * bump(u, -1, 9) if sits else 0.0

    hips = Limb(
        chain,
        TRUNK,
        samples(-4.0, 13.0, 2.4),
        front_is_left=False,
        more_front=spread,
        more_back=spread,
    )
    drawing.fill(hips.outline(begin_bulge=5.5), lap_color(body, person))


def _draw_shirt(drawing: Drawing, body: Skeleton, trunk: Limb, person: Person) -> None:
    up = body.up
    right = -left_of(up)
    collar = _collar(body)
    path = Path().follow(trunk.front, begin=True)
    _over_shoulder(path, body, "right", trunk.front[-1], collar["right"])
    path.curve_to(
        collar["right"] - right * 1.2 - up * 4.6, collar["left"] + right * 1.2 - up * 4.6,
        collar["left"],
    )  # fmt: skip
    _over_shoulder(path, body, "left", trunk.back[-1], collar["left"])
    drawing.fill(path.follow(trunk.back[::-1]).close(), person.shirt)
    drawing.fill(shade(trunk, 0.13, last=len(trunk.us) - 2), person.shirt_shade)
    rim = Path().move_to(collar["right"])
    rim.curve_to(
        collar["right"] - right * 1.2 - up * 4.6, collar["left"] + right * 1.2 - up * 4.6,
        collar["left"],
    )  # fmt: skip
    drawing.line(rim, Stroke(person.shirt_shade, 0.7))
    if abs(body.turn) > 15:
        _draw_folds(drawing, body, trunk, person)


def _collar(body: Skeleton) -> dict[LimbSide, complex]:
    """Where the collar meets the shoulders; a turned chest takes it along."""
    up = body.up
    right = -left_of(up)
    turned = math.radians(body.turn)
    middle = body.c7 - up * 1.6 + right * 2.6 * math.sin(turned)
    half = 7.2 * (0.25 + 0.75 * math.cos(turned))
    return {"right": middle + right * half, "left": middle - right * half}


def _over_shoulder(
    path: Path, body: Skeleton, side: LimbSide, armpit: complex, collar: complex
) -> None:
    """From the armpit round the shoulder to the collar; the left one goes back down."""
    up = body.up
    out = -left_of(up) * (1 if side == "right" else -1)
    joint = body.arms[side].shoulder
    cap = joint + out * 3.2 + up * 2.2
    top = joint + up * 5.0 - out * 0.4
    curves = [
        (armpit, armpit + up * 3, joint + out * 3.6 - up * 2.5, cap),
        (cap, joint + out * 2.6 + up * 3.8, joint + up * 5.0 + out * 1.6, top),
        (top, joint + up * 5.4 - out * 4.2, collar + out * 3.0 - up * 0.6, collar),
    ]
    if side == "left":
        curves = [(end, two, one, begin) for begin, one, two, end in reversed(curves)]
    for _, one, two, end in curves:
        path.curve_to(one, two, end)


def _draw_folds(drawing: Drawing, body: Skeleton, trunk: Limb, person: Person) -> None:
    """Folds that wind up the shirt of a turned chest."""
    begin_edge, end_edge = trunk.front, trunk.back
    if body.turn > 0:
        begin_edge, end_edge = end_edge, begin_edge
    strong = min(1.0, abs(body.turn) / 45.0)
    for low, high, width in ((1, 4, 0.9), (3, 7, 0.75)):
        begin = begin_edge[low] + (end_edge[low] - begin_edge[low]) * 0.10
        end = begin_edge[high] + (end_edge[high] - begin_edge[high]) * 0.72
        way = unit(end - begin)
        sag = -left_of(way) * 2.2 * (1 if body.turn > 0 else -1)
        middle = (begin + end) / 2 + sag
        bulge = left_of(way) * width * strong
        fold = Path().move_to(begin).curve_to(middle + bulge, middle + bulge, end)
        drawing.fill(fold.curve_to(middle - bulge, middle - bulge, begin), person.shirt_shade)


def _draw_neck(drawing: Drawing, body: Skeleton, person: Person) -> None:
    """From the collar to the jaw, with the jaw's shadow on it."""
    up, head = body.up, body.in_head
    right = -left_of(up)
    crown = unit(head(0, 1) - head(0, 0))
    face = unit(head(1, 0) - head(0, 0))
    shift = right * 2.0 * math.sin(math.radians(body.turn))
    left_base = body.c7 + shift - right * 7.6 - up * 3.2
    right_base = body.c7 + shift + right * 7.6 - up * 3.2
    left_jaw, right_jaw = head(-5.0, -2.5), head(5.0, -2.5)
    low = body.c7 + shift - up * 7
    neck = (
        Path()
        .move_to(left_base)
        .curve_to(left_base + right * 2.6 + up * 1.6, left_jaw - crown * 6 + face * 0.2, left_jaw)
        .line_to(right_jaw)
        .curve_to(
            right_jaw - crown * 6 - face * 0.2, right_base - right * 2.6 + up * 1.6, right_base
        )
        .line_to(low + right * 4)
        .line_to(low - right * 4)
        .close()
    )
    drawing.fill(neck, person.skin)
    shadow = (
        Path()
        .move_to(head(-4.8, -4))
        .curve_to(head(-4.2, -9.5), head(4.2, -10.5), head(4.9, -4.6))
        .close()
    )
    drawing.fill(shadow, person.skin_shade, clip=neck)
