"""An arm: one ribbon from a round shoulder to the wrist, a hand, and a sleeve over both."""

import math

from stretchtimer.core.illustration import Hand
from stretchtimer.figure.build import Build
from stretchtimer.figure.geometry import bump, dot, unit
from stretchtimer.figure.hands import draw_hand, draw_hand_edge
from stretchtimer.figure.limb import Chain, Limb, bend_at, builds, samples
from stretchtimer.figure.palette import Person
from stretchtimer.figure.shade import shade
from stretchtimer.figure.shapes import Drawing, Path
from stretchtimer.figure.skeleton import FOREARM, UPPER_ARM, Arm

_WRIST_U = UPPER_ARM + FOREARM
# Half widths in cm along the arm, 0 at the shoulder joint; the first rows are its round cap.
ARM = builds(
    (
    (-5.4, 0.0, 0.0), (-5.3, 1.0, 1.0), (-5.0, 2.0, 2.0), (-4.4, 3.05, 3.05), (-3.5, 4.0, 4.0),
    (-2, 4.8, 4.8), (1, 5.3, 5.2), (5, 5.3, 5.0), (11, 4.8, 4.5), (18, 4.3, 4.1), (25, 3.8, 3.8),
    (30, 3.6, 3.7), (35, 3.8, 3.7), (40, 3.45, 3.35), (47, 2.7, 2.7), (52, 2.35, 2.35),
    (_WRIST_U, 2.35, 2.35),
    ),
    (-5.4, 1.06, 1.06), (1, 1.1, 1.1), (20, 1.14, 1.14), (45, 1.08, 1.08), (53, 1, 1),
)  # fmt: skip
_CAP_CM = 5.4
# A shoulder's cap is as high above its joint on an arm that is drawn short.
_US = (-_CAP_CM, 0.0, UPPER_ARM, _WRIST_U)
_ROUNDING = ((0.0, 0.0), (3.8, 3.6))
_BARE_FROM_U = 6.0  # under the sleeve; bare skin from the cap on would show slivers
_AGAIN_FROM_U = 24.0  # where a forearm that is painted once more begins
_LINE_FROM_U, _LINE_GROWS_CM = 32.0, 12.0
_LINE_CM, _UNDER_LINE_CM = 0.42, 0.1
_SLOPE = 0.5  # how much narrower than from the side a shoulder's cap is from the front
_SLEEVE_US = (-5.4, -5.28, -4.95, -4.3, -3.2, -1.6, 0.6, 3.5, 6.5, 9.5, 12.5)


def draw_arm(
    drawing: Drawing,
    arm: Arm,
    hand: Hand,
    person: Person,
    *,
    build: Build = "slim",
    front_is_left: bool = True,
    facing: float = 0.0,
    up: complex = 1j,
    edge: float = 0.0,
) -> Limb:
    """Skin, hand and sleeve; gives the ribbon of the bare arm.

    The front of an arm, or its outer edge, is on the left of the way to the hand. `facing` is
    how much it is seen from the front, where the shoulder slopes if the arm hangs down from `up`;
    `edge`, how much is drawn of the line that parts it from a face behind it.
    """
    chain = _chain(arm)
    limb = _draw_skin(drawing, arm, chain, person, build, front_is_left=front_is_left)
    if edge:
        _draw_edges(drawing, limb, person, _LINE_CM * edge)
    draw_hand(drawing, arm, hand, person)
    sloping = facing * max(0.0, -dot(unit(arm.elbow - arm.shoulder), up)) * _SLOPE

    def ease(u: float) -> float:
        return _sleeve_ease(u) - sloping * bump(u, -1.5, 6.0)

    sleeve = Limb(
        chain,
        ARM[build],
        _SLEEVE_US,
        front_is_left=front_is_left,
        more_front=ease,
        more_back=ease,
    )
    drawing.fill(sleeve.outline(end_bulge=0.7), person.shirt)
    drawing.fill(shade(sleeve, 0.30, first=5, taper_end=False), person.shirt_shade)
    return limb


def draw_forearm(
    drawing: Drawing,
    arm: Arm,
    hand: Hand,
    person: Person,
    *,
    build: Build = "slim",
    front_is_left: bool = True,
) -> None:
    """An arm from above its elbow on, once more, over what its upper arm is behind.

    A line parts it from the other arm, which has the same skin.
    """
    draw_hand_edge(drawing, arm, hand, person)
    limb = _draw_skin(
        drawing, arm, _chain(arm), person, build, front_is_left=front_is_left, again=True
    )
    _draw_edges(drawing, limb, person, _LINE_CM, _LINE_FROM_U)
    draw_hand(drawing, arm, hand, person)


def _draw_edges(
    drawing: Drawing, limb: Limb, person: Person, wide_cm: float, from_u: float = -math.inf
) -> None:
    """Slivers along both edges of an arm that part it from skin behind it; they begin thin."""
    path = Path()
    for edge, sign in ((limb.front, 1.0), (limb.back, -1.0)):
        outer: list[complex] = []
        inner: list[complex] = []
        for u, point, normal in zip(limb.us, edge, limb.normals, strict=True):
            if u > from_u:
                out = normal * sign
                outer.append(point + out * wide_cm * min(1.0, (u - from_u) / _LINE_GROWS_CM))
                inner.append(point - out * _UNDER_LINE_CM)
        path.follow(outer, begin=True).line_to(inner[-1]).follow(inner[::-1]).close()
    drawing.fill(path, person.skin_shade)


def _chain(arm: Arm) -> Chain:
    cap = arm.shoulder - unit(arm.elbow - arm.shoulder) * _CAP_CM
    return Chain([cap, arm.shoulder, arm.elbow, arm.wrist], _US, _ROUNDING)


def _draw_skin(
    drawing: Drawing,
    arm: Arm,
    chain: Chain,
    person: Person,
    build: Build,
    *,
    front_is_left: bool,
    again: bool = False,
) -> Limb:
    """From under the sleeve to the wrist, or `again` from above the elbow."""
    bend = bend_at(arm.shoulder, arm.elbow, arm.wrist)
    sharp = min(1.5, abs(bend))
    # The elbow's point stands out on the outside of the bend; the inside gives way.
    outside, inside = 0.9 * sharp, -0.4 * sharp
    front_is_inside = (bend > 0) is front_is_left

    def swell(amount: float, u: float) -> float:
        return amount * bump(u, UPPER_ARM, 7)

    front, back = (inside, outside) if front_is_inside else (outside, inside)
    bent = ((UPPER_ARM, 5.5),) if abs(bend) > 0.5 else ()
    limb = Limb(
        chain,
        ARM[build],
        samples(_AGAIN_FROM_U if again else _BARE_FROM_U, _WRIST_U, 7.0, bent),
        front_is_left=front_is_left,
        more_front=lambda u: swell(front, u),
        more_back=lambda u: swell(back, u),
    )
    hollow = min(1.0, abs(bend) * 1.6)

    def fade(u: float) -> float:
        return 1 - bump(u, UPPER_ARM, 13) * hollow

    drawing.fill(limb.outline(), person.skin)
    drawing.fill(
        shade(
            limb,
            0.32,
            last=limb.index(_WRIST_U - 2),
            taper_begin=not again,
            fade_front=fade if front_is_inside else None,
            fade_back=None if front_is_inside else fade,
        ),
        person.skin_shade,
    )
    return limb


def _sleeve_ease(u: float) -> float:
    """How much wider than the arm the sleeve is."""
    return 0.0 if u < -5 else min(0.35, 0.2 * (u + 5)) + 0.035 * max(0.0, u)
