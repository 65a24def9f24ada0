"""Where a jump leads to: the index of a phase, for skipping an exercise, going back, repeating."""

from stretchtimer.core.phase import PhaseKind
from stretchtimer.core.player_state import PlayerState

_AGAIN_WITHIN_MS = 2_000  # Back this soon after a phase began means the one before


def after_block(state: PlayerState) -> int:
    """Where the next block begins, or the outro; past the last phase where nothing follows."""
    phases = state.score.phases
    block = phases[state.phase].block
    for index in range(state.phase + 1, len(phases)):
        if phases[index].block != block:
            return index
    return len(phases)


def back_to(state: PlayerState, now_ms: int) -> int:
    """The phase's own beginning, or where it has only just begun, that of the one before."""
    into_ms = state.position_at(now_ms) - state.score.phases[state.phase].at_ms
    return state.phase if into_ms > _AGAIN_WITHIN_MS else max(0, state.phase - 1)


def rep_begins(state: PlayerState) -> int:
    """Where the repetition begins that runs or has just run; the phase's own start outside of
    one."""
    phases = state.score.phases
    index = state.phase
    if phases[index].kind is PhaseKind.PREPARE:
        return index
    while index > 0 and phases[index].rep is None:
        index -= 1
    here = phases[index]
    if here.rep is None:
        return state.phase
    while index > 0:
        before = phases[index - 1]
        if (before.block, before.side, before.rep) != (here.block, here.side, here.rep):
            break
        index -= 1
    return index
