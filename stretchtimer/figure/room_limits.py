"""Floor, wall and seats that a body cannot go through, told to the author of a picture."""

from collections.abc import Iterator

from stretchtimer.core.illustration import Illustration
from stretchtimer.core.pose import ArmPose
from stretchtimer.figure.joint_limits import Found
from stretchtimer.figure.props import (
    FRONT_MAT_Y,
    SEATS,
    lowest_floor_y,
    room_ends,
    seat_height,
    seat_width,
)
from stretchtimer.figure.skeleton import Posture, Skeleton

_THROUGH_CM = 1.0  # what flesh may sink in
_LOWEST_HIP_CM = 8.0  # lying and sitting it is some 10.8; below, there is no room for flesh
_LOWEST_ON_A_SEAT_CM, _SUNK_CM = 7.0, 15.0  # there some 9.8; and how deep it can be by mistake
_CROWN_CM = 15.0


class Room:
    """What stands round the body of an illustration."""

    def __init__(self, illustration: Illustration) -> None:
        props = illustration.props
        self._left, self._right = room_ends(props)
        self._is_front = illustration.view == "front"
        self._floor_y = lowest_floor_y(props, illustration.view)
        self._seats = [prop for prop in props if prop.kind in SEATS]

    def hip_outside(self, body: Skeleton) -> str:
        """What is wrong with a hip outside of the room, from which all else follows; or nothing."""
        if body.view == "plan":
            return ""
        low_cm = self._floor_y - body.hip.imag
        if low_cm > _THROUGH_CM:
            return f"the hip is {low_cm:.1f} cm below the floor"
        words = self._inside_a_wall(body.hip, "the hip is")
        if words:
            ends, other = ("right", "left") if body.hip.real > self._right else ("left", "right")
            return (
                f"{words}, which ends the room on the {ends}: the body is to the {other} of its x"
            )
        return ""

    def faults(self, body: Skeleton, posture: Posture) -> Iterator[Found]:
        """What goes through something; of a limb what does so the most."""
        if body.view == "side":
            yield from self._sunk(body)
        if body.view != "plan":
            yield from self._through(body, posture)

    def _sunk(self, body: Skeleton) -> Iterator[Found]:
        """A hip that leaves no room for its flesh above the floor or the seat."""
        above_cm = body.hip.imag
        if above_cm < _LOWEST_HIP_CM:
            words = f"the hip is {above_cm:.1f} cm above the floor"
            yield "hip", f"{words}; lying or sitting there it is 10.8"
        thigh = body.legs["near"].knee - body.hip
        if abs(thigh.imag) >= thigh.real:  # who kneels or stands is before the seat
            return
        for seat in self._seats:
            above_cm = body.hip.imag - seat_height(seat)
            is_over = abs(body.hip.real - seat.x) < seat_width(seat) / 2
            if is_over and -_SUNK_CM < above_cm < _LOWEST_ON_A_SEAT_CM:
                words = f"the hip is {above_cm:.1f} cm above the seat; sitting on it it is 9.8"
                yield "hip", f"{words}, at y = {seat_height(seat) + 9.8:g}"

    def _through(self, body: Skeleton, posture: Posture) -> Iterator[Found]:
        for part, points in _named_points(body).items():
            name, low = min(points.items(), key=lambda point: point[1].imag)
            if low.imag < self._floor_y - _THROUGH_CM:
                words = f"the {name} {_is(name)} {self._floor_y - low.imag:.1f} cm below the floor"
                yield part, words + (_turned_elbow(posture, name) or self._on_a_mat(low))
            name, far = max(points.items(), key=lambda point: self._beyond_cm(point[1]))
            words = self._inside_a_wall(far, f"the {name} {_is(name)}")
            if words:
                yield part, words + _turned_elbow(posture, name)

    def _beyond_cm(self, point: complex) -> float:
        """How far a point is beyond the nearer wall; below 0 it is in the room."""
        return max(point.real - self._right, self._left - point.real)

    def _inside_a_wall(self, point: complex, what_is: str) -> str:
        beyond_cm = self._beyond_cm(point)
        return f"{what_is} {beyond_cm:.1f} cm inside the wall" if beyond_cm > _THROUGH_CM else ""

    def _on_a_mat(self, point: complex) -> str:
        """Advice for a point that would be before us on a mat, if there were one."""
        lowest_y = FRONT_MAT_Y[0]
        if self._floor_y == lowest_y or not self._is_front or point.imag < lowest_y - _THROUGH_CM:
            return ""
        return f"; on a mat it may be, which comes towards us down to y = {lowest_y:g}"


def _is(name: str) -> str:
    return "are" if name.endswith("toes") else "is"


def _turned_elbow(posture: Posture, name: str) -> str:
    """Advice for an elbow that follows from where the hand is."""
    for side, arm in posture.arms.items():
        if name == f"{side} elbow" and isinstance(arm, ArmPose) and arm.at is not None:
            return f"; bend = {-arm.bend} turns it to the other side"
    return ""


def _named_points(body: Skeleton) -> dict[str, dict[str, complex]]:
    """The joints of each part of a pose, by their names."""
    points = {
        "neck": {"neck": body.c7},
        "head": {"head": body.in_head(0.0, _CROWN_CM)},
    }
    for side, leg in body.legs.items():
        points[f"{side}_leg"] = {
            f"{side} heel": leg.sole(0.0),
            f"{side} toes": leg.sole(1.0),
            f"{side} ankle": leg.ankle,
            f"{side} knee": leg.knee,
        }
    for side, arm in body.arms.items():
        points[f"{side}_arm"] = {
            f"{side} hand": arm.tip,
            f"{side} wrist": arm.wrist,
            f"{side} elbow": arm.elbow,
        }
    return points
