"""Soft contact shadows: the nearer the floor a part of the body is, the darker."""

import math

from stretchtimer.figure.geometry import clamp, direction
from stretchtimer.figure.scene_colors import Scene
from stretchtimer.figure.shapes import Blot, Drawing
from stretchtimer.figure.skeleton import Skeleton
from stretchtimer.figure.stance import kneels

_SOFT = ((0.0, 255), (0.5, 245), (0.72, 150), (0.88, 45), (1.0, 0))

_FAINTEST = 0.12  # of a shadow under what is lifted: it ends here,
_FADES = 0.28  # and begins to fade so much above
_FURTHER_BACK = 6.0  # how high in the picture a foot may stand on the floor, seen from the front
_LIFTED_KNEE_CM, _FADES_CM = 36.0, 12.0  # under a leg on the floor that is lifted so high,
_LIFTED_HIP_CM, _RISES_CM = 50.0, 5.0  # or whose hip is
_ON_A_MAT_CM = 5.0  # fingers so low in the picture touch the mat
_FALLS = complex(1.2, -2.2)  # where a shadow falls that is seen from above


def draw_shadows(drawing: Drawing, body: Skeleton, room: tuple[float, float], scene: Scene) -> None:
    """The shadows of a body on the floor of a room that ends there, left and right."""
    if body.view == "plan":
        _draw_shadows_from_above(drawing, body, scene)
        return
    if body.view == "front":
        _draw_shadows_from_the_front(drawing, body, scene)
        return
    for left, right, weight in _shadow_spans(body):
        middle, half = (left + right) / 2, (right - left) / 2 * 1.12
        begin, end = max(middle - half, room[0]), min(middle + half, room[1])
        middle, half = (begin + end) / 2, (end - begin) / 2
        opacity = scene.shadow_alpha * 1.5 * weight / 255
        height = min(6.0, 2.6 + half * 0.07)
        if half > 0:
            drawing.items.append(
                Blot(scene.shadow, _SOFT, complex(middle, -0.8), half, height, opacity)
            )


def _draw_shadows_from_the_front(drawing: Drawing, body: Skeleton, scene: Scene) -> None:
    """One under each foot; that of a foot further back lies higher in the picture. A leg on the
    floor has one along all of it, and so has a hand on a mat, which comes towards us.
    """
    low = clamp((_LIFTED_HIP_CM - body.hip.imag) / _RISES_CM, 0.0, 1.0)
    for leg in body.legs.values():
        lying = low * clamp((_LIFTED_KNEE_CM - leg.knee.imag) / _FADES_CM, 0.0, 1.0)
        if lying:
            begin = leg.knee if kneels(leg) else body.hip
            xs = begin.real, leg.knee.real, leg.ankle.real
            middle, half = (min(xs) + max(xs)) / 2, (max(xs) - min(xs)) / 2 + 8.0
            spot = complex(middle, leg.ankle.imag - (5.0 if kneels(leg) else 2.0))
            opacity = scene.shadow_alpha * 1.1 * lying / 255
            drawing.items.append(Blot(scene.shadow, _SOFT, spot, half, 5.0, opacity))
        above = leg.sole(0.5).imag
        lifted = max(0.0, above - _FURTHER_BACK)
        opacity = scene.shadow_alpha * 1.5 * (1 - lying) * math.exp(-lifted / 10.0) / 255
        if opacity > 0.02:
            spot = complex(leg.ankle.real, min(above, _FURTHER_BACK) - 2.0)
            drawing.items.append(Blot(scene.shadow, _SOFT, spot, 11.0, 2.8, opacity))
    for arm in body.arms.values():
        touching = clamp(-arm.tip.imag / _ON_A_MAT_CM, 0.0, 1.0)
        if touching:
            opacity = scene.shadow_alpha * 1.2 * touching / 255
            drawing.items.append(Blot(scene.shadow, _SOFT, arm.tip + 1.5j, 7.5, 2.6, opacity))


def _draw_shadows_from_above(drawing: Drawing, body: Skeleton, scene: Scene) -> None:
    """A soft rim of shadow round a body that lies on what we look down on."""
    opacity = scene.shadow_alpha * 0.55 / 255
    head = body.in_head(0, 5)
    bones = [(body.hip, body.ribs, 13.0), (body.ribs, body.c7, 12.0), (head, head, 12.0)]
    for leg in body.legs.values():
        bones += [(leg.hip, leg.knee, 9.0), (leg.knee, leg.sole(0.5), 6.5)]
    for arm in body.arms.values():
        bones += [(arm.shoulder, arm.elbow, 5.5), (arm.elbow, arm.palm, 4.5)]
    for begin, end, radius in bones:
        count = 1 + int(abs(end - begin) / (1.4 * radius))
        for i in range(count):
            spot = begin + (end - begin) * (i + 0.5) / count + _FALLS
            half = radius * 1.45
            drawing.items.append(Blot(scene.shadow, _SOFT, spot, half, half, opacity))


def _shadow_spans(body: Skeleton) -> list[tuple[float, float, float]]:
    """Stretches of floor under the body: left, right, and how dark (0 to 1)."""
    spots: list[tuple[float, float, float]] = []
    for begin, end, radius in _shadow_bones(body):
        for step in range(5):
            point = begin + (end - begin) * step / 4
            above = max(0.0, point.imag - radius)
            weight = math.exp(-above / 14.0)
            if weight > _FAINTEST:
                half = radius * 1.1 + 3 + above * 0.25
                spots.append((point.real - half, point.real + half, weight))
    spots.sort()
    groups: list[list[tuple[float, float, float]]] = []
    end = -math.inf
    for spot in spots:
        if spot[0] > end + 1:
            groups.append([])
            end = spot[1]
        groups[-1].append(spot)
        end = max(end, spot[1])
    return [_one_shadow(group) for group in groups]


def _one_shadow(spots: list[tuple[float, float, float]]) -> tuple[float, float, float]:
    """Spots that touch, as one; what leaves the floor draws its edge in little by little."""
    left, right, dark = max(spots, key=lambda spot: spot[2])
    first, last = left, right
    for spot_left, spot_right, weight in spots:
        share = min(1.0, (weight - _FAINTEST) / _FADES)
        first = min(first, left + (spot_left - left) * share)
        last = max(last, right + (spot_right - right) * share)
    return first, last, dark * min(1.0, (dark - _FAINTEST) / _FADES)


def _shadow_bones(body: Skeleton) -> list[tuple[complex, complex, float]]:
    head = body.atlas + direction(body.head_deg) * 5
    bones = [(body.hip, body.ribs, 11.0), (body.ribs, body.atlas, 10.0), (head - 6, head + 6, 10.0)]
    for leg in body.legs.values():
        bones += [(leg.hip, leg.knee, 8.0), (leg.knee, leg.ankle, 5.0)]
        if leg.foot_deg is None:
            bones.append((leg.ankle - 4 - 5j, leg.ankle + 4 - 5j, 1.5))
            continue
        along = direction(leg.foot_deg) * leg.foot_share
        bones.append((leg.ankle - along * 5 - 5j, leg.ankle + along * 17 - 5j, 1.5))
    for arm in body.arms.values():
        bones.append((arm.wrist, arm.wrist + direction(arm.hand_deg) * 15, 2.0))
    return bones
