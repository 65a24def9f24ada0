"""What the library shows of a routine or a stretch, and which of them match a wish. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from stretchtimer.core.exercise import Exercise, Place
from stretchtimer.core.trimming import fit_rank

CardKind = Literal["routine", "exercise"]


@dataclass(frozen=True, slots=True)
class LibraryCard:
    """One thing that can be played. `places` is where, `exercise` the one that is pictured.

    `hidden_because` is the answer that hides it, empty where nothing does. `words` is all that a
    search looks in, made by `search_words`.
    """

    kind: CardKind
    id: str
    name: str
    length_s: int
    about: str
    places: frozenset[Place]
    exercise: Exercise
    words: str = field(repr=False)
    hidden_because: str = ""
    cautioned: bool = False


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person looks for; None and an empty text leave everything. `minutes` are at hand."""

    text: str = ""
    kind: CardKind = "routine"
    place: Place | None = None
    minutes: int | None = None


def folded(*parts: str) -> str:
    """Text as a search sees it: no case, no difference between hyphen and space."""
    return " ".join(parts).casefold().replace("-", " ")


def search_words(*parts: str) -> str:
    """Each word of `parts` once, folded: the shorter it is, the faster it is looked through."""
    return " ".join(dict.fromkeys(folded(*parts).split()))


def matching(cards: Iterable[LibraryCard], wish: Wish) -> Sequence[LibraryCard]:
    """The cards that have every word of the wish, the hidden ones last.

    With minutes at hand the best fit is first: what fills them, then what is shorter, then what
    would have to be trimmed, the least first.
    """
    # A pass a wish, each a plain comprehension: ten thousand cards are looked through at each key.
    found = [card for card in cards if card.kind == wish.kind]
    if wish.place is not None:
        found = [card for card in found if wish.place in card.places]
    for word in folded(wish.text).split():
        found = [card for card in found if word in card.words]
    if wish.minutes is not None:
        room_s = wish.minutes * 60
        found.sort(key=lambda card: fit_rank(card.length_s, room_s))
    hidden = [card for card in found if card.hidden_because]
    if hidden:
        found = [card for card in found if not card.hidden_because] + hidden
    return found
