"""A leg seen from the front: a ribbon with an outer and an inner edge, and a foot towards us."""

from stretchtimer.core.pose import LimbSide
from stretchtimer.figure.geometry import angle_of, turn, unit
from stretchtimer.figure.legs import ANKLE_U, HEM_U, Support, foot_paths
from stretchtimer.figure.limb import Chain, Limb, Profile, builds, samples
from stretchtimer.figure.palette import Person
from stretchtimer.figure.shade import shade
from stretchtimer.figure.shapes import Drawing, Placement, Stroke, outline, polygon, strokes
from stretchtimer.figure.skeleton import THIGH, Leg, Skeleton

_PELVIS_PART = 9.0  # how far the ribbon goes up into the pelvis
SHORT_THIGH = 0.62  # of its length; a thigh drawn shorter than that points at us
_FOLDED_DEG = 115.0
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
_US = (-_PELVIS_PART, 0.0, THIGH, ANKLE_U)
_ROUNDING = ((4.0, 8.0), (5.0, 5.0))
_FOOT = outline(
    (-3.0, 3), (-3.1, 0, -3.5, -2.2, -4.4, -4.3), (-5.3, -6.5, -5.7, -8.7, -2.6, -8.9),
    (-0.4, -9.1, 2.4, -9.0, 4.0, -8.7), (6.7, -8.3, 6.6, -6.3, 5.1, -4.3),
    (3.8, -2.5, 3.1, 0, 3.0, 3),
)  # fmt: skip
_FOOT_FROM_BEHIND = outline(
    (-3.0, 3), (-3.0, -0.6, -3.4, -2.4, -3.7, -4.6), (-3.9, -6.8, -2.4, -7.4, 0.0, -7.4),
    (1.2, -7.4, 2.0, -7.3, 2.7, -7.0), (4.4, -7.0, 6.0, -6.6, 5.9, -5.6),
    (5.6, -4.4, 3.4, -2.4, 3.0, 3),
)  # fmt: skip
_HEEL = strokes(
    (2.7, -7.0, 3.5, -5.6, 3.3, -4.2, 2.7, -3.0), (-0.8, 2.4, -0.5, 0.6, -0.5, -0.6, -0.9, -2.2)
)
_TOES = strokes(
    (-2.3, -8.6, -2.3, -8.2, -2.1, -7.6, -2.0, -7.1), (0.0, -8.8, 0.0, -8.3, 0.1, -7.8, 0.1, -7.3),
    (2.1, -8.7, 2.1, -8.2, 2.0, -7.7, 1.9, -7.2), (4.0, -8.3, 4.0, -7.8, 3.8, -7.4, 3.7, -6.9),
)  # fmt: skip


def points_at_us(leg: Leg) -> bool:
    """Whether the thigh is drawn so short that the knee is before it."""
    return abs(leg.knee - leg.hip) < SHORT_THIGH * THIGH


def sits_facing_us(body: Skeleton) -> bool:
    """Whether a thigh comes at us."""
    return any(points_at_us(leg) for leg in body.legs.values())


def front_leg_limb(body: Skeleton, side: LimbSide, support: Support) -> Limb:
    """The ribbon of the leg."""
    leg = body.legs[side]
    up = unit(body.waist - body.hip)
    chain = Chain([leg.hip + up * _PELVIS_PART, leg.hip, leg.knee, leg.ankle], _US, _ROUNDING)
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
    _draw_foot(drawing, body, side, person)
    if _is_folded(leg):
        _draw_folded_leg(drawing, body, side, support, person)
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


def _is_folded(leg: Leg) -> bool:
    return abs(turn(leg.knee - leg.hip, leg.ankle - leg.knee)) > _FOLDED_DEG


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
    thigh = _thigh(body, side, _LAP[body.build], _ROUND_KNEE_U)
    thigh.rest_on(support)
    drawing.fill(thigh.outline(end_bulge=2.4, begin_bulge=3.0), person.legs)


def _thigh(body: Skeleton, side: LimbSide, profile: Profile, last_u: float) -> Limb:
    leg, up = body.legs[side], unit(body.waist - body.hip)
    onward = leg.knee + (leg.knee - leg.hip)
    chain = Chain(
        [leg.hip + up * _PELVIS_PART, leg.hip, leg.knee, onward],
        (-_PELVIS_PART, 0.0, THIGH, 2 * THIGH),
        (_ROUNDING[0], (1.0, 1.0)),
    )
    return Limb(chain, profile, samples(-3.5, last_u, 6.0), front_is_left=side == "right")


def _draw_folded_leg(
    drawing: Drawing, body: Skeleton, side: LimbSide, support: Support, person: Person
) -> None:
    """The thigh, and in front of it the shin with a round knee."""
    leg = body.legs[side]
    thigh = _thigh(body, side, _CROSSED[body.build], THIGH)
    thigh.rest_on(support)
    drawing.fill(thigh.outline(end_bulge=4.5, begin_bulge=5.0), person.legs)
    knee = leg.knee + unit(leg.knee - leg.ankle) * 2
    shin = Limb(
        Chain([knee, leg.ankle], (THIGH - 2, ANKLE_U)),
        _KNEE[body.build],
        _KNEE_US,
        front_is_left=side == "right",
    )
    drawing.fill(shin.outline(end_bulge=0.7), person.legs)
    drawing.fill(shade(shin, 0.26, taper_begin=False), person.legs_shade)


def _draw_foot(drawing: Drawing, body: Skeleton, side: LimbSide, person: Person) -> None:
    leg = body.legs[side]
    chain = Chain([leg.knee, leg.ankle], (THIGH, ANKLE_U))
    to_us = leg.foot_deg is None
    shank = Limb(
        chain,
        LEG[body.build],
        samples(68.0, ANKLE_U + (1.5 if to_us else -5.5), 5.0),
        front_is_left=side == "right",
    )
    drawing.fill(shank.outline(), person.skin)
    if to_us:
        way_deg = angle_of(leg.ankle - leg.knee)
        mirror = 1 if side == "right" else -1
        size = leg.foot_share  # of a foot that stands nearer to us
        place = Placement(leg.ankle, way_deg + 90.0, scale_x=mirror * size, scale_y=size)
        if body.is_from_behind:
            drawing.fill(_FOOT_FROM_BEHIND, person.skin, place)
            drawing.line(_HEEL, Stroke(person.skin_shade, 0.45), place)
        else:
            drawing.fill(_FOOT, person.skin, place)
            drawing.line(_TOES, Stroke(person.skin_shade, 0.45), place)
        return
    foot, sole = foot_paths(leg, chain)
    drawing.fill(foot, person.skin)
    drawing.fill(sole, person.skin_shade)
