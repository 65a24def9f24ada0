"""The head seen from the front or half turned: its own coordinates, x right, y to the crown, cm."""

import math
from functools import lru_cache

from stretchtimer.figure.palette import Palette
from stretchtimer.figure.shapes import Drawing, Path, Placement, Stroke, ellipse, outline, strokes
from stretchtimer.figure.skeleton import Skeleton

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
_BUN = ellipse(18j, 4.7, 4.3)
_SHEEN = strokes((-5.6, 9.4, -4.2, 12.4, -1.6, 13.6, 0.6, 13.8))
_SKULL = 7.6  # radius of the head on which the features lie


def draw_front_head(drawing: Drawing, body: Skeleton, colors: Palette, turn_deg: float) -> None:
    """Hair, ears, face and features of a head turned by `turn_deg` from us, to the right positive.

    The features go round the head with its turn; beyond 60 degrees it is a head in profile.
    """
    place = Placement(body.atlas, body.head_deg - 90.0)
    face, skin, style = colors.face, colors.near, colors.look.hair
    parts = _features(round(turn_deg))
    if style == "bun":
        drawing.fill(_BUN, face.hair, place)
    if style == "bob":
        drawing.fill(_LONG, face.hair, place)
    drawing.fill(_HAIR_BEHIND, face.hair, place)
    if style != "bob":
        drawing.fill(parts.far_ear, skin.skin, place)
    drawing.fill(_FACE, skin.skin, place)
    drawing.fill(parts.blush, face.blush.faded(face.blush.alpha * 0.92), place)
    drawing.fill(_STYLES[style], face.hair, place)
    if parts.temple is not None:
        drawing.fill(parts.temple, face.hair, place)
    if style != "bob":
        drawing.fill(parts.near_ear, skin.skin, place)
    drawing.line(_SHEEN, Stroke(face.hair_light, 0.6), place)
    drawing.line(parts.eyes, Stroke(face.ink, 0.52), place)
    drawing.line(parts.brows, Stroke(face.brow, 0.52), place)
    drawing.line(parts.nose, Stroke(skin.skin_shade, 0.5), place)
    drawing.line(parts.mouth, Stroke(face.mouth, 0.52), place)


class _Features:
    """The parts of a face that move round the head when it turns."""

    def __init__(self, turn_deg: float) -> None:
        turned = math.radians(turn_deg)
        self._turned = turned

        def eye(side: int) -> tuple[float, ...]:
            return self._curve((-4.9, 3.3, -4.3, 2.5, -2.8, 2.5, -2.2, 3.3), side)

        def brow(side: int) -> tuple[float, ...]:
            return self._curve((-5.2, 5.6, -4.4, 6.3, -2.9, 6.3, -2.0, 5.9), side)

        self.eyes = strokes(eye(1), eye(-1))
        self.brows = strokes(brow(1), brow(-1))
        self.mouth = strokes(self._curve((-1.9, -3.3, -0.9, -4.1, 0.9, -4.1, 1.9, -3.3), 1))
        lean = 1 if turn_deg >= 0 else -1
        nose = self._curve((0.5, 3.0, 0.8, 1.2, 1.3, 0.2, 0.2, -0.4), lean)
        tip = 1.7 * math.sin(turned)  # a nose stands out of the face
        self.nose = strokes((*nose[:4], nose[4] + tip, nose[5], nose[6] + tip * 0.3, nose[7]))
        blush = [ellipse(complex(self._x(4.5 * side), -0.9), 1.8, 1.3) for side in (-1, 1)]
        self.blush = Path()
        for spot in blush:
            self.blush.steps += spot.steps
            self.blush.numbers += spot.numbers
        ears = {side: self._ear(side, turned) for side in (-1, 1)}
        self.near_ear, self.far_ear = ears[-lean], ears[lean]
        self.temple = None
        if abs(turn_deg) > 12:
            self.temple = self._temple(-lean, abs(math.sin(turned)))

    def _x(self, x: float) -> float:
        """Where a point of the face has gone."""
        return _SKULL * math.sin(math.asin(max(-1.0, min(1.0, x / _SKULL))) + self._turned)

    def _curve(self, numbers: tuple[float, ...], side: int) -> tuple[float, ...]:
        points = zip(numbers[::2], numbers[1::2], strict=True)
        return tuple(number for x, y in points for number in (self._x(x * side), y))

    def _ear(self, side: int, turned: float) -> Path:
        x = _SKULL * math.sin(side * math.pi / 2 + turned) if side * turned < 0 else 7.6 * side
        return ellipse(complex(x, 1.6), 1.5 + 0.3 * abs(math.sin(turned)), 2.3)

    def _temple(self, side: int, turned: float) -> Path:
        """Hair on the side of the head that a turn brings into view."""
        edge = side * (7.9 - 6.0 * turned)
        return (
            Path()
            .move_to(complex(side * 7.9, 8.0))
            .curve_to(complex(side * 9.0, 4), complex(side * 8.4, -1), complex(side * 6.9, -2.4))
            .curve_to(
                complex(side * 6.0, -2.6), complex(edge + side * 1.2, -1.4), complex(edge, 1.0)
            )
            .curve_to(complex(edge - side * 0.4, 4), complex(edge, 8), complex(edge, 11.4))
            .close()
        )


@lru_cache(maxsize=128)
def _features(turn_deg: int) -> _Features:
    return _Features(turn_deg)
