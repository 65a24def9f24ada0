"""Where the limbs hang on the trunk: hip joints and shoulders, in each view."""

import math
from dataclasses import dataclass

from stretchtimer.core.pose import ArmPose, LimbSide, View
from stretchtimer.figure.geometry import direction, dot, left_of
from stretchtimer.figure.skeleton import Posture

HALF_SHOULDERS = 16.4  # from the spine to the joint
_HALF_HIPS = 8.2
_FAR_SHOULDER = 0.7  # how much of the far side's shift its shoulder takes
_OUTWARD = {"left": -1, "right": 1}


def hip_joint(posture: Posture, hip: complex, side: LimbSide) -> complex:
    """The joint of a leg, beside the middle of the hips."""
    if posture.view == "front":
        return hip - left_of(direction(posture.trunk[0])) * _HALF_HIPS * _OUTWARD[side]
    return hip + (posture.depth if side == "far" else 0j)


def knee_side(side: LimbSide) -> int:
    """To which side of the way to the foot a knee bends: forward, or from the front outward."""
    return _OUTWARD.get(side, 1)


@dataclass(frozen=True, slots=True)
class Shoulder:
    """Where an arm hangs: the socket before it follows the arm, and the trunk's way up.

    `outward` is -1 or 1 to the left or right from the front, 0 from other sides.
    """

    socket: complex
    up: complex
    outward: int

    def follow(self, along: complex, arm: ArmPose) -> complex:
        """The joint where the shoulder has gone with its arm: raised, and slid forward or in."""
        up, across = self.up, -left_of(self.up)  # across is forward, from the front to the right
        raised, slid = dot(along, up), dot(along, across)
        shrugged_on, shrugged_up = arm.shrug
        if not self.outward:
            moved = up * 3.2 * max(0.0, raised) + across * 2.6 * slid
            return self.socket + moved * arm.reach + across * shrugged_on + up * shrugged_up
        out = across * self.outward
        moved = up * 3.4 * max(0.0, raised + 0.15) - out * 2.0 * max(0.0, raised)
        moved += out * 0.6 * slid * self.outward
        return self.socket + moved * arm.reach + out * shrugged_on + up * shrugged_up

    def elbow_side(self, joint: complex, target: complex, arm: ArmPose) -> int:
        """To which side of the way to the hand the elbow bends: back, or from the front out."""
        if not self.outward:
            return arm.bend
        out = -left_of(self.up) * self.outward
        is_out = dot(left_of(target - joint), out) > 0
        return 1 if is_out == (arm.bend == -1) else -1


def shoulder(posture: Posture, c7: complex, side: LimbSide) -> Shoulder:
    """The shoulder of a side."""
    view, up = posture.view, direction(posture.trunk[2])
    across, turned = -left_of(up), math.radians(posture.turn)
    if view == "front":
        outward = _OUTWARD[side]
        breadth = HALF_SHOULDERS * abs(math.cos(turned)) * outward
        drop = 8.5 + 1.5 * posture.trunk_share - 0.5 * posture.breath
        return Shoulder(c7 - up * drop + across * breadth, up, outward)
    socket = c7 - up * (9.0 - 0.4 * posture.breath) - across * 0.4
    # a chest that turns to us takes the near shoulder back and the far one forward
    opened = across * HALF_SHOULDERS * math.sin(turned)
    socket -= up * 1.5 * math.sin(turned)
    if side == "far":
        return Shoulder(socket + opened + posture.depth * _FAR_SHOULDER, up, 0)
    return Shoulder(socket - opened, up, 0)


def facing_us(view: View, gaze: float) -> float:
    """How far a head is turned from facing us, in degrees; to the right in the picture, if it is
    upright, is positive.
    """
    return gaze if view == "front" else 90.0 - gaze
