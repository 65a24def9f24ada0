"""Small plane geometry. Points and directions are complex numbers, in cm, y up; angles in
degrees."""

import cmath
import itertools
import math
from bisect import bisect_right
from collections.abc import Iterable, Sequence


def direction(angle_deg: float) -> complex:
    """The unit vector at an angle."""
    return cmath.rect(1.0, math.radians(angle_deg))


def angle_of(vector: complex) -> float:
    """The angle of a vector, in degrees."""
    return math.degrees(cmath.phase(vector))


def left_of(vector: complex) -> complex:
    """The vector turned by a quarter counter-clockwise."""
    return vector * 1j


def unit(vector: complex) -> complex:
    """The vector at length 1; no length points right."""
    length = abs(vector)
    return vector / length if length > 1e-9 else 1 + 0j


def dot(one: complex, other: complex) -> float:
    """The scalar product."""
    return one.real * other.real + one.imag * other.imag


def turn(before: complex, after: complex) -> float:
    """The signed turn from one direction to the next, in degrees."""
    return angle_of(after / before)


def wrapped(angle_deg: float) -> float:
    """The same angle between -180 and 180 degrees."""
    return (angle_deg + 180.0) % 360.0 - 180.0


def mix(start: float, end: float, t: float) -> float:
    """Between two numbers."""
    return start + (end - start) * t


def mix_points(start: Iterable[complex], end: Iterable[complex], t: float) -> list[complex]:
    """Each point on its way to the one of the same rank; there must be as many."""
    return [a + (b - a) * t for a, b in zip(start, end, strict=True)]


def mix_angle(start_deg: float, end_deg: float, t: float) -> float:
    """Between two angles, along the shorter arc."""
    return start_deg + wrapped(end_deg - start_deg) * t


def bump(u: float, centre: float, width: float) -> float:
    """1 at `centre`, falling smoothly to 0 at `width` on both sides."""
    x = (u - centre) / width
    return 0.0 if abs(x) >= 1.0 else (1.0 - x * x) ** 2


def clamp(value: float, low: float, high: float) -> float:
    """`value`, kept between two bounds."""
    return max(low, min(high, value))


def two_bones(
    root: complex, target: complex, first_cm: float, second_cm: float, side: int
) -> tuple[complex, complex, float]:
    """The joint between two bones from `root` to `target`, the end reached, and the cm missing.

    `side` is +1 when the joint lies to the left of the way, -1 to the right. A target too near or
    too far is moved along the same line to where the bones can reach.
    """
    way = target - root
    distance = abs(way)
    along = unit(way)
    reachable = clamp(
        distance,
        1.02 * abs(first_cm - second_cm) + 0.5,
        0.9995 * (first_cm + second_cm),
    )
    x = (first_cm**2 - second_cm**2 + reachable**2) / (2.0 * reachable)
    height = math.sqrt(max(0.0, first_cm**2 - x * x))
    joint = root + along * x + left_of(along) * height * side
    return joint, root + along * reachable, distance - reachable


class SmoothCurve:
    """A curve through given points that never wiggles between them (monotone cubic)."""

    def __init__(self, xs: Sequence[float], ys: Sequence[float]) -> None:
        self._xs, self._ys = tuple(xs), tuple(ys)
        self._slopes = _monotone_slopes(self._xs, self._ys)

    def __call__(self, x: float) -> float:
        """The height at `x`; beyond the ends it stays level."""
        xs, ys, slopes = self._xs, self._ys, self._slopes
        if x <= xs[0]:
            return ys[0]
        if x >= xs[-1]:
            return ys[-1]
        i = bisect_right(xs, x) - 1
        h = xs[i + 1] - xs[i]
        t = (x - xs[i]) / h
        t2, t3 = t * t, t * t * t
        return (
            (2 * t3 - 3 * t2 + 1) * ys[i]
            + (t3 - 2 * t2 + t) * h * slopes[i]
            + (3 * t2 - 2 * t3) * ys[i + 1]
            + (t3 - t2) * h * slopes[i + 1]
        )


def _monotone_slopes(xs: Sequence[float], ys: Sequence[float]) -> tuple[float, ...]:
    steps = [b - a for a, b in itertools.pairwise(xs)]
    rises = [(b - a) / h for a, b, h in zip(ys, ys[1:], steps, strict=False)]
    slopes = [rises[0]]
    for i in range(1, len(rises)):
        before, after = rises[i - 1], rises[i]
        if before * after <= 0:
            slopes.append(0.0)
            continue
        w1, w2 = 2 * steps[i] + steps[i - 1], steps[i] + 2 * steps[i - 1]
        slopes.append((w1 + w2) / (w1 / before + w2 / after))
    return (*slopes, rises[-1])


def first_crossing(one: Sequence[complex], other: Sequence[complex]) -> tuple[int, complex] | None:
    """Where a polyline first meets another: the index of its segment, and the point."""
    for i, (a, b) in enumerate(itertools.pairwise(one)):
        for c, d in itertools.pairwise(other):
            point = crossing(a, b, c, d)
            if point is not None:
                return i, point
    return None


def crossing(a: complex, b: complex, c: complex, d: complex) -> complex | None:
    """The point where the segments a-b and c-d cross, if they do."""
    rx, ry = b.real - a.real, b.imag - a.imag
    qx, qy = d.real - c.real, d.imag - c.imag
    cross = rx * qy - ry * qx
    if -1e-9 < cross < 1e-9:
        return None
    dx, dy = c.real - a.real, c.imag - a.imag
    t = (dx * qy - dy * qx) / cross
    if not 0.0 <= t <= 1.0:
        return None
    v = (dx * ry - dy * rx) / cross
    if not 0.0 <= v <= 1.0:
        return None
    return complex(a.real + rx * t, a.imag + ry * t)
