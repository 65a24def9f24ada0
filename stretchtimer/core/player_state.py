"""Where a session stands: what the player changes, and what screens show and sessions wait for."""

from collections.abc import Iterator
from dataclasses import dataclass

from stretchtimer.core.cues import Cue, LeadIn
from stretchtimer.core.events import Ending, Mode
from stretchtimer.core.score import Score
from stretchtimer.core.wish import Role


@dataclass(frozen=True, slots=True)
class PlayerState:
    """Where the session stands.

    The score's position was `position_ms` when the clock showed `anchor_ms`; it moves on from there
    only while playing. `seen_ms` is the clock at the last event. `fired` holds the keys of the cues
    already fired in the phase `phase`. `ahead_ms` is how early cues are fired, for an output of
    that latency; after a start or a jump the anchor lies so far in the future, so that the first
    cue too is heard at its moment. `voiced` is what was said or sounded last, unless silenced.
    """

    score: Score
    mode: Mode = Mode.READY
    position_ms: int = 0
    anchor_ms: int = 0
    seen_ms: int = 0
    phase: int = 0
    ahead_ms: int = 0
    voiced: "Voiced | None" = None
    fired: frozenset[tuple[int, Role, int]] = frozenset()
    lead_in: LeadIn | None = None
    ending: Ending | None = None

    def position_at(self, now_ms: int) -> int:
        """Position in the score, ms, at the clock's `now_ms`."""
        if self.mode is not Mode.PLAYING:
            return self.position_ms
        return min(max(self.position_ms, self.running_at(now_ms)), self.score.total_ms)

    def running_at(self, now_ms: int) -> int:
        """The same while playing, not held up by the anchor or the end: what cues are fired by."""
        return self.position_ms + now_ms - self.anchor_ms


@dataclass(frozen=True, slots=True)
class Voiced:
    """What has the word: in which phase, and until the clock shows what."""

    phase: int
    until_ms: int


def near_cues(state: PlayerState) -> tuple[Cue, ...]:
    """The current phase's cues, and those of the next, which may be fired ahead of it."""
    return state.score.cues_in(state.phase) + state.score.cues_in(state.phase + 1)


def waiting_cues(state: PlayerState) -> Iterator[Cue]:
    """Near cues that are still to come, in order of time."""
    return (cue for cue in near_cues(state) if cue.key not in state.fired)


def next_deadline_ms(state: PlayerState) -> int | None:
    """The clock's time at which a Tick has something to do; None while nothing runs."""
    if state.mode is Mode.LEAD_IN and state.lead_in is not None:
        waiting = [cue.at_ms for cue in state.lead_in.cues if cue.key not in state.fired]
        return state.anchor_ms - state.ahead_ms + min([*waiting, state.lead_in.length_ms])
    if state.mode is not Mode.PLAYING:
        return None
    next_ms = state.score.phases[state.phase].end_ms
    cue = next(waiting_cues(state), None)
    if cue is not None:
        next_ms = min(next_ms, cue.at_ms - state.ahead_ms)
    return state.anchor_ms + next_ms - state.position_ms
