"""Hands that stay where they lie: a straight arm finds its place once, in the hold."""

from dataclasses import replace
from typing import Any

from stretchtimer.core.illustration import Illustration
from stretchtimer.core.pose import SIDES
from stretchtimer.figure.motion import Moment, posture_at
from stretchtimer.figure.solve import lies_along, place_of, solve

_SHORT_CM = 0.5  # a hand that falls short of where it should be is not planted there


def planted(illustration: Illustration) -> Illustration:
    """The illustration with each straight arm fixed to where its palm is in the hold, if that lies
    on floor, wall or thing and no other pose gives the arm anew.
    """
    view, hold = illustration.view, illustration.hold
    others = (illustration.start, *illustration.then)
    names = {side: f"{side}_arm" for side in SIDES[view]}
    lying = {
        side: name
        for side, name in names.items()
        if hold.arm(side).straight
        and lies_along(hold.arm(side), view) is not None
        and not any(getattr(pose, name) for pose in others)
    }
    if not lying:
        return illustration
    body = solve(posture_at(illustration, Moment(1.0)))
    fixed: dict[str, Any] = {}
    for side, name in lying.items():
        if body.missing[name] < _SHORT_CM:
            place = place_of(hold.arm(side), body.arms[side])
            at = place.real, place.imag
            fixed[name] = replace(hold.arm(side), at=at, straight=False)
    return replace(illustration, hold=replace(hold, **fixed))
