"""The ribbon of a limb where it is strongly bent."""

import itertools
from dataclasses import replace

import pytest

from stretchtimer.core.illustration import Illustration
from stretchtimer.core.pose import LegPose
from stretchtimer.figure.geometry import dot, left_of, unit
from stretchtimer.figure.legs import leg_flesh
from stretchtimer.figure.motion import Moment, posture_at
from stretchtimer.figure.solve import solve
from tests.figure.postures import STANDING

FOLDS_DEG = [fold / 2 for fold in range(140)]


def folded(fold_deg):
    """The thigh of somebody who sits and bends down from upright, the belly nearer to the thigh
    with each degree; its front edge from the waist on.
    """
    hold = replace(
        STANDING,
        hip=(0.0, 54.8),
        trunk=(92.0 - fold_deg * 0.6, 90.0 - fold_deg * 1.2, 88.0 - fold_deg * 1.6),
        near_leg=LegPose(angles=(0.0, -90.0, 0.0)),
    )
    body = solve(posture_at(Illustration("side", hold), Moment(1.0)))
    return leg_flesh(body, "near", lambda point: point).limb


@pytest.mark.parametrize("fold_deg", FOLDS_DEG[::10])
def test_a_waist_bent_onto_its_thigh_leaves_no_notch_in_it(fold_deg):
    limb = folded(fold_deg)
    i = limb.index(15.0)
    outward = left_of(unit(limb.front[i + 1] - limb.front[i]))
    lowest = min(dot(point - limb.front[i], outward) for point in limb.front[:i])
    assert lowest > -4.0


def test_bending_down_nothing_of_a_thigh_jumps():
    moved = [
        max(abs(b - a) for a, b in zip(before.front, after.front, strict=True))
        for before, after in itertools.pairwise(map(folded, FOLDS_DEG))
        if before.us == after.us
    ]
    assert len(moved) > len(FOLDS_DEG) - 4
    assert max(moved) < 1.5
