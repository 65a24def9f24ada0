"""The head seen from the front, or on its way to a profile: its own coordinates, x to the right and
where it turns, y to the crown, in cm.
"""

import cmath
import itertools
import math
from dataclasses import dataclass, replace
from functools import lru_cache

from stretchtimer.figure import profile_head as profile
from stretchtimer.figure.geometry import direction, mix, mix_points
from stretchtimer.figure.palette import Hair, Palette
from stretchtimer.figure.shapes import (
    Drawing,
    Path,
    Placement,
    Stroke,
    ellipse,
    evenly_spaced,
    flattened,
    outline,
    polygon,
    strokes,
)

_FACE = outline(
    (-7.4, 4.2), (-7.5, -1.5, -5.4, -7.9, 0, -8.0), (5.4, -7.9, 7.5, -1.5, 7.4, 4.2),
    (7.4, 10.0, 4.2, 14.4, 0, 14.4), (-4.2, 14.4, -7.4, 10.0, -7.4, 4.2),
)  # fmt: skip
_HAIR_BEHIND = outline(
    (-8.2, 2.6), (-9.2, 10.8, -5.4, 16.8, 0, 16.8), (5.4, 16.8, 9.2, 10.8, 8.2, 2.6),
    (7.6, 1.6, 7.0, 2.0, 6.8, 3), (-6.8, 3), (-7.0, 2.0, -7.6, 1.6, -8.2, 2.6),
)  # fmt: skip
_COMBED_BACK = outline(
    (-8.0, 4.6), (-8.8, 11.4, -5.2, 16.8, 0, 16.8), (5.2, 16.8, 8.8, 11.4, 8.0, 4.6),
    (7.6, 7.6, 5.6, 10.6, 0.4, 11.2), (-4.8, 10.8, -7.4, 8.0, -8.0, 4.6),
)  # fmt: skip
_SHORT = outline(
    (-7.9, 4.2), (-9.0, 11.6, -5.6, 17.2, 0.6, 17.2), (6.2, 17.2, 8.9, 11.6, 7.9, 4.2),
    (7.5, 6.8, 6.8, 8.6, 5.6, 9.8), (2.6, 10.2, -1.8, 9.8, -4.6, 11.2),
    (-6.4, 9.6, -7.4, 7.2, -7.9, 4.2),
)  # fmt: skip
_LONG = outline(
    (0, 17), (7.6, 17, 10.6, 10, 10.2, 2), (10, -3, 9.8, -6.4, 8.2, -8.4),
    (4.0, -9.4, -4.0, -9.4, -8.2, -8.4), (-9.8, -6.4, -10.0, -3, -10.2, 2),
    (-10.6, 10, -7.6, 17, 0, 17),
)  # fmt: skip
_STYLES = {"bun": _COMBED_BACK, "short": _SHORT, "bob": _COMBED_BACK}
SHEEN = strokes((-5.6, 9.4, -4.2, 12.4, -1.6, 13.6, 0.6, 13.8))
_HIGHER = 2.6  # by which a high bun is
_SKULL, _CHEEKS = 7.6, 6.2  # radii of the head on which features and cheeks lie
_FACE_MIDDLE = 1 + 4j  # each ray from here meets the edge of a face once
_BEGINS_DEG, _ENDS_DEG = 24.0, 86.0  # between which a face becomes a profile
_LIMB_DEG = 80.0  # what has gone further round the head is not seen


def draw_turned_head(
    drawing: Drawing, place: Placement, colors: Palette, turn_deg: float, *, high_bun: bool = False
) -> None:
    """Hair, ears, face and features of a head turned by `turn_deg` from us, 0 to 90, to where x
    of `place` points. A `high_bun` sits where an arm over the head leaves it to be seen.
    """
    face, skin, style = colors.face, colors.near, colors.look.hair
    parts = _parts(style, round(turn_deg), place.scale_x < 0)
    if style == "bun":
        up = direction(place.angle_deg + 90.0) * (_HIGHER if high_bun else 0.0)
        drawing.fill(parts.bun, face.hair, replace(place, at=place.at + up))
    drawing.fill(parts.behind, face.hair, place)
    if style != "bob":
        drawing.fill(parts.far_ear, skin.skin, place)
    drawing.fill(parts.face, skin.skin, place)
    drawing.fill(parts.blush, face.blush.faded(face.blush.alpha * 0.92), place)
    drawing.fill(parts.hair, face.hair, place)
    if style != "bob":
        drawing.fill(parts.near_ear, skin.skin, place)
    aside = parts.aside
    if aside > 0:
        light = face.hair_light
        drawing.fill(profile.HAIR_LIGHT, light.faded(light.alpha * aside), place)
        if style != "bob":
            line = skin.skin_shade.faded(255 * aside)
            drawing.line(parts.ear_line, Stroke(line, 0.5), place)
    if aside < 1:
        light = face.hair_light.faded(255 * (1 - aside))
        upright = Placement(place.at, place.angle_deg)
        drawing.line(SHEEN, Stroke(light, 0.6), upright)
        nose = skin.skin_shade.faded(255 * (1 - aside))
        drawing.line(parts.nose, Stroke(nose, 0.5), place)
    drawing.line(parts.eyes, Stroke(face.ink, 0.52), place)
    drawing.line(parts.brows, Stroke(face.brow, 0.52), place)
    drawing.line(parts.mouth, Stroke(face.mouth, 0.52), place)


@dataclass(frozen=True, slots=True)
class _Parts:
    """A head at one turn; `aside` is how much of a profile it is, 0 to 1."""

    aside: float
    bun: Path
    behind: Path
    face: Path
    hair: Path
    near_ear: Path
    ear_line: Path
    far_ear: Path
    blush: Path
    eyes: Path
    brows: Path
    nose: Path
    mouth: Path


@lru_cache(maxsize=256)
def _parts(style: Hair, turn_deg: int, mirrored: bool) -> _Parts:  # noqa: FBT001  # for the cache
    share = max(0.0, min(1.0, (turn_deg - _BEGINS_DEG) / (_ENDS_DEG - _BEGINS_DEG)))
    aside = share * share * (3.0 - 2.0 * share)
    turned = math.radians(turn_deg)
    bun = mix(0.0, -7.4, aside) + mix(18.0, 14.2, aside) * 1j
    tip = 1.7 * math.sin(turned)  # a nose stands out of the face
    nose = _carried((0.5, 3.0, 0.8, 1.2, 1.3, 0.2, 0.2, -0.4), turned)
    nose = (*nose[:4], nose[4] + tip, nose[5], nose[6] + tip * 0.3, nose[7])
    near_x = _SKULL * math.sin(turned - math.pi / 2) * (1 - 0.03 * aside)
    ear = 1.5 + 0.3 * math.sin(turned), 2.3
    return _Parts(
        aside,
        bun=ellipse(bun, mix(4.7, 4.5, aside), 4.3),
        behind=_hair_behind(style, aside),
        face=_face(aside),
        hair=_hair(style, aside, mirrored),
        near_ear=ellipse(complex(near_x, mix(1.6, 1.3, aside)), *ear),
        ear_line=strokes(
            tuple(n + near_x if i % 2 == 0 else n for i, n in enumerate(profile.EAR_LINE.numbers))
        ),
        far_ear=ellipse(complex(_SKULL * math.cos(turned), 1.6), *ear),
        blush=_blush(turned),
        eyes=_both((-4.9, 3.3, -4.3, 2.5, -2.8, 2.5, -2.2, 3.3), turned, profile.EYE, aside),
        brows=_both((-5.2, 5.6, -4.4, 6.3, -2.9, 6.3, -2.0, 5.9), turned, profile.BROW, aside),
        nose=strokes(nose),
        mouth=strokes(
            _towards(
                _carried((-1.9, -3.3, -0.9, -4.1, 0.9, -4.1, 1.9, -3.3), turned),
                profile.MOUTH,
                aside,
            )
        ),
    )


def _round_by(x: float, turned: float, radius: float = _SKULL) -> float:
    """The angle round the head of a point of the face, in radians; 0 faces us."""
    return math.asin(max(-1.0, min(1.0, x / radius))) + turned


def _carried(numbers: tuple[float, ...], turned: float) -> tuple[float, ...]:
    """A curve of the face after the turn."""
    limb = math.pi / 2
    xs = [_SKULL * math.sin(min(limb, _round_by(x, turned))) for x in numbers[::2]]
    return tuple(number for pair in zip(xs, numbers[1::2], strict=True) for number in pair)


def _towards(numbers: tuple[float, ...], path: Path, aside: float) -> tuple[float, ...]:
    """A curve on its way to that of the profile."""
    return tuple(mix(a, b, aside) for a, b in zip(numbers, path.numbers, strict=True))


def _both(near: tuple[float, ...], turned: float, in_profile: Path, aside: float) -> Path:
    """An eye or brow on both sides; the far one goes round the head and out of sight."""
    path = strokes(_towards(_carried(near, turned), in_profile, aside))
    far = tuple(-number if i % 2 == 0 else number for i, number in enumerate(near))
    middle = (far[0] + far[6]) / 2
    if math.degrees(_round_by(middle, turned)) < _LIMB_DEG:
        gone = strokes(_smaller(_carried(far, turned), far))
        path.steps += gone.steps
        path.numbers += gone.numbers
    return path


def _smaller(carried: tuple[float, ...], before: tuple[float, ...]) -> tuple[float, ...]:
    """A curve that the turn made narrow, as much lower: it would be a hook."""
    share = (carried[0] - carried[6]) / (before[0] - before[6])
    return tuple(
        number if i % 2 == 0 else mix(before[1], number, share) for i, number in enumerate(carried)
    )


def _blush(turned: float) -> Path:
    path = Path()
    for side in (-1, 1):
        angle = _round_by(4.5 * side, turned, _CHEEKS)
        broad = 1.8 * math.cos(angle) / math.cos(_round_by(4.5, 0.0, _CHEEKS))
        if broad > 0.3:
            spot = ellipse(complex(_CHEEKS * math.sin(angle), -0.9), min(2.0, broad), 1.35)
            path.steps += spot.steps
            path.numbers += spot.numbers
    return path


def _face(aside: float) -> Path:
    """The edge of a face: between the two that are drawn, ray by ray."""
    if aside <= 0:
        return _FACE
    front = _by_angle(flattened(_FACE, 12))
    points = []
    for angle, radius in _by_angle(flattened(profile.FACE, 12)):
        between = mix(_radius_at(front, angle), radius, aside)
        points.append(_FACE_MIDDLE + cmath.rect(between, angle))
    return polygon(points)


def _by_angle(points: list[complex]) -> list[tuple[float, float]]:
    """Points as angles and distances from the middle of the face, by angle."""
    return sorted({cmath.phase(p - _FACE_MIDDLE): abs(p - _FACE_MIDDLE) for p in points}.items())


def _radius_at(rim: list[tuple[float, float]], angle: float) -> float:
    whole = 2 * math.pi
    around = [(rim[-1][0] - whole, rim[-1][1]), *rim, (rim[0][0] + whole, rim[0][1])]
    for (a, near), (b, far) in itertools.pairwise(around):
        if a <= angle <= b:
            return mix(near, far, (angle - a) / (b - a)) if b > a else near
    return rim[0][1]


def _hair(style: Hair, aside: float, mirrored: bool) -> Path:  # noqa: FBT001  # as above
    """From the temple that goes ahead over the crown to the other, and back along the hairline."""
    front = flattened(_STYLES[style], 12)
    front = [complex(-p.real, p.imag) for p in front] if mirrored else front[::-1]
    # the styles begin at the left temple; here all begin at the right one
    begin = max(range(len(front)), key=lambda i: front[i].real - abs(front[i].imag - 4.6))
    front = front[begin:] + front[:begin]
    end = min(range(len(front)), key=lambda i: front[i].real + abs(front[i].imag - 4.6))
    if aside <= 0:
        return polygon(front)
    side = flattened(profile.STYLES[style], 12)
    nape = 36  # three curves after the beginning at the forehead
    points = []
    for a, b in (
        (front[: end + 1], side[: nape + 1]),
        (front[end:] + front[:1], side[nape:] + side[:1]),
    ):
        points += mix_points(evenly_spaced(a, 40), evenly_spaced(b, 40), aside)
    return polygon(points)


def _hair_behind(style: Hair, aside: float) -> Path:
    """What of the hair is seen beside a face that faces us; that of a profile covers it."""
    if style != "bob":
        points = flattened(_HAIR_BEHIND, 10)
        return polygon([complex(p.real * (1 - 0.12 * aside) - 1.6 * aside, p.imag) for p in points])
    front = [flattened(_LONG, 12)[0], *flattened(_LONG, 12)[:0:-1]]  # over the left side
    side = flattened(profile.STYLES[style], 12)
    side = side[12:] + side[:12]  # from the crown, too
    return polygon(mix_points(evenly_spaced(front, 80), evenly_spaced(side, 80), aside))
