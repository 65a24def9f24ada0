"""The working muscles as seen from the front, where they lie on no limb's edge."""

from stretchtimer.core.illustration import Muscle
from stretchtimer.core.pose import LimbSide
from stretchtimer.figure.colors import color
from stretchtimer.figure.geometry import left_of, unit
from stretchtimer.figure.limb import Chain, Limb, Profile, samples
from stretchtimer.figure.muscles import FAINT, FRONT_PLACES, Place, draw_muscle
from stretchtimer.figure.palette import Palette
from stretchtimer.figure.shapes import Drawing, Gradient, Path, Stroke
from stretchtimer.figure.skeleton import Skeleton

_FIBRE = color("#FFF3DC")
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
    if muscle == "waist":
        edge = "front" if side == "right" else "back"
        if "torso" in ribbons:
            place = Place("torso", 11.5, 38.0, edge, 0.45, 0.95)
            draw_muscle(drawing, ribbons["torso"], place, strength, colors)
        return
    known = FRONT_PLACES.get(muscle)
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
    """From below the ear over the side of the neck to the shoulder."""
    out = 1 if side == "right" else -1
    up = body.up
    across = -left_of(up) * out
    neck = body.c7 + across * 5.2 + up * 1.2
    shoulder = body.arms[side].shoulder * 0.72 + (body.c7 + across * 6) * 0.28 + up * 2.2
    return [body.in_head(5.2 * out, 1.0), neck, shoulder], (0.0, 11.0, 25.0), 3.1


def _hip(body: Skeleton, side: LimbSide) -> tuple[list[complex], tuple[float, float, float], float]:
    """From the crest of the hip over its side to the middle of the thigh."""
    leg = body.legs[side]
    up = unit(body.waist - body.hip)
    across = -left_of(up) * (1 if side == "right" else -1)
    crest, side_of_hip = leg.hip + up * 9.5 + across * 1.5, leg.hip + up * 3.5 + across * 4.5
    end = leg.hip + (leg.knee - leg.hip) * 0.62 + up * 2.5
    return [crest, side_of_hip, end], (0.0, 8.0, 20.0), 4.0


def draw_chest(
    drawing: Drawing, body: Skeleton, side: LimbSide, strength: float, colors: Palette
) -> None:
    """A fan from breastbone and collarbone to the armpit; two plain ovals read as a bikini."""
    out = 1 if side in ("right", "far") else -1
    top, up = body.c7, body.up
    across = -left_of(up) * out
    shoulder = body.arms[side].shoulder
    rim = [
        top - up * 7.2 + across * 2.2,
        top - up * 5.4 + across * 9.5,
        shoulder + up * 1.0 - across * 2.0,
        shoulder - up * 4.2 + across * 0.2,
        top - up * 17.2 + across * 11.6,
        top - up * 20.0 + across * 6.6,
        top - up * 18.0 + across * 1.7,
        top - up * 12.0 + across * 1.5,
    ]
    scene = colors.scene
    for size, alpha in ((1.16, 16), (1.08, 26)):
        drawing.fill(_round(rim, size), scene.glow.faded(alpha * strength))
    stops = (
        (0.0, scene.glow_core.faded(235 * strength)),
        (0.55, scene.glow_core.mixed(scene.glow, 0.6).faded(225 * strength)),
        (1.0, scene.glow.faded(200 * strength)),
    )
    drawing.fill(_round(rim, 1.0), Gradient(rim[2], rim[7], stops))
    origin = shoulder - up * 1.5 - across * 2.4
    fibres = Path()
    for down, aside in ((8.4, 3.6), (11.6, 3.0), (15.0, 3.4), (17.8, 6.0)):
        end = top - up * down + across * aside
        begin, bow = origin + (end - origin) * 0.12, (origin + end) / 2 + up
        fibres.move_to(begin)
        fibres.curve_to(begin + (bow - begin) * 2 / 3, end + (bow - end) * 2 / 3, end)
    drawing.line(fibres, Stroke(_FIBRE.faded(90 * strength), 0.45))


def _round(rim: list[complex], size: float) -> Path:
    """A smooth closed line through points, grown about their middle."""
    middle = sum(rim) / len(rim)
    points = [middle + (point - middle) * size for point in rim]
    path = Path().move_to(points[0])
    count = len(points)
    for i, here in enumerate(points):
        before, after, beyond = points[i - 1], points[(i + 1) % count], points[(i + 2) % count]
        path.curve_to(here + (after - before) / 6, after - (beyond - here) / 6, after)
    return path.close()
