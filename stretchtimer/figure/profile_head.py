"""The head in profile: drawn once in its own coordinates, x to the face, y to the crown, in cm."""

from stretchtimer.figure.colors import Color
from stretchtimer.figure.palette import Face, Palette
from stretchtimer.figure.shapes import Drawing, Placement, Stroke, ellipse, outline, strokes

FACE = outline(
    (-4.0, -5.0), (-8.4, 2.0), (-9.0, 9, -5, 14.8, 1.5, 14.8), (5.6, 14.8, 8.1, 12.2, 8.7, 8.8),
    (8.95, 7.4, 8.95, 6.4, 8.75, 5.4), (8.65, 4.6, 9.1, 3.7, 9.8, 2.4),
    (10.4, 1.35, 10.9, 0.75, 10.75, 0.1), (10.6, -0.5, 9.8, -0.55, 9.2, -0.75),
    (8.95, -1.05, 9.3, -1.5, 9.35, -2.05), (9.4, -2.6, 8.95, -2.75, 8.9, -3.0),
    (8.95, -3.35, 9.15, -3.7, 9.0, -4.2), (8.8, -4.75, 8.45, -4.9, 8.5, -5.6),
    (8.55, -7.1, 7.5, -8.0, 5.9, -7.9), (3.4, -7.7, 0.6, -6.4, -1.4, -4.6),
)  # fmt: skip
_BUN_HAIR = outline(
    (7.9, 11.2), (7.0, 14.9, 3.4, 16.7, -0.6, 16.5), (-7.0, 16.2, -11.0, 11.0, -10.4, 4.8),
    (-10.1, 1.2, -8.6, -2.0, -6.0, -3.6), (-4.6, -4.4, -3.4, -3.6, -2.9, -2.4),
    (-2.5, -1.2, -2.5, 0.2, -1.8, 1.2), (-0.9, 2.4, 0.7, 3.0, 1.3, 4.4),
    (2.2, 6.6, 2.6, 8.7, 4.7, 10.1), (5.8, 10.8, 7.0, 11.1, 7.9, 11.2),
)  # fmt: skip
_SHORT_HAIR = outline(
    (8.6, 10.4), (9.2, 13.2, 6.4, 16.9, 1.0, 17.0), (-6.2, 17.1, -10.9, 12.0, -10.2, 5.4),
    (-9.9, 2.4, -9.2, -0.2, -7.6, -2.4), (-6.6, -3.4, -5.0, -3.0, -4.2, -1.6),
    (-3.4, -0.2, -2.6, 0.6, -1.9, 1.4), (-1.2, 2.2, 0.2, 2.0, 0.9, 1.0), (1.6, 1.2),
    (1.9, 3.4, 1.9, 5.4, 2.8, 7.2), (3.8, 9.2, 6.2, 10.0, 8.6, 10.4),
)  # fmt: skip
_BOB_HAIR = outline(
    (7.9, 11.0), (7.4, 15.2, 3.4, 17.2, -1.0, 16.8), (-8.0, 16.2, -12.0, 10.0, -11.6, 3.4),
    (-11.4, -1.2, -10.6, -5.4, -8.6, -8.0), (-5.6, -9.4, -1.6, -8.8, 0.8, -7.0),
    (1.6, -4.2, 0.9, -1.0, 1.5, 1.8), (2.2, 5.0, 2.8, 8.4, 4.9, 9.9),
    (5.9, 10.6, 7.0, 10.9, 7.9, 11.0),
)  # fmt: skip
STYLES = {"bun": _BUN_HAIR, "short": _SHORT_HAIR, "bob": _BOB_HAIR}
HAIR_LIGHT = outline(
    (-7.9, 8.2), (-6.6, 12.2, -3.0, 14.6, 1.4, 14.6), (-2.2, 13.6, -5.4, 11.6, -7.9, 8.2)
)
_EAR = outline(
    (-1.5, 2.8), (-0.5, 4.0, 1.4, 3.4, 1.3, 1.7), (1.2, 0.2, 0.2, -1.5, -0.8, -1.3),
    (-1.8, -1.1, -2.2, 1.6, -1.5, 2.8),
)  # fmt: skip
_BUN = ellipse(complex(-7.4, 14.2), 4.5, 4.3)
_BUN_LINE = strokes((-10.2, 15.6, -9.6, 17.2, -8.0, 17.6, -6.6, 17.2))
_BLUSH = ellipse(complex(5.0, -0.9), 2.0, 1.5)
EAR_LINE = strokes((-0.8, 2.3, 0.2, 2.7, 0.6, 1.5, -0.3, 0.6))
# Closed eyes: calm, no gaze to get wrong, and right at any angle of the head.
EYE = strokes((5.7, 3.5, 6.2, 2.75, 7.2, 2.65, 7.8, 3.15))
_OPEN_EYE = outline(
    (5.7, 3.2), (6.2, 4.3, 7.6, 4.5, 8.1, 3.9), (8.3, 3.4, 8.1, 2.7, 7.8, 2.4),
    (7.0, 2.1, 6.2, 2.5, 5.7, 3.2),
)  # fmt: skip
_OPEN_LID = strokes((5.5, 3.1, 6.2, 4.4, 7.6, 4.6, 8.2, 3.9))
_IRIS = ellipse(complex(7.5, 3.4), 0.62, 0.95)
_EYEBALL = Color(250, 247, 242)
BROW = strokes((5.5, 6.0, 6.3, 6.55, 7.3, 6.5, 8.0, 6.0))
MOUTH = strokes((7.1, -2.9, 7.6, -3.35, 8.3, -3.25, 8.85, -3.0))


def draw_profile_head(
    drawing: Drawing, place: Placement, colors: Palette, *, looks: bool = False
) -> None:
    """Hair, face and features of who faces along x, and `looks` there with open eyes."""
    face, skin, style = colors.face, colors.near, colors.look.hair
    if style == "bun":
        drawing.fill(_BUN, face.hair, place)
    drawing.fill(FACE, skin.skin, place)
    drawing.fill(_BLUSH, face.blush, place)
    drawing.fill(STYLES[style], face.hair, place)
    drawing.fill(HAIR_LIGHT, face.hair_light, place)
    if style == "bun":
        drawing.line(_BUN_LINE, Stroke(face.hair_light, 0.6), place)
    if style != "bob":
        drawing.fill(_EAR, skin.skin, place)
        drawing.line(EAR_LINE, Stroke(skin.skin_shade, 0.5), place)
    _draw_features(drawing, face, place, looks=looks)


def _draw_features(drawing: Drawing, face: Face, place: Placement, *, looks: bool) -> None:
    if looks:
        drawing.fill(_OPEN_EYE, _EYEBALL, place)
        drawing.fill(_IRIS, face.ink, place)
    drawing.line(_OPEN_LID if looks else EYE, Stroke(face.ink, 0.5), place)
    drawing.line(BROW, Stroke(face.brow, 0.5), place)
    drawing.line(MOUTH, Stroke(face.mouth, 0.48), place)
