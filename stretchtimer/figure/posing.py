"""Posing by hand: where a body can be taken hold of, and the pose once a joint is drawn. Pure."""

from dataclasses import replace
from typing import Any

from stretchtimer.core.pose import SIDES, ArmPose, LegPose, LimbSide, Pose, View
from stretchtimer.figure.geometry import angle_of, direction, wrapped
from stretchtimer.figure.skeleton import CROWN, Skeleton


def handles(body: Skeleton) -> dict[str, complex]:
    """The points that can be dragged, by name, in cm."""
    points = {
        "hip": body.hip,
        "chest": body.c7,
        "head": body.atlas + direction(body.head_deg) * CROWN * 0.6,
    }
    for side in SIDES[body.view]:
        leg, arm = body.legs[side], body.arms[side]
        points[f"{side}_knee"], points[f"{side}_ankle"] = leg.knee, leg.ankle
        points[f"{side}_elbow"], points[f"{side}_hand"] = arm.elbow, arm.palm
    return points


def dragged(pose: Pose, body: Skeleton, handle: str, to: complex) -> Pose:
    """The whole `pose`, whose joints are `body`, with the `handle` drawn to a point (in cm).

    Hands and feet stay where they are when the trunk moves; a limb's end takes the limb along.
    """
    if handle == "hip":
        return replace(pose, hip=_point(to), anchor=None)
    placed = replace(pose, hip=_point(body.hip), anchor=None)
    if handle == "chest":
        turn = angle_of(to - body.hip) - angle_of(body.c7 - body.hip)
        pelvis, lumbar, thorax = (
            round(angle + wrapped(turn), 1) for angle in pose.trunk or (90.0,) * 3
        )
        return replace(placed, trunk=(pelvis, lumbar, thorax))
    if handle == "head":
        angle = angle_of(to - body.c7)
        turn = wrapped(angle - body.head_deg)
        neck = (pose.neck or 0.0) + turn / 2
        return replace(placed, neck=round(neck, 1), head=round(body.head_deg + turn, 1))
    side = _side(handle, body.view)
    limb = handle.rpartition("_")[2]
    changed: dict[str, Any] = {}
    if limb in ("knee", "ankle"):
        changed[f"{side}_leg"] = _leg(body, side, limb, to)
    else:
        changed[f"{side}_arm"] = _arm(pose, body, side, limb, to)
    return replace(placed, **changed)


def _leg(body: Skeleton, side: LimbSide, limb: str, point: complex) -> LegPose:
    leg = body.legs[side]
    if limb == "ankle":
        # A far leg's targets are given as if it stood where the near one stands.
        return LegPose(ankle=_point(point - body.shift(side)), foot=_rounded(leg.foot_deg))
    thigh = angle_of(point - leg.hip)
    shin = angle_of(leg.ankle - leg.knee)
    foot = () if leg.foot_deg is None else (round(leg.foot_deg, 1),)
    return LegPose(angles=(round(thigh, 1), round(shin, 1), *foot))


def _arm(pose: Pose, body: Skeleton, side: LimbSide, limb: str, point: complex) -> ArmPose:
    arm = body.arms[side]
    old = getattr(pose, f"{side}_arm")
    palm, bend = (old.palm, old.bend) if isinstance(old, ArmPose) else (1, -1)
    if limb == "hand":
        return ArmPose(at=_point(point), bend=bend, palm=palm)
    upper = angle_of(point - arm.shoulder)
    lower = angle_of(arm.wrist - arm.elbow)
    return ArmPose(angles=(round(upper, 1), round(lower, 1), round(arm.hand_deg, 1)), palm=palm)


def _side(handle: str, view: View) -> LimbSide:
    return next(side for side in SIDES[view] if handle.startswith(side))


def _point(point: complex) -> tuple[float, float]:
    return round(point.real, 1), round(point.imag, 1)


def _rounded(angle_deg: float | None) -> float | None:
    return None if angle_deg is None else round(angle_deg, 1)
