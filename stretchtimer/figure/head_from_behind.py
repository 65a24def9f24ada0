"""The head of who turns their back to us: its own coordinates, x right, y to the crown, in cm.

One that is turned half away shows, where x points, an ear, a cheek and the edge of a face.
"""

from stretchtimer.figure.front_head import SHEEN
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
# Turned half away.
_FACE = outline(
    (-1.2, -4.6), (-1.0, 13.0), (3.6, 14.6, 7.4, 12.6, 8.1, 9.0), (8.35, 7.8, 8.35, 6.6, 8.1, 5.6),
    (7.95, 4.6, 8.4, 3.6, 9.0, 2.4), (9.5, 1.4, 10.0, 0.9, 9.85, 0.2),
    (9.7, -0.4, 8.9, -0.5, 8.45, -0.8), (8.3, -1.2, 8.65, -1.6, 8.65, -2.1),
    (8.65, -2.6, 8.3, -2.8, 8.2, -3.05), (8.3, -3.4, 8.45, -3.8, 8.3, -4.3),
    (8.1, -4.9, 7.8, -5.1, 7.8, -5.8), (7.8, -7.2, 6.8, -8.1, 5.2, -7.9),
    (3.0, -7.6, 0.6, -6.2, -1.2, -4.6),
)  # fmt: skip
_HAIR_TURNED = outline(
    (-8.9, 2.2), (-9.8, 10.6, -6.2, 16.7, -0.4, 16.7), (4.0, 16.7, 6.8, 14.6, 7.6, 11.0),
    (5.4, 10.4, 4.2, 8.0, 3.8, 5.0), (3.6, 2.6, 2.0, 0.0, 1.0, -2.2),
    (-0.2, -4.4, -4.4, -5.0, -6.2, -3.4), (-8.0, -2.0, -8.8, -0.4, -8.9, 2.2),
)  # fmt: skip
_LONG_TURNED = outline(
    (0, 17), (6.0, 17, 8.2, 14.2, 7.6, 10.8), (5.2, 7.0, 4.0, 1.0, 3.8, -2.6),
    (3.8, -5.6, 3.6, -7.4, 2.8, -8.6), (0.0, -9.8, -5.6, -9.6, -8.6, -8.4),
    (-10.2, -6.4, -10.6, -3, -10.6, 2), (-11.0, 10, -7.4, 17, 0, 17),
)  # fmt: skip
_EAR_TURNED = ellipse(2.9 + 1.2j, 1.6, 2.3)
_EAR_LINE = strokes((2.2, 2.3, 3.2, 2.7, 3.6, 1.5, 2.7, 0.6))
_BUN_TURNED = ellipse(complex(-3.0, 15.4), 4.7, 4.4)
_BLUSH = ellipse(complex(6.0, -0.9), 1.6, 1.4)
_LASHES = strokes((6.2, 3.4, 6.6, 2.7, 7.4, 2.6, 7.9, 3.1))
_BROW = strokes((5.9, 5.9, 6.5, 6.5, 7.2, 6.4, 7.8, 5.9))
_MOUTH = strokes((7.2, -3.0, 7.5, -3.35, 7.9, -3.3, 8.2, -3.05))


def draw_head_half_away(drawing: Drawing, place: Placement, colors: Palette) -> None:
    """A cheek, hair, and the ear that comes towards us."""
    face, skin, style = colors.face, colors.near, colors.look.hair
    drawing.fill(_FACE, skin.skin, place)
    drawing.fill(_BLUSH, face.blush, place)
    drawing.line(_LASHES, Stroke(face.ink, 0.5), place)
    drawing.line(_BROW, Stroke(face.brow, 0.5), place)
    drawing.line(_MOUTH, Stroke(face.mouth, 0.48), place)
    drawing.fill(_LONG_TURNED if style == "bob" else _HAIR_TURNED, face.hair, place)
    if style == "bun":
        drawing.fill(_BUN_TURNED, face.hair, place)
    if style != "bob":
        drawing.fill(_EAR_TURNED, skin.skin, place)
        drawing.line(_EAR_LINE, Stroke(skin.skin_shade, 0.5), place)
    drawing.line(SHEEN, Stroke(face.hair_light, 0.6), place)


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
    drawing.line(_STRANDS if style == "bun" else SHEEN, Stroke(face.hair_light, 0.6), place)
