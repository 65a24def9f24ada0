"""What the screen after a session says of how it ended. Pure."""

from dataclasses import dataclass

from stretchtimer.core.events import Ending
from stretchtimer.core.exercise import Exercise
from stretchtimer.core.player_state import PlayerState
from stretchtimer.core.progress import progress
from stretchtimer.ui.wording import clock_text


@dataclass(frozen=True, slots=True)
class SessionEnd:
    """How a session ended: a heading, a line, and what to heed.

    `exercises` are those that were met, in order; `hurt` is set where one hurt.
    """

    heading: str
    line: str
    exercises: tuple[Exercise, ...]
    heed: tuple[str, ...] = ()
    hurt: Exercise | None = None


def session_end(state: PlayerState) -> SessionEnd:
    """How the session that stands at `state` ended."""
    script = state.score.script
    here = progress(state, state.seen_ms)
    last_block = here.phase.block
    met = script.blocks if last_block is None else script.blocks[: last_block + 1]
    exercises = tuple({block.exercise.id: block.exercise for block in met}.values())
    if state.ending is Ending.HURTS:
        signs = here.exercise.safety.stop_signs
        return SessionEnd(
            script.phrases.stop,
            f"{here.exercise.name} stops here.",
            exercises,
            heed=signs,
            hurt=here.exercise,
        )
    if state.ending is Ending.STOPPED:
        return SessionEnd("Stopped", "What you held so far is kept.", exercises)
    total = clock_text(state.score.total_ms)
    done = here.exercise.words.done
    return SessionEnd("Done", f"{script.title}, {total} min. {done}".strip(), exercises)
