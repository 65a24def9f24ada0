"""From a posture to joints: the spine, then the legs, then the arms, which may hold the legs.

Lengths in cm of a person 170 cm tall, after the body-segment fractions of Drillis and Contini.
"""

from dataclasses import dataclass, field
from typing import Literal

from stretchtimer.core.pose import ArmPose, LegPose
from stretchtimer.figure.geometry import (
    angle_of,
    direction,
    dot,
    left_of,
    mix,
    mix_angle,
    two_bones,
    unit,
)

LimbSide = Literal["near", "far"]
SIDES: tuple[LimbSide, LimbSide] = ("near", "far")

PELVIS, LUMBAR, THORAX, NECK = 11.0, 15.5, 27.5, 8.5
THIGH, SHIN = 41.6, 41.8
ANKLE_HEIGHT, HEEL_BEHIND, FOOT = 6.4, 6.0, 25.0
UPPER_ARM, FOREARM = 30.0, 24.8
PALM = 8.0  # centre of the palm beyond the wrist
_HEEL_CONTACT = 4.5  # where the heel touches, behind the ankle
_FAR_SHOULDER = 0.7  # how much of the far side's shift its shoulder takes


@dataclass(frozen=True, slots=True)
class ArmMix:
    """An arm on its way from one way of being given to another."""

    start: ArmPose
    hold: ArmPose
    t: float


@dataclass(frozen=True, slots=True)
class Posture:
    """A whole pose at one moment: angles in degrees, points in cm. `hip` or `anchor` places it."""

    hip: complex | None
    anchor: tuple[str, complex] | None
    trunk: tuple[float, float, float]
    neck: float
    head: float
    legs: dict[LimbSide, LegPose]
    arms: dict[LimbSide, ArmPose | ArmMix]
    depth: complex
    breath: float = 0.0


@dataclass(frozen=True, slots=True)
class Leg:
    """Joints of a leg; `foot_deg` is the angle of the sole from heel to toe."""

    hip: complex
    knee: complex
    ankle: complex
    foot_deg: float

    def sole(self, share: float) -> complex:
        """A point of the sole, from the heel (0) to the toes (1)."""
        along = direction(self.foot_deg)
        return self.ankle + along * (share * FOOT - HEEL_BEHIND) - left_of(along) * ANKLE_HEIGHT


@dataclass(frozen=True, slots=True)
class Arm:
    """Joints of an arm; `hand_share` is how long the hand is drawn."""

    shoulder: complex
    elbow: complex
    wrist: complex
    hand_deg: float
    hand_share: float = 1.0

    @property
    def palm(self) -> complex:
        """The centre of the palm."""
        return self.wrist + direction(self.hand_deg) * PALM * self.hand_share


@dataclass(frozen=True, slots=True)
class Skeleton:
    """All joints of a body, in cm.

    `ribs` is where the lumbar spine ends, `c7` the base of the neck, `atlas` the top of it.
    `missing` tells how many cm a limb falls short of its target.
    """

    hip: complex
    waist: complex
    ribs: complex
    c7: complex
    atlas: complex
    head_deg: float
    legs: dict[LimbSide, Leg]
    arms: dict[LimbSide, Arm]
    depth: complex
    breath: float
    missing: dict[str, float] = field(default_factory=dict)

    def shift(self, side: LimbSide) -> complex:
        """How far a side stands from the near one in the picture."""
        return self.depth if side == "far" else 0j

    def points(self) -> list[complex]:
        """Every joint, the crown and the tips of hands and feet."""
        joints = [self.hip, self.waist, self.ribs, self.c7, self.atlas]
        joints.append(self.atlas + direction(self.head_deg) * 16.0)
        for leg in self.legs.values():
            joints += [leg.hip, leg.knee, leg.ankle, leg.sole(0.0), leg.sole(1.0)]
        for arm in self.arms.values():
            joints += [arm.shoulder, arm.elbow, arm.wrist, arm.palm]
        return joints


def solve(posture: Posture) -> Skeleton:
    """The joints of a body in `posture`."""
    missing: dict[str, float] = {}
    pelvis_deg, lumbar_deg, thorax_deg = posture.trunk
    hip = _hip(posture)
    waist = hip + direction(pelvis_deg) * PELVIS
    ribs = waist + direction(lumbar_deg) * LUMBAR
    up = direction(thorax_deg)
    c7 = ribs + up * (THORAX + 0.35 * posture.breath)
    atlas = c7 + direction(posture.neck) * NECK
    legs: dict[LimbSide, Leg] = {}
    for side in SIDES:
        shift = posture.depth if side == "far" else 0j
        legs[side], short_cm = _leg(posture.legs[side], hip + shift, shift)
        missing[f"{side}_leg"] = short_cm
    arms: dict[LimbSide, Arm] = {}
    for side in SIDES:
        shift = posture.depth * _FAR_SHOULDER if side == "far" else 0j
        socket = c7 - up * (9.0 - 0.4 * posture.breath) + left_of(up) * 0.4 + shift
        arms[side], short_cm = _arm(posture.arms[side], _Shoulder(socket, up, legs))
        missing[f"{side}_arm"] = short_cm
    return Skeleton(
        hip,
        waist,
        ribs,
        c7,
        atlas,
        posture.head,
        legs,
        arms,
        posture.depth,
        posture.breath,
        missing,
    )


def _hip(posture: Posture) -> complex:
    if posture.anchor is None:
        return posture.hip or 0j
    name, point = posture.anchor
    side: LimbSide = "near" if name.startswith("near") else "far"
    joint = name.partition("_")[2]
    angles = posture.legs[side].angles or (-90.0, -90.0, 0.0)
    down = direction(angles[0]) * THIGH
    if joint != "knee":
        down += direction(angles[1]) * SHIN
    if joint in ("heel", "sole"):
        down += direction(angles[2] - 90.0) * ANKLE_HEIGHT
    if joint == "heel":
        down -= direction(angles[2]) * _HEEL_CONTACT
    return point - down - (posture.depth if side == "far" else 0j)


def _leg(leg: LegPose, hip: complex, shift: complex) -> tuple[Leg, float]:
    if leg.angles is not None:
        thigh_deg, shin_deg, foot_deg = leg.angles
        knee = hip + direction(thigh_deg) * THIGH
        return Leg(hip, knee, knee + direction(shin_deg) * SHIN, foot_deg), 0.0
    foot_deg = leg.foot or 0.0
    if leg.ankle is not None:
        target = complex(*leg.ankle)
    else:
        target = complex(*(leg.at or (0.0, 0.0))) + direction(foot_deg + 90.0) * ANKLE_HEIGHT
    knee, ankle, short_cm = two_bones(hip, target + shift, THIGH, SHIN, 1)
    return Leg(hip, knee, ankle, foot_deg), short_cm


@dataclass(frozen=True, slots=True)
class _Shoulder:
    """Where an arm hangs: the socket before it follows the arm, the trunk's way up, and the
    legs."""

    socket: complex
    up: complex
    legs: dict[LimbSide, Leg]

    def follow(self, along: complex, reach: float) -> complex:
        """The joint raised and slid forward the way that a shoulder follows its arm."""
        front = -left_of(self.up)
        raised = self.up * 3.2 * max(0.0, dot(along, self.up))
        return self.socket + (raised + front * 2.6 * dot(along, front)) * reach


def _arm(arm: ArmPose | ArmMix, shoulder: _Shoulder) -> tuple[Arm, float]:
    if isinstance(arm, ArmMix):
        return _mixed_arm(arm, shoulder)
    upper_cm, fore_cm = UPPER_ARM * arm.len[0], FOREARM * arm.len[1]
    if arm.angles is not None:
        upper_deg, fore_deg = arm.angles[:2]
        hand_deg = arm.angles[2] if len(arm.angles) > 2 else fore_deg
        joint = shoulder.follow(direction(upper_deg), arm.reach)
        elbow = joint + direction(upper_deg) * upper_cm
        wrist = elbow + direction(fore_deg) * fore_cm
        return Arm(joint, elbow, wrist, hand_deg, arm.len[2]), 0.0
    target = _target(arm, shoulder.legs)
    joint = shoulder.follow(unit(target - shoulder.socket), arm.reach)
    if arm.hand is not None:
        wrist = target - direction(arm.hand) * PALM * 0.9
        elbow, wrist, short_cm = two_bones(joint, wrist, upper_cm, fore_cm, arm.bend)
        return Arm(joint, elbow, wrist, arm.hand, arm.len[2]), short_cm
    elbow, palm, short_cm = two_bones(joint, target, upper_cm, fore_cm + PALM, arm.bend)
    along = unit(palm - elbow)
    return Arm(joint, elbow, elbow + along * fore_cm, angle_of(along), arm.len[2]), short_cm


def _mixed_arm(arm: ArmMix, shoulder: _Shoulder) -> tuple[Arm, float]:
    """Both ends solved, and the wrist led round the shoulder on an arc between them."""
    start, _ = _arm(arm.start, shoulder)
    hold, short_cm = _arm(arm.hold, shoulder)
    t = arm.t
    joint = start.shoulder + (hold.shoulder - start.shoulder) * t
    from_start, from_hold = start.wrist - start.shoulder, hold.wrist - hold.shoulder
    angle_deg = mix_angle(angle_of(from_start), angle_of(from_hold), t)
    wrist = joint + direction(angle_deg) * mix(abs(from_start), abs(from_hold), t)
    upper_cm = UPPER_ARM * mix(arm.start.len[0], arm.hold.len[0], t)
    fore_cm = FOREARM * mix(arm.start.len[1], arm.hold.len[1], t)
    elbow, wrist, _ = two_bones(joint, wrist, upper_cm, fore_cm, arm.hold.bend)
    hand_deg = mix_angle(start.hand_deg, hold.hand_deg, t)
    return Arm(joint, elbow, wrist, hand_deg, mix(arm.start.len[2], arm.hold.len[2], t)), short_cm


def _target(arm: ArmPose, legs: dict[LimbSide, Leg]) -> complex:
    first, *rest = arm.at or (0.0, 0.0)
    numbers = [float(number) for number in rest]
    if not isinstance(first, str):
        return complex(first, numbers[0])
    leg = legs["near" if first.startswith("near") else "far"]
    share = numbers[0]
    along_cm, across_cm = (*numbers[1:], 0.0, 0.0)[:2]
    if first.endswith("foot"):
        point, along = leg.sole(share), direction(leg.foot_deg)
    else:
        begin, end = (leg.hip, leg.knee) if first.endswith("thigh") else (leg.knee, leg.ankle)
        point, along = begin + (end - begin) * share, unit(end - begin)
    return point + along * along_cm + left_of(along) * across_cm
