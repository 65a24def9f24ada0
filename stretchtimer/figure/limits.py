"""What no body can do: faults in an illustration, told to its author."""

from collections.abc import Iterator

from stretchtimer.core.pose import Illustration, LimbSide
from stretchtimer.figure.geometry import direction, turn
from stretchtimer.figure.motion import Moment, posture_at
from stretchtimer.figure.props import wall_x
from stretchtimer.figure.skeleton import Posture, Skeleton
from stretchtimer.figure.solve import solve

_MOMENTS = {
    0.0: "start",
    0.25: "a quarter of the way into the hold",
    0.5: "half-way into the hold",
    0.75: "three quarters of the way into the hold",
    1.0: "hold",
}
_BACKWARD_DEG = 8.0  # what a straight joint may be drawn the wrong way
_THROUGH_CM = 1.0  # what flesh may sink in
_SHORT_CM = 0.5
_CROWN_CM, _FINGERTIP_CM = 15.0, 16.0

Fault = tuple[str, str]  # what it is about, and its words


def find_faults(illustration: Illustration) -> tuple[str, ...]:
    """Everything that looks impossible, each with the pose and the limb named; none is best.

    A fault that lasts is told once, where it first shows.
    """
    told: dict[str, str] = {}
    for pose_t, when in _MOMENTS.items():
        posture = posture_at(illustration, Moment(pose_t))
        body = solve(posture)
        wall = wall_x(illustration.props)
        for subject, fault in (
            *_backward_joints(body, posture),
            *_out_of_reach(body, pose_t),
            *_out_of_the_room(body, wall),
        ):
            told.setdefault(subject, f"{when}: {fault}")
    return tuple(told.values())


def _backward_joints(body: Skeleton, posture: Posture) -> Iterator[Fault]:
    if body.view != "side":
        return  # from the front joints bend to both sides; who lies may turn anywhere
    for side in body.sides:
        leg, arm = body.legs[side], body.arms[side]
        knee_deg = turn(leg.knee - leg.hip, leg.ankle - leg.knee)
        if knee_deg > _BACKWARD_DEG:
            yield (
                f"{side} knee",
                (
                    f"the {side} knee bends forward by {knee_deg:.0f} degrees; "
                    "make its shin angle smaller than its thigh angle"
                ),
            )
        if not _by_angles(posture, side):
            continue  # an elbow that is solved bends where its author's `bend` says
        elbow_deg = turn(arm.elbow - arm.shoulder, arm.wrist - arm.elbow)
        if elbow_deg < -_BACKWARD_DEG:
            yield (
                f"{side} elbow",
                (
                    f"the {side} elbow bends backward by {-elbow_deg:.0f} degrees; "
                    "make its forearm angle larger than its upper arm angle"
                ),
            )


def _by_angles(posture: Posture, side: LimbSide) -> bool:
    return getattr(posture.arms[side], "angles", None) is not None


def _out_of_reach(body: Skeleton, pose_t: float) -> Iterator[Fault]:
    if pose_t not in (0.0, 1.0):
        return
    for limb, short_cm in body.missing.items():
        side, _, kind = limb.partition("_")
        end = "hand" if kind == "arm" else "foot"
        if short_cm > _SHORT_CM:
            yield (
                f"{limb} reach {short_cm:.1f}",
                (
                    f"the {side} {end} is {short_cm:.1f} cm short of where it should be; "
                    "bring it nearer to the body"
                ),
            )
        elif short_cm < -_SHORT_CM:
            yield (
                f"{limb} reach {short_cm:.1f}",
                f"the {side} {end} is {-short_cm:.1f} cm too near to the body to bend there",
            )


def _out_of_the_room(body: Skeleton, wall: float | None) -> Iterator[Fault]:
    for name, point in _named_points(body):
        if point.imag < -_THROUGH_CM:
            yield f"{name} floor", f"the {name} is {-point.imag:.1f} cm below the floor"
        if wall is not None and point.real > wall + _THROUGH_CM:
            yield f"{name} wall", f"the {name} is {point.real - wall:.1f} cm inside the wall"


def _named_points(body: Skeleton) -> Iterator[tuple[str, complex]]:
    yield "hip", body.hip
    yield "neck", body.c7
    yield "head", body.atlas + direction(body.head_deg) * _CROWN_CM
    for side, leg in body.legs.items():
        yield f"{side} knee", leg.knee
        yield f"{side} ankle", leg.ankle
        yield f"{side} heel", leg.sole(0.0)
        yield f"{side} toes", leg.sole(1.0)
    for side, arm in body.arms.items():
        tip = arm.wrist + direction(arm.hand_deg) * _FINGERTIP_CM * arm.hand_share
        yield f"{side} elbow", arm.elbow
        yield f"{side} wrist", arm.wrist
        yield f"{side} hand", tip
