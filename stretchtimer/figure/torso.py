"""The trunk of who stands, sits or lies sideways, in its shirt, and the neck that comes out of the
collar; the chest may be opened towards us.
"""

from stretchtimer.figure import front_torso
from stretchtimer.figure.front_torso import Shoulders, draw_folds, draw_rim
from stretchtimer.figure.geometry import bump, clamp, first_crossing, left_of, mix_points
from stretchtimer.figure.legs import LegFlesh, Support
from stretchtimer.figure.limb import Chain, Limb, builds, samples
from stretchtimer.figure.neck import draw_neck, front_neck, profile_neck
from stretchtimer.figure.palette import Person
from stretchtimer.figure.shade import shade
from stretchtimer.figure.shapes import Drawing, Path, evenly_spaced, flattened, polygon
from stretchtimer.figure.skeleton import LUMBAR, NECK, PELVIS, THORAX, Skeleton

_RIBS_U = PELVIS + LUMBAR
_C7_U = _RIBS_U + THORAX
# Half widths in cm along the trunk, 0 at the hip, going up.
TRUNK = builds(
    (
    (-7, 6.0, 8.0), (-3, 8.6, 11.4), (0, 9.4, 12.2), (5, 9.3, 11.0), (11, 8.9, 8.6),
    (16, 8.5, 7.8), (22, 8.8, 8.2), (28, 9.9, 9.0), (34, 11.0, 9.9), (38, 11.0, 10.3),
    (42, 10.0, 10.1), (46, 8.2, 9.1), (49, 6.7, 7.6), (51, 5.9, 6.6), (53, 5.4, 5.9),
    (57, 5.0, 5.2), (63, 4.9, 4.8),
    ),
    (-7, 1.1, 1.13), (5, 1.18, 1.12), (16, 1.34, 1.1), (26, 1.24, 1.1),
    (36, 1.12, 1.1), (46, 1.04, 1.05), (50, 1, 1),
)  # fmt: skip
_US = (-0.2 * PELVIS, 0.0, PELVIS, _RIBS_U, _C7_U, _C7_U + NECK)
_ROUNDING = ((0.5, 0.5), (3.8, 3.8), (8.0, 8.0), (4.2, 4.2))
_HEM_SAG = 1.8
_HEM_U, _COLLAR_FRONT_U, _COLLAR_BACK_U = 10.6, 49.6, 53.0

_ARMPIT_U = 38.0
_FACING_DEG = 50.0  # a chest turned so far to us is drawn as from the front
_TOP_POINTS = 14  # on each edge from the armpit to the collar, between side and front


def draw_torso(
    drawing: Drawing, body: Skeleton, near_leg: LegFlesh, person: Person, support: Support
) -> Limb:
    """Pelvis, neck and shirt; gives the ribbon of the trunk."""
    foot_of_trunk = body.hip - (body.waist - body.hip) * 0.2
    joints = [foot_of_trunk, body.hip, body.waist, body.ribs, body.c7, body.atlas]
    chain = Chain(joints, _US, _ROUNDING)
    pelvis = Limb(
        chain,
        TRUNK[body.build],
        samples(-2.0, 12.0, 4.7),
        front_is_left=False,
        more_front=lambda _: -0.6,
        more_back=lambda _: -2.4,
    )
    drawing.fill(pelvis.outline(), person.legs)
    facing = facing_us_share(body)
    neck = profile_neck(body, chain, TRUNK["slim"])
    if facing:
        neck = neck.towards(front_neck(body, 90.0 - body.turn), facing)
    draw_neck(drawing, neck, person)
    from_side, from_front = TRUNK[body.build], front_torso.TRUNK[body.build]

    def broader(u: float) -> float:
        """How much of the breadth of a chest that faces us shows, besides that of the side."""
        return facing * clamp((u - 9) / 16, 0.0, 1.0) * clamp((48 - u) / 9, 0.0, 1.0)

    trunk = Limb(
        chain,
        from_side,
        samples(_HEM_U, _COLLAR_BACK_U, 4.0),
        front_is_left=False,
        more_front=lambda u: (
            0.9 * body.breath * bump(u, 33, 18)
            + broader(u) * (from_front.front(u) - from_side.front(u))
        ),
        more_back=lambda u: (
            0.25 * body.breath * bump(u, 33, 18)
            + broader(u) * (from_front.back(u) - from_side.back(u))
        ),
    )
    for joint_u in (PELVIS, _RIBS_U):
        trunk.round_corner("front", joint_u, 14.0)
    trunk.rest_on(support)
    _draw_shirt(drawing, body, trunk, near_leg, person)
    return trunk


def _draw_shirt(
    drawing: Drawing, body: Skeleton, trunk: Limb, near_leg: LegFlesh, person: Person
) -> None:
    collar = trunk.index(_COLLAR_FRONT_U)
    hem, front = 0, trunk.front[:collar]
    meeting = _belly_meets_thigh(trunk, collar, near_leg)
    if meeting is not None:
        hem, point = meeting
        way = trunk.ways[hem]
        under_thigh = point - way * 1.2
        front = [under_thigh, *trunk.front[hem:collar]]
        _draw_lap(drawing, body, trunk, near_leg, under_thigh + way * 0.8, person)
    begin, end = front[-1], trunk.back[-1]
    way, across = trunk.ways[-1], front[-1] - trunk.back[-1]
    scoop = begin, begin - way * 0.1 - across * 0.30, end - way * 0.9 + across * 0.30, end
    facing = facing_us_share(body)
    back = trunk.back[::-1]
    if facing:
        front, scoop, back = _opened(body, trunk, front, scoop, back, facing)
    path = Path().follow(front, begin=True).curve_to(*scoop[1:]).follow(back)
    # the hem goes round the waist, which is nearer to us in the middle
    hem_back, hem_front = trunk.back[0], front[0]
    across, sag = (hem_front - hem_back) * 0.3, -trunk.ways[0] * _HEM_SAG
    path.curve_to(hem_back + across + sag, hem_front - across + sag, hem_front)
    drawing.fill(path.close(), person.shirt)

    def fade(u: float) -> float:
        return 1.0 - facing * clamp((u - 28.0) / 8.0, 0.0, 1.0)

    shaded = shade(
        trunk, 0.24 - 0.1 * facing, first=hem, last=collar, fade_front=fade, fade_back=fade
    )
    drawing.fill(shaded, person.shirt_shade)
    if facing:
        draw_rim(drawing, scoop, body.up, 0.7 * facing, person)
        draw_folds(drawing, trunk, person, body.turn)


def facing_us_share(body: Skeleton) -> float:
    """How much a chest that is turned to us looks as from the front: 0 in profile, then to 1."""
    t = clamp(body.turn / _FACING_DEG, 0.0, 1.0)
    return t * t * (3.0 - 2.0 * t)


_Scoop = tuple[complex, complex, complex, complex]


def _opened(
    body: Skeleton,
    trunk: Limb,
    front: list[complex],
    scoop: _Scoop,
    back: list[complex],
    facing: float,
) -> tuple[list[complex], _Scoop, list[complex]]:
    """A shirt's edges and collar from the side, taken on towards how they are from the front."""
    armpit, collar_at = trunk.index(_ARMPIT_U), trunk.index(_COLLAR_FRONT_U)
    near, far = body.arms["near"].shoulder, body.arms["far"].shoulder
    shoulders = Shoulders(body, near, far, 90.0 - body.turn)
    collar, right = shoulders.scoop(), -left_of(body.up)
    edges = []
    for edge, pit, joint, out, end in (
        (front, max(0, len(front) - collar_at + armpit), far, right, collar[0]),
        (back[::-1], armpit, near, -right, collar[3]),
    ):
        over = Path().move_to(edge[pit])
        for curve in shoulders.over(edge[pit], joint, end, out):
            over.curve_to(*curve)
        beside = evenly_spaced(edge[pit:], _TOP_POINTS)
        faced = evenly_spaced(flattened(over, 6), _TOP_POINTS)
        edges.append([*edge[:pit], *mix_points(beside, faced, facing)])
    one, two = mix_points(scoop[1:3], collar[1:3], facing)
    return edges[0], (edges[0][-1], one, two, edges[1][-1]), edges[1][::-1]


def _belly_meets_thigh(trunk: Limb, collar: int, near_leg: LegFlesh) -> tuple[int, complex] | None:
    """Where, coming down from the neck, the shirt's front meets the thigh of a bent hip."""
    if near_leg.hip_bend <= 0.3:
        return None
    leg = near_leg.limb
    thigh = [point for point, u in zip(leg.front, leg.us, strict=True) if 3 < u < 38]
    met = first_crossing(trunk.front[collar - 1 :: -1], thigh)
    return None if met is None else (collar - 1 - met[0], met[1])


def _draw_lap(
    drawing: Drawing,
    body: Skeleton,
    trunk: Limb,
    near_leg: LegFlesh,
    hem_point: complex,
    person: Person,
) -> None:
    """Legging between hem and thigh, so that no wedge of the background shows in a bent hip."""
    leg = near_leg.limb
    i = leg.index(14.0)
    front, centre = leg.front[i], leg.centres[i]
    corner = front - (front - centre) * 0.06
    drawing.fill(
        polygon([trunk.back[1], hem_point, corner, centre, body.hip, leg.back[1]]), person.legs
    )
