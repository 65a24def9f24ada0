"""How far joints go: what is beyond that, told to the author of a picture."""

from collections.abc import Iterator

from stretchtimer.core.pose import LimbSide
from stretchtimer.figure.geometry import angle_of, dot, left_of, turn, wrapped
from stretchtimer.figure.skeleton import SHIN, THIGH, UPPER_ARM, Arm, Posture, Skeleton

_BACKWARD_DEG = 8.0  # what a straight joint may be drawn the wrong way
_LONGER = 1.06  # how much longer than it is a bone may be drawn between two given joints
# How far joints go, in degrees, with some more than an agile person has: this keeps a body a body,
# it is no advice. Forward or bent is positive.
_SPINE_DEG = (-45.0, 60.0)
_NECK_DEG = (-60.0, 75.0)
_HEAD_DEG = (-80.0, 85.0)
_GAZE_MOST_DEG = 90.0  # of the head to the side, from the chest
_HIP_DEG = (-50.0, 158.0)
_FOOT_DEG = (-20.0, 135.0)  # between shin and sole; standing it is 90
_KNEE_MOST_DEG, _ELBOW_MOST_DEG, _WRIST_MOST_DEG = 168.0, 162.0, 100.0
_BEHIND_DEG = (80.0, 155.0)  # where no upper arm points, from hanging
_ACROSS = 0.75  # how much of its length an upper arm reaches towards the other shoulder
_FULL_LENGTH = 0.9  # a bone drawn shorter points towards us
_TURNED_DEG = 30.0  # a chest turned so far has its shoulders elsewhere

Found = tuple[str, str]  # the limb or joint that it is about, and its words


def wrong_joints(body: Skeleton, posture: Posture) -> Iterator[Found]:
    """Joints bent the wrong way or too far, and from the front bones that are too long."""
    yield from _wrong_gaze(posture)
    if body.view == "front":
        yield from _wrong_bones(body)
        return
    bent = tuple(_wrong_spine(posture))
    yield from bent
    if not bent:  # from which what is about the chest would follow
        yield from _wrong_neck(body, posture)
        if body.view == "side" and abs(body.turn) < _TURNED_DEG:
            yield from _behind_the_chest(body)
    for side in body.sides:
        yield from _wrong_leg(body, posture, side)
        # an elbow that is solved bends where its author's `bend` says
        if getattr(posture.arms[side], "angles", None) is not None:
            yield from _wrong_arm(body, posture, side)


def _wrong_gaze(posture: Posture) -> Iterator[Found]:
    turned_deg = abs(posture.gaze - posture.turn)
    if turned_deg > _GAZE_MOST_DEG:
        words = f"the head turns {turned_deg:.0f} degrees from the chest"
        yield "gaze", f"{words}; it goes to {_GAZE_MOST_DEG:.0f}"


def _wrong_spine(posture: Posture) -> Iterator[Found]:
    pelvis_deg, lumbar_deg, thorax_deg = posture.trunk
    for name, bent_deg in (
        ("waist", wrapped(pelvis_deg - lumbar_deg)),
        ("back", wrapped(lumbar_deg - thorax_deg)),
    ):
        if not _SPINE_DEG[0] <= bent_deg <= _SPINE_DEG[1]:
            words = f"the {name} bends {_way(bent_deg)} by {abs(bent_deg):.0f} degrees"
            yield "trunk", f"{words}; it goes to {abs(_SPINE_DEG[bent_deg > 0]):.0f}"


def _wrong_neck(body: Skeleton, posture: Posture) -> Iterator[Found]:
    thorax_deg = posture.trunk[2]
    neck_deg = wrapped(thorax_deg - posture.neck)
    if not _NECK_DEG[0] <= neck_deg <= _NECK_DEG[1]:
        words = f"the neck bends {_way(neck_deg)} by {abs(neck_deg):.0f} degrees from the chest"
        yield "neck", f"{words}; it goes to {abs(_NECK_DEG[neck_deg > 0]):.0f}"
    head_deg = wrapped(thorax_deg - body.head_deg)
    if not _HEAD_DEG[0] <= head_deg <= _HEAD_DEG[1]:
        yield "head", f"the head bends by {abs(head_deg):.0f} degrees from the chest"


def _wrong_leg(body: Skeleton, posture: Posture, side: LimbSide) -> Iterator[Found]:
    leg, name = body.legs[side], f"{side}_leg"
    thigh, shin = leg.knee - leg.hip, leg.ankle - leg.knee
    knee_deg = -turn(thigh, shin) * leg.way
    if knee_deg < -_BACKWARD_DEG:
        advice = "make its shin angle smaller than its thigh angle"
        if posture.legs[side].knee is not None:
            advice = "give the knee on the other side of the way to its ankle"
        yield name, f"the {side} knee bends forward by {-knee_deg:.0f} degrees; {advice}"
    elif knee_deg > _KNEE_MOST_DEG:
        yield name, f"the {side} knee bends by {knee_deg:.0f} degrees; its flesh has no room"
    if min(posture.legs[side].len) < 1.0:
        return  # turned towards us, where its angles are not its joints'
    hip_deg = wrapped(angle_of(thigh) - posture.trunk[0] + 180.0) * leg.way
    if not _HIP_DEG[0] <= hip_deg <= _HIP_DEG[1]:
        words = f"the {side} thigh is {_way(hip_deg)} of the pelvis by {abs(hip_deg):.0f} degrees"
        words += f"; it goes to {abs(_HIP_DEG[hip_deg > 0]):.0f}"
        if hip_deg > 0:
            words += ": move the foot away from the hip, or set the trunk more upright"
        yield name, words
    if leg.foot_deg is not None:
        foot_deg = wrapped((leg.foot_deg - angle_of(shin)) * leg.way - 57.5) + 57.5
        if not _FOOT_DEG[0] <= foot_deg <= _FOOT_DEG[1]:
            yield (
                name,
                (
                    f"the {side} foot is at {foot_deg:.0f} degrees to its shin; it goes from about"
                    " 0, toes pointed, to 120; a flat foot has 90 more than its shin"
                ),
            )


def _wrong_arm(body: Skeleton, posture: Posture, side: LimbSide) -> Iterator[Found]:
    arm, name = body.arms[side], f"{side}_arm"
    elbow_deg = turn(arm.elbow - arm.shoulder, arm.wrist - arm.elbow)
    if posture.is_on_the_back:  # an arm that lies on the floor bends up or down
        elbow_deg = abs(elbow_deg)
    if elbow_deg < -_BACKWARD_DEG:
        yield (
            name,
            (
                f"the {side} elbow bends backward by {-elbow_deg:.0f} degrees; "
                "make its forearm angle larger than its upper arm angle"
            ),
        )
    elif elbow_deg > _ELBOW_MOST_DEG:
        yield name, f"the {side} elbow bends by {elbow_deg:.0f} degrees; its flesh has no room"
    wrist_deg = wrapped(arm.hand_deg - angle_of(arm.wrist - arm.elbow))
    if abs(wrist_deg) > _WRIST_MOST_DEG:
        yield name, f"the {side} wrist bends by {abs(wrist_deg):.0f} degrees; that is too far"


def _behind_the_chest(body: Skeleton) -> Iterator[Found]:
    """Upper arms where no shoulder goes, seen from the side."""
    for side, arm in body.arms.items():
        upper = arm.elbow - arm.shoulder
        behind_deg = wrapped(180.0 - angle_of(upper) + angle_of(body.up))
        if _is_drawn_full(arm) and _BEHIND_DEG[0] < behind_deg < _BEHIND_DEG[1]:
            words = f"the {side} arm is {behind_deg:.0f} degrees behind the chest"
            yield f"{side}_arm", f"{words}; it goes to {_BEHIND_DEG[0]:.0f}"


def through_the_chest(body: Skeleton) -> Iterator[Found]:
    """Upper arms across the chest at full length, seen from the front. In a pose they lie before
    it; on their way to another they look as if they went through.
    """
    for side, arm in body.arms.items() if body.view == "front" else ():
        inward_cm = dot(arm.elbow - arm.shoulder, left_of(body.up))
        inward_cm *= 1 if side == "right" else -1
        if _is_drawn_full(arm) and inward_cm > UPPER_ARM * _ACROSS:
            yield f"{side}_arm", f"the {side} arm goes through the chest"


def _is_drawn_full(arm: Arm) -> bool:
    return abs(arm.elbow - arm.shoulder) > UPPER_ARM * _FULL_LENGTH


def _wrong_bones(body: Skeleton) -> Iterator[Found]:
    """Bones drawn longer than they are, where both their joints are given."""
    for side, leg in body.legs.items():
        for bone, begin, end, long in (
            ("thigh", leg.hip, leg.knee, THIGH),
            ("shin", leg.knee, leg.ankle, SHIN),
        ):
            if abs(end - begin) > long * _LONGER:
                drawn = abs(end - begin)
                words = f"the {side} {bone} is drawn {drawn:.0f} cm long; it has {long:.0f}"
                yield f"{side}_leg", words


def _way(bent_deg: float) -> str:
    return "forward" if bent_deg > 0 else "backward"
