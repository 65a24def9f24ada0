"""A leg seen from the front: a ribbon with an outer and an inner edge."""

from stretchtimer.core.pose import LimbSide
from stretchtimer.figure.front_feet import draw_foot_towards_us
from stretchtimer.figure.geometry import unit
from stretchtimer.figure.legs import ANKLE_U, HEM_U, Support, foot_paths
from stretchtimer.figure.limb import Chain, Limb, Profile, builds, samples
from stretchtimer.figure.palette import Person
from stretchtimer.figure.shade import shade
from stretchtimer.figure.shapes import Drawing, Path, polygon
from stretchtimer.figure.skeleton import PELVIS, THIGH, Leg, Skeleton
from stretchtimer.figure.stance import (
    has_fallen,
    is_folded,
    kneels,
    points_at_us,
    sits_facing_us,
    spread_share,
)

_PELVIS_PART = 9.0  # how far the ribbon goes up into the pelvis
_SEAT_DEEP = 8.4  # flesh below the joint of the hip
# Half widths in cm along the leg, 0 at the hip: outer and inner edge.
LEG = builds(
    (
    (-9, 5.6, 6.0), (-4, 7.2, 7.6), (2, 8.3, 8.6), (9, 8.5, 8.3), (18, 7.8, 7.2), (30, 6.4, 6.0),
    (38, 5.5, 5.3), (THIGH, 5.2, 5.1), (47, 5.2, 5.0), (54, 5.6, 5.3), (62, 4.8, 4.6),
    (70, 3.7, 3.7), (76, 3.2, 3.2), (ANKLE_U, 3.0, 3.0), (ANKLE_U + 2, 2.9, 2.9),
    ),
    (-9, 1.12, 1.06), (9, 1.12, 1.12), (40, 1.12, 1.1), (60, 1.12, 1.1),
    (74, 1.03, 1.03), (77, 1, 1),
)  # fmt: skip
# The shin with the knee cap at its top, before a thigh that points at us.
_KNEE = builds(
    (
    (34.6, 0, 0), (34.72, 1.15, 1.15), (35, 2.1, 2.1), (35.5, 3.15, 3.15), (36.2, 4.15, 4.15),
    (37.2, 5.15, 5.15), (38.6, 6.0, 6.0), (THIGH, 6.5, 6.5), (46.6, 6.0, 5.9), (54, 5.9, 5.6),
    (62, 5.0, 4.8), (70, 3.8, 3.8), (76, 3.2, 3.2), (ANKLE_U, 3.0, 3.0),
    ),
    (34.6, 1.1, 1.1), (60, 1.12, 1.1), (74, 1.03, 1.03), (77, 1, 1),
)  # fmt: skip
_ROUND_KNEE_U = THIGH + 12.0  # where a knee that comes at us has its round end
# A thigh that comes at us hardly gets thinner to the eye, and the shin below its knee.
_LAP = builds(
    (
    (-9, 7.0, 6.4), (-3.5, 8.5, 8.6), (0, 9.5, 9.2), (12, 9.4, 9.8), (30, 8.5, 8.4),
    (THIGH, 7.5, 7.3), (THIGH + 7, 6.2, 6.1), (_ROUND_KNEE_U, 4.3, 4.2),
    ),
    (-9, 1.12, 1.06), (9, 1.12, 1.1), (THIGH, 1.1, 1.1),
)  # fmt: skip
# The thigh of a crossed leg comes at us too, with its underside below.
_CROSSED = builds(
    (
    (-9, 4.4, 6.4), (-3.5, 5.4, 8.9), (2, 6.2, 9.4), (12, 7.0, 9.6), (30, 6.2, 8.2),
    (THIGH, 5.0, 6.2),
    ),
    (-9, 1.12, 1.06), (9, 1.12, 1.1), (THIGH, 1.1, 1.1),
)  # fmt: skip
# The thigh of a leg that has fallen to the side, with its inside up.
_FALLEN = builds(
    (
    (-9, 4.4, 6.4), (-3.5, 6.4, 8.9), (2, 7.6, 9.4), (12, 7.9, 9.2), (30, 7.0, 8.0),
    (THIGH, 6.2, 6.2),
    ),
    (-9, 1.12, 1.06), (9, 1.12, 1.1), (THIGH, 1.1, 1.1),
)  # fmt: skip
# The thigh of who kneels, down to the knee on the floor.
_KNEELING = builds(
    (
    (-9, 5.6, 6.0), (-4, 7.2, 7.6), (2, 8.3, 8.6), (9, 8.5, 8.3), (18, 7.9, 7.4), (30, 6.8, 6.5),
    (THIGH, 5.8, 5.7), (THIGH + 2, 5.4, 5.3), (THIGH + 3.6, 4.5, 4.4), (THIGH + 4.8, 3.2, 3.2),
    (THIGH + 5.5, 1.7, 1.7), (THIGH + 5.7, 0, 0),
    ),
    (-9, 1.12, 1.06), (9, 1.12, 1.12), (THIGH, 1.12, 1.1),
)  # fmt: skip
_PARTING_CM = 1.0
_SHIN = builds(
    (
    (THIGH, 5.6, 5.4), (48, 6.0, 5.7), (54, 5.9, 5.6), (62, 5.0, 4.8), (70, 3.8, 3.8),
    (76, 3.2, 3.2), (ANKLE_U, 3.0, 3.0),
    ),
    (THIGH, 1.1, 1.1), (60, 1.12, 1.1), (74, 1.03, 1.03), (77, 1, 1),
)  # fmt: skip
_KNEE_US = (
    *(THIGH - 7 + x for x in (0, 0.12, 0.4, 0.9, 1.6, 2.6, 4.0, 6, 8)),
    *samples(THIGH + 3, HEM_U, 5.5),
)
_LAP_US, _FOLDED_US = samples(-3.5, _ROUND_KNEE_U, 6.0), samples(-3.5, THIGH, 6.0)
_KNEELING_US = (*_FOLDED_US, *(THIGH + x for x in (2, 3.6, 4.8, 5.5, 5.7)))
_US = (-_PELVIS_PART, 0.0, THIGH, ANKLE_U)
_ROUNDING = ((4.0, 8.0), (5.0, 5.0))


def front_leg_limb(body: Skeleton, side: LimbSide, support: Support) -> Limb:
    """The ribbon of the leg."""
    leg = body.legs[side]
    up = (body.waist - body.hip) / PELVIS  # shorter of a trunk that leans towards us
    # a thigh that goes out to the side comes from the middle of the hips
    spread = spread_share(body, leg)
    inward = up * (1.0 - spread) - unit(leg.knee - leg.hip) * spread
    chain = Chain([leg.hip + inward * _PELVIS_PART, leg.hip, leg.knee, leg.ankle], _US, _ROUNDING)
    limb = Limb(chain, LEG[body.build], samples(-8, HEM_U, 6.0), front_is_left=side == "right")
    limb.rest_on(support)
    return limb


def draw_front_leg(
    drawing: Drawing,
    body: Skeleton,
    side: LimbSide,
    limb: Limb,
    support: Support,
    person: Person,
) -> None:
    """Foot, shank and legging; `limb` is the leg's ribbon."""
    leg = body.legs[side]
    if sits_facing_us(body):
        _draw_seat(drawing, body, leg, person)
    if not kneels(leg):
        _draw_shank(drawing, body, side, person)
    if is_folded(leg):
        _draw_folded_leg(drawing, body, side, support, person)
    elif kneels(leg):
        _draw_kneeling_leg(drawing, body, side, person)
    elif points_at_us(leg):
        _draw_coming_leg(drawing, body, side, support, person)
    else:
        drawing.fill(limb.outline(end_bulge=0.7), person.legs)
        drawing.fill(shade(limb, 0.26, first=2), person.legs_shade)


def _draw_seat(drawing: Drawing, body: Skeleton, leg: Leg, person: Person) -> None:
    """What of a buttock is seen between the thighs, down to what it sits on."""
    down = unit(body.hip - body.waist) * _SEAT_DEEP
    middle = body.hip - unit(leg.hip - body.hip) * 0.3  # so that no seam shows there
    drawing.fill(polygon([middle, middle + down, leg.hip + down, leg.hip]), person.legs)


def _draw_coming_leg(
    drawing: Drawing, body: Skeleton, side: LimbSide, support: Support, person: Person
) -> None:
    """The thigh of who sits facing us: its round end, the knee, is before the shin."""
    leg = body.legs[side]
    shin = Limb(
        Chain([leg.knee, leg.ankle], (THIGH, ANKLE_U)),
        _SHIN[body.build],
        samples(THIGH, HEM_U, 5.5),
        front_is_left=side == "right",
    )
    drawing.fill(shin.outline(end_bulge=0.7), person.legs.mixed(person.legs_shade, 0.55))
    drawing.fill(shade(shin, 0.26, taper_begin=False), person.legs_shade)
    thigh = _thigh(body, side, _LAP[body.build], _LAP_US)
    thigh.rest_on(support)
    drawing.fill(thigh.outline(end_bulge=2.4, begin_bulge=3.0), person.legs)


def _thigh(body: Skeleton, side: LimbSide, profile: Profile, us: tuple[float, ...]) -> Limb:
    leg, up = body.legs[side], (body.waist - body.hip) / PELVIS
    onward = leg.knee + (leg.knee - leg.hip)
    if kneels(leg):  # on a knee that is as round whatever the thigh looks like
        onward = leg.knee + unit(leg.knee - leg.hip) * THIGH
    chain = Chain(
        [leg.hip + up * _PELVIS_PART, leg.hip, leg.knee, onward],
        (-_PELVIS_PART, 0.0, THIGH, 2 * THIGH),
        (_ROUNDING[0], (1.0, 1.0)),
    )
    return Limb(chain, profile, us, front_is_left=side == "right")


def _draw_kneeling_leg(drawing: Drawing, body: Skeleton, side: LimbSide, person: Person) -> None:
    """The thigh down to the round knee, behind which the shin is."""
    thigh = _thigh(body, side, _KNEELING[body.build], _KNEELING_US)
    drawing.fill(thigh.outline(), person.legs)
    drawing.fill(shade(thigh, 0.26, first=2, taper_end=False), person.legs_shade)


def _draw_folded_leg(
    drawing: Drawing, body: Skeleton, side: LimbSide, support: Support, person: Person
) -> None:
    """The thigh, and in front of it the shin with a round knee."""
    leg = body.legs[side]
    fallen = has_fallen(leg)
    thigh = _thigh(body, side, (_FALLEN if fallen else _CROSSED)[body.build], _FOLDED_US)
    thigh.rest_on(support)
    drawing.fill(thigh.outline(end_bulge=4.5, begin_bulge=5.0), person.legs)
    knee = leg.knee + unit(leg.knee - leg.ankle) * 2
    shin = Limb(
        Chain([knee, leg.ankle], (THIGH - 2, ANKLE_U)),
        _KNEE[body.build],
        _KNEE_US,
        front_is_left=side == "right",
    )
    if fallen:
        drawing.fill(_parting(shin), person.legs_shade)
    drawing.fill(shin.outline(end_bulge=0.7), person.legs)
    drawing.fill(shade(shin, 0.26, taper_begin=False), person.legs_shade)


def _parting(shin: Limb) -> Path:
    """The shadow of a shin on the thigh behind it, which grows with the way from the knee."""
    first = shin.index(THIGH)
    edge, count = shin.back[first:], len(shin.back) - first
    outer = [
        point - normal * (_PARTING_CM * min(1.0, 2 * i / count))
        for i, (point, normal) in enumerate(zip(edge, shin.normals[first:], strict=True))
    ]
    return Path().follow(outer, begin=True).line_to(edge[-1]).follow(edge[::-1]).close()


def _draw_shank(drawing: Drawing, body: Skeleton, side: LimbSide, person: Person) -> None:
    """The bare end of the shin, and the foot."""
    leg = body.legs[side]
    chain = Chain([leg.knee, leg.ankle], (THIGH, ANKLE_U))
    to_us = leg.foot_deg is None
    shank = Limb(
        chain,
        LEG[body.build],
        samples(68.0, ANKLE_U + (1.5 if to_us else -5.5), 5.0),
        front_is_left=side == "right",
    )
    drawing.fill(shank.outline(end_bulge=1.6 if to_us else 0.0), person.skin)
    if to_us:
        draw_foot_towards_us(drawing, leg, side, person, from_behind=body.is_from_behind)
        return
    foot, sole = foot_paths(leg, chain)
    drawing.fill(foot, person.skin)
    drawing.fill(sole, person.skin_shade)
