"""The head of who turns their back to us: its own coordinates, x right, y to the crown, in cm."""

from stretchtimer.figure.palette import Palette
from stretchtimer.figure.shapes import Drawing, Placement, Stroke, ellipse, outline, strokes

_HAIR = outline(
    (-8.2, 2.6), (-9.2, 10.8, -5.4, 16.8, 0, 16.8), (5.4, 16.8, 9.2, 10.8, 8.2, 2.6),
    (7.8, -0.8, 6.6, -3.4, 4.6, -4.6), (2.0, -5.6, -2.0, -5.6, -4.6, -4.6),
    (-6.6, -3.4, -7.8, -0.8, -8.2, 2.6),
)  # fmt: skip
_LONG = outline(
    (0, 17), (7.6, 17, 10.6, 10, 10.2, 2), (10, -3, 9.8, -6.4, 8.2, -8.4),
    (4.0, -9.8, -4.0, -9.8, -8.2, -8.4), (-9.8, -6.4, -10.0, -3, -10.2, 2),
    (-10.6, 10, -7.6, 17, 0, 17),
)  # fmt: skip
_EARS = tuple(ellipse(complex(x, 1.2), 1.4, 2.2) for x in (-8.0, 8.0))
_BUN = ellipse(complex(0, 15.5), 4.7, 4.4)
_BUN_LINES = strokes(
    (-4.4, 13.4, -2.6, 10.9, 2.6, 10.9, 4.4, 13.4), (-2.6, 17.4, -1.2, 18.6, 0.8, 18.6, 2.0, 17.8),
)  # fmt: skip
_STRANDS = strokes(
    (-6.4, 4.6, -6.0, 8.2, -4.6, 10.4, -3.0, 11.8), (6.4, 4.6, 6.0, 8.2, 4.6, 10.4, 3.0, 11.8),
)  # fmt: skip
_SHEEN = strokes((-5.6, 9.4, -4.2, 12.4, -1.6, 13.6, 0.6, 13.8))


def draw_head_from_behind(drawing: Drawing, place: Placement, colors: Palette) -> None:
    """Ears and hair."""
    face, style = colors.face, colors.look.hair
    if style == "bob":
        drawing.fill(_LONG, face.hair, place)
    else:
        for ear in _EARS:
            drawing.fill(ear, colors.near.skin, place)
        drawing.fill(_HAIR, face.hair, place)
    if style == "bun":
        drawing.fill(_BUN, face.hair, place)
        drawing.line(_BUN_LINES, Stroke(face.hair_light, 0.6), place)
    drawing.line(_STRANDS if style == "bun" else _SHEEN, Stroke(face.hair_light, 0.6), place)
