"""What the author of a picture overlooked: a body can do it, but it is not seen, or looks odd.

It is told to who writes a file; such a picture is shown all the same.
"""

from collections.abc import Iterator, Sequence

from stretchtimer.core.illustration import ORDERS, Illustration, Muscle
from stretchtimer.core.pose import SIDES, LimbSide, View
from stretchtimer.figure.geometry import dot, left_of, mix, unit
from stretchtimer.figure.limits import Fault
from stretchtimer.figure.motion import Moment, posture_at
from stretchtimer.figure.muscles import FRONT_PLACES, PLACES
from stretchtimer.figure.props import box
from stretchtimer.figure.skeleton import (
    FOREARM,
    LUMBAR,
    NECK,
    PELVIS,
    SHIN,
    THIGH,
    THORAX,
    UPPER_ARM,
    Skeleton,
)
from stretchtimer.figure.solve import solve

_BANDS = ("band", "loop")  # painted where the order says so
_HOLDING = ("clasp", "draped", "wrapped")  # hands that look odd round nothing; a fist may be a fist
_HELD_CM = 12.0  # how far a palm that holds may be from the bone or thing that it holds
_HEAD_CM = 9.0
_TALL = ("wall", "door")
_TRUNK_CM, _THIGH_CM, _UPPER_ARM_CM, _FOREARM_CM = 9.5, 8.0, 4.6, 3.2  # half of how broad they look
_ALONG_A_MUSCLE = (0.25, 0.5, 0.75)
_BEHIND_THE_BACK: tuple[Muscle, ...] = ("chest", "quads")  # not seen from behind
_ONLY_FROM_BEHIND: tuple[Muscle, ...] = ("upper_back",)  # of those that a front view has
# Muscles that a front view paints in a way of its own: on which part, and how far along it.
_FRONT_SPOTS: dict[Muscle, tuple[str, float]] = {
    "chest": ("torso", 44.0),
    "waist": ("torso", 25.0),
    "upper_back": ("torso", 38.0),
    "neck_side": ("torso", 56.0),
    "outer_hip": ("leg", 8.0),
}
_LIES_CM, _STANDS_CM = 13.0, 3.0  # how high the lowest joint may be, or the lower sole
_CARRYING = ("chair", "stool", "desk", "bolster", "pillow")


def find_oversights(illustration: Illustration) -> tuple[Fault, ...]:
    """Everything that its author has probably not meant; none is best."""
    held = solve(posture_at(illustration, Moment(1.0)))
    return (
        *_turned_away(illustration),
        *_left_out(illustration),
        *_hidden_glow(illustration, held),
        *_held_by_nobody(illustration, held),
        *_in_the_air(illustration, held),
    )


def _turned_away(illustration: Illustration) -> Iterator[Fault]:
    """A chest that turns its back to us, which only the view from the front shows."""
    if illustration.view == "front":
        return
    for name, pose in (("hold", illustration.hold), ("start", illustration.start)):
        if not 0.0 <= (pose.turn or 0.0) <= 90.0:
            words = "turn goes from 0, in profile, to 90, which faces us"
            yield Fault((name, "turn"), f"{name}: {words}; it is {pose.turn:g}")


def _left_out(illustration: Illustration) -> Iterator[Fault]:
    """What `order` does not name, and so is not painted."""
    order = illustration.painted_order
    usual: list[str] = [part for part in ORDERS[illustration.view] if part != "glow"]
    missing = [part for part in usual if part not in order]
    if illustration.frame is not None:  # it may show nothing of the legs
        missing = [part for part in missing if not part.endswith("leg")]
    if missing:
        yield Fault(("order",), f"leaves out {_and(missing)}, so it is not drawn")
    for i, prop in enumerate(illustration.props):
        if prop.kind in _BANDS and prop.kind not in order:
            words = f"a {prop.kind} is drawn where order says so"
            yield Fault(("props", i), f"{words}; write {_better_order(illustration)}")


def _hidden_glow(illustration: Illustration, held: Skeleton) -> Iterator[Fault]:
    painted_over = _painted_over_the_glow(illustration)
    hiding = _hiding_the_glow(illustration)
    for i, (muscle, part) in enumerate(_muscles(illustration)):
        if held.is_from_behind and muscle in _BEHIND_THE_BACK:
            yield Fault(("glow", i), f"the {muscle} cannot be seen from behind")
        elif held.view == "front" and not held.is_from_behind and muscle in _ONLY_FROM_BEHIND:
            yield Fault(("glow", i), f"the {muscle} is seen only from behind, with turn = 180")
        elif part in hiding:
            words = f"the {part} hides the {muscle}"
            yield Fault(("glow", i), f"{words}; write {_better_order(illustration)}")
        elif not _is_framed(illustration, _middle(held, muscle, part)):
            yield Fault(("glow", i), f"the frame leaves out the {muscle}")
        else:
            for side in held.sides:
                arm = f"{side}_arm"
                if arm in painted_over and _covers(held, side, muscle, part):
                    words = f"the {arm} hides the {muscle}"
                    yield Fault(("glow", i), f"{words}; move the arm, or let its own muscle glow")


def _painted_over_the_glow(illustration: Illustration) -> Sequence[str]:
    order: Sequence[str] = illustration.painted_order
    return order[order.index("glow") :] if "glow" in order else ()


def _covers(held: Skeleton, side: LimbSide, muscle: Muscle, part: str) -> bool:
    """Whether an arm lies before most of a muscle of a trunk or leg that is seen from the side."""
    if held.view != "side" or held.turn or part.endswith("arm"):
        return False
    arm, place = held.arms[side], PLACES[muscle]
    # the front is on the right of the way up a trunk, and on the left of the way down a leg
    left_cm = _TRUNK_CM if part == "torso" else -_THIGH_CM
    left_cm *= (place.inner + place.outer) / 2 * (-1 if place.edge == "front" else 1)
    covered = 0
    for share in _ALONG_A_MUSCLE:
        point, way = _along(held, part, mix(place.from_u, place.to_u, share))
        point += left_of(way) * left_cm
        covered += _from_bone_cm(point, arm.shoulder, arm.elbow) < _UPPER_ARM_CM or (
            _from_bone_cm(point, arm.elbow, arm.tip) < _FOREARM_CM
        )
    return covered > len(_ALONG_A_MUSCLE) / 2


def _hiding_the_glow(illustration: Illustration) -> list[str]:
    """The parts that glow and are painted over it, from back to front."""
    glowing = {part for _, part in _muscles(illustration)}
    return [part for part in _painted_over_the_glow(illustration) if part in glowing]


def _better_order(illustration: Illustration) -> str:
    """The order as a file has it, with the glow where it is seen, and the bands."""
    order: list[str] = list(illustration.painted_order)
    hiding = _hiding_the_glow(illustration)
    if hiding:
        order.remove("glow")
        order.insert(order.index(hiding[-1]) + 1, "glow")
    arm = f"{SIDES[illustration.view][0]}_arm"
    for prop in illustration.props:
        if prop.kind in _BANDS and prop.kind not in order:
            order.insert(order.index(arm) if arm in order else len(order), prop.kind)
    parts = ", ".join(f'"{part}"' for part in order)
    return f"order = [{parts}]"


def _muscles(illustration: Illustration) -> Iterator[tuple[Muscle, str]]:
    """The muscles that glow, each with the part of the body that it lies on."""
    usual = SIDES[illustration.view][0]
    for name in illustration.glow:
        word, _, side = name.partition(":")
        muscle: Muscle = word  # type: ignore[assignment]  # the illustration has checked the name
        yield muscle, _part(muscle, side or usual, illustration.view)


def _part(muscle: Muscle, side: str, view: View) -> str:
    """The part of the body that a muscle lies on."""
    part, _ = _spot(muscle, view)
    return part if part == "torso" else f"{side}_{part}"


def _spot(muscle: Muscle, view: View) -> tuple[str, float]:
    """On which part of the body a muscle's middle is, and how many cm along it."""
    if view == "front" and muscle in _FRONT_SPOTS:
        return _FRONT_SPOTS[muscle]
    place = (FRONT_PLACES if view == "front" else PLACES)[muscle]
    return place.part, (place.from_u + place.to_u) / 2


def _is_framed(illustration: Illustration, point: complex) -> bool:
    if illustration.frame is None:
        return True
    left, bottom, right, top = illustration.frame
    return left < point.real < right and bottom < point.imag < top


def _middle(body: Skeleton, muscle: Muscle, part: str) -> complex:
    """About where a muscle is."""
    return _along(body, part, _spot(muscle, body.view)[1])[0]


def _along(body: Skeleton, part: str, along_cm: float) -> tuple[complex, complex]:
    """A point so far along the bones of a part of the body, and their direction there."""
    if part == "torso":
        joints = [body.hip, body.waist, body.ribs, body.c7, body.atlas]
        lengths = [PELVIS, LUMBAR, THORAX, NECK]
    elif part.endswith("leg"):
        leg = next(leg for side, leg in body.legs.items() if part.startswith(side))
        joints, lengths = [leg.hip, leg.knee, leg.ankle], [THIGH, SHIN]
    else:
        arm = next(arm for side, arm in body.arms.items() if part.startswith(side))
        joints, lengths = [arm.shoulder, arm.elbow, arm.wrist], [UPPER_ARM, FOREARM]
    for begin, end, length in zip(joints, joints[1:], lengths, strict=False):
        if along_cm <= length:
            return begin + (end - begin) * along_cm / length, unit(end - begin)
        along_cm -= length
    return joints[-1], unit(joints[-1] - joints[-2])


def _held_by_nobody(illustration: Illustration, held: Skeleton) -> Iterator[Fault]:
    """Hands that hold nothing, though they reach where they should."""
    for i, (side, hand) in enumerate(zip(held.sides, illustration.hands, strict=True)):
        reaches = held.missing[f"{side}_arm"] < _HELD_CM
        if reaches and hand in _HOLDING and _nearest_cm(illustration, held, side) > _HELD_CM:
            words = f"the {side} hand is “{hand}”, and holds nothing in the hold"
            yield Fault(("hands", i), f"{words}; say where it is by {side}_arm = {{at=...}}")


def _nearest_cm(illustration: Illustration, body: Skeleton, side: LimbSide) -> float:
    """How far a palm is from the nearest other part of the body, or thing."""
    palm = body.arms[side].palm
    bones = [(body.hip, body.ribs), (body.ribs, body.c7), (body.c7, body.atlas)]
    for leg in body.legs.values():
        bones += [(leg.hip, leg.knee), (leg.knee, leg.ankle), (leg.sole(0.0), leg.sole(1.0))]
    for other, arm in body.arms.items():
        if other != side:
            bones += [(arm.shoulder, arm.elbow), (arm.elbow, arm.wrist), (arm.wrist, arm.tip)]
    distances = [_from_bone_cm(palm, *bone) for bone in bones]
    distances.append(abs(palm - body.in_head(1.0, 7.0)) - _HEAD_CM)
    for prop in illustration.props:
        seen = box(prop, illustration.view)
        if seen is not None:
            left, bottom, right, top = seen
            aside = max(left - palm.real, 0.0, palm.real - right)
            above = 0.0 if prop.kind in _TALL else max(bottom - palm.imag, 0.0, palm.imag - top)
            distances.append(abs(complex(aside, above)))
    return min(distances)


def _from_bone_cm(point: complex, begin: complex, end: complex) -> float:
    along = unit(end - begin)
    reach = min(max(0.0, dot(point - begin, along)), abs(end - begin))
    return abs(point - begin - along * reach)


def _in_the_air(illustration: Illustration, held: Skeleton) -> Iterator[Fault]:
    """A body that nothing carries."""
    is_carried = any(prop.kind in _CARRYING for prop in illustration.props)
    if illustration.view == "plan" or illustration.frame is not None or is_carried:
        return
    lies = [held.hip, held.c7, held.atlas, *(leg.knee for leg in held.legs.values())]
    lies += [point for arm in held.arms.values() for point in (arm.elbow, arm.wrist, arm.tip)]
    lies_cm = min(point.imag for point in lies)
    stands_cm = min(leg.sole(share).imag for leg in held.legs.values() for share in (0.0, 1.0))
    highest_cm = _STANDS_CM if illustration.view == "side" else _LIES_CM
    if lies_cm > _LIES_CM and stands_cm > highest_cm:
        key = "hip" if illustration.hold.anchor is None else "anchor"
        lowest = f"its lowest joint is {min(lies_cm, stands_cm):.1f} cm above the floor"
        yield Fault(("hold", key), f"hold: nothing carries the body; {lowest}, which is y = 0")


def _and(names: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
