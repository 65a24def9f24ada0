"""A block prescribes; what it leaves out is the exercise's own."""

from dataclasses import fields

import pytest

from stretchtimer.core.exercise import Dose
from stretchtimer.core.routine import Block, Prescription, Routine
from stretchtimer.core.score import compile_score
from stretchtimer.core.script import Script
from tests.core import made_up

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


def routine(*rounds, **times):
    blocks = tuple(Block(f"e{place}", round=name) for place, name in enumerate(rounds))
    return Routine(format=1, id="r", name="R", block=blocks, rounds=times)


def test_blocks_are_played_in_order():
    assert list(routine("", "", "").played()) == [(0, 1), (1, 1), (2, 1)]


def test_the_blocks_of_a_round_are_played_together_as_often_as_it_says():
    made = routine("", "a", "a", "b", a=2, b=3)
    assert list(made.played()) == [
        *[(0, 1), (1, 1), (2, 1), (1, 2), (2, 2)],
        *[(3, 1), (3, 2), (3, 3)],
    ]


@pytest.mark.parametrize(
    ("rounds", "times", "message"),
    [
        (("a",), {}, "the round “a” of a block is not among"),
        (("a", "", "a"), {"a": 2}, "must stand one after the other"),
        (("",), {"a": 2}, "no block belongs to the round “a”"),
    ],
)
def test_rounds_that_make_no_sense_are_refused(rounds, times, message):
    with pytest.raises(ValueError, match=message):
        routine(*rounds, **times)


def test_an_exercise_is_explained_in_the_first_round_alone():
    blocks = tuple(
        Prescription(made_up.exercise(), made_up.WALL_DOSE, always_explain=True, time=time)
        for time in (1, 2)
    )
    made = compile_score(routine(""), Script("R", blocks, made_up.PHRASES))
    said = [(cue.at_ms, cue.text) for cue in made.cues]
    full = [at_ms for at_ms, text in said if text == made_up.WORDS.setup[1]]
    brief = [at_ms for at_ms, text in said if text == made_up.WORDS.brief]
    assert len(full) == len(brief) == 1
    assert full < brief
    assert made.texts()[0] == "R."
