"""What the gates before and after a session say. Pure."""

from stretchtimer.core.events import Ending
from stretchtimer.core.player import PlayerState
from stretchtimer.core.progress import progress
from stretchtimer.ui.text_column import Paragraph, lead, title
from stretchtimer.ui.theme import TITLE_PX
from stretchtimer.ui.wording import clock_text


def end_paragraphs(state: PlayerState) -> list[Paragraph]:
    """What to know when a session is over."""
    exercise = progress(state, state.seen_ms).exercise
    if state.ending is Ending.HURTS:
        signs = [Paragraph(f"•  {sign}") for sign in exercise.safety.stop_signs]
        if signs:
            signs.insert(0, Paragraph("Leave this stretch out if you notice:", strong=True))
        return [Paragraph(state.score.script.phrases.stop, TITLE_PX, strong=True), *signs]
    if state.ending is Ending.STOPPED:
        return [title("Stopped"), lead("What you held so far is kept.")]
    total = clock_text(state.score.total_ms)
    farewell = [Paragraph(exercise.words.done, soft=True)] if exercise.words.done else []
    return [title("Done"), lead(f"{state.score.script.title}, {total} min."), *farewell]
