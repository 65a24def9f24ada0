"""How an exercise is drawn: a body described by angles and targets, as its author writes it.

Lengths are centimetres on a person 170 cm tall, x to the right, y up, the floor at y = 0. Angles
are absolute, in degrees: 0 to the right, 90 up, counter-clockwise. The person faces right; the near
limbs are the right ones.
"""

from dataclasses import dataclass, fields, replace
from typing import Annotated, Literal

from annotated_types import Ge, Le, Len

Degrees = Annotated[float, Ge(-720), Le(720)]
Centimetres = Annotated[float, Ge(-400), Le(400)]
Share = Annotated[float, Ge(0.2), Le(1.2)]
Point = tuple[Centimetres, Centimetres]

View = Literal["side"]
Hand = Literal["flat", "rest", "grip", "clasp"]
Part = Literal[
    "far_arm", "far_leg", "torso", "head", "near_leg", "near_arm", "glow", "band", "loop"
]
Muscle = Literal[
    "hamstrings", "quads", "calf", "glutes", "hip_flexor", "shin", "back", "lower_back",
    "upper_back", "chest", "abs", "shoulder", "upper_arm", "neck",
]  # fmt: skip
PropKind = Literal["wall", "mat", "pillow", "chair", "stool", "band", "loop"]

_PARTS_OF_A_LEG = ("near_thigh", "far_thigh", "near_shin", "far_shin", "near_foot", "far_foot")
_CONFIG = {"extra": "forbid", "strict": True, "allow_inf_nan": False}


@dataclass(frozen=True, slots=True)
class LegPose:
    """A leg, given in one of three ways.

    `angles` of thigh, shin and sole; or `at`, the point of the floor under the ankle; or `ankle`,
    the joint itself. With a point `foot` is the angle of the sole from heel to toe.
    """

    angles: tuple[Degrees, Degrees, Degrees] | None = None
    at: Point | None = None
    ankle: Point | None = None
    foot: Degrees | None = None

    __pydantic_config__ = _CONFIG

    def __post_init__(self) -> None:
        given = [name for name in ("angles", "at", "ankle") if getattr(self, name) is not None]
        if len(given) != 1:
            raise ValueError("give a leg exactly one of angles, at or ankle")
        if self.angles is None and self.foot is None:
            raise ValueError("a leg with at or ankle needs foot, the angle of its sole")
        if self.angles is not None and self.foot is not None:
            raise ValueError("a leg with angles has its foot as the third angle")


@dataclass(frozen=True, slots=True)
class ArmPose:
    """An arm: `angles` of upper arm, forearm and hand, or `at`, where its palm is.

    A target is a point, or a part of a leg with how far along it (0 to 1) and two shifts in cm,
    along and across. `hand` fixes the hand's angle. `bend` says to which side the elbow points,
    `reach` how much the shoulder follows, `len` draws upper arm, forearm and hand shorter when they
    point at us.
    """

    angles: Annotated[tuple[Degrees, ...], Len(2, 3)] | None = None
    at: Annotated[tuple[Centimetres | str, ...], Len(2, 4)] | None = None
    hand: Degrees | None = None
    bend: Literal[-1, 1] = -1
    reach: Annotated[float, Ge(0), Le(1)] = 1.0
    len: tuple[Share, Share, Share] = (1.0, 1.0, 1.0)

    __pydantic_config__ = _CONFIG

    def __post_init__(self) -> None:
        if (self.angles is None) == (self.at is None):
            raise ValueError("give an arm either angles or at")
        if self.at is None:
            return
        part, *numbers = self.at
        if isinstance(part, str) and part not in _PARTS_OF_A_LEG:
            raise ValueError(f"“{part}” is none of {', '.join(_PARTS_OF_A_LEG)}")
        if any(isinstance(number, str) for number in numbers):
            raise ValueError("a target has a part of a leg first, then numbers")
        if not isinstance(part, str) and len(self.at) != 2:
            raise ValueError("a target is a point [x, y] or a part of a leg with numbers")


@dataclass(frozen=True, slots=True)
class Pose:
    """One posture. A start pose leaves out what is as in the hold.

    The body stands where `hip` says, or so that the `anchor` (a joint of a leg given by angles)
    stays at its point. `trunk` has the angles of pelvis, lumbar and thoracic spine.
    """

    hip: Point | None = None
    anchor: tuple[str, Centimetres, Centimetres] | None = None
    trunk: tuple[Degrees, Degrees, Degrees] | None = None
    neck: Degrees | None = None
    head: Degrees | None = None
    near_leg: LegPose | None = None
    far_leg: LegPose | None = None
    near_arm: ArmPose | None = None
    far_arm: ArmPose | None = None

    __pydantic_config__ = _CONFIG

    def __post_init__(self) -> None:
        if self.hip is not None and self.anchor is not None:
            raise ValueError("give a pose either hip or anchor")
        joints = [f"{side}_{joint}" for side in ("near", "far") for joint in ANCHOR_JOINTS]
        if self.anchor is not None and self.anchor[0] not in joints:
            raise ValueError(f"“{self.anchor[0]}” is none of {', '.join(joints)}")

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


ANCHOR_JOINTS = ("knee", "ankle", "heel", "sole")


@dataclass(frozen=True, slots=True)
class Prop:
    """A thing in the picture; `x` is its middle, for a wall its face. A mat has a `span` instead.

    `w` and `h` are its width and height in cm, where they are not the usual ones.
    """

    kind: PropKind
    x: Centimetres = 0.0
    span: Point | None = None
    w: Annotated[float, Ge(1), Le(400)] | None = None
    h: Annotated[float, Ge(1), Le(200)] | None = None
    facing: Literal[-1, 1] = 1

    __pydantic_config__ = _CONFIG

    def __post_init__(self) -> None:
        if (self.kind == "mat") != (self.span is not None):
            raise ValueError("a mat has a span = [from, to], other things have x")


@dataclass(frozen=True, slots=True)
class Illustration:
    """The picture of an exercise: its hold, what differs at the start, and the things around.

    `glow` names the working muscles, "calf:far" those of the far limb. `order` is drawn from back
    to front. `depth` shifts the far side, to show that the body is not flat. A drill moves to and
    fro once in `cycle_s` seconds.
    """

    view: View
    hold: Pose
    start: Pose = Pose()
    props: Annotated[tuple[Prop, ...], Len(0, 12)] = ()
    glow: Annotated[tuple[str, ...], Len(0, 6)] = ()
    hands: tuple[Hand, Hand] = ("rest", "rest")
    order: Annotated[tuple[Part, ...], Len(0, 12)] = (
        "far_arm", "far_leg", "torso", "head", "near_leg", "glow", "near_arm",
    )  # fmt: skip
    depth: Point = (2.4, 1.2)
    cycle_s: Annotated[float, Ge(1), Le(60)] | None = None

    __pydantic_config__ = _CONFIG

    def __post_init__(self) -> None:
        place = "hip" if self.hold.anchor is None else "anchor"
        needed = (place, *(field.name for field in fields(Pose)[2:]))
        missing = [name for name in needed if getattr(self.hold, name) is None]
        if missing:
            raise ValueError(f"the hold pose lacks {', '.join(missing)}")
        for name in self.glow:
            muscle, _, side = name.partition(":")
            if muscle not in MUSCLES or side not in ("", "near", "far"):
                raise ValueError(f"“{name}” is none of the muscles {', '.join(MUSCLES)}")
        for pose in (self.hold, self.start.over(self.hold)):
            _check_anchor(pose)


def _check_anchor(pose: Pose) -> None:
    if pose.anchor is None:
        return
    side = pose.anchor[0].partition("_")[0]
    leg = pose.near_leg if side == "near" else pose.far_leg
    if leg is not None and leg.angles is None:
        raise ValueError(f"the anchor {pose.anchor[0]} needs a {side}_leg given by angles")


MUSCLES: tuple[str, ...] = Muscle.__args__  # type: ignore[attr-defined]  # what Literal holds
