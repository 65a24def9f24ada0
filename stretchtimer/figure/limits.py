"""What no body can do: faults in an illustration, told to its author."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stretchtimer.core.illustration import Illustration, Prop
from stretchtimer.core.pose import ArmPose, Pose
from stretchtimer.figure.joint_limits import Found, through_the_chest, wrong_joints
from stretchtimer.figure.motion import Moment, posture_at
from stretchtimer.figure.props import lowest_floor_y, seat_height, seat_width, wall_x
from stretchtimer.figure.skeleton import Posture, Skeleton
from stretchtimer.figure.solve import solve

_ON_THE_WAY = {
    0.25: "a quarter of the way into the hold",
    0.5: "half-way into the hold",
    0.75: "three quarters of the way into the hold",
}
_THROUGH_CM = 1.0  # what flesh may sink in
_SHORT_CM, _TOO_NEAR_CM = 1.0, 0.5
_LOWEST_HIP_CM = 8.0  # lying and sitting it is some 10.8; below, there is no room for flesh
_LOWEST_ON_A_SEAT_CM, _SUNK_CM = 7.0, 15.0  # there some 9.8; and how deep it can be by mistake
_CROWN_CM = 15.0
_NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?")
# What the same fault is told with at one moment and not at the next: how much, and of which joint.
_CHANGING = re.compile(r"[0-9]+|\b(knee|ankle|heel|toes|elbow|wrist|hand|is|are)\b")

_THE_OTHER_WAY = (
    "angles go the shorter way round; to go the other way write one of both beyond half a turn,"
    " such as 262 for -98"
)

Key = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, in words; `key` leads to it in the illustration."""

    key: Key
    words: str

    def __str__(self) -> str:
        return self.words


@dataclass(frozen=True, slots=True)
class _Seen:
    """A moment to look at: how it is called, where it is written, and whether as a pose."""

    moment: Moment
    when: str
    key: Key
    is_posed: bool = True


def find_faults(illustration: Illustration) -> tuple[Fault, ...]:
    """Everything that looks impossible, with the poses and the limb named; none is best.

    A fault that is the same in several poses, because they give the limb in the same way, is told
    once, at its worst; of the way between them a limb's worst that none of them has.
    """
    found: dict[object, list[tuple[_Seen, Found]]] = {}
    in_poses: set[object] = set()
    props = illustration.props
    wall, floor_y = wall_x(props), lowest_floor_y(props, illustration.view)
    seats = [prop for prop in props if prop.kind in ("chair", "stool")]
    for seen in _moments(illustration):
        pose, posture = _pose(illustration, seen.key), posture_at(illustration, seen.moment)
        body = solve(posture)
        on_the_way = tuple(through_the_chest(body))
        for part, words in (
            *wrong_joints(body, posture),
            *(_out_of_reach(body, posture) if seen.is_posed else on_the_way),
            *(_sunk(body, seats) if body.view == "side" else ()),
            *(_out_of_the_room(body, posture, wall, floor_y) if body.view != "plan" else ()),
        ):
            kind = part, _CHANGING.sub("", words)
            if seen.is_posed:
                in_poses.add(kind)
                found.setdefault((kind, getattr(pose, part)), []).append((seen, (part, words)))
            elif kind not in in_poses:
                found.setdefault(part, []).append((seen, (part, words)))
        if seen.is_posed:
            in_poses.update((part, _CHANGING.sub("", words)) for part, words in on_the_way)
    return tuple(_told(illustration, same) for same in found.values())


def _told(illustration: Illustration, same: list[tuple[_Seen, Found]]) -> Fault:
    """One fault of all the moments that have it, in the words for the worst of them."""
    worst, (part, words) = max(same, key=_size)
    given = getattr(_pose(illustration, worst.key), part)
    if not worst.is_posed:
        by_angles = getattr(given, "angles", None) is not None
        advice = f"; {_THE_OTHER_WAY}" if by_angles else ""
        return Fault((*worst.key, part), f"{worst.when}: {words}{advice}")
    first = same[0][0]
    *others, last = (seen.when for seen, _ in same)
    poses = f"{', '.join(others)} and {last}" if others else last
    if first.key != ("hold",) and given == getattr(illustration.hold, part):
        poses += f", whose {part} is as in the hold"
    return Fault((*first.key, part), f"{poses}: {words}")


def _size(one: tuple[_Seen, Found]) -> float:
    """The first number in the words, which is how much is wrong."""
    number = _NUMBER.search(one[1][1])
    return float(number[0]) if number else 0.0


def _pose(illustration: Illustration, key: Key) -> Pose:
    """The complete pose that `key` leads to."""
    start, hold, *then = illustration.poses
    if isinstance(key[-1], int):
        return then[key[-1]]
    return start if key[-1] == "start" else hold


def _moments(illustration: Illustration) -> Iterator[_Seen]:
    """The poses first."""
    count, moves = len(illustration.poses), illustration.start != Pose()
    yield _Seen(Moment(1.0), "hold", ("hold",))
    if moves:
        yield _Seen(Moment(0.0), "start", ("start",))
    for i in range(2, count):
        yield _Seen(Moment(0.0, round_t=i / count), f"then {i - 1}", ("then", i - 2))
    for pose_t, when in _ON_THE_WAY.items() if moves else ():
        yield _Seen(Moment(pose_t), when, ("hold",), is_posed=False)
    for i in range(2, count):
        way, when = Moment(0.0, round_t=(i - 0.5) / count), f"on the way to then {i - 1}"
        yield _Seen(way, when, ("then", i - 2), is_posed=False)


def _out_of_reach(body: Skeleton, posture: Posture) -> Iterator[Found]:
    for limb, short_cm in body.missing.items():
        side, _, kind = limb.partition("_")
        end, root = ("hand", "shoulder") if kind == "arm" else ("foot", "hip")
        if short_cm > _SHORT_CM:
            words = f"the {side} {end} is {short_cm:.1f} cm short of where it should be"
            ways = "move the hip" if kind == "leg" else "lean the trunk or move the hip"
            advice = f"bring its point nearer or, where it must stay, {ways}"
            if _is_drawn_shorter(posture, limb):
                advice += f"; or let its len draw the {kind} longer"
            yield limb, f"{words}; {advice}"
        elif short_cm < -_TOO_NEAR_CM:
            words = f"the {side} {end} is {-short_cm:.1f} cm too near to the {root} to bend there"
            yield limb, f"{words}; move one of both, or let len draw the {kind} shorter"


def _is_drawn_shorter(posture: Posture, limb: str) -> bool:
    side, _, kind = limb.partition("_")
    limbs = posture.legs if kind == "leg" else posture.arms
    shares = [getattr(one, "len", (1.0,)) for name, one in limbs.items() if name == side]
    return min(shares[0][:2]) < 1.0


def _sunk(body: Skeleton, seats: Sequence[Prop]) -> Iterator[Found]:
    """A hip that leaves no room for its flesh above the floor or the seat."""
    above_cm = body.hip.imag
    if -_THROUGH_CM <= above_cm < _LOWEST_HIP_CM:
        words = f"the hip is {above_cm:.1f} cm above the floor; lying or sitting there it is 10.8"
        yield "hip", words
    thigh = body.legs["near"].knee - body.hip
    for seat in seats if abs(thigh.imag) < thigh.real else ():  # who kneels or stands is before it
        above_cm = body.hip.imag - seat_height(seat)
        is_over = abs(body.hip.real - seat.x) < seat_width(seat) / 2
        if is_over and -_SUNK_CM < above_cm < _LOWEST_ON_A_SEAT_CM:
            words = f"the hip is {above_cm:.1f} cm above the seat; sitting on it it is 9.8"
            yield "hip", f"{words}, at y = {seat_height(seat) + 9.8:g}"


def _out_of_the_room(
    body: Skeleton, posture: Posture, wall: float | None, floor_y: float
) -> Iterator[Found]:
    """What is below the floor or inside the wall; of a limb what is so the most."""
    if wall is not None and body.hip.real > wall + _THROUGH_CM:
        words = f"the hip is {body.hip.real - wall:.1f} cm inside the wall"
        yield "hip", f"{words}, which ends the room on the right: the body is to the left of its x"
        wall = None
    for part, points in _named_points(body).items():
        name, low = min(points.items(), key=lambda point: point[1].imag)
        if low.imag < floor_y - _THROUGH_CM:
            words = f"the {name} {_is(name)} {floor_y - low.imag:.1f} cm below the floor"
            yield part, words + _turned_elbow(posture, name)
        name, far = max(points.items(), key=lambda point: point[1].real)
        if wall is not None and far.real > wall + _THROUGH_CM:
            words = f"the {name} {_is(name)} {far.real - wall:.1f} cm inside the wall"
            yield part, words + _turned_elbow(posture, name)


def _is(name: str) -> str:
    return "are" if name.endswith("toes") else "is"


def _turned_elbow(posture: Posture, name: str) -> str:
    """Advice for an elbow that follows from where the hand is."""
    for side, arm in posture.arms.items():
        if name == f"{side} elbow" and isinstance(arm, ArmPose) and arm.at is not None:
            return f"; bend = {-arm.bend} turns it to the other side"
    return ""


def _named_points(body: Skeleton) -> dict[str, dict[str, complex]]:
    """The joints of each part of a pose, by their names."""
    points = {
        "hip": {"hip": body.hip},
        "neck": {"neck": body.c7},
        "head": {"head": body.in_head(0.0, _CROWN_CM)},
    }
    for side, leg in body.legs.items():
        points[f"{side}_leg"] = {
            f"{side} heel": leg.sole(0.0),
            f"{side} toes": leg.sole(1.0),
            f"{side} ankle": leg.ankle,
            f"{side} knee": leg.knee,
        }
    for side, arm in body.arms.items():
        points[f"{side}_arm"] = {
            f"{side} hand": arm.tip,
            f"{side} wrist": arm.wrist,
            f"{side} elbow": arm.elbow,
        }
    return points
