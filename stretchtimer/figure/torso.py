"""The trunk in its shirt, and the neck that comes out of the collar."""

from stretchtimer.figure.front_torso import draw_opened_torso
from stretchtimer.figure.geometry import bump, direction, first_crossing
from stretchtimer.figure.legs import LegFlesh, Support
from stretchtimer.figure.limb import Chain, Limb, builds, samples
from stretchtimer.figure.palette import Person
from stretchtimer.figure.shade import shade
from stretchtimer.figure.shapes import Drawing, Path, polygon
from stretchtimer.figure.skeleton import LUMBAR, NECK, PELVIS, THORAX, Skeleton

_RIBS_U = PELVIS + LUMBAR
_C7_U = _RIBS_U + THORAX
# Half widths in cm along the trunk, 0 at the hip, going up.
TRUNK = builds(
    (
    (-7, 6.0, 8.0), (-3, 8.6, 11.4), (0, 9.4, 12.2), (5, 9.3, 11.0), (11, 8.9, 8.6),
    (16, 8.5, 7.8), (22, 8.8, 8.2), (28, 9.9, 9.0), (34, 11.0, 9.9), (38, 11.0, 10.3),
    (42, 10.0, 10.1), (46, 8.2, 9.1), (49, 6.7, 7.6), (51, 5.9, 6.6), (53, 5.4, 5.9),
    (57, 5.0, 5.2), (63, 4.9, 4.8),
    ),
    (-7, 1.1, 1.13), (5, 1.18, 1.12), (16, 1.34, 1.1), (26, 1.24, 1.1),
    (36, 1.12, 1.1), (46, 1.04, 1.05), (50, 1, 1),
)  # fmt: skip
_US = (-0.2 * PELVIS, 0.0, PELVIS, _RIBS_U, _C7_U, _C7_U + NECK)
_ROUNDING = ((0.5, 0.5), (3.8, 3.8), (8.0, 8.0), (4.2, 4.2))
_HEM_SAG = 1.8
_HEM_U, _COLLAR_FRONT_U, _COLLAR_BACK_U = 10.6, 49.6, 53.0

OPENED_DEG = 32.0  # a chest turned further to us shows itself from the front


def draw_torso(
    drawing: Drawing, body: Skeleton, near_leg: LegFlesh, person: Person, support: Support
) -> Limb:
    """Pelvis, neck and shirt; gives the ribbon of the trunk."""
    foot_of_trunk = body.hip - (body.waist - body.hip) * 0.2
    joints = [foot_of_trunk, body.hip, body.waist, body.ribs, body.c7, body.atlas]
    chain = Chain(joints, _US, _ROUNDING)
    pelvis = Limb(
        chain,
        TRUNK[body.build],
        samples(-2.0, 12.0, 4.7),
        front_is_left=False,
        more_front=lambda _: -0.6,
        more_back=lambda _: -2.4,
    )
    drawing.fill(pelvis.outline(), person.legs)
    if body.turn > OPENED_DEG:
        return draw_opened_torso(drawing, body, chain, TRUNK[body.build], person)
    _draw_neck(drawing, body, chain, person)
    trunk = Limb(
        chain,
        TRUNK[body.build],
        samples(_HEM_U, _COLLAR_BACK_U, 4.0),
        front_is_left=False,
        more_front=lambda u: 0.9 * body.breath * bump(u, 33, 18),
        more_back=lambda u: 0.25 * body.breath * bump(u, 33, 18),
    )
    for joint_u in (PELVIS, _RIBS_U):
        trunk.round_corner("front", joint_u, 14.0)
    trunk.rest_on(support)
    _draw_shirt(drawing, body, trunk, near_leg, person)
    return trunk


def _draw_shirt(
    drawing: Drawing, body: Skeleton, trunk: Limb, near_leg: LegFlesh, person: Person
) -> None:
    collar = trunk.index(_COLLAR_FRONT_U)
    hem, front = 0, trunk.front[:collar]
    meeting = _belly_meets_thigh(trunk, collar, near_leg)
    if meeting is not None:
        hem, point = meeting
        way = trunk.ways[hem]
        under_thigh = point - way * 1.2
        front = [under_thigh, *trunk.front[hem:collar]]
        _draw_lap(drawing, body, trunk, near_leg, under_thigh + way * 0.8, person)
    begin, end = front[-1], trunk.back[-1]
    way, across = trunk.ways[-1], front[-1] - trunk.back[-1]
    path = Path().follow(front, begin=True)
    path.curve_to(begin - way * 0.9 - across * 0.30, end - way * 1.9 + across * 0.30, end)
    path.follow(trunk.back[::-1])
    # the hem goes round the waist, which is nearer to us in the middle
    hem_back, hem_front = trunk.back[0], front[0]
    across, sag = (hem_front - hem_back) * 0.3, -trunk.ways[0] * _HEM_SAG
    path.curve_to(hem_back + across + sag, hem_front - across + sag, hem_front)
    drawing.fill(path.close(), person.shirt)
    drawing.fill(shade(trunk, 0.24, first=hem, last=collar), person.shirt_shade)


def _belly_meets_thigh(trunk: Limb, collar: int, near_leg: LegFlesh) -> tuple[int, complex] | None:
    """Where, coming down from the neck, the shirt's front meets the thigh of a bent hip."""
    if near_leg.hip_bend <= 0.3:
        return None
    leg = near_leg.limb
    thigh = [point for point, u in zip(leg.front, leg.us, strict=True) if 3 < u < 38]
    met = first_crossing(trunk.front[collar - 1 :: -1], thigh)
    return None if met is None else (collar - 1 - met[0], met[1])


def _draw_lap(
    drawing: Drawing,
    body: Skeleton,
    trunk: Limb,
    near_leg: LegFlesh,
    hem_point: complex,
    person: Person,
) -> None:
    """Legging between hem and thigh, so that no wedge of the background shows in a bent hip."""
    leg = near_leg.limb
    i = leg.index(14.0)
    front, centre = leg.front[i], leg.centres[i]
    corner = front - (front - centre) * 0.06
    drawing.fill(
        polygon([trunk.back[1], hem_point, corner, centre, body.hip, leg.back[1]]), person.legs
    )


def _draw_neck(drawing: Drawing, body: Skeleton, chain: Chain, person: Person) -> None:
    """From the collar to the jaw, with the jaw's shadow on it."""
    crown = direction(body.head_deg)
    face = crown * -1j

    def in_head(x: float, y: float) -> complex:
        return body.atlas + face * x + crown * y

    centre, front_way = chain.at(48.0)
    throat = centre + front_way * -1j * (TRUNK["slim"].front(48.0) - 1.7)
    centre, back_way = chain.at(52.5)
    back = centre - back_way * -1j * (TRUNK["slim"].back(52.5) - 0.7)
    jaw, nape = in_head(2.6, -5.6), in_head(-6.6, -1.0)
    length = abs(jaw - throat)
    neck = (
        Path()
        .move_to(throat)
        .curve_to(
            throat + front_way * length * 0.30,
            jaw - crown * length * 0.34 - face * length * 0.10,
            jaw,
        )
        .line_to(in_head(-1, 2))
        .line_to(nape)
        .curve_to(nape - crown * 4.0 + face * 0.6, back + back_way * 3.0, back)
        .line_to(chain.at(44.0)[0])
        .close()
    )
    drawing.fill(neck, person.skin)
    chin, behind, low = in_head(5.0, -7.2), in_head(-2.6, -3.2), in_head(1.7, -9.6)
    bow = in_head(2.2, -8.0)
    shadow = (
        Path()
        .move_to(chin)
        .line_to(behind)
        .curve_to(in_head(-1.4, -6.0), low - face * 1.2, low)
        .curve_to(low + (bow - low) * 2 / 3, chin + (bow - chin) * 2 / 3, chin)
        .close()
    )
    drawing.fill(shadow, person.skin_shade, clip=neck)
