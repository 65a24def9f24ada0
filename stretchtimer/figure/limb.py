"""A limb is one smooth ribbon: a rounded chain of joints with a width to its front and to its back.

Widths are given along the stretched-out limb (`u`, in cm from its first named joint), so that they
stay with the flesh however the limb is bent.
"""

import bisect
import math
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from stretchtimer.figure.build import Build
from stretchtimer.figure.geometry import (
    SmoothCurve,
    clamp,
    crossing,
    dot,
    left_of,
    mix_points,
    turn,
    unit,
)
from stretchtimer.figure.shapes import Path

_WEB_CM = 6.0  # how much of both edges a concave corner rounds off
_SUNK_CM = 2.0  # how deep in the limb an edge may begin
_LEANING = 0.4  # sine of the angle from which on an edge is not along the limb's beginning
_DENSE_CM = 2.0  # between samples where a limb is bent

Fade = Callable[[float], float]


class Profile:
    """Half widths of a limb: rows of (u, front, back), in cm."""

    def __init__(self, *rows: tuple[float, float, float]) -> None:
        us, fronts, backs = zip(*rows, strict=True)
        self.front = SmoothCurve(us, fronts)
        self.back = SmoothCurve(us, backs)
        self._tables: dict[tuple[float, ...], tuple[list[float], list[float]]] = {}

    def table(self, us: tuple[float, ...]) -> tuple[list[float], list[float]]:
        """Front and back widths at all of `us`; kept, as limbs are sampled alike again and
        again."""
        known = self._tables.get(us)
        if known is None:
            known = [self.front(u) for u in us], [self.back(u) for u in us]
            self._tables[us] = known
        return known


Row = tuple[float, float, float]


def builds(rows: Sequence[Row], *broader: Row) -> dict[Build, Profile]:
    """A limb's widths as they are written, which are the slim ones, and those of a broad body.

    `broader` has places (u) and how many times as wide its front and its back are there.
    """
    us, fronts, backs = zip(*broader, strict=True)
    front, back = SmoothCurve(us, fronts), SmoothCurve(us, backs)
    broad = [(u, f * front(u), b * back(u)) for u, f, b in rows]
    return {"slim": Profile(*rows), "broad": Profile(*broad)}


class Chain:
    """Joints as a polyline whose inner corners are rounded.

    `us` are the joints' places on the stretched-out limb; `rounding` has, for each inner joint, how
    many cm before and after it the curve begins and ends.
    """

    def __init__(
        self,
        points: Sequence[complex],
        us: tuple[float, ...],
        rounding: tuple[tuple[float, float], ...] = (),
    ) -> None:
        self.points, self._us, self._rounding = points, us, rounding
        self._ways: list[complex] = []
        self._scales: list[float] = []
        for a, b, u0, u1 in zip(points, points[1:], us, us[1:], strict=False):
            length = abs(b - a) or 1e-6
            self._ways.append((b - a) / length)
            self._scales.append(length / (u1 - u0))

    def sample(self, us: tuple[float, ...]) -> tuple[list[complex], list[complex]]:
        """Centre points and directions at all of `us`."""
        centres: list[complex] = []
        ways: list[complex] = []
        corners: dict[int, tuple[complex, complex]] = {}
        for joint, t in _plan(us, self._us, self._rounding):
            if joint < 0:
                bone = -1 - joint
                centres.append(self.points[bone] + self._ways[bone] * (t * self._scales[bone]))
                ways.append(self._ways[bone])
                continue
            if joint not in corners:
                before, after = self._rounding[joint - 1]
                point = self.points[joint]
                corners[joint] = (
                    point - self._ways[joint - 1] * (before * self._scales[joint - 1]),
                    point + self._ways[joint] * (after * self._scales[joint]),
                )
            begin, end = corners[joint]
            point, s = self.points[joint], 1.0 - t
            centres.append(s * s * begin + 2 * s * t * point + t * t * end)
            way = s * (point - begin) + t * (end - point)
            ways.append(unit(way) if abs(way) > 1e-6 else unit(end - begin))
        return centres, ways

    def at(self, u: float) -> tuple[complex, complex]:
        """Centre point and direction at one place."""
        centres, ways = self.sample((u,))
        return centres[0], ways[0]


@lru_cache(maxsize=512)
def _plan(
    us: tuple[float, ...], joints: tuple[float, ...], rounding: tuple[tuple[float, float], ...]
) -> tuple[tuple[int, float], ...]:
    """For each u the inner joint whose curve it is on, with the curve's parameter, or -1 - bone
    with the distance from the bone's beginning.
    """
    plan: list[tuple[int, float]] = []
    for u in us:
        for joint, (before, after) in enumerate(rounding, start=1):
            x = u - joints[joint]
            if -before < x < after:
                plan.append((joint, _curve_parameter(x, before, after)))
                break
        else:
            bone = max(0, min(bisect.bisect_left(joints, u) - 1, len(joints) - 2))
            plan.append((-1 - bone, u - joints[bone]))
    return tuple(plan)


def _curve_parameter(x: float, before: float, after: float) -> float:
    """Solves -before (1 - t)^2 + after t^2 = x, so that flesh is not bunched up on a short side."""
    if abs(before - after) <= 0.01:
        return (x + before) / (before + after)
    a, b, c = after - before, 2 * before, -before - x
    return (-b + math.sqrt(max(0.0, b * b - 4 * a * c))) / (2 * a)


@lru_cache(maxsize=512)
def samples(
    first: float, last: float, step: float, bent: tuple[tuple[float, float], ...] = ()
) -> tuple[float, ...]:
    """Places along a limb, `step` cm apart, denser around joints that are `bent`: (u, within)."""
    us: list[float] = []
    u = first
    while u < last - 1e-6:
        us.append(u)
        near = any(abs(u - at) < r or (u < at and u + step > at - r) for at, r in bent)
        u += _DENSE_CM if near else step
    if us and last - us[-1] < 0.5:
        us.pop()
    return (*us, last)


class Limb:
    """Both edges of a limb. `front_is_left` says on which side of its way the front is.

    `bellies` keeps what has been made of its muscles.
    """

    __slots__ = ("back", "bellies", "centres", "front", "normals", "us", "ways")

    def __init__(
        self,
        chain: Chain,
        profile: Profile,
        us: tuple[float, ...],
        *,
        front_is_left: bool = True,
        more_front: Fade | None = None,
        more_back: Fade | None = None,
    ) -> None:
        fronts, backs = profile.table(us)
        if more_front is not None:
            fronts = [w + more_front(u) for w, u in zip(fronts, us, strict=True)]
        if more_back is not None:
            backs = [w + more_back(u) for w, u in zip(backs, us, strict=True)]
        self.us = us
        self.bellies: dict[object, Any] = {}
        self.centres, self.ways = chain.sample(us)
        quarter = 1j if front_is_left else -1j
        self.normals = [way * quarter for way in self.ways]
        self.front = [c + n * w for c, n, w in zip(self.centres, self.normals, fronts, strict=True)]
        self.back = [c - n * w for c, n, w in zip(self.centres, self.normals, backs, strict=True)]

    def index(self, u: float) -> int:
        """The first sample beyond `u`."""
        return min(bisect.bisect_right(self.us, u), len(self.us) - 1)

    def across(self, u: float) -> tuple[complex, complex]:
        """Front and back edge at one place."""
        i = max(1, self.index(u))
        t = clamp((u - self.us[i - 1]) / (self.us[i] - self.us[i - 1]), 0.0, 1.0)
        front, back = self.front, self.back
        return (
            front[i - 1] + (front[i] - front[i - 1]) * t,
            back[i - 1] + (back[i] - back[i - 1]) * t,
        )

    def rest_on(self, support: Callable[[complex], complex]) -> None:
        """Flatten the edges where something carries them."""
        self.front = [support(point) for point in self.front]
        self.back = [support(point) for point in self.back]

    def outline(self, *, end_bulge: float = 0.0, begin_bulge: float = 0.0) -> Path:
        """The closed outline; its ends are rounded by `end_bulge` and `begin_bulge` cm."""
        path = Path().follow(self.front, begin=True)
        begin, end = self.front[-1], self.back[-1]
        if end_bulge:
            tip = (begin + end) / 2 + self.ways[-1] * end_bulge * 1.33
            path.curve_to(begin + (tip - begin) * 0.9, end + (tip - end) * 0.9, end)
        else:
            path.line_to(end)
        path.follow(self.back[::-1])
        if begin_bulge:
            begin, end = self.back[0], self.front[0]
            tip = (begin + end) / 2 - self.ways[0] * begin_bulge * 1.33
            path.curve_to(begin + (tip - begin) * 0.9, end + (tip - end) * 0.9, end)
        return path.close()

    def round_corner(self, edge: str, joint_u: float, within: float = 17.0) -> complex | None:
        """Round off the inside of a bend, where the edge would cross itself.

        Gives the middle of the web so made, or None where nothing crosses.
        """
        points = self.front if edge == "front" else self.back
        us = self.us
        middle = min(range(len(us)), key=lambda i: abs(us[i] - joint_u))
        low = bisect.bisect_left(us, joint_u - within)
        high = min(len(us) - 1, bisect.bisect_right(us, joint_u + within) - 1)
        other = self.back[0] if edge == "front" else self.front[0]
        crosses = (crossing(points[0], other, points[j], points[j + 1]) for j in range(1, high))
        if any(point is not None for point in crosses):
            # bent so far that the edge comes back through the limb's own beginning
            web = self._round_beginning(points, other, joint_u + within * 0.6)
            if web is not None:
                return web
        for i in range(low, middle):
            for j in range(high - 1, max(middle - 1, i + 1), -1):
                point = crossing(points[i], points[i + 1], points[j], points[j + 1])
                if point is not None:
                    begin_at = _back_off(points, point, i, -1)
                    return _web(points, begin_at, point, _back_off(points, point, j + 1, 1))
        if low > 0:  # the limb begins elsewhere
            return None
        return self._lift_beginning(points, other, joint_u + within * 0.6)

    def _lift_beginning(
        self, points: list[complex], other: complex, straight_u: float
    ) -> complex | None:
        """Round off the inside of a bend whose edge begins deep inside of the limb, as a waist does
        that is bent down onto the thigh: the more, the deeper.
        """
        i = min(len(points) - 2, bisect.bisect_left(self.us, straight_u))
        inward = left_of(unit(points[i + 1] - points[i]))
        if dot(self.centres[i] - points[i], inward) < 0:
            inward = -inward
        sunk = clamp((dot(points[0] - points[i], inward) - _SUNK_CM) / _SUNK_CM, 0.0, 1.0)
        if not sunk:
            return None
        lifted = points[:]
        web = self._round_beginning(lifted, other, straight_u)
        points[:] = mix_points(points, lifted, sunk)
        return web

    def _round_beginning(
        self, points: list[complex], other: complex, straight_u: float
    ) -> complex | None:
        """Let an edge run as straight as it is from `straight_u` on to where the limb begins.

        `other` is the other edge's beginning.
        """
        begin = points[0]
        i = min(len(points) - 2, bisect.bisect_left(self.us, straight_u))
        way = unit(points[i] - points[i + 1])
        corner = crossing(begin, other, points[i], points[i] + way * 40.0)
        if corner is None:
            return None
        # nearly along the beginning they meet anywhere, and must not jump
        across = unit(other - begin)
        leaning = clamp(abs((way * across.conjugate()).imag) / _LEANING, 0.0, 1.0)
        corner = begin + (corner - begin) * leaning
        onto = corner + across * (min(_WEB_CM, abs(other - corner) / 2) * leaning)
        back = points[i] - corner
        end = corner + unit(back) * min(_WEB_CM, abs(back))
        return _web(points, (onto, 0), corner, (end, i))


def _web(
    points: list[complex],
    begin_at: tuple[complex, int],
    corner: complex,
    end_at: tuple[complex, int],
) -> complex:
    """Round a corner between two points of an edge, each with its index; gives the middle."""
    (begin, i), (end, j) = begin_at, end_at
    for k in range(i, j):
        t = (k - i) / (j - i)
        s = 1.0 - t
        points[k] = s * s * begin + 2 * s * t * corner + t * t * end
    return 0.25 * begin + 0.5 * corner + 0.25 * end


def _back_off(points: list[complex], corner: complex, index: int, step: int) -> tuple[complex, int]:
    """Along an edge away from a corner until the web's length is used up."""
    here, left, last = corner, _WEB_CM, index
    while 0 <= index < len(points):
        way = points[index] - here
        last = index
        if abs(way) >= left:
            return here + unit(way) * left, last
        here, left = points[index], left - abs(way)
        index += step
    return here, last


def bend_at(before: complex, joint: complex, after: complex) -> float:
    """How far a chain turns at a joint, in right angles, counter-clockwise positive."""
    return turn(joint - before, after - joint) / 90.0
