"""Hands, drawn once with the wrist at the origin and the fingers along x, in cm."""

from stretchtimer.core.illustration import Hand
from stretchtimer.figure.palette import Person
from stretchtimer.figure.shapes import Drawing, Path, Placement, Stroke, outline, strokes
from stretchtimer.figure.skeleton import Arm

# The round end of a hand fills the outside of a bent wrist; a larger one would stand out as a knob.
_WRIST = (-2.75, -2.2, -2.75, 2.2, -0.6, 2.35)

_FLAT = outline(
    (-0.6, 2.35), (1, 2.5, 3.5, 3.3, 6.5, 3.3), (10.0, 3.3, 13.2, 2.8, 15.6, 1.7),
    (17.2, 0.9, 17.2, -0.6, 15.6, -1.0), (13.2, -1.6, 10, -2.3, 7.4, -2.9),
    (6.9, -3.0, 7.6, -3.6, 8.6, -4.2), (10.0, -5.0, 9.2, -6.3, 7.7, -5.9),
    (5.0, -5.2, 2.2, -3.4, 1.0, -2.5), (-0.6, -2.35), _WRIST,
)  # fmt: skip
_REST = outline(
    (-0.6, 2.35), (1, 2.5, 3.0, 3.0, 5.5, 2.9), (8.6, 2.75, 11.6, 2.0, 14.2, 0.6),
    (15.9, -0.35, 15.9, -2.2, 14.0, -2.0), (11.8, -1.7, 9.6, -1.3, 7.2, -1.7),
    (4.4, -2.2, 3.2, -3.0, 1.2, -2.7), (-0.6, -2.35), _WRIST,
)  # fmt: skip
_GRIP = outline(
    (-0.6, 2.35), (0.6, 2.5, 1.8, 3.2, 3.4, 3.7), (5.0, 4.3, 7.2, 4.3, 8.4, 3.6),
    (9.4, 3.3, 9.9, 2.3, 9.4, 1.7), (10.3, 1.3, 10.3, 0.2, 9.6, -0.1),
    (10.2, -0.6, 10.0, -1.7, 9.1, -1.9), (9.4, -2.6, 8.8, -3.6, 7.4, -3.7),
    (5.0, -3.9, 2.6, -2.9, 0.8, -2.45), (-0.6, -2.35), _WRIST,
)  # fmt: skip
_CLASP = outline(
    (-0.6, 2.35), (0.6, 2.5, 1.6, 3.3, 3.0, 4.0), (4.6, 4.9, 6.6, 5.5, 7.8, 5.3),
    (9.0, 5.1, 9.0, 3.8, 7.8, 3.5), (9.0, 3.6, 10.2, 3.6, 11.0, 3.4),
    (12.2, 3.1, 12.2, 1.9, 11.5, 1.6), (12.5, 1.4, 12.5, 0.3, 11.6, 0.0),
    (12.3, -0.3, 12.2, -1.4, 11.1, -1.6), (11.5, -2.2, 11.0, -3.1, 9.8, -3.1),
    (6.5, -3.3, 3.2, -2.8, 1.0, -2.5), (-0.6, -2.35), _WRIST,
)  # fmt: skip
# Over a round thing, with the thumb behind it.
_DRAPED = outline(
    (-0.6, 2.35), (1.5, 2.7, 4.0, 3.7, 6.8, 3.5), (9.8, 3.2, 12.6, 1.8, 14.6, -0.4),
    (15.6, -1.6, 14.9, -2.9, 13.7, -2.2), (14.6, -3.0, 14.3, -4.4, 12.9, -4.0),
    (13.4, -4.9, 12.6, -6.0, 11.4, -5.3), (11.6, -6.2, 10.4, -6.9, 9.4, -6.0),
    (8.0, -4.4, 5.0, -3.0, 1.0, -2.5), (-0.6, -2.35), _WRIST,
)  # fmt: skip
# Edge-on, with a straight palm for what it is pressed against.
_PRESSED = outline(
    (-0.6, 2.35), (0.4, 2.4, 2.2, 2.7, 4.4, 2.3), (7.5, 1.7, 12.0, 0.9, 15.0, -0.2),
    (16.4, -0.8, 16.6, -2.0, 15.4, -2.1), (11.0, -2.2, 5.0, -2.1, 1.2, -2.2), (-0.6, -2.35), _WRIST,
)  # fmt: skip
# From the thumb's side: the forefinger bends a little from its knuckle, the others are curled.
_POINT = outline(
    (-0.6, 2.35), (0.8, 2.5, 2.0, 3.4, 3.4, 4.1), (4.2, 4.5, 4.8, 4.9, 5.4, 5.1),
    (6.2, 6.2, 8.2, 6.1, 8.3, 4.9), (9.6, 5.5, 10.9, 4.5, 10.3, 3.2),
    (11.7, 3.2, 12.2, 1.7, 10.9, 0.9), (12.2, 1.4, 13.7, 2.2, 15.2, 2.7),
    (16.7, 3.1, 17.4, 1.3, 16.0, 0.7), (13.6, -0.3, 11.2, -1.7, 8.8, -2.6),
    (6.0, -3.5, 2.6, -2.9, -0.6, -2.35), _WRIST,
)  # fmt: skip
# Bent by another hand: from its edge and a little from above, with three fingers to be told apart.
_BENT = outline(
    (-0.6, 2.35), (1, 2.6, 3.2, 3.2, 5.8, 3.1), (9.0, 3.0, 11.8, 2.9, 14.7, 2.5),
    (16.1, 2.2, 16.3, 1.0, 15.1, 0.8), (15.4, 0.8, 15.7, 0.8, 16.0, 0.7),
    (17.2, 0.4, 17.2, -1.0, 16.0, -1.0), (15.6, -1.0, 15.3, -0.9, 15.0, -0.9),
    (16.3, -1.1, 16.1, -2.3, 14.9, -2.4), (12.0, -2.6, 9.6, -2.4, 7.2, -2.5),
    (4.4, -2.7, 3.2, -2.9, 1.2, -2.7), (-0.6, -2.35), _WRIST,
)  # fmt: skip
# Round something, from behind it: what is before it are the fingers and the thumb.
_WRAPPED = outline(
    (-0.6, 2.35), (0.7, 2.6, 1.6, 4.4, 3.2, 5.2), (4.2, 5.7, 5.2, 5.6, 6.0, 5.2),
    (6.4, 4.6, 6.4, 3.9, 6.4, 3.7), (7.6, 3.7, 8.6, 3.7, 9.6, 3.6),
    (12.0, 3.2, 12.2, -2.6, 9.8, -3.7), (6.5, -3.9, 3.2, -2.8, 1.0, -2.5), (-0.6, -2.35), _WRIST,
)  # fmt: skip
_WRAPPED_FINGERS = outline(
    (9.4, 3.6), (10.0, 4.4, 9.4, 5.4, 8.2, 5.5), (6.6, 5.7, 4.6, 5.9, 3.2, 5.2),
    (4.2, 4.9, 5.4, 4.2, 6.4, 3.7), (5.0, 3.6, 5.0, 1.9, 6.3, 1.8),
    (4.5, 1.75, 4.4, -0.1, 5.9, -0.15), (4.7, -0.2, 4.7, -2.0, 6.2, -2.05),
    (5.2, -2.1, 5.3, -3.8, 6.6, -3.8), (7.6, -3.8, 8.6, -3.8, 9.6, -3.7),
    (10.8, -3.5, 11.3, -2.7, 11.1, -2.0), (11.9, -1.5, 12.0, -0.5, 11.5, -0.1),
    (12.1, 0.4, 12.0, 1.4, 11.3, 1.8), (11.4, 2.8, 10.6, 3.5, 9.4, 3.6),
)  # fmt: skip
# Open, with its fingers apart: little finger, ring, middle and forefinger, then the thumb.
_SPREAD = outline(
    (-0.6, 2.35), (1, 2.5, 3.66, 2.48, 7.6, 3.82), (9.07, 4.27, 10.54, 4.73, 12.01, 5.18),
    (13, 5.54, 13.52, 4.12, 12.53, 3.76), (11.41, 3.3, 10.3, 2.85, 9.19, 2.39),
    (8.48, 2.13, 8.91, 2.05, 9.65, 2.16), (11.36, 2.35, 13.08, 2.54, 14.79, 2.73),
    (15.89, 2.89, 16.11, 1.32, 15.01, 1.16), (13.31, 0.88, 11.61, 0.59, 9.91, 0.3),
    (9.17, 0.19, 9.1, 0.15, 9.85, 0.11), (11.79, -0.04, 13.73, -0.19, 15.68, -0.34),
    (16.82, -0.4, 16.73, -2.04, 15.59, -1.98), (13.64, -1.93, 11.69, -1.87, 9.75, -1.82),
    (9, -1.78, 8.55, -1.72, 9.27, -1.91), (10.9, -2.4, 12.52, -2.88, 14.14, -3.37),
    (15.2, -3.65, 14.79, -5.18, 13.73, -4.89), (11.63, -4.39, 9.53, -3.89, 7.43, -3.39),
    (5.3, -2.82, 5.18, -3.19, 6.52, -4.68), (7.12, -5.42, 7.72, -6.16, 8.32, -6.9),
    (9.17, -7.83, 7.82, -9.04, 6.98, -8.1), (5.76, -6.89, 4.53, -5.69, 3.3, -4.48),
    (2.23, -3.29, 1.2, -2.5, -0.6, -2.35), _WRIST,
)  # fmt: skip
_EDGE, _FINGERS_EDGE = 0.84, 0.5  # widths of lines, half of which lies under the hand
_FLAT_LINES = strokes(
    (15.4, 0.35, 13.5, 0.5, 11.6, 0.4, 9.8, 0.2), (14.6, 1.6, 13, 1.9, 11.5, 2.0, 10.0, 1.9),
    (14.2, -0.8, 12.8, -0.8, 11.2, -1.1, 9.8, -1.4),
)  # fmt: skip
_REST_LINES = strokes((14.9, -0.9, 12.6, 0.1, 10.4, 0.6, 8.4, 0.7))
_GRIP_LINES = strokes(
    (9.4, 1.7, 8.2, 1.9, 7.0, 1.7, 6.0, 1.3), (9.6, -0.1, 8.2, 0.1, 7.0, -0.1, 6.0, -0.5),
    (9.1, -1.9, 8.0, -1.7, 7.0, -1.8, 6.1, -2.1), (8.4, 3.6, 7.2, 3.0, 5.6, 2.7, 4.2, 2.9),
)  # fmt: skip
_CLASP_LINES = strokes(
    (7.8, 3.5, 6.8, 3.2, 5.9, 2.9, 5.2, 2.5), (11.5, 1.6, 10.2, 1.8, 8.9, 1.8, 7.6, 1.6),
    (11.6, 0.0, 10.2, 0.2, 8.8, 0.2, 7.4, 0.0), (11.1, -1.6, 9.9, -1.4, 8.7, -1.4, 7.5, -1.6),
)  # fmt: skip
_DRAPED_LINES = strokes(
    (13.7, -2.2, 12.2, -0.6, 10.6, 0.3, 9.0, 0.8), (12.9, -4.0, 11.4, -2.2, 9.8, -1.2, 8.2, -0.7),
    (11.4, -5.3, 10.2, -3.7, 8.8, -2.7, 7.4, -2.1), (9.4, -6.0, 8.0, -4.4, 5.0, -3.0, 1.0, -2.5),
)  # fmt: skip
_PRESSED_LINES = strokes(
    (15.4, -2.1, 11.0, -2.2, 5.0, -2.1, 1.2, -2.2), (14.8, -0.8, 12.4, -0.1, 10.2, 0.3, 8.0, 0.6),
)  # fmt: skip
_POINT_LINES = strokes(
    (10.9, 0.9, 10.0, 0.5, 9.2, 0.1, 8.4, -0.4), (10.3, 3.2, 9.6, 2.9, 9.0, 2.6, 8.3, 2.4),
    (8.3, 4.9, 7.6, 4.4, 7.0, 4.0, 6.3, 3.8), (3.4, 0.2, 5.2, 0.0, 6.6, 0.3, 7.8, 0.9),
    (7.8, 0.9, 9.1, 1.6, 8.6, 3.1, 7.2, 2.9), (7.2, 2.9, 6.0, 2.7, 5.0, 2.7, 4.2, 3.0),
)  # fmt: skip
_BENT_LINES = strokes(
    (15.1, 0.8, 13.0, 1.0, 11.2, 1.1, 9.6, 1.0), (15.0, -0.9, 13.0, -0.8, 11.2, -0.7, 9.4, -0.8),
)  # fmt: skip
_SPREAD_LINES = strokes(
    (4.6, -2.4, 5.2, -1.0, 4.6, 0.4, 3.0, 1.2), (8.0, -2.0, 7.2, -1.0, 6.6, 0.6, 6.9, 2.2),
)  # fmt: skip
_WRAPPED_LINES = strokes((2.4, 2.6, 3.6, 2.9, 4.8, 3.3, 5.8, 3.9))
_WRAPPED_FINGER_LINES = strokes(
    (6.4, 3.7, 7.2, 3.75, 8.2, 3.75, 9.4, 3.6),
    (6.3, 1.8, 8.0, 1.95, 9.6, 1.95, 11.0, 1.8), (5.9, -0.15, 7.8, -0.05, 9.6, 0.0, 11.2, -0.1),
    (6.2, -2.05, 8.0, -1.95, 9.6, -1.9, 10.8, -2.0),
)  # fmt: skip

_HANDS = {
    "flat": (_FLAT, _FLAT_LINES),
    "rest": (_REST, _REST_LINES),
    "grip": (_GRIP, _GRIP_LINES),
    "clasp": (_CLASP, _CLASP_LINES),
    "draped": (_DRAPED, _DRAPED_LINES),
    "pressed": (_PRESSED, _PRESSED_LINES),
    "point": (_POINT, _POINT_LINES),
    "bent": (_BENT, _BENT_LINES),
    "wrapped": (_WRAPPED, _WRAPPED_LINES),
    "spread": (_SPREAD, _SPREAD_LINES),
}
# What is before the thing that a hand holds, where that is not all of it.
_BEFORE = {"wrapped": (_WRAPPED_FINGERS, _WRAPPED_FINGER_LINES)}


def draw_hand(drawing: Drawing, arm: Arm, kind: Hand, person: Person) -> None:
    """The hand at the end of an arm."""
    _draw(drawing, _HANDS[kind], arm, person)


def draw_hand_before(drawing: Drawing, arm: Arm, kind: Hand, person: Person) -> None:
    """A hand once more, over what it holds, with a line round it; of one that wraps round that, the
    fingers and the thumb.
    """
    before = _BEFORE.get(kind, _HANDS[kind])
    edge = _EDGE if kind not in _BEFORE else _FINGERS_EDGE
    drawing.line(before[0], Stroke(person.skin_shade, edge), _place(arm))
    _draw(drawing, before, arm, person)


def draw_hand_edge(drawing: Drawing, arm: Arm, kind: Hand, person: Person) -> None:
    """A line round a hand, of which half is seen when the hand is painted over it."""
    drawing.line(_HANDS[kind][0], Stroke(person.skin_shade, _EDGE), _place(arm))


def _draw(drawing: Drawing, hand: tuple[Path, Path], arm: Arm, person: Person) -> None:
    drawing.fill(hand[0], person.skin, _place(arm))
    drawing.line(hand[1], Stroke(person.skin_shade, 0.42), _place(arm))


def _place(arm: Arm) -> Placement:
    return Placement(arm.wrist, arm.hand_deg, scale_x=arm.hand_share, scale_y=arm.palm_side)
