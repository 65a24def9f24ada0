"""The working muscles as seen from the front, where they lie on no limb's edge."""

import math

from stretchtimer.core.illustration import Muscle
from stretchtimer.core.pose import LimbSide
from stretchtimer.figure.colors import color
from stretchtimer.figure.geometry import left_of, unit
from stretchtimer.figure.limb import Chain, Limb, Profile, samples
from stretchtimer.figure.muscles import (
    FAINT,
    FALLEN_ADDUCTORS,
    FRONT_PLACES,
    HALO,
    HALO_CM,
    Place,
    draw_muscle,
)
from stretchtimer.figure.neck import side_ends
from stretchtimer.figure.palette import Palette
from stretchtimer.figure.shapes import Blot, Drawing, Gradient, Path, Stroke
from stretchtimer.figure.skeleton import Skeleton
from stretchtimer.figure.stance import is_folded, points_at_us, spread_share

_FIBRE = color("#FFF3DC")
_ON_THE_ARM = 9.0  # how far down the upper arm a chest muscle goes
_ACROSS = 0.5  # how far out a thigh goes whose underside is seen
# From where to where along the trunk, and between which shares of the way from middle to side.
_ON_THE_TRUNK: dict[Muscle, tuple[float, float, float, float]] = {
    "waist": (11.5, 38.0, 0.45, 0.95),
    "upper_back": (26.0, 50.0, 0.1, 0.5),
}
_BEFORE, _BEYOND = 3.0, 4.0  # how far a ribbon of its own goes on beyond its muscle


def draw_front_muscle(
    drawing: Drawing,
    body: Skeleton,
    ribbons: dict[str, Limb],
    muscle: Muscle,
    side: LimbSide,
    strength: float,
    colors: Palette,
) -> None:
    """The glow of one muscle; `strength` from 0 to 1."""
    if strength <= FAINT:
        return
    if muscle == "chest":
        draw_chest(drawing, body, side, strength, colors)
        return
    if muscle in _ON_THE_TRUNK:
        edge = "front" if side == "right" else "back"
        if "torso" in ribbons:
            from_u, to_u, inner, outer = _ON_THE_TRUNK[muscle]
            place = Place("torso", from_u, to_u, edge, inner, outer)
            draw_muscle(drawing, ribbons["torso"], place, strength, colors)
        return
    known = FRONT_PLACES.get(muscle)
    if muscle == "adductors" and is_folded(body.legs[side]):
        known = FALLEN_ADDUCTORS
    if known is not None:
        ribbon = ribbons.get(f"{side}_{known.part}")
        if ribbon is not None:
            draw_muscle(drawing, ribbon, known, strength, colors)
        return
    points, us, width = _neck_side(body, side) if muscle == "neck_side" else _hip(body, side)
    last = us[-1]
    ribbon = Limb(
        Chain(points, us, ((4.0, 4.0),)),
        Profile((-4, width, width), (last + 4, width, width)),
        samples(-_BEFORE, last + _BEFORE, 1.6),
    )
    draw_muscle(drawing, ribbon, Place("", 0.0, last, "front", -0.95, 0.95), strength, colors)


def _neck_side(
    body: Skeleton, side: LimbSide
) -> tuple[list[complex], tuple[float, float, float], float]:
    """From below the ear over the side of the neck to the shoulder, or from behind to the upper
    corner of the shoulder blade.
    """
    out = 1 if side == "right" else -1
    up = body.up
    across = -left_of(up) * out
    if body.is_from_behind:
        neck, blade = body.c7 + across * 4.4 - up * 1.0, body.c7 + across * 9.0 - up * 11.0
        return [body.in_head(4.2 * out, -2.6), neck, blade], (0.0, 9.0, 20.0), 2.7
    base, jaw = side_ends(body, out)
    neck = (base + jaw) / 2 - across * 3.4 - up * 0.8  # where the neck is narrowest
    shoulder = body.arms[side].shoulder * 0.72 + (body.c7 + across * 6) * 0.28 + up * 1.2
    aside = math.cos(math.radians(body.gaze))
    return [body.in_head(5.2 * out * aside, 1.0), neck, shoulder], (0.0, 11.0, 25.0), 3.1


def _hip(body: Skeleton, side: LimbSide) -> tuple[list[complex], tuple[float, float, float], float]:
    """From the buttock along the underside of the thigh, which the crossed shin leaves to be
    seen; of a leg that goes on from the trunk, along its outside; along the middle of one lifted
    to the side, whose outside is up.
    """
    leg = body.legs[side]
    thigh = leg.knee - leg.hip
    under = left_of(unit(thigh)) * (-1 if side == "right" else 1)
    if spread_share(body, leg) < _ACROSS and not points_at_us(leg):
        begin, middle, end = (
            leg.hip + thigh * along - under * out
            for along, out in ((-0.12, 5.0), (0.13, 5.6), (0.42, 4.4))
        )
        return [begin, middle, end], (0.0, 11.0, 23.5), 3.1
    if not is_folded(leg) and not points_at_us(leg):
        under = 0j
    begin, middle, end = (
        leg.hip + thigh * along + under * down
        for along, down in ((-0.2, 5.4), (0.22, 5.9), (0.66, 5.6))
    )
    return [begin, middle, end], (0.0, 10.0, 20.0), 3.3


def draw_chest(
    drawing: Drawing, body: Skeleton, side: LimbSide, strength: float, colors: Palette
) -> None:
    """A fan from the upper arm to collarbone and breastbone, towards which it fades: two shapes
    with an edge all round read as clothing.
    """
    out = 1 if side in ("right", "far") else -1
    top, up = body.c7, body.up
    across = -left_of(up) * out
    arm = body.arms[side]
    shoulder, along = arm.shoulder, unit(arm.elbow - arm.shoulder)
    end = shoulder + along * _ON_THE_ARM - across * 1.5
    middle = top - up * 12.0 + across * 1.0
    rim = [
        top - up * 7.0 + across * 0.8,
        top - up * 4.6 + across * 8.5,
        shoulder + up * 1.6 - across * 3.0,
        end,
        shoulder - up * 5.6 - across * 2.4,
        top - up * 17.6 + across * 10.2,
        top - up * 19.6 + across * 5.2,
        top - up * 19.0 + across * 0.8,
        middle,
    ]
    scene = colors.scene
    opacity = scene.halo_opacity * strength * 0.5
    for share in (0.0, 0.25, 0.5):
        centre = end + (middle - end) * share
        radius = HALO_CM + 4.0 + 6.0 * share
        drawing.items.append(Blot(scene.glow, HALO, centre, radius, radius, opacity))
    stops = (
        (0.0, scene.glow.faded(235 * strength)),
        (0.35, scene.glow_core.faded(240 * strength)),
        (0.7, scene.glow.mixed(scene.glow_core, 0.5).faded(190 * strength)),
        (1.0, scene.glow.faded(15 * strength)),
    )
    drawing.fill(_round(rim), Gradient(end, middle, stops))
    origin = shoulder - up * 1.6 + along * 2.0
    fibres = Path()
    for down, aside in ((6.8, 8.0), (8.6, 3.6), (11.6, 2.6), (15.0, 3.2), (17.6, 6.4)):
        insertion = top - up * down + across * aside
        begin, bow = origin + (insertion - origin) * 0.08, (origin + insertion) / 2 + up
        fibres.move_to(begin)
        fibres.curve_to(
            begin + (bow - begin) * 2 / 3, insertion + (bow - insertion) * 2 / 3, insertion
        )
    drawing.line(fibres, Stroke(_FIBRE.faded(95 * strength), 0.45))


def _round(points: list[complex]) -> Path:
    """A smooth closed line through points."""
    path = Path().move_to(points[0])
    count = len(points)
    for i, here in enumerate(points):
        before, after, beyond = points[i - 1], points[(i + 1) % count], points[(i + 2) % count]
        path.curve_to(here + (after - before) / 6, after - (beyond - here) / 6, after)
    return path.close()
