"""From a posture to joints: the spine, then the legs, then the arms, which may hold the legs."""

import math
from dataclasses import dataclass, replace

from stretchtimer.core.pose import (
    ANCHOR_JOINTS,
    ARM_PARTS,
    SIDES,
    ArmPose,
    LegPose,
    LimbSide,
    View,
)
from stretchtimer.figure.geometry import (
    angle_of,
    clamp,
    direction,
    dot,
    left_of,
    mix,
    mix_angle,
    turn,
    two_bones,
    unit,
    wrapped,
)
from stretchtimer.figure.girdles import Shoulder, hip_joint, knee_side, shoulder
from stretchtimer.figure.skeleton import (
    ANKLE_HEIGHT,
    BALL,
    FOOT,
    FOREARM,
    HAND,
    HEEL_BEHIND,
    LUMBAR,
    NECK,
    PALM,
    PELVIS,
    SHIN,
    THIGH,
    THORAX,
    TOES,
    UPPER_ARM,
    Arm,
    ArmMix,
    Leg,
    Posture,
    Skeleton,
)

_HEEL_CONTACT = 4.5  # where the heel touches, behind the ankle
_ON_TOES_DEG = (-100.0, 0.0)  # a sole with its heel up, whose toes the floor bends
_LIFTED_NECK = 0.4  # of who leans all the way towards us, and looks ahead
_HELD_PALM = 0.9  # where a palm with an angle of its own touches, as a share of its centre
_STRAIGHT = 0.988  # of its whole length; wholly stretched an arm looks wooden
SLIDES_CM = 25.0  # how far a straight arm's palm goes at most, along what it lies on
_ON_THE_FLOOR_CM = 12.0  # how high a palm is at most whose finger tips are there
_CARRYING_LEG = ("thigh", "shin")  # what a palm slides along


def solve(posture: Posture) -> Skeleton:
    """The joints of a body in `posture`."""
    pelvis_deg, lumbar_deg, thorax_deg = posture.trunk
    hip = _hip(posture)
    share = posture.trunk_share
    waist = hip + direction(pelvis_deg) * PELVIS * share
    ribs = waist + direction(lumbar_deg) * LUMBAR * share
    chest = direction(thorax_deg) * share
    c7 = ribs + chest * (THORAX + 0.35 * posture.breath)
    c7_at_rest = ribs + chest * THORAX
    rested = replace(posture, breath=0.0) if posture.breath else posture
    body = Skeleton(
        posture.view,
        hip,
        waist,
        ribs,
        c7,
        c7 + direction(posture.neck) * NECK * mix(_LIFTED_NECK, 1.0, share),
        posture.head,
        posture.turn,
        posture.gaze,
        legs={},
        arms={},
        depth=posture.depth,
        breath=posture.breath,
    )
    for side in SIDES[posture.view]:
        joint, shift = hip_joint(posture, hip, side), body.shift(side)
        body.legs[side], body.missing[f"{side}_leg"] = _leg(posture, side, joint, shift)
    # an arm that holds the other one comes after it
    for side in sorted(SIDES[posture.view], key=lambda side: _holds_an_arm(posture.arms[side])):
        now = shoulder(posture, c7, side)
        at_rest = shoulder(rested, c7_at_rest, side) if posture.breath else now
        hung = _Hung(now, at_rest, body)
        body.arms[side], body.missing[f"{side}_arm"] = hung.arm(posture.arms[side])
    return body


def _hip(posture: Posture) -> complex:
    if posture.anchor is None:
        return posture.hip or 0j
    name, point = posture.anchor
    side = next(side for side in SIDES[posture.view] if name.startswith(side))
    joint = name.partition("_")[2]
    leg = posture.legs[side]
    angles = leg.angles or (-90.0, -90.0)
    down = direction(angles[0]) * THIGH * leg.len[0]
    if joint != "knee":
        down += direction(angles[1]) * SHIN * leg.len[1]
    foot_deg = leg.foot_deg or 0.0
    if joint in ANCHOR_JOINTS[2:]:
        down += direction(foot_deg - 90.0) * ANKLE_HEIGHT
    if joint == "heel":
        down -= direction(foot_deg) * _HEEL_CONTACT
    return point - down - hip_joint(posture, 0j, side)


def _leg(posture: Posture, side: LimbSide, hip: complex, shift: complex) -> tuple[Leg, float]:
    leg: LegPose = posture.legs[side]
    thigh_cm, shin_cm, foot_share = THIGH * leg.len[0], SHIN * leg.len[1], leg.len[2]
    foot_deg, short_cm = leg.foot_deg, 0.0
    # from the front a foot to the left is the mirror image of one to the right
    mirrored = posture.view == "front" and foot_deg is not None and direction(foot_deg).real < 0
    if leg.angles is not None:
        knee = hip + direction(leg.angles[0]) * thigh_cm
        ankle = knee + direction(leg.angles[1]) * shin_cm
    elif leg.knee is not None and leg.ankle is not None:
        knee, ankle = complex(*leg.knee) + shift, complex(*leg.ankle) + shift
    else:
        if leg.ankle is not None:
            target = complex(*leg.ankle)
        else:
            above = direction((foot_deg or 0.0) + 90.0) * (-1 if mirrored else 1)
            target = complex(*(leg.at or (0.0, 0.0))) + above * ANKLE_HEIGHT
        knee, ankle, short_cm = two_bones(hip, target + shift, thigh_cm, shin_cm, knee_side(side))
    if posture.is_on_the_back and leg.knee is not None:  # it may have fallen to our side
        mirrored = turn(knee - hip, ankle - knee) > 0
    stretched = Leg(hip, knee, ankle, foot_deg, foot_share, mirrored)
    toes_deg = _toes_deg(stretched, shift.imag) if posture.view == "side" else 0.0
    return replace(stretched, toes_deg=toes_deg) if toes_deg else stretched, short_cm


def _toes_deg(leg: Leg, floor_y: float) -> float:
    """How far a floor at `floor_y` bends the toes up of somebody who stands or kneels on them."""
    foot_deg = wrapped(leg.foot_deg or 0.0)
    if not _ON_TOES_DEG[0] < foot_deg < _ON_TOES_DEG[1] or leg.sole(1.0).imag > floor_y:
        return 0.0
    ball_cm = leg.sole((HEEL_BEHIND + BALL) / FOOT).imag - floor_y
    down = clamp(ball_cm / (TOES * leg.foot_share), 0.0, 1.0)
    return -math.degrees(math.asin(down)) - foot_deg


def _holds_an_arm(arm: ArmPose | ArmMix) -> bool:
    if isinstance(arm, ArmMix):
        return _holds_an_arm(arm.start) or _holds_an_arm(arm.hold)
    return arm.at is not None and str(arm.at[0]).partition("_")[2] in ARM_PARTS


@dataclass(frozen=True, slots=True)
class _Hung:
    """An arm's shoulder, on a body that has the limbs which the arm may hold.

    What an arm lies on does not breathe, so its palm is found from the shoulder `at_rest`.
    """

    shoulder: Shoulder
    at_rest: Shoulder
    body: Skeleton

    def arm(self, arm: ArmPose | ArmMix) -> tuple[Arm, float]:
        """The arm's joints, and how many cm it falls short."""
        if isinstance(arm, ArmMix):
            return self._mixed(arm)
        upper_cm, fore_cm, share = UPPER_ARM * arm.len[0], FOREARM * arm.len[1], arm.len[2]
        if arm.angles is not None:
            upper_deg, fore_deg = arm.angles[:2]
            hand_deg = arm.angles[2] if len(arm.angles) > 2 else fore_deg
            joint = self.shoulder.follow(direction(upper_deg), arm)
            elbow = joint + direction(upper_deg) * upper_cm
            wrist = elbow + direction(fore_deg) * fore_cm
            return Arm(joint, elbow, wrist, hand_deg, share, arm.palm), 0.0
        target = target_point(self.body, arm.at or (0.0, 0.0))
        if arm.straight:
            target = self._slid(arm, target)
        joint = self.shoulder.follow(unit(target - self.shoulder.socket), arm)
        bend = self.shoulder.elbow_side(joint, target, arm)
        if arm.hand is not None:
            wrist = target - direction(arm.hand) * PALM * _HELD_PALM * share
            elbow, wrist, short_cm = two_bones(joint, wrist, upper_cm, fore_cm, bend)
            return Arm(joint, elbow, wrist, arm.hand, share, arm.palm), short_cm
        elbow, palm, short_cm = two_bones(joint, target, upper_cm, fore_cm + PALM * share, bend)
        along = unit(palm - elbow)
        wrist = elbow + along * fore_cm
        return Arm(joint, elbow, wrist, angle_of(along), share, arm.palm), short_cm

    def _slid(self, arm: ArmPose, target: complex) -> complex:
        """Where a straight arm's palm is, that has its target there."""
        length_cm = UPPER_ARM * arm.len[0] + FOREARM * arm.len[1]
        from_end = 0j  # to the palm, from what is as far away as the arm is long: palm or wrist
        if arm.hand is None:
            length_cm += PALM * arm.len[2]
        else:
            from_end = direction(arm.hand) * PALM * _HELD_PALM * arm.len[2]
        surface, palm = self._surface(arm), target
        for _ in range(2):  # the shoulder follows the arm
            joint = self.at_rest.follow(unit(palm - self.at_rest.socket), arm)
            way = target - from_end - joint
            along = unit(way) if surface is None else surface
            # of the two places on the line that are so far away, the one nearer to the target
            beside_cm, past_cm = dot(way, left_of(along)), dot(way, along)
            far_cm = math.sqrt(max(0.0, (length_cm * _STRAIGHT) ** 2 - beside_cm**2))
            slid_cm = far_cm - past_cm if past_cm >= 0.0 else -far_cm - past_cm
            if surface is not None:
                slid_cm = clamp(slid_cm, -SLIDES_CM, SLIDES_CM)
            palm = target + along * slid_cm
        return palm

    def _surface(self, arm: ArmPose) -> complex | None:
        """The direction of what a palm lies on, if it does."""
        first = (arm.at or ("",))[0]
        if isinstance(first, str):
            if first.partition("_")[2] not in _CARRYING_LEG:
                return None
            begin, end = _bone(self.body, first)
            return unit(end - begin)
        return lies_along(arm, self.body.view)

    def _mixed(self, arm: ArmMix) -> tuple[Arm, float]:
        start, _ = self.arm(arm.start)
        hold, short_cm = self.arm(arm.hold)
        t = arm.t
        joint = start.shoulder + (hold.shoulder - start.shoulder) * t
        if self.shoulder.outward:
            elbow = joint + _swung(start.elbow - start.shoulder, hold.elbow - hold.shoulder, t)
            wrist = elbow + _swung(start.wrist - start.elbow, hold.wrist - hold.elbow, t)
        else:
            # the wrist is led round the shoulder, so that the hand travels on an arc
            wrist = joint + _swung(start.wrist - start.shoulder, hold.wrist - hold.shoulder, t)
            upper_cm = UPPER_ARM * mix(arm.start.len[0], arm.hold.len[0], t)
            fore_cm = FOREARM * mix(arm.start.len[1], arm.hold.len[1], t)
            elbow, wrist, _ = two_bones(joint, wrist, upper_cm, fore_cm, arm.hold.bend)
        hand_deg = mix_angle(start.hand_deg, hold.hand_deg, t)
        share = mix(arm.start.len[2], arm.hold.len[2], t)
        return Arm(joint, elbow, wrist, hand_deg, share, arm.hold.palm), short_cm


def _swung(start: complex, hold: complex, t: float) -> complex:
    """Between two bones, by their angles and lengths."""
    return direction(mix_angle(angle_of(start), angle_of(hold), t)) * mix(abs(start), abs(hold), t)


def lies_along(arm: ArmPose, view: View) -> complex | None:
    """The direction of the floor, wall or thing that a palm lies on whose target is a point of the
    room; None where it has another target, or lies on nothing.
    """
    if arm.at is None or isinstance(arm.at[0], str):
        return None
    if view != "plan" and float(arm.at[1]) < _ON_THE_FLOOR_CM:
        return 1 + 0j
    return None if arm.hand is None else direction(arm.hand)


def place_of(given: ArmPose, arm: Arm) -> complex:
    """Where the palm of an arm is, as its author would write it."""
    if given.hand is None:
        return arm.palm
    return arm.wrist + direction(given.hand) * PALM * _HELD_PALM * arm.hand_share


def target_point(body: Skeleton, target: tuple[float | str, ...]) -> complex:
    """Where a target lies: a point, or one on a part of `body`."""
    first, *rest = target
    numbers = [float(number) for number in rest]
    if not isinstance(first, str):
        return complex(first, numbers[0])
    if first == "head":
        return body.in_head(numbers[0], numbers[1])
    begin, end = _bone(body, first)
    along_cm, across_cm = (*numbers[1:], 0.0, 0.0)[:2]
    along = unit(end - begin)
    return begin + (end - begin) * numbers[0] + along * along_cm + left_of(along) * across_cm


def _bone(body: Skeleton, name: str) -> tuple[complex, complex]:
    if name == "neck":
        return body.c7, body.atlas
    if name == "chest":
        return body.ribs, body.c7
    side_name, _, part = name.partition("_")
    side = next(side for side in body.sides if side == side_name)
    if part in ARM_PARTS:
        arm = body.arms.get(side)
        if arm is None:  # both hold on to each other; either will do
            return body.ribs, body.c7
        tip = arm.wrist + direction(arm.hand_deg) * HAND * arm.hand_share
        return {
            "upper_arm": (arm.shoulder, arm.elbow),
            "forearm": (arm.elbow, arm.wrist),
            "hand": (arm.wrist, tip),
        }[part]
    leg = body.legs[side]
    return {
        "thigh": (leg.hip, leg.knee),
        "shin": (leg.knee, leg.ankle),
        "foot": (leg.sole(0.0), leg.sole(1.0)),
    }[part]
