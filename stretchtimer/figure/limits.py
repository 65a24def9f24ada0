"""What no body can do: faults in an illustration, told to its author."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from stretchtimer.core.illustration import Illustration
from stretchtimer.core.pose import ArmPose, LegPose, Pose
from stretchtimer.figure.joint_limits import Found, through_the_chest, wrong_joints
from stretchtimer.figure.motion import Moment, posture_at
from stretchtimer.figure.planting import planted
from stretchtimer.figure.room_limits import Room
from stretchtimer.figure.skeleton import ArmMix, Posture, Skeleton
from stretchtimer.figure.solve import solve

_ON_THE_WAY = {
    0.25: "a quarter of the way into the hold",
    0.5: "half-way into the hold",
    0.75: "three quarters of the way into the hold",
}
_SHORT_CM, _TOO_NEAR_CM = 1.0, 0.5  # of its point, and of where a limb cannot bend more
_NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?")
# What the same fault is told with at one moment and not at the next: how much, and of which joint.
_CHANGING = re.compile(r"[0-9]+|\b(knee|ankle|heel|toes|elbow|wrist|hand|is|are)\b")

_THE_OTHER_WAY = (
    "arms go the shorter way round; to go the other way write one of both beyond half a turn,"
    " such as 262 for -98"
)
_LIFTED = "lift it a little in one of both poses, or let its len draw it shorter"

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

    Of a limb the fault is told that the others may follow from. One that is the same in several
    poses, because they give the limb in the same way, is told once, at its worst; on the way
    between them a limb's worst, where no pose has one.
    """
    illustration = planted(illustration)
    found: dict[object, list[tuple[_Seen, Found]]] = {}
    wrong_in_poses: set[str] = set()
    room = Room(illustration)
    for seen in _moments(illustration):
        pose, posture = _pose(illustration, seen.key), posture_at(illustration, seen.moment)
        body = solve(posture)
        on_the_way = dict(through_the_chest(body))
        outside = room.hip_outside(body)
        wrong = (
            {"hip": outside}
            if outside
            else _first_of_each(
                _out_of_reach(body, posture) if seen.is_posed else on_the_way.items(),
                wrong_joints(body, posture),
                room.faults(body, posture),
            )
        )
        for part, words in wrong.items():
            if seen.is_posed:
                same: object = part, _CHANGING.sub("", words), getattr(pose, part)
            elif wrong_in_poses & {part, "hip"}:
                continue
            else:
                same = part
            found.setdefault(same, []).append((seen, (part, words)))
        if seen.is_posed:
            wrong_in_poses |= wrong.keys() | on_the_way.keys()
    return tuple(_told(illustration, same) for same in found.values())


def _first_of_each(*faults: Iterable[Found]) -> dict[str, str]:
    """One fault of each limb or joint."""
    first: dict[str, str] = {}
    for part, words in chain(*faults):
        first.setdefault(part, words)
    return first


def _told(illustration: Illustration, same: list[tuple[_Seen, Found]]) -> Fault:
    """One fault of all the moments that have it, in the words for the worst of them."""
    worst, (part, words) = max(same, key=_size)
    given = getattr(_pose(illustration, worst.key), part)
    if not worst.is_posed:
        by_angles = isinstance(given, ArmPose) and given.angles is not None
        way_out = _LIFTED if "below the floor" in words else _THE_OTHER_WAY
        advice = f"; {way_out}" if by_angles else ""
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
            given = _given(posture, limb)
            advice = f"bring its point nearer or, where it must stay, {ways}"
            if getattr(given, "straight", False):
                advice = f"what it lies on is too far away: {ways}"
            if min(getattr(given, "len", (1.0,))[:2]) < 1.0:
                advice += f"; or let its len draw the {kind} longer"
            yield limb, f"{words}; {advice}"
        elif short_cm < -_TOO_NEAR_CM:
            words = f"the {side} {end} is {-short_cm:.1f} cm too near to the {root} to bend there"
            yield limb, f"{words}; move one of both, or let len draw the {kind} shorter"


def _given(posture: Posture, limb: str) -> LegPose | ArmPose | ArmMix:
    """A limb as its author gives it."""
    side, _, kind = limb.partition("_")
    limbs = posture.legs if kind == "leg" else posture.arms
    return next(given for name, given in limbs.items() if name == side)
