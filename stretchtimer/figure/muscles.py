"""The glow of the working muscle: a spindle on the limb's own flesh, with a halo and fibres."""

import bisect
import itertools
import math
from dataclasses import dataclass

from stretchtimer.core.illustration import Muscle
from stretchtimer.figure.colors import color
from stretchtimer.figure.geometry import dot, left_of, unit
from stretchtimer.figure.limb import Limb
from stretchtimer.figure.palette import Palette
from stretchtimer.figure.shapes import Blot, Drawing, Gradient, Path

HALO = ((0.0, 255), (0.5, 215), (0.75, 95), (0.9, 25), (1.0, 0))
HALO_CM = 5.0  # how far it reaches beyond the muscle
_HALO_STEP_CM = 4.2  # further apart the stamps show as puffs on a long muscle
_FIBRE = color("#FFF3DC")
_FIBRE_HALF = 0.021  # half a fibre's share of the belly
_STEPS = 14
_BULGE = 0.06  # of a short muscle's inner side, as a share of its length
FAINT = 0.02  # no weaker glow is seen


@dataclass(frozen=True, slots=True)
class Place:
    """Where a muscle lies: on which ribbon, from where to where along it, on which edge, and
    between which shares of the way from the middle (0) to that edge (1). `thickest` is the share
    of its length where its belly is, `halo` how strong its halo is: on a sleeve it turns grey.
    `slant` is how many shares nearer to the middle its end lies than its begin. A `short` one
    stays an oval where a bend would make a crescent of it.
    """

    part: str
    from_u: float
    to_u: float
    edge: str
    inner: float
    outer: float
    thickest: float = 0.5
    halo: float = 1.0
    slant: float = 0.0
    short: bool = False


PLACES: dict[Muscle, Place] = {
    "hamstrings": Place("leg", 8.5, 40, "back", -0.10, 0.93),
    "quads": Place("leg", 4, 39, "front", -0.05, 0.93),
    "calf": Place("leg", 43, 71, "back", 0.06, 0.95),
    "glutes": Place("leg", -10.5, 5.5, "back", 0.15, 0.94, halo=0.75, slant=0.55, short=True),
    "hip_flexor": Place("leg", -9, 17, "front", 0.05, 0.93),
    "shin": Place("leg", 44, 70, "front", -0.1, 0.9),
    "back": Place("torso", 9, 50, "back", 0.30, 0.93),
    "lower_back": Place("torso", 12.5, 31, "back", 0.12, 0.93),
    "upper_back": Place("torso", 21, 48, "back", 0.54, 0.98),
    "chest": Place("torso", 30, 46, "front", 0.1, 0.93),
    "abs": Place("torso", 10, 32, "front", 0.15, 0.93),
    "neck": Place("torso", 46.5, 65, "back", 0.46, 1.14),
    "waist": Place("torso", 11.5, 38, "front", -0.2, 0.7),
    "shoulder": Place("arm", -4, 14, "back", -0.6, 0.9),
    "upper_arm": Place("arm", 6, 29, "back", -0.2, 0.9),
    "neck_front": Place("torso", 50, 61, "front", 0.1, 0.9),
    "forearm": Place("arm", 31, 52, "front", -0.3, 0.9),
    "wrist_flexors": Place("arm", 31, 52, "back", -0.08, 0.98),
    "adductors": Place("leg", 2, 36, "back", -0.55, 0.45),
    "trapezius": Place("torso", 38, 61, "back", 0.22, 0.95, thickest=0.55),
}
# Seen from the front a limb's front is its outer edge, the trunk's is the right one.
FRONT_PLACES: dict[Muscle, Place] = {
    "shoulder": Place("arm", -4, 16, "front", -0.6, 0.8, thickest=0.4, halo=0.4),
    "upper_arm": Place("arm", 6, 29, "front", -0.2, 0.9),
    "forearm": Place("arm", 31, 52, "front", -0.3, 0.9),
    "quads": Place("leg", 6, 37, "front", -0.65, 0.75),
    "adductors": Place("leg", 9, 37, "back", -0.25, 0.85),
    "calf": Place("leg", 46, 70, "front", -0.6, 0.8),
}
# What lies above the shin of a folded leg that has fallen to the side.
FALLEN_ADDUCTORS = Place("leg", 7, 37, "front", -0.2, 0.85, slant=-0.3)


def draw_muscle(
    drawing: Drawing, limb: Limb, place: Place, strength: float, colors: Palette
) -> None:
    """The glow of one muscle; `strength` from 0 to 1."""
    if strength <= FAINT:
        return
    belly = limb.bellies.get(place)
    if belly is None:
        belly = limb.bellies[place] = _Belly(limb, place)
    scene = colors.scene
    opacity = scene.halo_opacity * place.halo * strength * min(1.0, 6.5 / len(belly.halo) + 0.25)
    drawing.items += [
        Blot(scene.glow, HALO, centre, radius, radius, opacity) for centre, radius in belly.halo
    ]
    ends = scene.glow.faded(225 * strength)
    middle = scene.glow.mixed(scene.glow_core, strength**1.5).faded(250 * strength)
    stops = ((0.0, ends), (0.5, middle), (1.0, ends))
    drawing.fill(belly.outline, Gradient(belly.begin, belly.end, stops))
    if strength > 0.25:
        alpha = 100 * (strength - 0.25) / 0.75
        drawing.fill(belly.fibres, _FIBRE.faded(alpha))


class _Belly:
    """The shapes of a muscle, which stay as they are while only its glow grows."""

    def __init__(self, limb: Limb, place: Place) -> None:
        outer, inner = _spindle(limb, place)
        self.begin, self.end = outer[0], outer[-1]
        self.outline = Path().follow(outer, begin=True).line_to(inner[-1]).follow(inner[::-1])
        self.outline.close()
        self.fibres = _fibres(outer, inner)
        self.halo = _halo(outer, inner)


def _fibres(outer: list[complex], inner: list[complex]) -> Path:
    """Thin slivers along the belly, wider where it is wide."""
    path = Path()
    for share in (0.28, 0.52, 0.76):
        one, other = (
            [outer[i] + (inner[i] - outer[i]) * at for i in range(2, _STEPS - 1)]
            for at in (share - _FIBRE_HALF, share + _FIBRE_HALF)
        )
        path.line_through([*one, *other[::-1]])
    return path


def _spindle(limb: Limb, place: Place) -> tuple[list[complex], list[complex]]:
    """Both sides of the belly, from end to end."""
    edge = limb.back if place.edge == "back" else limb.front
    middle, half = (place.inner + place.outer) / 2, (place.outer - place.inner) / 2
    skew = math.log(0.5) / math.log(place.thickest)
    outer: list[complex] = []
    inner: list[complex] = []
    for step in range(_STEPS + 1):
        along = step / _STEPS
        u = place.from_u + (place.to_u - place.from_u) * along
        i = max(0, min(len(limb.us) - 2, bisect.bisect_right(limb.us, u) - 1))
        t = (u - limb.us[i]) / (limb.us[i + 1] - limb.us[i])
        centre = limb.centres[i] + (limb.centres[i + 1] - limb.centres[i]) * t
        rim = edge[i] + (edge[i + 1] - edge[i]) * t
        belly = half * max(0.0, math.sin(math.pi * along**skew)) ** 0.62
        line = middle + place.slant * (0.5 - along)
        outer.append(centre + (rim - centre) * min(place.outer, line + belly))
        inner.append(centre + (rim - centre) * (line - belly))
    return outer, _bulged(outer, inner) if place.short else inner


def _bulged(outer: list[complex], inner: list[complex]) -> list[complex]:
    """An inner side that bulges at least a little beyond the straight line between both ends."""
    begin, end = outer[0], outer[-1]
    out = left_of(unit(end - begin))
    if dot(outer[_STEPS // 2] - begin, out) > 0:
        out = -out
    bulged: list[complex] = []
    for step, point in enumerate(inner):
        along = step / _STEPS
        least = begin + (end - begin) * along
        least += out * (_BULGE * abs(end - begin) * math.sin(math.pi * along))
        bulged.append(point if dot(point - least, out) > 0 else least)
    return bulged


def _halo(outer: list[complex], inner: list[complex]) -> list[tuple[complex, float]]:
    """Middles and radii of the soft spots along a belly."""
    length = sum(abs(b - a) for a, b in itertools.pairwise(outer))
    count = max(5, int(length / _HALO_STEP_CM))
    last = len(outer) - 1
    spots: list[tuple[complex, float]] = []
    for stamp in range(count):
        along = (0.08 + 0.84 * stamp / (count - 1)) * last
        i = int(along)
        j, t = min(last, i + 1), along - i
        centre = ((outer[i] + inner[i]) * (1 - t) + (outer[j] + inner[j]) * t) / 2
        spots.append((centre, abs(outer[i] - inner[i]) * 0.5 + HALO_CM))
    return spots
