"""What is shipped has the tags, regions and places that the safety rules were written for."""

import pytest

from stretchtimer.core.answers import Answer, Answers, LockedError
from stretchtimer.core.fitting import fit
from stretchtimer.core.safety import hidden_by
from tests.core.catalogue import EXERCISES
from tests.shipped import LIBRARY


@pytest.mark.parametrize("name", list(LIBRARY.exercises))
def test_a_shipped_exercise_is_what_the_rules_take_it_for(name):
    shipped, table = LIBRARY.exercises[name], EXERCISES[name]
    assert (shipped.code, shipped.region, shipped.kind, shipped.place) == (
        table.code,
        table.region,
        table.kind,
        table.place,
    )
    assert set(shipped.safety.tags) == set(table.safety.tags)
    assert shipped.safety.gentler in {*EXERCISES, ""}


def test_no_shipped_routine_ever_plays_what_an_answer_hides():
    """One answer at a time: what several do together is tried with the rules themselves."""
    for answer in Answer:
        answers = Answers(frozenset({answer}))
        for routine in LIBRARY.routines.values():
            try:
                fitted = fit(LIBRARY.prescriptions(routine), answers, LIBRARY.exercises)
            except LockedError:
                continue
            assert fitted.blocks
            assert not any(hidden_by(block.exercise, answers) for block in fitted.blocks)
