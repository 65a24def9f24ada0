"""What matches a wish: every word, place and kind; the best fit first, the hidden ones last."""

from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.ui.library_cards import LibraryCard, Wish, folded, matching, search_words
from tests.core.made_up import exercise

EXERCISE = exercise()
PLACES = ("desk", "standing", "floor")
cards = st.lists(
    st.builds(
        lambda kind, words, length_s, places, hidden: LibraryCard(
            kind,
            words,
            words,
            length_s,
            "",
            frozenset(places),
            EXERCISE,
            search_words(words),
            hidden_because=hidden,
        ),
        st.sampled_from(["routine", "exercise"]),
        st.text("abAB- ", max_size=12),
        st.integers(10, 2_000),
        st.sets(st.sampled_from(PLACES), min_size=1),
        st.sampled_from(["", "", "Hidden because of that."]),
    ),
    max_size=30,
)
wishes = st.builds(
    Wish,
    st.text("abAB- ", max_size=6),
    st.sampled_from(["routine", "exercise"]),
    st.sampled_from([None, *PLACES]),
    st.sampled_from([None, 2, 4, 7]),
)


@given(cards, wishes)
def test_exactly_those_are_found_that_have_all_of_it(all_cards, wish):
    def fits(card):
        in_place = wish.place is None or wish.place in card.places
        return (
            card.kind == wish.kind
            and in_place
            and all(word in card.words for word in folded(wish.text).split())
        )

    assert {id(card) for card in matching(all_cards, wish)} == {
        id(card) for card in all_cards if fits(card)
    }


@given(cards, wishes)
def test_what_is_hidden_comes_last(all_cards, wish):
    hidden = [bool(card.hidden_because) for card in matching(all_cards, wish)]
    assert hidden == sorted(hidden)


@given(cards, st.integers(1, 30))
def test_what_fills_the_minutes_comes_first_and_what_is_longer_last(all_cards, minutes):
    shown = [c for c in matching(all_cards, Wish(minutes=minutes)) if not c.hidden_because]
    fits = [card.length_s for card in shown if card.length_s <= minutes * 60]
    longer = [card.length_s for card in shown if card.length_s > minutes * 60]
    assert [card.length_s for card in shown] == fits + longer
    assert fits == sorted(fits, reverse=True)
    assert longer == sorted(longer)


def test_case_and_hyphens_make_no_difference():
    assert search_words("Half-kneeling Hip", "hip flexor") == "half kneeling hip flexor"
