"""A leg from the waist to the toes: one ribbon from inside the pelvis, and a foot grown out of
it."""

from collections.abc import Callable
from dataclasses import dataclass

from stretchtimer.core.pose import LimbSide
from stretchtimer.figure.colors import Color
from stretchtimer.figure.geometry import bump, clamp, direction, dot, left_of, mix_points, unit
from stretchtimer.figure.limb import Chain, Limb, bend_at, builds, samples
from stretchtimer.figure.palette import Person
from stretchtimer.figure.shade import shade
from stretchtimer.figure.shapes import Drawing, Path
from stretchtimer.figure.skeleton import (
    ANKLE_HEIGHT,
    BALL,
    LUMBAR,
    PELVIS,
    SHIN,
    THIGH,
    Leg,
    Skeleton,
)

Support = Callable[[complex], complex]

ANKLE_U = THIGH + SHIN
_WAIST_SAG = 0.1  # of the leggings' upper edge, as a share of its width
_SLIVER_CM = 1.0  # a far leg that shows by less has no shadow on it: it would be all of it
_PARTING_FROM_U, _PARTING_CM = 12.0, 0.9
HEM_U = 74.0  # where the leggings end
# Half widths in cm along the leg, 0 at the hip: seat and calf behind, the long thigh in front.
LEG = builds(
    (
    (-13, 8.5, 8.2), (-11, 8.9, 8.7), (-8, 9.1, 9.7), (-5, 9.3, 10.9), (-1.5, 9.4, 12.0),
    (1.5, 9.5, 12.2), (5, 9.5, 11.7), (9, 9.4, 10.3), (15, 8.9, 8.5), (22, 8.0, 7.4),
    (30, 6.8, 6.5), (36, 5.9, 5.7), (THIGH, 5.6, 5.0), (46, 4.9, 5.3), (52, 4.4, 6.6),
    (57, 4.1, 6.7), (63, 3.8, 5.7), (70, 3.4, 4.2), (76, 3.2, 3.3), (80, 3.2, 3.1),
    (ANKLE_U, 3.3, 3.2), (ANKLE_U + 2, 3.0, 3.0),
    ),
    (-13, 1.13, 1.13), (9, 1.14, 1.13), (40, 1.12, 1.12), (60, 1.1, 1.12),
    (74, 1.03, 1.03), (77, 1, 1),
)  # fmt: skip
# The chain begins in the pelvis, so that the seat is the outside of a bend and is round by itself.
_US = (-PELVIS - LUMBAR, -PELVIS, 0.0, THIGH, ANKLE_U)
_ROUNDING = ((3.8, 3.8), (6.8, 11.0), (6.5, 6.5))


@dataclass(frozen=True, slots=True)
class LegFlesh:
    """A leg's ribbon with what its bends make of it. Bends count in right angles, flexion positive.

    `knee_web` and `groin_web` are the middles of the rounded insides of sharp bends.
    """

    chain: Chain
    limb: Limb
    knee_bend: float
    hip_bend: float
    knee_web: complex | None
    groin_web: complex | None


def leg_flesh(body: Skeleton, side: LimbSide, support: Support) -> LegFlesh:
    """The ribbon of one leg, flattened on what carries it."""
    leg, shift, far = body.legs[side], body.shift(side) * 0.3, side == "far"
    waist = body.waist + shift
    chain = Chain([body.ribs + shift, waist, leg.hip, leg.knee, leg.ankle], _US, _ROUNDING)
    knee_bend = -bend_at(leg.hip, leg.knee, leg.ankle) * leg.way
    hip_bend = bend_at(waist, leg.hip, leg.knee) * leg.way
    bent = []
    if knee_bend > 0.45:
        bent.append((THIGH, 7.5))
    if abs(hip_bend) > 0.45:
        bent.append((1.0, 8.0))
    # The far leg is thinner and begins lower at the pelvis, or it peeps out behind the near one.
    first = -PELVIS if not far else (-1.0 if hip_bend > 0.3 else -9.5)
    knee = clamp(knee_bend, 0.0, 1.6)
    seat, behind_knee = clamp(hip_bend, -0.5, 1.3), min(1.0, knee)
    stretched = max(0.0, -hip_bend)
    hidden = 1.0 if far else 0.0

    def more_front(u: float) -> float:
        return 1.1 * knee * bump(u, THIGH - 1, 10) - 0.017 * hidden * max(0.0, 16 - u) ** 2

    def more_back(u: float) -> float:
        return (
            0.5 * seat * bump(u, 1, 15)
            - behind_knee * bump(u, THIGH, 12)
            - 3.2 * stretched * bump(u, -2, 13)
            - 0.013 * hidden * max(0.0, 20 - u) ** 2
        )

    us = samples(first, HEM_U, 7.0, tuple(bent))
    limb = Limb(
        chain,
        LEG[body.build],
        us,
        front_is_left=not leg.mirrored,
        more_front=more_front,
        more_back=more_back,
    )
    limb.rest_on(support)
    knee_web = limb.round_corner("back", THIGH, 28.0) if knee > 0.35 else None
    groin_web = limb.round_corner("front", 0.0, 20.0) if hip_bend > 0.35 else None
    return LegFlesh(chain, limb, knee, hip_bend, knee_web, groin_web)


def draw_leg(
    drawing: Drawing, body: Skeleton, side: LimbSide, flesh: LegFlesh, person: Person
) -> None:
    """Shank and foot, the legging over them, its shade and folds."""
    limb, leg = flesh.limb, body.legs[side]
    us = samples(68.0, ANKLE_U - 5.5, 5.0)
    shank = Limb(flesh.chain, LEG[body.build], us, front_is_left=not leg.mirrored)
    foot, sole = foot_paths(leg, flesh.chain)
    drawing.fill(shank.outline(), person.skin)
    drawing.fill(foot, person.skin)
    drawing.fill(sole, person.skin_shade)
    # the waist goes round the body, whose middle is nearer to us
    sag = _WAIST_SAG * abs(limb.front[0] - limb.back[0])
    # a hem under a folded thigh would look cut off, were it straight
    hem = 0.7 + flesh.knee_bend
    drawing.fill(limb.outline(end_bulge=hem, begin_bulge=-sag), person.legs)
    knee_hollow = min(1.0, flesh.knee_bend * 1.4)
    groin_hollow = clamp(flesh.hip_bend * 1.6, 0.0, 1.0)
    drawing.fill(
        shade(
            limb,
            0.36,
            first=1,
            fade_front=lambda u: 1 - bump(u, 0, 20) * groin_hollow,
            fade_back=lambda u: 1 - bump(u, THIGH, 17) * knee_hollow,
        ),
        person.legs_shade,
    )
    if flesh.knee_web is not None:
        deep = (flesh.knee_bend - 0.35) * 1.6
        _draw_crease(drawing, limb, flesh.knee_web, THIGH, deep, person.legs_shade)
    if side != "near":
        return
    if flesh.groin_web is not None and flesh.hip_bend < 1.15:
        deep = min(1.0, (flesh.hip_bend - 0.35) * 1.4, (1.15 - flesh.hip_bend) * 6)
        _draw_crease(drawing, limb, flesh.groin_web, 0.0, deep, person.legs_shade)
    _draw_waistband(drawing, flesh, person.legs_shade)


def draw_parting(drawing: Drawing, near: LegFlesh, far: Limb, shade_color: Color) -> None:
    """The shadow of a near leg on the far one, along the back of the near: it parts the two where
    they cross. It is painted before the near leg, which covers its other edge.
    """
    limb, hollow = near.limb, min(1.0, near.knee_bend * 1.4)
    begin = limb.index(_PARTING_FROM_U)
    edge, outer = limb.back[begin:], []
    for point, normal, u in zip(edge, limb.normals[begin:], limb.us[begin:], strict=True):
        share = clamp((_depth(far, point) - _SLIVER_CM) / 2.0, 0.0, 1.0) * (
            1 - bump(u, THIGH, 17) * hollow
        )
        share *= clamp((u - limb.us[begin]) / 14.0, 0.0, 1.0)
        outer.append(point - normal * (_PARTING_CM * share))
    if outer == edge:
        return
    path = Path().follow(outer, begin=True)
    for point, centre in zip(edge[::-1], limb.centres[:begin:-1], strict=False):
        path.line_to(point + (centre - point) * 0.1)
    drawing.fill(path.close(), shade_color)


def _depth(limb: Limb, point: complex) -> float:
    """How many cm a point lies inside of a limb; negative outside."""
    distances = [abs(centre - point) for centre in limb.centres]
    i = distances.index(min(distances))
    normal = limb.normals[i]
    return min(dot(limb.front[i] - point, normal), dot(point - limb.back[i], normal))


def _draw_crease(
    drawing: Drawing, limb: Limb, web: complex, joint_u: float, deep: float, shade_color: Color
) -> None:
    """A short tapered fold from the inside of a bend towards the middle of the limb."""
    if deep < 0.08:
        return
    middle = min(range(len(limb.us)), key=lambda i: abs(limb.us[i] - joint_u))
    inward = limb.centres[middle] - web
    along = unit(inward)
    tip = web + along * min(abs(inward) * 0.9, 1.5 + 4.0 * deep * deep)
    side = left_of(along) * 0.6 * min(1.0, deep)
    half_way = web + (tip - web) * 0.4
    path = (
        Path()
        .move_to(web + side)
        .curve_to(half_way + side * 0.7, tip, tip)
        .curve_to(tip, half_way - side * 0.7, web - side)
        .close()
    )
    drawing.fill(path, shade_color)


def _draw_waistband(drawing: Drawing, flesh: LegFlesh, shade_color: Color) -> None:
    """A strip along the top of the legging; a folded hip hides its front."""
    limb = flesh.limb
    end = limb.index(-PELVIS + 2.2)
    front, front_end = limb.front[0], limb.front[end]
    back, back_end = limb.back[0], limb.back[end]
    share = clamp(1.2 - 0.6 * flesh.hip_bend, 0.0, 1.0)
    sag = limb.ways[0] * (_WAIST_SAG * abs(front - back) * 1.2)
    one, other, tip = _curve_until(
        share, back, back * 0.55 + front * 0.45 + sag, back * 0.45 + front * 0.55 + sag, front
    )
    path = Path().move_to(back).curve_to(one, other, tip)
    if share < 1:
        bow = back_end + (front_end - back_end) * share * 0.55 + sag * 0.6
        path.curve_to(tip + (bow - tip) * 2 / 3, back_end + (bow - back_end) * 2 / 3, back_end)
    else:
        path.line_to(front_end)
        path.curve_to(
            back_end * 0.45 + front_end * 0.55 + sag,
            back_end * 0.55 + front_end * 0.45 + sag,
            back_end,
        )
    drawing.fill(path.close(), shade_color)


def _curve_until(
    t: float, begin: complex, one: complex, other: complex, end: complex
) -> tuple[complex, complex, complex]:
    """Handles and end of the first part of a cubic curve."""
    first, middle, last = mix_points((begin, one, other), (one, other, end), t)
    near, far = first + (middle - first) * t, middle + (last - middle) * t
    return first, near, near + (far - near) * t


def foot_paths(leg: Leg, chain: Chain) -> tuple[Path, Path]:
    """The foot as it grows out of the shin's edges, and the tint of its sole.

    A foot that is drawn shorter is shorter from the heel to the toes. Toes bend at their ball.
    """
    along = direction(leg.foot_deg or 0.0)
    above = left_of(along) * leg.way
    along *= leg.foot_share

    toes = direction(leg.toes_deg)

    def local(x: float, y: float) -> complex:
        if leg.toes_deg and x > BALL:
            bent = complex(x - BALL, y + ANKLE_HEIGHT) * toes
            x, y = BALL + bent.real, bent.imag - ANKLE_HEIGHT
        return leg.ankle + along * x + above * y

    front_u = ANKLE_U - 6.0
    centre, way = chain.at(front_u)
    # +1 with pointed toes, 0 at a right angle, negative with the toes pulled up
    pointed = clamp(dot(way, along), -1.0, 1.0)
    pointing = max(0.0, pointed)
    shin_front = centre + left_of(way) * LEG["slim"].front(front_u) * leg.way
    back_u = front_u - 6.5 * pointing
    centre, back_way = chain.at(back_u)
    shin_back = centre - left_of(back_way) * LEG["slim"].back(back_u) * leg.way
    instep = local(7.0 + 0.8 * pointed, -0.9 + 0.5 * pointed)
    slope = along - above * 0.42
    foot = (
        Path()
        .move_to(shin_front)
        .curve_to(shin_front + way * (5.2 - 1.6 * pointed), instep - slope * 3.4, instep)
        .curve_to(instep + slope * 4.0, local(14.0, -3.2), local(16.6, -3.7))
        .curve_to(local(18.6, -4.0), local(19.3, -4.9), local(18.9, -5.7))
        .curve_to(local(18.6, -6.3), local(17.8, -6.4), local(16.4, -6.4))
        .curve_to(local(14.0, -6.4), local(11.6, -6.4), local(10.0, -6.3))
        .curve_to(local(6.5, -5.7), local(2.5, -5.9), local(-0.6, -6.4))
        .curve_to(local(-3.4, -6.7), local(-5.8, -6.3), local(-5.8, -3.7 - 1.2 * pointing))
        .curve_to(
            local(-5.85 - 0.4 * pointing, -1.7 - 2.0 * pointing),
            shin_back + back_way * (4.4 - pointing),
            shin_back,
        )
        .close()
    )
    sole = (
        Path()
        .move_to(local(-5.5, -4.9))
        .curve_to(local(-5.0, -6.2), local(-3.2, -6.65), local(-0.6, -6.4))
        .curve_to(local(2.5, -5.9), local(6.5, -5.7), local(10.0, -6.3))
        .curve_to(local(11.6, -6.4), local(14.0, -6.4), local(16.4, -6.4))
        .curve_to(local(17.8, -6.4), local(18.8, -6.2), local(19.0, -5.4))
        .curve_to(local(15.5, -5.2), local(12.0, -4.9), local(8.5, -4.2))
        .curve_to(local(4.0, -3.5), local(-1.5, -5.0), local(-5.5, -4.9))
        .close()
    )
    return foot, sole
