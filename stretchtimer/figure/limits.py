"""What no body can do: faults in an illustration, told to its author."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from stretchtimer.core.illustration import Illustration
from stretchtimer.core.pose import LimbSide, Pose
from stretchtimer.figure.geometry import angle_of, turn
from stretchtimer.figure.motion import Moment, posture_at
from stretchtimer.figure.props import wall_x
from stretchtimer.figure.skeleton import SHIN, THIGH, Posture, Skeleton
from stretchtimer.figure.solve import solve

_ON_THE_WAY = {
    0.25: "a quarter of the way into the hold",
    0.5: "half-way into the hold",
    0.75: "three quarters of the way into the hold",
}
_BACKWARD_DEG = 8.0  # what a straight joint may be drawn the wrong way
_THROUGH_CM = 1.0  # what flesh may sink in
_SHORT_CM = 0.5
_LOWEST_HIP_CM = 8.0  # lying and sitting it is some 10.8; below, there is no room for flesh
_CROWN_CM = 15.0
_LONGER = 1.06  # how much longer than it is a bone may be drawn between two given joints
# How far joints go, in degrees, with some more than an agile person has: this keeps a body a body,
# it is no advice. Forward or bent is positive.
_SPINE_DEG = (-45.0, 60.0)
_HEAD_DEG = (-80.0, 85.0)
_GAZE_MOST_DEG = 90.0  # of the head to the side, from the chest
_HIP_DEG = (-50.0, 158.0)
_FOOT_DEG = (-20.0, 135.0)  # between shin and sole; standing it is 90
_KNEE_MOST_DEG, _ELBOW_MOST_DEG, _WRIST_MOST_DEG = 168.0, 162.0, 100.0


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, in words; `key` leads to it in the illustration."""

    key: tuple[str | int, ...]
    words: str

    def __str__(self) -> str:
        return self.words


_NUMBER = re.compile(r"[0-9.]+")
_Found = tuple[str, str]  # the limb or joint that it is about, and its words


def find_faults(illustration: Illustration) -> tuple[Fault, ...]:
    """Everything that looks impossible, each with the pose and the limb named; none is best.

    A fault that lasts is told once, where it first shows; and again in a pose that gives the limb
    in another way, where it is to be mended too.
    """
    faults: list[Fault] = []
    told: dict[str, list[object]] = {}  # how the limb was given, for each fault
    wall = wall_x(illustration.props)
    for moment, key, when, is_posed in _moments(illustration):
        pose = _pose(illustration, key)
        posture = posture_at(illustration, moment)
        body = solve(posture)
        for part, words in (
            *_wrong_gaze(posture),
            *(_wrong_joints(body, posture) if body.view != "front" else _wrong_bones(body)),
            *(_out_of_reach(body) if is_posed else ()),
            *(_out_of_the_room(body, wall) if body.view != "plan" else ()),
        ):
            given, same = getattr(pose, part), told.setdefault(_NUMBER.sub("", words), [])
            if given in same or (same and not is_posed):
                continue
            same.append(given)
            faults.append(Fault((*key, part), f"{when}: {words}"))
    return tuple(faults)


def _pose(illustration: Illustration, key: tuple[str | int, ...]) -> Pose:
    """The complete pose that `key` leads to."""
    start, hold, *then = illustration.poses
    if isinstance(key[-1], int):
        return then[key[-1]]
    return start if key[-1] == "start" else hold


def _moments(
    illustration: Illustration,
) -> Iterator[tuple[Moment, tuple[str | int, ...], str, bool]]:
    """What to look at, where it is written, how it is called, whether it is a pose as written."""
    yield Moment(0.0), ("start",), "start", True
    for pose_t, when in _ON_THE_WAY.items():
        yield Moment(pose_t), ("hold",), when, False
    yield Moment(1.0), ("hold",), "hold", True
    count = len(illustration.poses)
    for i in range(2, count):
        key = ("then", i - 2)
        yield Moment(0.0, round_t=(i - 0.5) / count), key, f"on the way to then {i - 1}", False
        yield Moment(0.0, round_t=i / count), key, f"then {i - 1}", True


def _wrong_gaze(posture: Posture) -> Iterator[_Found]:
    turned_deg = abs(posture.gaze - posture.turn)
    if turned_deg > _GAZE_MOST_DEG:
        words = f"the head turns {turned_deg:.0f} degrees from the chest"
        yield "gaze", f"{words}; it goes to {_GAZE_MOST_DEG:.0f}"


def _wrong_joints(body: Skeleton, posture: Posture) -> Iterator[_Found]:
    """Joints bent the wrong way or too far, seen from the side."""
    yield from _wrong_trunk(body, posture)
    for side in body.sides:
        yield from _wrong_leg(body, posture, side)
        # an elbow that is solved bends where its author's `bend` says
        if getattr(posture.arms[side], "angles", None) is not None:
            yield from _wrong_arm(body, side)


def _wrong_trunk(body: Skeleton, posture: Posture) -> Iterator[_Found]:
    pelvis_deg, lumbar_deg, thorax_deg = posture.trunk
    for name, bent_deg in (
        ("waist", _wrapped(pelvis_deg - lumbar_deg)),
        ("back", _wrapped(lumbar_deg - thorax_deg)),
    ):
        if not _SPINE_DEG[0] <= bent_deg <= _SPINE_DEG[1]:
            way = "forward" if bent_deg > 0 else "backward"
            words = f"the {name} bends {way} by {abs(bent_deg):.0f} degrees"
            yield "trunk", f"{words}; it goes to {abs(_SPINE_DEG[bent_deg > 0]):.0f}"
    head_deg = _wrapped(thorax_deg - body.head_deg)
    if not _HEAD_DEG[0] <= head_deg <= _HEAD_DEG[1]:
        yield "head", f"the head bends by {abs(head_deg):.0f} degrees from the chest"


def _wrong_leg(body: Skeleton, posture: Posture, side: LimbSide) -> Iterator[_Found]:
    leg, name = body.legs[side], f"{side}_leg"
    thigh, shin = leg.knee - leg.hip, leg.ankle - leg.knee
    knee_deg = -turn(thigh, shin)
    if knee_deg < -_BACKWARD_DEG:
        yield (
            name,
            (
                f"the {side} knee bends forward by {-knee_deg:.0f} degrees; "
                "make its shin angle smaller than its thigh angle"
            ),
        )
    elif knee_deg > _KNEE_MOST_DEG:
        yield name, f"the {side} knee bends by {knee_deg:.0f} degrees; its flesh has no room"
    if min(posture.legs[side].len) < 1.0:
        return  # turned towards us, where its angles are not its joints'
    hip_deg = _wrapped(angle_of(thigh) - posture.trunk[0] + 180.0)
    if not _HIP_DEG[0] <= hip_deg <= _HIP_DEG[1]:
        way = "forward" if hip_deg > 0 else "backward"
        yield name, f"the {side} thigh is {way} of the pelvis by {abs(hip_deg):.0f} degrees"
    if leg.foot_deg is not None:
        foot_deg = _wrapped(leg.foot_deg - angle_of(shin) - 57.5) + 57.5
        if not _FOOT_DEG[0] <= foot_deg <= _FOOT_DEG[1]:
            yield (
                name,
                (
                    f"the {side} foot is at {foot_deg:.0f} degrees to its shin; it goes from about"
                    " 0, toes pointed, to 120; a flat foot has 90 more than its shin"
                ),
            )


def _wrong_arm(body: Skeleton, side: LimbSide) -> Iterator[_Found]:
    arm, name = body.arms[side], f"{side}_arm"
    elbow_deg = turn(arm.elbow - arm.shoulder, arm.wrist - arm.elbow)
    if elbow_deg < -_BACKWARD_DEG:
        yield (
            name,
            (
                f"the {side} elbow bends backward by {-elbow_deg:.0f} degrees; "
                "make its forearm angle larger than its upper arm angle"
            ),
        )
    elif elbow_deg > _ELBOW_MOST_DEG:
        yield name, f"the {side} elbow bends by {elbow_deg:.0f} degrees; its flesh has no room"
    wrist_deg = _wrapped(arm.hand_deg - angle_of(arm.wrist - arm.elbow))
    if abs(wrist_deg) > _WRIST_MOST_DEG:
        yield name, f"the {side} wrist bends by {abs(wrist_deg):.0f} degrees; that is too far"


def _wrong_bones(body: Skeleton) -> Iterator[_Found]:
    """Bones drawn longer than they are, where both their joints are given."""
    for side, leg in body.legs.items():
        for bone, begin, end, long in (
            ("thigh", leg.hip, leg.knee, THIGH),
            ("shin", leg.knee, leg.ankle, SHIN),
        ):
            if abs(end - begin) > long * _LONGER:
                drawn = abs(end - begin)
                words = f"the {side} {bone} is drawn {drawn:.0f} cm long; it has {long:.0f}"
                yield f"{side}_leg", words


def _wrapped(angle_deg: float) -> float:
    """The same angle between -180 and 180."""
    return (angle_deg + 180.0) % 360.0 - 180.0


def _out_of_reach(body: Skeleton) -> Iterator[_Found]:
    for limb, short_cm in body.missing.items():
        side, _, kind = limb.partition("_")
        end = "hand" if kind == "arm" else "foot"
        if short_cm > _SHORT_CM:
            yield (
                limb,
                (
                    f"the {side} {end} is {short_cm:.1f} cm short of where it should be; "
                    "bring it nearer to the body"
                ),
            )
        elif short_cm < -_SHORT_CM:
            words = f"the {side} {end} is {-short_cm:.1f} cm too near to the body to bend there"
            yield limb, words


def _out_of_the_room(body: Skeleton, wall: float | None) -> Iterator[_Found]:
    hip_cm = body.hip.imag
    if body.view == "side" and -_THROUGH_CM <= hip_cm < _LOWEST_HIP_CM:
        words = f"the hip is {hip_cm:.1f} cm above the floor; lying or sitting there it is 10.8"
        yield "hip", words
    for part, name, point in _named_points(body):
        if point.imag < -_THROUGH_CM:
            yield part, f"the {name} is {-point.imag:.1f} cm below the floor"
        if wall is not None and point.real > wall + _THROUGH_CM:
            yield part, f"the {name} is {point.real - wall:.1f} cm inside the wall"


def _named_points(body: Skeleton) -> Iterator[tuple[str, str, complex]]:
    yield "hip", "hip", body.hip
    yield "neck", "neck", body.c7
    yield "head", "head", body.in_head(0.0, _CROWN_CM)
    for side, leg in body.legs.items():
        part = f"{side}_leg"
        yield part, f"{side} knee", leg.knee
        yield part, f"{side} ankle", leg.ankle
        yield part, f"{side} heel", leg.sole(0.0)
        yield part, f"{side} toes", leg.sole(1.0)
    for side, arm in body.arms.items():
        part = f"{side}_arm"
        yield part, f"{side} elbow", arm.elbow
        yield part, f"{side} wrist", arm.wrist
        yield part, f"{side} hand", arm.tip
