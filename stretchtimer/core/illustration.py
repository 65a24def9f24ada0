"""How an exercise is drawn: its poses, the things around, the working muscles, the arrows."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated, Literal

from stretchtimer.core.bounds import Length, Within
from stretchtimer.core.names import did_you_mean
from stretchtimer.core.pose import (
    ALL_SIDES,
    ARM_PARTS,
    BODY_PARTS,
    CONFIG,
    SIDES,
    ArmPose,
    Centimetres,
    Degrees,
    IllustrationError,
    LegPose,
    LimbSide,
    Point,
    Pose,
    PoseError,
    Target,
    View,
    check_target,
    listed,
)

Hand = Literal[
    "flat", "rest", "grip", "clasp", "draped", "pressed", "point", "bent", "wrapped", "spread",
]  # fmt: skip
Part = Literal[
    "far_arm", "far_leg", "torso", "head", "near_leg", "near_arm", "glow", "band", "loop",
    "chair", "door", "left_arm", "right_arm", "left_leg", "right_leg",
    "near_forearm", "far_forearm", "left_forearm", "right_forearm",
    "near_hand", "far_hand", "left_hand", "right_hand",
]  # fmt: skip
Muscle = Literal[
    "hamstrings", "quads", "calf", "glutes", "hip_flexor", "shin", "back", "lower_back",
    "upper_back", "chest", "abs", "shoulder", "upper_arm", "neck", "neck_front", "forearm",
    "trapezius", "wrist_flexors", "neck_side", "waist", "outer_hip", "adductors",
]  # fmt: skip
PropKind = Literal[
    "wall", "mat", "pillow", "bolster", "chair", "stool", "desk", "screen", "door", "window",
    "band", "loop",
]  # fmt: skip

ORDERS: dict[View, tuple[Part, ...]] = {
    "side": ("far_arm", "far_leg", "torso", "head", "near_leg", "glow", "near_arm"),
    "front": ("left_leg", "right_leg", "torso", "head", "glow", "left_arm", "right_arm"),
    "plan": ("far_arm", "far_leg", "torso", "head", "near_leg", "glow", "near_arm"),
}
MUSCLES: tuple[str, ...] = Muscle.__args__  # type: ignore[attr-defined]  # what Literal holds
_FRONT_MUSCLES = (
    "chest", "shoulder", "upper_arm", "forearm", "neck_side", "waist", "outer_hip", "adductors",
    "quads", "calf", "upper_back",
)  # fmt: skip
_ONLY_FRONT = ("neck_side", "outer_hip")
_SEEN_FROM_ABOVE = ("mat", "pillow", "band", "loop")
_NOT_SEEN_FROM_THE_FRONT = ("band",)
_AS_IN_THE_HOLD = Pose()


@dataclass(frozen=True, slots=True)
class Prop:
    """A thing in the picture; `x` is its middle, for a wall its face. A mat has a `span` instead.
    `facing` -1 is the mirror image: a wall that ends the room on the left.

    `w` and `h` are its width and height in cm, where they are not the usual ones; `y` is how high
    it lies, where it is not on the floor.
    """

    kind: PropKind
    x: Centimetres = 0.0
    y: Centimetres | None = None
    span: Point | None = None
    w: Annotated[float, Within(1, 400)] | None = None
    h: Annotated[float, Within(1, 300)] | None = None
    facing: Literal[-1, 1] = 1

    __pydantic_config__ = CONFIG

    def __post_init__(self) -> None:
        if (self.kind == "mat") != (self.span is not None):
            raise ValueError("a mat has a span = [from, to], other things have x")


@dataclass(frozen=True, slots=True)
class Arrow:
    """Where a body should push or go: from `at`, a target as an arm has it, `len` cm at `angle`.

    With `round` it goes about `at` with that radius in cm, open towards `angle`; with a negative
    one clockwise. With `look` it is the dashed line of a look.
    """

    at: Target
    angle: Degrees = 0.0
    len: Annotated[float, Within(4, 400)] = 16.0
    round: Centimetres | None = None
    look: bool = False

    __pydantic_config__ = CONFIG

    def __post_init__(self) -> None:
        check_target(self.at)


@dataclass(frozen=True, slots=True)
class Illustration:
    """The picture of an exercise: its hold, what differs at the start, and the things around.

    `glow` names the working muscles, "calf:far" those of the far limb. `order` is drawn from back
    to front; the usual one need not be given. A forearm or a hand in it is painted once more there,
    over what the rest of its arm is behind, and so is a chair or a door that is before somebody.
    `hands` are those of the near and the far arm, or of the left and the right. `depth` shifts the
    far side, to show that the body is not flat. `frame` (left, bottom, right, top) shows a part of
    the picture only.

    One breath takes `breath_s` seconds. A drill moves to and fro once in `cycle_s` seconds; with
    `then` it goes from the hold through these poses, each with what differs from the start, before
    it is back.
    """

    view: View
    hold: Pose
    start: Pose = _AS_IN_THE_HOLD
    then: Annotated[tuple[Pose, ...], Length(0, 8)] = ()
    props: Annotated[tuple[Prop, ...], Length(0, 12)] = ()
    glow: Annotated[tuple[str, ...], Length(0, 6)] = ()
    arrows: Annotated[tuple[Arrow, ...], Length(0, 6)] = ()
    hands: tuple[Hand, Hand] = ("rest", "rest")
    order: Annotated[tuple[Part, ...], Length(0, 12)] = ()
    depth: Point = (2.4, 1.2)
    frame: tuple[Centimetres, Centimetres, Centimetres, Centimetres] | None = None
    breath_s: Annotated[float, Within(2, 20)] = 5.5
    cycle_s: Annotated[float, Within(1, 60)] | None = None

    __pydantic_config__ = CONFIG

    def __post_init__(self) -> None:
        wrong = tuple(self._wrong())
        if wrong:
            raise IllustrationError(wrong)

    def _wrong(self) -> Iterator[PoseError]:
        sides = SIDES[self.view]
        limbs = [f"{side}_{limb}" for limb in ("leg", "arm") for side in sides]
        place = "hip" if self.hold.anchor is None else "anchor"
        wrong = [one for key, pose in self._keyed_poses for one in self._wrong_limbs(pose, key)]
        others = [side for side in ALL_SIDES if side not in sides]
        has_others = any(
            getattr(self.hold, f"{side}_{limb}") is not None
            for side in others
            for limb in ("leg", "arm")
        )
        needed = [place, "trunk", "neck", "head", *(() if has_others else limbs)]
        missing = [name for name in needed if getattr(self.hold, name) is None]
        if missing:
            view = f"the hold of a {self.view} view"
            yield PoseError(f"{view} lacks {listed(missing)}", "hold")
        yield from wrong
        if not missing and not wrong:
            for (key, _), pose in zip(self._keyed_poses, self.poses, strict=True):
                yield from _wrong_anchor(pose, key)
                for side in sides:
                    leg = f"{side}_leg"
                    yield from _wrong_kind(pose.leg(side), self.hold.leg(side), (*key, leg))
        for i, arrow in enumerate(self.arrows):
            yield from _wrong_sides(arrow.at, sides, ("arrows", i))
        for i, name in enumerate(self.glow):
            yield from self._wrong_muscle(name, i)
        yield from self._wrong_painting()

    def _wrong_painting(self) -> Iterator[PoseError]:
        for part in self.order:
            side = part.partition("_")[0]
            if side in ALL_SIDES and side not in SIDES[self.view]:
                yield PoseError(f"{part} is not seen from the {self.view}", "order")
        for i, prop in enumerate(self.props):
            if self.view == "plan" and prop.kind not in _SEEN_FROM_ABOVE:
                message = f"a {prop.kind} is not drawn from above; {listed(_SEEN_FROM_ABOVE)} are"
                yield PoseError(message, "props", i, "kind")
            elif self.view == "front" and prop.kind in _NOT_SEEN_FROM_THE_FRONT:
                yield PoseError(f"a {prop.kind} is not drawn from the front", "props", i, "kind")
        frame = self.frame
        if frame is not None and not (frame[0] < frame[2] and frame[1] < frame[3]):
            yield PoseError("a frame is [left, bottom, right, top]", "frame")
        if self.then and self.cycle_s is None:
            message = "poses after the hold need cycle_s, the time of a whole round"
            yield PoseError(message, "cycle_s")

    @property
    def poses(self) -> tuple[Pose, ...]:
        """Start, hold, and what a drill does then, each complete."""
        start = self.start.over(self.hold)
        return start, self.hold, *(pose.over(start) for pose in self.then)

    def the_other_way(self) -> "Illustration":
        """A drill's round run backward, with its arrows turned."""
        start, *others = self.poses
        hold, *then = reversed(others)
        arrows = tuple(
            replace(arrow, round=-arrow.round) if arrow.round else arrow for arrow in self.arrows
        )
        return replace(self, start=start, hold=hold, then=tuple(then), arrows=arrows)

    @property
    def _keyed_poses(self) -> list[tuple[tuple[str | int, ...], Pose]]:
        """Each pose as it is written, in the order of `poses`, with the keys that lead to it."""
        then = [(("then", i), pose) for i, pose in enumerate(self.then)]
        return [(("start",), self.start), (("hold",), self.hold), *then]

    @property
    def painted_order(self) -> tuple[Part, ...]:
        """What is painted over what, from back to front."""
        return self.order or ORDERS[self.view]

    def _wrong_limbs(self, pose: Pose, key: tuple[str | int, ...]) -> Iterator[PoseError]:
        sides = SIDES[self.view]
        if pose.lean and self.view != "front":
            message = "only a trunk seen from the front has lean; here it has its angles"
            yield PoseError(message, *key, "lean")
        for side in ALL_SIDES:
            for limb in ("leg", "arm"):
                name = f"{side}_{limb}"
                posed: LegPose | ArmPose | None = getattr(pose, name)
                if posed is None:
                    continue
                if side not in sides:
                    has = f"{sides[0]}_{limb} and {sides[1]}_{limb}"
                    yield PoseError(f"a {self.view} view has {has}, no {name}", *key, name)
                elif isinstance(posed, LegPose):
                    if self.view != "front" and posed.foot_deg is None:
                        yield PoseError(f"{name} {_lacks_foot(posed)}", *key, name)
                elif posed.at is not None:
                    yield from _wrong_sides(posed.at, sides, (*key, name))

    def _wrong_muscle(self, name: str, i: int) -> Iterator[PoseError]:
        muscle, _, side = name.partition(":")
        seen = [
            known_muscle
            for known_muscle in MUSCLES
            if known_muscle in _FRONT_MUSCLES or self.view != "front"
            if known_muscle not in _ONLY_FRONT or self.view == "front"
        ]
        if muscle not in seen:
            hint = "" if muscle in MUSCLES else did_you_mean(muscle, seen)
            hint = hint or f"; there are {listed(seen)}"
            yield PoseError(f"“{name}” is no muscle of a {self.view} view{hint}", "glow", i)
        elif side not in ("", *SIDES[self.view]) or (self.view == "front" and not side):
            one, other = SIDES[self.view]
            message = f"say which one glows: “{muscle}:{one}” or “{muscle}:{other}”"
            yield PoseError(message, "glow", i)


def _wrong_sides(
    target: tuple[float | str, ...],
    sides: tuple[LimbSide, LimbSide],
    key: tuple[str | int, ...],
) -> Iterator[PoseError]:
    """A target on a limb that is not there, or on the arm that reaches."""
    part = target[0]
    if not isinstance(part, str) or part in BODY_PARTS:
        return
    side, _, limb = part.partition("_")
    if side not in sides:
        message = f"{part} is not in this view; it has {sides[0]}_{limb}, {sides[1]}_{limb}"
        yield PoseError(message, *key, "at")
    elif limb in ARM_PARTS and key[-1] == f"{side}_arm":
        yield PoseError(f"the {side}_arm cannot hold on to itself", *key, "at")


def _wrong_kind(leg: LegPose, hold: LegPose, key: tuple[str | int, ...]) -> Iterator[PoseError]:
    """A leg that cannot be led into the one of the hold."""
    if _given_by(leg) != _given_by(hold):
        message = f"the {key[-1]} is given by {_given_by(hold)} in the hold; give it so here too"
        yield PoseError(message, *key)


def _lacks_foot(leg: LegPose) -> str:
    if leg.angles is not None:
        return "needs a third angle, that of its sole"
    return "needs foot, the angle of its sole"


def _given_by(leg: LegPose) -> str:
    names = [name for name in ("angles", "at", "ankle", "knee") if getattr(leg, name) is not None]
    if leg.angles is not None and leg.foot_deg is not None:
        names = ["three angles"]
    return " and ".join(names if leg.foot is None else [*names, "foot"])


def _wrong_anchor(pose: Pose, key: tuple[str | int, ...]) -> Iterator[PoseError]:
    if pose.anchor is None:
        return
    side = pose.anchor[0].partition("_")[0]
    leg: LegPose | None = getattr(pose, f"{side}_leg")
    if leg is None or leg.angles is None:
        message = f"the anchor {pose.anchor[0]} needs a {side}_leg given by angles"
        yield PoseError(message, *key, "anchor")
