"""A foot that points at us: flat on the floor, on its edge with the sole inward, or from behind."""

from stretchtimer.core.pose import LimbSide
from stretchtimer.figure.geometry import angle_of, clamp, direction, left_of, unit, wrapped
from stretchtimer.figure.palette import Person
from stretchtimer.figure.shapes import Drawing, Path, Placement, Stroke, outline, strokes
from stretchtimer.figure.skeleton import Leg
from stretchtimer.figure.stance import LYING_CM, has_fallen, is_folded

_LINE_CM = 0.45
_ANKLE_GIVES_DEG = 12.0  # how far a foot on the floor is tilted with its shin
_UPRIGHT = 0.99  # cosine of what a shin may lean from its foot unseen
_FOOT_EDGE = (
    (-3.1, 0, -3.5, -2.2, -4.4, -4.3), (-5.3, -6.5, -5.7, -8.7, -2.6, -8.9),
    (-0.4, -9.1, 2.4, -9.0, 4.0, -8.7), (6.7, -8.3, 6.6, -6.3, 5.1, -4.3),
)  # fmt: skip
_FOOT = outline((-3.0, 3), *_FOOT_EDGE, (3.8, -2.5, 3.1, 0, 3.0, 3))
_FOOT_FROM_BEHIND = outline(
    (-3.0, 3), (-3.0, -0.6, -3.4, -2.4, -3.7, -4.6), (-3.9, -6.8, -2.4, -7.4, 0.0, -7.4),
    (1.2, -7.4, 2.0, -7.3, 2.7, -7.0), (4.4, -7.0, 6.0, -6.6, 5.9, -5.6),
    (5.6, -4.4, 3.4, -2.4, 3.0, 3),
)  # fmt: skip
_HEEL = strokes(
    (2.7, -7.0, 3.5, -5.6, 3.3, -4.2, 2.7, -3.0), (-0.8, 2.4, -0.5, 0.6, -0.5, -0.6, -0.9, -2.2)
)
# On its outer edge on the floor, with the sole, on the left, turned to the other foot's.
_FOOT_ON_EDGE = outline(
    (2.6, 3.4), (0.0, 3.6, -2.4, 3.0, -4.0, 2.2), (-5.4, 1.7, -6.6, 1.6, -6.6, 0.2),
    (-6.6, -9.2), (-6.6, -10.6, -5.0, -10.7, -4.2, -9.9),
    (-2.4, -8.4, 0.4, -7.4, 2.6, -5.6), (4.6, -4.2, 5.0, -2.4, 4.2, -0.6),
    (3.8, 0.6, 3.4, 2.2, 2.6, 3.4),
)  # fmt: skip
_TOES_ON_EDGE = strokes(
    (-6.5, -1.6, -5.6, -1.9, -4.6, -1.8, -3.7, -1.3),
    (-6.5, -4.0, -5.6, -4.3, -4.6, -4.2, -3.6, -3.7),
    (-6.5, -6.2, -5.6, -6.5, -4.6, -6.3, -3.6, -5.8),
    (-6.5, -8.2, -5.6, -8.5, -4.8, -8.4, -3.8, -7.9),
    (-6.6, 0.6, -6.6, -2.4, -6.6, -6.0, -6.6, -9.4),
)  # fmt: skip
_TOES = strokes(
    (-2.3, -8.6, -2.3, -8.2, -2.1, -7.6, -2.0, -7.1), (0.0, -8.8, 0.0, -8.3, 0.1, -7.8, 0.1, -7.3),
    (2.1, -8.7, 2.1, -8.2, 2.0, -7.7, 1.9, -7.2), (4.0, -8.3, 4.0, -7.8, 3.8, -7.4, 3.7, -6.9),
)  # fmt: skip


def draw_foot_towards_us(
    drawing: Drawing, leg: Leg, side: LimbSide, person: Person, *, from_behind: bool
) -> None:
    """The foot of one side, or of who stands with the back to us."""
    mirror = 1 if side == "right" else -1
    size = leg.foot_share  # of a foot that stands nearer to us
    fallen = has_fallen(leg)
    tilt_deg = 0.0 if fallen else _tilt_deg(leg)
    place = Placement(leg.ankle, tilt_deg, scale_x=mirror * size, scale_y=size)
    if fallen:
        foot, lines = _FOOT_ON_EDGE, _TOES_ON_EDGE
    elif from_behind:
        foot, lines = _FOOT_FROM_BEHIND, _HEEL
    else:
        foot, lines = _standing_foot(leg, tilt_deg, mirror), _TOES
    drawing.fill(foot, person.skin, place)
    drawing.line(lines, Stroke(person.skin_shade, _LINE_CM), place)


def _tilt_deg(leg: Leg) -> float:
    """How far a foot that points at us is tilted with its shin: on the floor the ankle gives."""
    tilt_deg = wrapped(angle_of(leg.ankle - leg.knee) + 90.0)
    if is_folded(leg):
        return tilt_deg
    given = clamp((leg.ankle.imag - LYING_CM) / LYING_CM, 0.0, 1.0)
    return tilt_deg * given + clamp(tilt_deg, -_ANKLE_GIVES_DEG, _ANKLE_GIVES_DEG) * (1.0 - given)


def _standing_foot(leg: Leg, tilt_deg: float, mirror: int) -> Path:
    """A foot that points at us, and grows out of a shin that may come from the side."""
    shin = (leg.knee - leg.ankle) / direction(tilt_deg)
    up = unit(complex(shin.real * mirror, shin.imag))
    if up.imag > _UPRIGHT:
        return _FOOT
    left, right = up * 3.0 + left_of(up) * 3.0, up * 0.5 - left_of(up) * 3.1
    bow = right - up * 3.0
    last = (4.6, -3.4, bow.real, bow.imag, right.real, right.imag)
    return outline((left.real, left.imag), *_FOOT_EDGE, last)
