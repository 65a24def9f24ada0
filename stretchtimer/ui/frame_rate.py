"""How often a screen has to be drawn anew. Pure."""

from stretchtimer.core.events import Mode
from stretchtimer.core.phase import PhaseKind
from stretchtimer.core.progress import Progress

MOVING_MS = 33
BREATHING_MS = 66


def next_frame_ms(seen: Progress, *, reduced_motion: bool) -> int | None:
    """Time to the next picture in ms of the session's clock; None when nothing moves.

    A picture is always due when the digits change.
    """
    if seen.mode is Mode.LEAD_IN:
        return _to_next_second(seen.lead_in_ms)
    if seen.mode is not Mode.PLAYING:
        return None
    second_ms = _to_next_second(seen.remaining_ms)
    if reduced_motion:
        return second_ms
    moves = seen.phase.kind in (PhaseKind.EASE, PhaseKind.RELEASE) or (
        seen.phase.kind is PhaseKind.HOLD and seen.exercise.kind == "drill"
    )
    return min(MOVING_MS if moves else BREATHING_MS, second_ms)


def has_time_to_prepare(seen: Progress, *, reduced_motion: bool) -> bool:
    """Whether the figure only breathes before it will move."""
    quiet = (PhaseKind.INTRO, PhaseKind.PREPARE, PhaseKind.REST, PhaseKind.SWITCH)
    return seen.mode is Mode.PLAYING and seen.phase.kind in quiet and not reduced_motion


def _to_next_second(remaining_ms: int) -> int:
    """Digits count begun seconds, so they change when a whole number of seconds is left."""
    return remaining_ms % 1000 or 1000
