"""What is shipped has the tags, regions and places that the safety rules were written for."""

import os
from itertools import combinations
from pathlib import Path

import pytest

from stretchtimer.core.answers import Answer, Answers, LockedError
from stretchtimer.core.fitting import fit
from stretchtimer.core.safety import hidden_by
from stretchtimer.storage.folders import Folders
from stretchtimer.storage.library import load_library
from tests.core.catalogue import EXERCISES

NOBODY = Path("nobody")
LIBRARY = load_library(Folders(data=NOBODY, settings=NOBODY, cache=Path(os.devnull)))


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


def test_no_shipped_routine_ever_plays_what_one_or_two_answers_hide():
    asked = [answer for answer in Answer if answer is not Answer.PAIN]
    for codes in (*combinations(asked, 1), *combinations(asked, 2)):
        answers = Answers(frozenset(codes))
        for routine in LIBRARY.routines.values():
            try:
                fitted = fit(LIBRARY.prescriptions(routine), answers, LIBRARY.exercises)
            except LockedError:
                continue
            assert fitted.blocks
            assert not any(hidden_by(block.exercise, answers) for block in fitted.blocks)
