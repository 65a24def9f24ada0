"""The display list: flat shapes in world coordinates, for a painter to fill in order. Pure data."""

import itertools
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field

from stretchtimer.figure.colors import Color

MOVE, LINE, CURVE, CLOSE = b"MLCZ"
_CURVE_STEP = b"C"


class Path:
    """An outline of lines and curves. Points are complex, in cm, y up.

    `steps` has a letter for each step, as SVG has them (M, L, C, Z), and `numbers` the coordinates
    that they take: 2, 2, 6 and none. A frame has a thousand steps, and the latest frames are kept;
    a flat array costs the garbage collector nothing, a tuple for each step would stop the picture.
    `made` is kept with a path for a painter, which need not make its own kind of path twice.
    """

    __slots__ = ("made", "numbers", "steps")

    def __init__(self) -> None:
        self.steps = bytearray()
        self.numbers = array("d")
        self.made: object = None

    def move_to(self, point: complex) -> "Path":
        """Begin a new outline."""
        self.steps.append(MOVE)
        self.numbers.extend((point.real, point.imag))
        return self

    def line_to(self, point: complex) -> "Path":
        """Go straight."""
        self.steps.append(LINE)
        self.numbers.extend((point.real, point.imag))
        return self

    def curve_to(self, one: complex, other: complex, point: complex) -> "Path":
        """Go along a cubic curve with two handles."""
        self.steps.append(CURVE)
        self.numbers.extend((one.real, one.imag, other.real, other.imag, point.real, point.imag))
        return self

    def close(self) -> "Path":
        """Back to where the outline began."""
        self.steps.append(CLOSE)
        return self

    def line_through(self, points: Sequence[complex]) -> "Path":
        """Go straight through points and back to the first."""
        self.move_to(points[0])
        for point in points[1:]:
            self.line_to(point)
        return self.close()

    def follow(self, points: Sequence[complex], *, begin: bool = False) -> "Path":
        """Go smoothly through points that need not be evenly spaced; `begin` moves to the first."""
        here = points[0]
        if begin:
            self.move_to(here)
        if len(points) < 2:
            return self
        add = self.numbers.extend
        self.steps.extend(_CURVE_STEP * (len(points) - 1))
        after = points[1]
        length = abs(after - here) + 1e-6
        slope = (after - here) / length
        tangent = slope
        last = len(points) - 1
        for i in range(1, last + 1):
            next_tangent = slope
            if i < last:
                beyond = points[i + 1]
                next_length = abs(beyond - after) + 1e-6
                next_slope = (beyond - after) / next_length
                next_tangent = (slope * next_length + next_slope * length) / (length + next_length)
            reach = length / 3.0
            one, other = here + tangent * reach, after - next_tangent * reach
            add((one.real, one.imag, other.real, other.imag, after.real, after.imag))
            if i < last:
                here, after = after, beyond
                length, slope, tangent = next_length, next_slope, next_tangent
        return self


@dataclass(frozen=True, slots=True)
class Gradient:
    """A fill that changes along the line from `begin` to `end`; stops are (0 to 1, colour)."""

    begin: complex
    end: complex
    stops: tuple[tuple[float, Color], ...]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line of a colour and a width in cm; `round_ends` rounds them off."""

    color: Color
    width: float
    round_ends: bool = True


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a ready-made part goes: moved to `at`, turned, scaled along its own axes."""

    at: complex
    angle_deg: float = 0.0
    scale_x: float = 1.0
    scale_y: float = 1.0


@dataclass(frozen=True, slots=True)
class Shape:
    """A path, filled or drawn as a line; `clip` is an outline that it must not leave."""

    path: Path
    fill: Color | Gradient | None = None
    stroke: Stroke | None = None
    place: Placement | None = None
    clip: Path | None = None


@dataclass(frozen=True, slots=True)
class Blot:
    """A soft round spot stretched over an ellipse: a shadow or a halo. `opacity` 0 to 1."""

    color: Color
    stops: tuple[tuple[float, int], ...]
    centre: complex
    half_width: float
    half_height: float
    opacity: float


@dataclass(slots=True)
class Drawing:
    """Shapes from back to front. `made` is kept with it for a painter, as with a path."""

    items: list[Shape | Blot] = field(default_factory=list)
    made: object = field(default=None, compare=False, repr=False)

    def fill(
        self,
        path: Path,
        fill: Color | Gradient,
        place: Placement | None = None,
        clip: Path | None = None,
    ) -> None:
        """Add a filled shape."""
        self.items.append(Shape(path, fill, None, place, clip))

    def line(self, path: Path, stroke: Stroke, place: Placement | None = None) -> None:
        """Add a line."""
        self.items.append(Shape(path, None, stroke, place))


def outlined(drawing: Drawing, stroke: Stroke) -> Drawing:
    """The same shapes with one contour around them all; where they touch there is none."""
    contour = [
        Shape(item.path, None, stroke, item.place)
        for item in drawing.items
        if isinstance(item, Shape) and item.fill is not None and item.clip is None
    ]
    return Drawing([*contour, *drawing.items])


def ellipse(centre: complex, rx: float, ry: float) -> Path:
    """An ellipse as four curves."""
    k = 0.5522847498
    c = centre
    return (
        Path()
        .move_to(c + rx)
        .curve_to(c + complex(rx, k * ry), c + complex(k * rx, ry), c + complex(0, ry))
        .curve_to(c + complex(-k * rx, ry), c + complex(-rx, k * ry), c - rx)
        .curve_to(c + complex(-rx, -k * ry), c + complex(-k * rx, -ry), c - complex(0, ry))
        .curve_to(c + complex(k * rx, -ry), c + complex(rx, -k * ry), c + rx)
        .close()
    )


def polygon(points: Sequence[complex]) -> Path:
    """Straight lines through points, closed."""
    return Path().line_through(points)


def softened(corners: list[complex], radius: float) -> Path:
    """A polygon grown by `radius` with its corners cut off, as soft wood and foam have them."""
    middle = sum(corners) / len(corners)
    grown = [corner + _unit(corner - middle) * radius for corner in corners]
    path = Path()
    for i, corner in enumerate(grown):
        before, after = grown[i - 1], grown[(i + 1) % len(grown)]
        begin = corner + _unit(before - corner) * radius
        end = corner + _unit(after - corner) * radius
        (path.line_to if i else path.move_to)(begin)
        path.curve_to(corner, corner, end)
    return path.close()


def _unit(vector: complex) -> complex:
    return vector / (abs(vector) or 1.0)


def rounded_rectangle(x: float, y: float, w: float, h: float, radius: float) -> Path:
    """A rectangle from its lower left corner, with round corners."""
    r = min(radius, w / 2, h / 2)
    k = r * 0.4477152502  # what a quarter circle leaves of its corner
    p = complex
    return (
        Path()
        .move_to(p(x + r, y))
        .line_to(p(x + w - r, y))
        .curve_to(p(x + w - k, y), p(x + w, y + k), p(x + w, y + r))
        .line_to(p(x + w, y + h - r))
        .curve_to(p(x + w, y + h - k), p(x + w - k, y + h), p(x + w - r, y + h))
        .line_to(p(x + r, y + h))
        .curve_to(p(x + k, y + h), p(x, y + h - k), p(x, y + h - r))
        .line_to(p(x, y + r))
        .curve_to(p(x, y + k), p(x + k, y), p(x + r, y))
        .close()
    )


def outline(start: tuple[float, float], *segments: tuple[float, ...]) -> Path:
    """A ready-made closed part: after its start, 2 numbers are a line's end, 6 a curve."""
    return _trace(Path(), start, segments).close()


def flattened(path: Path, pieces: int) -> list[complex]:
    """The points of one closed outline, each curve cut into so many `pieces`."""
    points: list[complex] = []
    numbers = iter(path.numbers)
    for step in path.steps:
        if step in (MOVE, LINE):
            points.append(complex(next(numbers), next(numbers)))
        elif step == CURVE:
            a = points[-1]
            b, c, d = (complex(next(numbers), next(numbers)) for _ in range(3))
            for i in range(1, pieces + 1):
                t = i / pieces
                s = 1 - t
                points.append(s**3 * a + 3 * s * s * t * b + 3 * s * t * t * c + t**3 * d)
    if abs(points[-1] - points[0]) < 1e-9:
        points.pop()
    return points


def evenly_spaced(points: list[complex], count: int) -> list[complex]:
    """As many points along a line, evenly spaced."""
    lengths = [abs(b - a) for a, b in itertools.pairwise(points)]
    step, here, found = sum(lengths) / (count - 1), 0.0, [points[0]]
    for a, b, length in zip(points, points[1:], lengths, strict=False):
        while len(found) < count - 1 and here + length >= step * len(found) and length:
            found.append(a + (b - a) * ((step * len(found) - here) / length))
        here += length
    return [*found, points[-1]]


def strokes(*lines: tuple[float, ...]) -> Path:
    """Open curves, 8 numbers each: start, two handles, end."""
    path = Path()
    for line in lines:
        _trace(path, line[:2], (line[2:],))
    return path


def _trace(path: Path, start: Sequence[float], segments: Sequence[Sequence[float]]) -> Path:
    path.move_to(complex(*start))
    for segment in segments:
        points = [complex(x, y) for x, y in zip(segment[::2], segment[1::2], strict=True)]
        if len(points) == 1:
            path.line_to(points[0])
        else:
            path.curve_to(points[0], points[1], points[2])
    return path
