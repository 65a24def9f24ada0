"""A body described by angles and targets, as the author of a picture writes it.

Lengths are centimetres on a person 170 cm tall, x to the right, y up, the floor at y = 0. Angles
are absolute, in degrees: 0 to the right, 90 up, counter-clockwise.

Seen from the side the person faces right and the near limbs are the right ones. Seen from the front
it is as in a mirror: what is right in the picture is right on the person who looks at it. Seen from
above, as who lies on the left side, the near limbs are the upper ones.
"""

from dataclasses import dataclass, fields, replace
from typing import Annotated, Literal, TypeVar

from stretchtimer.core.bounds import Length, Within

_Value = TypeVar("_Value")

Degrees = Annotated[float, Within(-720, 720)]
Centimetres = Annotated[float, Within(-400, 400)]
Share = Annotated[float, Within(0.05, 1.2)]
Lean = Annotated[float, Within(0, 75)]
Point = tuple[Centimetres, Centimetres]
Shares = tuple[Share, Share, Share]
Target = Annotated[tuple[Centimetres | str, ...], Length(2, 4)]

View = Literal["side", "front", "plan"]
LimbSide = Literal["near", "far", "left", "right"]

SIDES: dict[View, tuple[LimbSide, LimbSide]] = {
    "side": ("near", "far"),
    "front": ("left", "right"),
    "plan": ("near", "far"),
}
ANCHOR_JOINTS = ("knee", "ankle", "heel", "sole")
LEG_PARTS = ("thigh", "shin", "foot")
ARM_PARTS = ("upper_arm", "forearm", "hand")
BODY_PARTS = ("head", "neck", "chest")
ALL_SIDES: tuple[LimbSide, ...] = ("near", "far", "left", "right")
_TARGETS = (
    *(f"{side}_{part}" for side in ALL_SIDES for part in LEG_PARTS + ARM_PARTS),
    *BODY_PARTS,
)
CONFIG = {"extra": "forbid", "strict": True, "allow_inf_nan": False}


class PoseError(ValueError):
    """What is wrong with an illustration; `key` leads to it, from the illustration."""

    def __init__(self, message: str, *key: str | int) -> None:
        super().__init__(message)
        self.key = key


class IllustrationError(ValueError):
    """All that is wrong with an illustration."""

    def __init__(self, errors: tuple[PoseError, ...]) -> None:
        super().__init__("; ".join(map(str, errors)))
        self.errors = errors


@dataclass(frozen=True, slots=True)
class LegPose:
    """A leg, given in one of four ways.

    `angles` of thigh, shin and sole; or `at`, the point of the floor under the ankle; or `ankle`,
    the joint itself; or `knee` and `ankle`, drawn as long as they are apart. With a point `foot`
    is the angle of the sole from heel to toe. From the front a foot points at us, unless `foot` or
    a third angle turns it to the side. `len` draws thigh, shin and foot shorter when they point at
    us.
    """

    angles: Annotated[tuple[Degrees, ...], Length(2, 3)] | None = None
    at: Point | None = None
    ankle: Point | None = None
    knee: Point | None = None
    foot: Degrees | None = None
    len: Shares = (1.0, 1.0, 1.0)

    __pydantic_config__ = CONFIG

    def __post_init__(self) -> None:
        given = [name for name in ("angles", "at", "ankle") if getattr(self, name) is not None]
        if len(given) != 1:
            raise ValueError("give a leg exactly one of angles, at or ankle")
        if self.knee is not None and self.ankle is None:
            raise ValueError("a knee needs the ankle too")
        if self.angles is not None and self.foot is not None:
            raise ValueError("a leg with angles has its foot as the third angle")

    @property
    def foot_deg(self) -> float | None:
        """The angle of the sole, if the foot is seen from the side."""
        if self.angles is None:
            return self.foot
        return self.angles[2] if len(self.angles) > 2 else None


@dataclass(frozen=True, slots=True)
class ArmPose:
    """An arm: `angles` of upper arm, forearm and hand, or `at`, where its palm is.

    A target is a point; or a limb's part (its thigh, shin, foot, upper arm, forearm or hand), the
    neck or the chest with how far along it (0 to 1) and two shifts in cm, along and across; or
    "head" with x and y from the top of the neck. `hand` fixes the hand's angle. `bend = 1` turns
    the elbow to the other side, `reach` says how much the shoulder follows, `shrug` moves it
    forward (from the front: outward) and up in cm, `len` draws upper arm, forearm and hand shorter
    when they point at us, `palm = -1` has the thumb on the other side. A `straight` arm's palm
    slides from its target along what it lies on to where the arm reaches: along a thigh or shin;
    from a point along the floor, if it is there, or else as its `hand` lies; elsewhere it goes
    towards its target. On floor, wall or thing it stays where it is in the hold, unless another
    pose gives the arm anew.
    """

    angles: Annotated[tuple[Degrees, ...], Length(2, 3)] | None = None
    at: Target | None = None
    hand: Degrees | None = None
    straight: bool = False
    bend: Literal[-1, 1] = -1
    reach: Annotated[float, Within(0, 1)] = 1.0
    shrug: Point = (0.0, 0.0)
    len: Shares = (1.0, 1.0, 1.0)
    palm: Literal[-1, 1] = 1

    __pydantic_config__ = CONFIG

    def __post_init__(self) -> None:
        if (self.angles is None) == (self.at is None):
            raise ValueError("give an arm either angles or at")
        if self.straight and self.at is None:
            raise ValueError("a straight arm needs at, to reach for; angles say how straight it is")
        if self.at is not None:
            check_target(self.at)


@dataclass(frozen=True, slots=True)
class Pose:
    """One posture. A start pose leaves out what is as in the hold.

    The body stands where `hip` says, or so that the `anchor` (a joint of a leg given by angles)
    stays at its point. `trunk` has the angles of pelvis, lumbar and thoracic spine. `turn` turns
    the chest: from the front to the right, from the side and from above towards us. `gaze` turns
    the head so. From the front `lean` tips the trunk towards us, by so many degrees.
    """

    hip: Point | None = None
    anchor: tuple[str, Centimetres, Centimetres] | None = None
    trunk: tuple[Degrees, Degrees, Degrees] | None = None
    neck: Degrees | None = None
    head: Degrees | None = None
    turn: Degrees | None = None
    gaze: Degrees | None = None
    lean: Lean | None = None
    near_leg: LegPose | None = None
    far_leg: LegPose | None = None
    near_arm: ArmPose | None = None
    far_arm: ArmPose | None = None
    left_leg: LegPose | None = None
    right_leg: LegPose | None = None
    left_arm: ArmPose | None = None
    right_arm: ArmPose | None = None

    __pydantic_config__ = CONFIG

    def __post_init__(self) -> None:
        if self.hip is not None and self.anchor is not None:
            raise PoseError("give a pose either hip or anchor", "anchor")
        joints = [f"{side}_{joint}" for side in ALL_SIDES for joint in ANCHOR_JOINTS]
        if self.anchor is not None and self.anchor[0] not in joints:
            message = f"“{self.anchor[0]}” can be no anchor; a leg's {listed(ANCHOR_JOINTS)} can"
            raise PoseError(f"{message}, with its side, as near_sole", "anchor")

    def over(self, other: "Pose") -> "Pose":
        """This pose, with what it leaves out taken from `other`."""
        placed = ("hip", "anchor")
        own_place = any(getattr(self, name) is not None for name in placed)
        missing = {
            field.name: getattr(other, field.name)
            for field in fields(self)
            if getattr(self, field.name) is None and not (own_place and field.name in placed)
        }
        return replace(self, **missing)

    def leg(self, side: LimbSide) -> LegPose:
        """The leg of a side. Raises ValueError where it is not given."""
        leg: LegPose | None = getattr(self, f"{side}_leg")
        return known(leg)

    def arm(self, side: LimbSide) -> ArmPose:
        """The arm of a side. Raises ValueError where it is not given."""
        arm: ArmPose | None = getattr(self, f"{side}_arm")
        return known(arm)


def known(value: _Value | None) -> _Value:
    """A value that a complete pose has. Raises ValueError where it is missing."""
    if value is None:
        raise ValueError("the pose is not complete")
    return value


def check_target(target: tuple[float | str, ...]) -> None:
    """Raise ValueError for what is no target."""
    part, *numbers = target
    if any(isinstance(number, str) for number in numbers):
        raise ValueError('a target has a part of the body first, then numbers: ["near_shin", 0.5]')
    if not isinstance(part, str):
        if len(target) != 2:
            raise ValueError("a target is a point [x, y] or a part of the body with numbers")
        return
    if part not in _TARGETS:
        limbs = f"{listed(LEG_PARTS + ARM_PARTS)} with its side, as near_shin"
        joint = 'a joint is the end of one: a knee is ["near_thigh", 1]'
        message = f"“{part}” is no part to aim at; there are {listed(BODY_PARTS)}, and {limbs}"
        raise ValueError(f"{message}; {joint}")
    if part == "head" and len(numbers) != 2:
        raise ValueError('a target on the head is ["head", x, y], from the top of the neck')


def listed(names: "tuple[str, ...] | list[str]") -> str:
    """Names in a message."""
    return ", ".join(names)
