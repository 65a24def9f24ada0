"""Which routine fits a break: the minutes, the place, and what has been left out longest."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

# Lying down in the middle of work is asked of nobody for less than this.
_FLOOR_FROM_S = 240
# A routine may be so much longer or shorter than the break and still fit.
_SHORTEST, _LONGEST = 0.4, 1.5


@dataclass(frozen=True, slots=True)
class Candidate:
    """A routine that this person may do: its length in seconds, where, and what it stretches."""

    id: str
    length_s: int
    places: frozenset[str]
    regions: frozenset[str]


def fitting(
    candidates: Iterable[Candidate], length_s: int, last_held: Mapping[str, date]
) -> Candidate | None:
    """The candidate for a break of `length_s` seconds; None where there is none at all.

    `last_held` tells when each region was last stretched; one that never was comes first. Of those
    that fit, the one whose most neglected region has waited longest is taken, so they rotate.
    """
    possible = [one for one in candidates if length_s >= _FLOOR_FROM_S or "floor" not in one.places]
    fit = [one for one in possible if _SHORTEST * length_s <= one.length_s <= _LONGEST * length_s]
    if not fit:
        return min(possible, key=lambda one: (abs(one.length_s - length_s), one.id), default=None)

    def waited_since(one: Candidate) -> tuple[date, int, str]:
        held = (last_held.get(region, date.min) for region in one.regions)
        return min(held, default=date.max), abs(one.length_s - length_s), one.id

    return min(fit, key=waited_since)
