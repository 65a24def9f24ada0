"""How somebody who faces us has the legs, which decides how they are drawn. Pure."""

from stretchtimer.figure.geometry import clamp, turn
from stretchtimer.figure.skeleton import SHIN, THIGH, Leg, Skeleton

_SHORT_THIGH = 0.62  # of its length; a thigh drawn shorter than that points at us
_SHORT_SHIN = 0.15
_FOLDED_DEG = 115.0
_STEEP = 1.7  # slope of a shin that stands on its foot
_SPREADS_DEG, _SPREAD_DEG = 25.0, 65.0
LYING_CM = 12.0  # an ankle no higher than that is on the floor


def points_at_us(leg: Leg) -> bool:
    """Whether the thigh is drawn so short that the knee is before it."""
    return abs(leg.knee - leg.hip) < _SHORT_THIGH * THIGH


def sits_facing_us(body: Skeleton) -> bool:
    """Whether a thigh comes at us, with a foot before the seat."""
    return any(points_at_us(leg) and not kneels(leg) for leg in body.legs.values())


def spread_share(body: Skeleton, leg: Leg) -> float:
    """How much a thigh goes out to the side: 0 hanging, 1 across."""
    out_deg = abs(turn(body.hip - body.waist, leg.knee - leg.hip))
    return clamp((out_deg - _SPREADS_DEG) / (_SPREAD_DEG - _SPREADS_DEG), 0.0, 1.0)


def is_folded(leg: Leg) -> bool:
    """Whether the shin comes back before the thigh."""
    return abs(turn(leg.knee - leg.hip, leg.ankle - leg.knee)) > _FOLDED_DEG


def has_fallen(leg: Leg) -> bool:
    """Whether a folded leg has fallen to the side, onto the floor, with its inside up."""
    shin = leg.ankle - leg.knee
    is_steep = abs(shin.imag) > _STEEP * abs(shin.real)
    return is_folded(leg) and leg.ankle.imag < LYING_CM and not is_steep


def kneels(leg: Leg) -> bool:
    """Whether the shin is drawn so short that it goes away from us, and hides the foot."""
    return abs(leg.ankle - leg.knee) < _SHORT_SHIN * SHIN
