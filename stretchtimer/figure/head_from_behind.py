"""The head of who turns their back to us: its own coordinates, x right, y to the crown, in cm.

One that is turned half away shows, where x points, an ear, a cheek and an eye's lashes.
"""

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
# Turned half away.
_CHEEK = outline(
    (3.0, 13.0), (6.4, 12.4, 8.3, 9.6, 8.35, 7.0), (8.4, 6.0, 8.0, 5.2, 7.95, 4.4),
    (8.0, 3.2, 8.6, 2.6, 8.6, 1.0), (8.6, -1.2, 7.8, -3.0, 7.3, -4.6),
    (6.8, -6.6, 5.8, -8.2, 4.0, -7.9), (2.4, -7.6, 1.0, -6.0, 0.0, -4.0), (3.0, 13.0),
)  # fmt: skip
_HAIR_TURNED = outline(
    (-8.6, 2.2), (-9.5, 10.6, -5.8, 16.7, 0.0, 16.7), (4.2, 16.7, 7.2, 14.2, 8.0, 10.4),
    (6.6, 9.2, 5.8, 7.0, 5.6, 4.4), (5.4, 2.0, 4.2, -1.6, 2.4, -3.9),
    (-0.4, -5.2, -3.8, -5.0, -5.8, -3.6), (-7.6, -2.2, -8.5, -0.4, -8.6, 2.2),
)  # fmt: skip
_LONG_TURNED = outline(
    (0, 17), (6.4, 17, 8.6, 13.4, 8.1, 10.0), (6.2, 6.0, 5.8, 1.0, 5.8, -2.6),
    (5.8, -5.6, 5.6, -7.4, 4.6, -8.6), (1.6, -9.8, -5.0, -9.6, -8.4, -8.4),
    (-10.0, -6.4, -10.4, -3, -10.4, 2), (-10.8, 10, -7.4, 17, 0, 17),
)  # fmt: skip
_EAR_TURNED = ellipse(4.9 + 1.2j, 1.5, 2.3)
_EAR_LINE = strokes((4.1, 2.3, 5.1, 2.7, 5.5, 1.5, 4.6, 0.6))
_BUN_TURNED = ellipse(complex(-1.8, 15.2), 4.7, 4.4)
_LASHES = strokes((7.2, 3.2, 7.6, 2.7, 8.2, 2.7, 8.8, 3.1))
_BROW = strokes((7.2, 5.9, 7.6, 6.3, 8.0, 6.3, 8.4, 6.0))


def draw_head_half_away(drawing: Drawing, place: Placement, colors: Palette) -> None:
    """A cheek, hair, and the ear that comes towards us."""
    face, skin, style = colors.face, colors.near, colors.look.hair
    drawing.fill(_CHEEK, skin.skin, place)
    drawing.line(_LASHES, Stroke(face.ink, 0.5), place)
    drawing.line(_BROW, Stroke(face.brow, 0.5), place)
    drawing.fill(_LONG_TURNED if style == "bob" else _HAIR_TURNED, face.hair, place)
    if style == "bun":
        drawing.fill(_BUN_TURNED, face.hair, place)
    if style != "bob":
        drawing.fill(_EAR_TURNED, skin.skin, place)
        drawing.line(_EAR_LINE, Stroke(skin.skin_shade, 0.5), place)
    drawing.line(_SHEEN, Stroke(face.hair_light, 0.6), place)


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
