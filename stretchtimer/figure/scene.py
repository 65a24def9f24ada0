"""One picture: the room with its props, and the person in it at a moment. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from stretchtimer.core.illustration import Illustration
from stretchtimer.figure.figure import Figure, Flesh
from stretchtimer.figure.furniture import draw_props
from stretchtimer.figure.geometry import direction
from stretchtimer.figure.motion import Moment, posture_at
from stretchtimer.figure.palette import Palette
from stretchtimer.figure.planting import planted
from stretchtimer.figure.props import box
from stretchtimer.figure.shapes import Drawing, ellipse, rounded_rectangle
from stretchtimer.figure.skeleton import Skeleton
from stretchtimer.figure.solve import solve

HORIZON_Y = 9.0  # people stand inside the floor's band, as if seen from slightly above
LARGEST_SCALE_CM = 132.0  # no picture is closer than this many cm for its height
# As many steps as an ease of five seconds has frames, at thirty a second.
_POSE_STEPS, _BREATH_STEPS, _ROUND_STEPS = 150, 8, 120
_GLOW_STEPS = 100
_BODIES_KEPT = 224  # a whole movement, and a breath at both of its ends
_BELOW = 0.32  # share of the spare height that goes below the person


@dataclass(frozen=True, slots=True)
class View:
    """How the world lies in a picture: pixels per cm, and the picture's point of the origin.

    `mirrored` turns all of it round, to show the other side.
    """

    scale: float
    origin_x: float
    origin_y: float
    width: float
    height: float
    mirrored: bool = False

    def pixel(self, point: complex) -> complex:
        """Where a point of the world lies, in pixels from the upper left, y down."""
        x = self.origin_x + point.real * self.scale
        return complex(
            self.width - x if self.mirrored else x, self.origin_y - point.imag * self.scale
        )

    def world(self) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of the picture, in cm."""
        left, top = -self.origin_x / self.scale, self.origin_y / self.scale
        return left, top - self.height / self.scale, left + self.width / self.scale, top


class Scene:
    """The picture of one exercise. It is fixed for the whole exercise: nothing zooms in a hold."""

    def __init__(self, illustration: Illustration, colors: Palette) -> None:
        self._illustration = planted(illustration)
        self._colors = colors
        self._figure = Figure(self._illustration, colors)
        self._frame = _frame(self._illustration)
        self._kept: dict[Moment, Flesh] = {}
        self._coming = self._movement()

    def body(self, moment: Moment) -> Skeleton:
        """The person's joints at a moment."""
        body = solve(posture_at(self._illustration, moment))
        return replace(body, build=self._colors.look.build)

    def view(self, width: float, height: float) -> View:
        """The whole figure in a picture of that many pixels."""
        left, bottom, right, top = self._frame
        scale = min(width / (right - left), height / (top - bottom))
        if self._illustration.frame is None:
            scale = min(scale, height / LARGEST_SCALE_CM)
        spare = height - (top - bottom) * scale
        below = 0.5 if self._illustration.view == "plan" else _BELOW
        origin_y = height + bottom * scale - spare * below
        return View(scale, width / 2 - (left + right) / 2 * scale, origin_y, width, height)

    def room(self, view: View) -> Drawing:
        """Everything that stays still."""
        drawing, scene = Drawing(), self._colors.scene
        left, bottom, right, top = view.world()
        left, right, bottom, top = left - 5, right + 5, bottom - 5, top + 5
        wide = right - left
        drawing.fill(rounded_rectangle(left, bottom, wide, top - bottom, 0), scene.background)
        self._draw_ground(drawing, (left, bottom, right, top))
        draw_props(drawing, self._illustration.props, self._illustration.view, scene)
        return drawing

    def _draw_ground(self, drawing: Drawing, world: tuple[float, float, float, float]) -> None:
        """The calm disc behind the person, and the floor."""
        left, bottom, right, top = world
        scene, wide, tall = self._colors.scene, right - left, top - bottom
        middle = (self._frame[0] + self._frame[2]) / 2
        if self._illustration.view == "plan":
            drawing.fill(rounded_rectangle(left, bottom, wide, tall, 0), scene.floor)
            return
        radius = 0.6 * min(top - 5 - HORIZON_Y - 6, (wide - 10) * 0.40)
        centre = complex(middle, HORIZON_Y + 0.62 * radius)
        if self._illustration.frame is not None:
            radius = (tall - 10) * 0.40
            centre = complex(middle, bottom + 5 + (tall - 10) * 0.56)
        drawing.fill(ellipse(centre, radius, radius), scene.disc)
        drawing.fill(rounded_rectangle(left, bottom, wide, HORIZON_Y - bottom, 0), scene.floor)
        drawing.fill(rounded_rectangle(left, HORIZON_Y - 0.35, wide, 0.7, 0), scene.floor_line)

    def person(self, moment: Moment) -> Drawing:
        """The person and what moves with them."""
        flesh = self.flesh(moment)
        glow, arrows = self.glow(flesh, moment), self.arrows(flesh, moment)
        layers = *flesh.under, glow, *flesh.over, arrows
        return Drawing([item for layer in layers for item in layer.items])

    def glow(self, flesh: Flesh, moment: Moment) -> Drawing:
        """The glow of the working muscles."""
        return self._figure.glow(flesh, moment)

    def arrows(self, flesh: Flesh, moment: Moment) -> Drawing:
        """Where to push and to look."""
        return self._figure.arrows(flesh, moment)

    def step(self, moment: Moment) -> Moment:
        """The moment that is drawn instead: what lies nearer together looks the same."""
        goes_round = len(self._illustration.then) > 0 and moment.round_t > 0
        return Moment(
            0.0 if goes_round else round(moment.pose_t * _POSE_STEPS) / _POSE_STEPS,
            round(moment.breath * _BREATH_STEPS) / _BREATH_STEPS,
            round(moment.glow * _GLOW_STEPS) / _GLOW_STEPS,
            round(moment.round_t * _ROUND_STEPS) / _ROUND_STEPS if goes_round else 0.0,
        )

    def flesh(self, moment: Moment) -> Flesh:
        """The person without glow and arrows.

        Who breathes in a hold, or does another round of a drill, comes by the same bodies again:
        they are drawn in small steps, and the latest are kept.
        """
        seen = replace(self.step(moment), glow=0.0)
        flesh = self._kept.pop(seen, None)
        if flesh is None:
            flesh = self._figure.flesh(self.body(seen))
            if len(self._kept) >= _BODIES_KEPT:
                del self._kept[next(iter(self._kept))]
        self._kept[seen] = flesh  # the last one asked for is the last one to go
        return flesh

    def prepare(self) -> Flesh | None:
        """Draw one more body of the movement ahead of its time; None when all have been drawn."""
        for coming in self._coming:
            if coming not in self._kept:
                return self.flesh(coming)
        return None

    def _movement(self) -> Iterator[Moment]:
        """All that a session comes by: a breath at the start, the way into the hold, and a breath
        there; or a drill's round.
        """
        breaths = [side * i / _BREATH_STEPS for side in (1, -1) for i in range(_BREATH_STEPS + 1)]
        yield from (Moment(0.0, breath) for breath in breaths)
        if self._illustration.then:
            yield from (Moment(0.0, round_t=i / _ROUND_STEPS) for i in range(1, _ROUND_STEPS))
            return
        yield from (Moment(i / _POSE_STEPS) for i in range(1, _POSE_STEPS + 1))
        if self._illustration.cycle_s is None:
            yield from (Moment(1.0, breath) for breath in breaths)


def _frame(illustration: Illustration) -> tuple[float, float, float, float]:
    """Left, bottom, right, top that hold the whole movement and the props, in cm."""
    if illustration.frame is not None:
        return illustration.frame
    xs: list[float] = []
    ys: list[float] = []
    moments = [Moment(pose_t / 4) for pose_t in range(5)]
    count = len(illustration.poses)
    moments += [Moment(0.0, round_t=i / count) for i in range(2, count)]
    for moment in moments:
        body = solve(posture_at(illustration, moment))
        head = body.atlas + direction(body.head_deg) * 9
        around = [head + 14, head - 14, head + 14j, head - 14j]
        for point in (*body.points(), *around):
            xs.append(point.real)
            ys.append(point.imag)
    for prop in illustration.props:
        seen = box(prop, illustration.view)
        if seen is not None:
            xs += (seen[0], seen[2])
            ys += (seen[1], seen[3])
    bottom = min(ys) - 6
    if illustration.view != "plan":
        bottom = min(bottom, -14)
    return min(xs) - 8, bottom, max(xs) + 8, max(ys) + 7
