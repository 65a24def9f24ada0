"""How far arms reach in a picture, told to its author: near its length an arm looks straight."""

from collections.abc import Iterator

from stretchtimer.core.illustration import Illustration
from stretchtimer.core.pose import ArmPose, Pose
from stretchtimer.figure.geometry import turn
from stretchtimer.figure.motion import Moment, posture_at
from stretchtimer.figure.planting import planted
from stretchtimer.figure.solve import SLIDES_CM, place_of, solve

_POSES = (("start", 0.0), ("hold", 1.0))
_SHORT_CM = 0.5
_STRAIGHT_DEG, _FOLDED_DEG = 20.0, 70.0  # a hand that rests or holds bends the elbow more


def reaches(illustration: Illustration) -> Iterator[str]:
    """A line for each pose: of the arms that reach for a place, how far the palm is from the
    shoulder, in cm, and the bend of the elbow, in degrees; of a straight arm, where its palm has
    slid to; of an elbow that may stand out like a wing, what to write.
    """
    settled = planted(illustration)
    for name, pose_t in _POSES:
        if name == "start" and illustration.start == Pose():
            continue
        posture = posture_at(illustration, Moment(pose_t))
        body = solve(posture_at(settled, Moment(pose_t)))
        told = []
        for side, arm in body.arms.items():
            given = posture.arms[side]
            if isinstance(given, ArmPose) and given.at is not None:
                bend_deg = abs(turn(arm.elbow - arm.shoulder, arm.wrist - arm.elbow))
                reach_cm = abs(arm.palm - arm.shoulder)
                place = ""
                if given.straight:
                    palm = place_of(given, arm)
                    place = f" at [{palm.real:.1f}, {palm.imag:.1f}],"
                short_cm = body.missing[f"{side}_arm"]
                short = f", {short_cm:.0f} short" if short_cm >= _SHORT_CM else ""
                told.append(
                    f"{side} palm{place} {reach_cm:.0f} from its shoulder{short},"
                    f" elbow bent {bend_deg:.0f}{_way_out(given, bend_deg)}"
                )
        if told:
            yield f"{name}: {'; '.join(told)}"


def _way_out(arm: ArmPose, bend_deg: float) -> str:
    if arm.straight and bend_deg > _STRAIGHT_DEG:
        return f" (too near to be straight: its palm slides by {SLIDES_CM:.0f} at most)"
    rests = arm.at is not None and str(arm.at[0]).endswith("thigh")
    may_wing = not rests and _STRAIGHT_DEG < bend_deg < _FOLDED_DEG
    return " (straight = true?)" if may_wing else ""
