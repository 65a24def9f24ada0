"""Words that do not fit name the number that would give them room."""

from hypothesis import given

from stretchtimer.core.exercise import Dose
from stretchtimer.core.room import no_room
from tests.core import made_up


def test_a_rest_too_short_for_its_line_is_offered_the_seconds_it_needs():
    dose = Dose(
        prepare_s=60, ease_s=8, hold_s=30, release_s=8, reps=2, rest_s=30, sides=2, switch_s=2
    )
    (found,) = no_room(made_up.score(dose), [7])
    assert (found.position, found.field) == (7, "switch_s")
    assert "does not fit the 2 s switch" in found.reason
    mended = made_up.score(Dose(60, 8, 30, 8, 2, 30, 2, found.seconds))
    assert no_room(mended, [7]) == ()


def test_where_all_is_said_nothing_is_offered():
    assert no_room(made_up.score(made_up.WALL_DOSE), [0]) == ()


@given(made_up.scores)
def test_each_offer_is_longer_than_what_is(made):
    positions = range(len(made.script.blocks))
    for one in no_room(made, positions):
        assert one.reason
        if one.position is None:
            continue
        assert one.seconds > getattr(made.script.blocks[one.position].dose, one.field)
