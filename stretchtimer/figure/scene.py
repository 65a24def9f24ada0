"""One picture: the room with its props, and the person in it at a moment. Pure."""

from dataclasses import dataclass

from stretchtimer.core.pose import Illustration
from stretchtimer.figure.figure import Figure
from stretchtimer.figure.geometry import direction
from stretchtimer.figure.motion import Moment, posture_at
from stretchtimer.figure.palette import Palette
from stretchtimer.figure.props import BACKREST, draw_props, seat_height
from stretchtimer.figure.shapes import Drawing, ellipse, rounded_rectangle
from stretchtimer.figure.skeleton import Skeleton, solve

HORIZON_Y = 9.0  # people stand inside the floor's band, as if seen from slightly above
LARGEST_SCALE_CM = 132.0  # no picture is closer than this many cm for its height
_BELOW = 0.42  # share of the spare height that goes below the person


@dataclass(frozen=True, slots=True)
class View:
    """How the world lies in a picture: pixels per cm, and the picture's point of the origin."""

    scale: float
    origin_x: float
    origin_y: float
    width: float
    height: float

    def world(self) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of the picture, in cm."""
        left, top = -self.origin_x / self.scale, self.origin_y / self.scale
        return left, top - self.height / self.scale, left + self.width / self.scale, top


class Scene:
    """The picture of one exercise. It is fixed for the whole exercise: nothing zooms in a hold."""

    def __init__(self, illustration: Illustration, colors: Palette) -> None:
        self._illustration = illustration
        self._colors = colors
        self._figure = Figure(illustration, colors)
        self._frame = _frame(illustration)

    def body(self, moment: Moment) -> Skeleton:
        """The person's joints at a moment."""
        return solve(posture_at(self._illustration, moment))

    def view(self, width: float, height: float) -> View:
        """The whole figure in a picture of that many pixels."""
        left, bottom, right, top = self._frame
        scale = min(width / (right - left), height / (top - bottom), height / LARGEST_SCALE_CM)
        spare = height - (top - bottom) * scale
        origin_y = height + bottom * scale - spare * _BELOW
        return View(scale, width / 2 - (left + right) / 2 * scale, origin_y, width, height)

    def room(self, view: View) -> Drawing:
        """Everything that stays still."""
        drawing, scene = Drawing(), self._colors.scene
        left, bottom, right, top = view.world()
        left, right, bottom, top = left - 5, right + 5, bottom - 5, top + 5
        wide = right - left
        drawing.fill(rounded_rectangle(left, bottom, wide, top - bottom, 0), scene.background)
        radius = 0.6 * min(top - 5 - HORIZON_Y - 6, (wide - 10) * 0.40)
        middle = (self._frame[0] + self._frame[2]) / 2
        drawing.fill(
            ellipse(complex(middle, HORIZON_Y + 0.62 * radius), radius, radius), scene.disc
        )
        drawing.fill(rounded_rectangle(left, bottom, wide, HORIZON_Y - bottom, 0), scene.floor)
        drawing.fill(rounded_rectangle(left, HORIZON_Y - 0.35, wide, 0.7, 0), scene.floor_line)
        draw_props(drawing, self._illustration.props, scene)
        return drawing

    def person(self, moment: Moment) -> Drawing:
        """The person and what moves with them."""
        return self._figure.draw(self.body(moment), moment)


def _frame(illustration: Illustration) -> tuple[float, float, float, float]:
    """Left, bottom, right, top that hold the whole movement and the props, in cm."""
    xs: list[float] = []
    ys: list[float] = []
    for t in (0.0, 0.5, 1.0):
        body = solve(posture_at(illustration, Moment(t)))
        head = body.atlas + direction(body.head_deg) * 9
        around = [head + 14, head - 14, head + 14j, head - 14j]
        for point in (*body.points(), *around):
            xs.append(point.real)
            ys.append(point.imag)
    for prop in illustration.props:
        match prop.kind:
            case "mat":
                xs += prop.span or ()
            case "wall":
                xs.append(prop.x + 14)
            case "chair" | "stool":
                xs += (prop.x - 24, prop.x + 24)
                ys.append(seat_height(prop) + (BACKREST if prop.kind == "chair" else 0))
    return min(xs) - 8, min(min(ys) - 6, -14), max(xs) + 8, max(ys) + 7
