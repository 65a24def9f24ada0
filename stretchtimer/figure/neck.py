"""The neck, from the collar to the jaw, with the jaw's shadow on it."""

import math
from dataclasses import dataclass

from stretchtimer.figure.geometry import direction, left_of, mix_points
from stretchtimer.figure.limb import Chain, Profile
from stretchtimer.figure.palette import Person
from stretchtimer.figure.shapes import Drawing, Path
from stretchtimer.figure.skeleton import Skeleton

_Curve = tuple[complex, complex, complex, complex]


@dataclass(frozen=True, slots=True)
class Neck:
    """Its edge from the collar up to the jaw, and from the other side of the head down again; over
    `middle`, which the head hides, and `low`, which the shirt does. Then the jaw's shadow: `darker`
    on the throat, from chin to behind.
    """

    rise: _Curve
    middle: complex
    fall: _Curve
    low: tuple[complex, complex]
    shadow: tuple[_Curve, _Curve]

    def towards(self, other: "Neck", share: float) -> "Neck":
        """Between this neck (0) and another (1)."""

        def between(one: _Curve, two: _Curve) -> _Curve:
            a, b, c, d = mix_points(one, two, share)
            return a, b, c, d

        one, two = mix_points(self.low, other.low, share)
        return Neck(
            between(self.rise, other.rise),
            self.middle + (other.middle - self.middle) * share,
            between(self.fall, other.fall),
            (one, two),
            (between(self.shadow[0], other.shadow[0]), between(self.shadow[1], other.shadow[1])),
        )


def draw_neck(drawing: Drawing, neck: Neck, person: Person) -> None:
    """Skin and the jaw's shadow."""
    path = Path().move_to(neck.rise[0]).curve_to(*neck.rise[1:]).line_to(neck.middle)
    path.line_to(neck.fall[0]).curve_to(*neck.fall[1:])
    path.line_to(neck.low[0]).line_to(neck.low[1]).close()
    drawing.fill(path, person.skin)
    there, back = neck.shadow
    shadow = Path().move_to(there[0]).curve_to(*there[1:]).curve_to(*back[1:]).close()
    drawing.fill(shadow, person.skin_shade, clip=path)


def profile_neck(body: Skeleton, chain: Chain, trunk: Profile) -> Neck:
    """The neck from the side; `chain` and `trunk` are those of the trunk."""
    head, crown = body.in_head, direction(body.head_deg)
    face = crown * -1j
    centre, front_way = chain.at(48.0)
    throat = centre + front_way * -1j * (trunk.front(48.0) - 1.7)
    centre, back_way = chain.at(52.5)
    back = centre - back_way * -1j * (trunk.back(52.5) - 0.7)
    jaw, nape = head(2.6, -5.6), head(-6.6, -1.0)
    length, low = abs(jaw - throat), chain.at(44.0)[0]
    chin, behind, deep = head(5.0, -7.2), head(-2.6, -3.2), head(1.7, -9.6)
    bow = head(2.2, -8.0)
    return Neck(
        (
            throat,
            throat + front_way * length * 0.30,
            jaw - crown * length * 0.34 - face * length * 0.10,
            jaw,
        ),
        head(-1, 2),
        (nape, nape - crown * 4.0 + face * 0.6, back + back_way * 3.0, back),
        (low, low),
        (
            (behind, head(-1.4, -6.0), deep - face * 1.2, deep),
            (deep, deep + (bow - deep) * 2 / 3, chin + (bow - chin) * 2 / 3, chin),
        ),
    )


def side_ends(body: Skeleton, out: int) -> tuple[complex, complex]:
    """Where a side of the neck begins at the collar and ends at the jaw, from the front; `out` is
    -1 to the left, 1 to the right.
    """
    right = -left_of(body.up)
    return body.c7 + right * 7.6 * out - body.up * 3.2, body.in_head(5.0 * out, -2.5)


def front_neck(body: Skeleton, turn_deg: float) -> Neck:
    """The neck from the front, of a chest that is turned to the right by `turn_deg`."""
    up, head = body.up, body.in_head
    right, crown = -left_of(up), direction(body.head_deg)
    face = crown * -1j
    shift = right * 2.0 * math.sin(math.radians(turn_deg))
    (left_base, left_jaw), (right_base, right_jaw) = (side_ends(body, out) for out in (-1, 1))
    left_base, right_base = left_base + shift, right_base + shift
    low = body.c7 + shift - up * 7
    # the crescent of shadow, cut in two where it hangs lowest
    a, b, c, d = head(-4.8, -4), head(-4.2, -9.5), head(4.2, -10.5), head(4.9, -4.6)
    ab, bc, cd = (a + b) / 2, (b + c) / 2, (c + d) / 2
    lowest = (ab + 2 * bc + cd) / 4
    return Neck(
        (
            right_base,
            right_base - right * 2.6 + up * 1.6,
            right_jaw - crown * 6 - face * 0.2,
            right_jaw,
        ),
        (left_jaw + right_jaw) / 2,
        (
            left_jaw,
            left_jaw - crown * 6 + face * 0.2,
            left_base + right * 2.6 + up * 1.6,
            left_base,
        ),
        (low - right * 4, low + right * 4),
        ((a, ab, (ab + bc) / 2, lowest), (lowest, (bc + cd) / 2, cd, d)),
    )
