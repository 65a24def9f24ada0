"""Where words find no room in a routine that is being edited, and what would give it to them.

Only times around the holds are offered: a hold is a dose, and not lengthened for the sake of words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from stretchtimer.core.cues import plan_phase
from stretchtimer.core.phase import PhaseKind
from stretchtimer.core.score import Score

_FIELDS = {
    PhaseKind.INTRO: "intro_s",
    PhaseKind.PREPARE: "prepare_s",
    PhaseKind.EASE: "ease_s",
    PhaseKind.RELEASE: "release_s",
    PhaseKind.REST: "rest_s",
    PhaseKind.SWITCH: "switch_s",
    PhaseKind.OUTRO: "outro_s",
}
_AT_MOST_LONGER_S = 20


@dataclass(frozen=True, slots=True)
class NoRoom:
    """Words that do not fit: what is wrong in plain words, and the number that would mend it.

    `position` is the block's in the routine, None in intro and outro; `field` is what of it to
    set to `seconds`.
    """

    reason: str
    text: str
    position: int | None
    field: str
    seconds: int


def no_room(score: Score, positions: Sequence[int]) -> tuple[NoRoom, ...]:
    """One for each number that is too small; `positions` are the score's blocks in the routine."""
    found: dict[tuple[int | None, str], NoRoom] = {}
    for index in range(len(score.phases)):
        for one in _in_phase(score, index, positions):
            other = found.get((one.position, one.field))
            if other is None or other.seconds < one.seconds:
                found[one.position, one.field] = one
    return tuple(found.values())


def _in_phase(score: Score, index: int, positions: Sequence[int]) -> Iterator[NoRoom]:
    phase = score.phases[index]
    name = _FIELDS.get(phase.kind)
    missing = [drop for drop in score.dropped_in(index) if drop.text]
    if name is None or not missing:
        return
    position = None if phase.block is None else positions[phase.block]
    for longer_s in range(1, _AT_MOST_LONGER_S + 1):
        seconds = phase.length_ms // 1000 + longer_s
        left = _without_room(score, index, seconds * 1000)
        fitting = [drop for drop in missing if drop.text not in left]
        for drop in fitting:
            yield NoRoom(drop.reason, drop.text, position, name, seconds)
        missing = [drop for drop in missing if drop.text in left]
        if not missing:
            return


def _without_room(score: Score, index: int, length_ms: int) -> frozenset[str]:
    """The words of one phase that would find no room if it were so long."""
    phases = [*score.phases]  # none looks at those after it, so they need not move along
    phases[index] = replace(phases[index], length_ms=length_ms)
    _, dropped = plan_phase(phases, index, score.script)
    return frozenset(drop.text for drop in dropped)
