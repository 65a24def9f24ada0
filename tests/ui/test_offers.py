"""What the routine screen says of a routine before it is started is what is played."""

from datetime import date

import pytest

from stretchtimer.app import OwnDose, compose_score
from stretchtimer.core.hold_times import HoldTimes
from stretchtimer.core.screening import QUESTIONS, Screening
from stretchtimer.window_app.belongings import read_belongings
from stretchtimer.window_app.offers import routine_offer

OWN_DOSES = [OwnDose(), OwnDose(minutes=4), OwnDose(hold_s=7, reps=2)]
LONGER = HoldTimes().scaled(150)


@pytest.fixture
def belongings():
    made = read_belongings()
    yield made
    made.home.history.close()


@pytest.mark.parametrize("own", OWN_DOSES, ids=str)
@pytest.mark.parametrize("careful", ["", "low-back-pain", "floor", "pregnancy"])
def test_the_total_with_holds_that_are_not_kept_yet_is_what_they_come_to(belongings, own, careful):
    home, library = belongings.home, belongings.library
    replies = {one.id: one.careful for one in QUESTIONS if one.id == careful}
    assert len(replies) == bool(careful)
    home.coach.keep_screening(Screening(date(2026, 3, 1), replies))
    for routine in library.routines.values():
        offer = routine_offer(home, library, routine, own)
        if not offer.locked:
            shown_s = offer.total_s(LONGER)
            home.hold_times.write(routine.id, LONGER)
            assert compose_score(home, library, routine, own).total_ms == shown_s * 1000


def test_a_dose_out_of_bounds_is_told_and_not_played(belongings):
    routine = belongings.library.routines["wall-hamstring"]
    offer = routine_offer(belongings.home, belongings.library, routine, OwnDose(hold_s=0))
    assert offer.locked.startswith("That dose cannot be played: a hold lasts from 1")
