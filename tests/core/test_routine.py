"""A block prescribes; what it leaves out is the exercise's own."""

from dataclasses import fields

import pytest

from stretchtimer.core.exercise import Dose
from stretchtimer.core.routine import Block

OWN = Dose(prepare_s=45, ease_s=5, hold_s=40, release_s=5, reps=6, rest_s=10, sides=2, switch_s=15)


def test_a_block_of_nothing_but_a_name_is_the_exercise_own_dose():
    assert Block("ham-wall").dose(OWN) == OWN


@pytest.mark.parametrize("name", [field.name for field in fields(Dose)])
def test_each_number_is_prescribed_by_itself(name):
    prescribed = Block("ham-wall", **{name: 1}).dose(OWN)
    changed = {field.name for field in fields(Dose) if getattr(prescribed, field.name) == 1}
    assert changed == {name}


def test_nothing_is_a_number_too():
    assert Block("ham-wall", rest_s=0).dose(OWN).rest_s == 0
