"""The joints of a body, and the lengths between them.

Lengths in cm of a person 170 cm tall, after the body-segment fractions of Drillis and Contini.
"""

import math
from dataclasses import dataclass, field

from stretchtimer.core.pose import SIDES, ArmPose, LegPose, LimbSide, View
from stretchtimer.figure.build import Build
from stretchtimer.figure.geometry import direction, left_of, unit

PELVIS, LUMBAR, THORAX, NECK = 11.0, 15.5, 27.5, 8.5
THIGH, SHIN = 41.6, 41.8
ANKLE_HEIGHT, HEEL_BEHIND, FOOT = 6.4, 6.0, 25.0
BALL = 11.0  # of the foot, where its toes bend, before the ankle
TOES = FOOT - HEEL_BEHIND - BALL
UPPER_ARM, FOREARM, HAND = 30.0, 24.8, 17.0
PALM = 8.0  # centre of the palm beyond the wrist
_FINGERTIP = 16.0
_ON_THE_BACK_DEG = 60.0  # how far a chest is turned then
CROWN = 16.0  # above the top of the neck


@dataclass(frozen=True, slots=True)
class ArmMix:
    """An arm on its way from one way of being given to another."""

    start: ArmPose
    hold: ArmPose
    t: float


@dataclass(frozen=True, slots=True)
class Posture:
    """A whole pose at one moment: angles in degrees, points in cm. `hip` or `anchor` places it."""

    view: View
    hip: complex | None
    anchor: tuple[str, complex] | None
    trunk: tuple[float, float, float]
    neck: float
    head: float
    turn: float
    gaze: float
    legs: dict[LimbSide, LegPose]
    arms: dict[LimbSide, ArmPose | ArmMix]
    depth: complex
    breath: float = 0.0
    lean: float = 0.0

    @property
    def trunk_share(self) -> float:
        """How long the trunk is drawn that leans towards us."""
        return math.cos(math.radians(self.lean))

    @property
    def is_on_the_back(self) -> bool:
        """Whether somebody is seen from above who has turned from the side onto the back."""
        return self.view == "plan" and self.turn > _ON_THE_BACK_DEG


@dataclass(frozen=True, slots=True)
class Leg:
    """Joints of a leg.

    `foot_deg` is the angle of the sole from heel to toe, None where the foot points at us.
    `foot_share` is how long the foot is drawn. A `mirrored` foot points to the left with its sole
    down, as the other side's does to the right; from above, it is that of a knee on our side.
    `toes_deg` is how far its toes are bent up.
    """

    hip: complex
    knee: complex
    ankle: complex
    foot_deg: float | None
    foot_share: float = 1.0
    mirrored: bool = False
    toes_deg: float = 0.0

    @property
    def way(self) -> int:
        """1, or -1 of a leg that is mirrored: what turns left then turns right."""
        return -1 if self.mirrored else 1

    def sole(self, share: float) -> complex:
        """A point of the sole, from the heel (0) to the toes (1)."""
        if self.foot_deg is None:
            return self.ankle - ANKLE_HEIGHT * 1j
        along = direction(self.foot_deg)
        above = left_of(along) * self.way
        reach = share * FOOT - HEEL_BEHIND
        toes = max(0.0, reach - BALL) * direction(self.toes_deg)
        reach_cm = (min(reach, BALL) + toes) * self.foot_share
        return self.ankle + along * reach_cm - above * ANKLE_HEIGHT


@dataclass(frozen=True, slots=True)
class Arm:
    """Joints of an arm; `hand_share` is how long the hand is drawn, `palm_side` its thumb's."""

    shoulder: complex
    elbow: complex
    wrist: complex
    hand_deg: float
    hand_share: float = 1.0
    palm_side: int = 1

    @property
    def palm(self) -> complex:
        """The centre of the palm."""
        return self.wrist + direction(self.hand_deg) * PALM * self.hand_share

    @property
    def tip(self) -> complex:
        """The tip of the fingers, if the hand is open."""
        return self.wrist + direction(self.hand_deg) * _FINGERTIP * self.hand_share


@dataclass(frozen=True, slots=True)
class Skeleton:
    """All joints of a body, in cm.

    `ribs` is where the lumbar spine ends, `c7` the base of the neck, `atlas` the top of it. `turn`
    and `gaze` say how far chest and head are turned. `missing` tells how many cm a limb falls short
    of its target.
    """

    view: View
    hip: complex
    waist: complex
    ribs: complex
    c7: complex
    atlas: complex
    head_deg: float
    turn: float
    gaze: float
    legs: dict[LimbSide, Leg]
    arms: dict[LimbSide, Arm]
    depth: complex
    breath: float
    missing: dict[str, float] = field(default_factory=dict)
    build: Build = "slim"

    @property
    def sides(self) -> tuple[LimbSide, LimbSide]:
        """The sides that this view has."""
        return SIDES[self.view]

    @property
    def up(self) -> complex:
        """The way that the chest points up."""
        return unit(self.c7 - self.ribs)

    @property
    def trunk_share(self) -> float:
        """How long the trunk is drawn, which is shorter when it leans towards us."""
        return abs(self.waist - self.hip) / PELVIS

    @property
    def is_from_behind(self) -> bool:
        """Whether the front view shows its back."""
        return self.view == "front" and abs(self.turn) > 90.0

    def shift(self, side: LimbSide) -> complex:
        """How far a side stands from the near one in the picture."""
        return self.depth if side == "far" else 0j

    def in_head(self, x: float, y: float) -> complex:
        """A point of the head: x to the face, or to the right from the front, y to the crown."""
        crown = direction(self.head_deg)
        return self.atlas - left_of(crown) * x + crown * y

    def points(self) -> list[complex]:
        """Every joint, the crown and the tips of hands and feet."""
        joints = [self.hip, self.waist, self.ribs, self.c7, self.atlas]
        joints.append(self.atlas + direction(self.head_deg) * CROWN)
        for leg in self.legs.values():
            joints += [leg.hip, leg.knee, leg.ankle, leg.sole(0.0), leg.sole(1.0)]
        for arm in self.arms.values():
            joints += [arm.shoulder, arm.elbow, arm.wrist, arm.tip]
        return joints
