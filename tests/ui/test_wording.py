"""What the screen says."""

from dataclasses import replace

import pytest

from stretchtimer.core.events import Pause
from stretchtimer.core.phase import PhaseKind
from stretchtimer.core.progress import progress
from stretchtimer.ui import wording
from tests.core import made_up
from tests.ui.shown import Shown


@pytest.fixture
def shown(qtbot):
    made = Shown()
    qtbot.addWidget(made.window)
    return made


def test_side_and_repetition_are_always_written(shown):
    state = shown.playing("chair-hamstring", "hold", 5)
    assert wording.side_and_rep(progress(state, shown.clock.at_ms)) == "Left leg, 2 of 4"


def test_the_first_side_is_told_in_the_preparation(shown):
    state = shown.playing("chair-hamstring", "prepare")
    assert wording.side_and_rep(progress(state, shown.clock.at_ms)) == "Right leg first"


def test_the_line_follows_the_voice_through_the_preparation(shown):
    setup = shown.library.find_exercise("ham-wall").words.setup
    seen = []
    for into_ms in range(500, 45_000, 1_000):
        state = shown.playing("wall-hamstring", "prepare", into_ms=into_ms)
        line = wording.line_to_do(state, progress(state, shown.clock.at_ms))
        if line not in seen:
            seen.append(line)
    assert tuple(seen) == setup


def test_the_large_word_says_what_is_done():
    hold = made_up.exercise()
    moving = made_up.exercise(kind="drill", figure=replace(made_up.STANDING, cycle_s=4))
    held_drill = made_up.exercise(kind="drill")
    resting = made_up.exercise(kind="rest")
    words = [
        wording.phase_word(PhaseKind.HOLD, each) for each in (hold, moving, held_drill, resting)
    ]
    assert words == ["Hold", "Move", "Hold", "Rest"]
    assert wording.phase_word(PhaseKind.SWITCH, hold) == "Switch sides"
    both_ways = made_up.exercise(kind="drill", limb="direction")
    assert wording.phase_word(PhaseKind.SWITCH, both_ways) == "Other way"


def test_a_pause_is_named(shown):
    state = shown.after(shown.playing("wall-hamstring", "hold"), Pause())
    assert wording.headline(progress(state, shown.clock.at_ms)) == "Paused"


def test_what_comes_next(shown):
    state = shown.playing("wall-hamstring", "hold")
    assert wording.coming_next(progress(state, shown.clock.at_ms)) == "Next: Release, 5 s"
    state = shown.playing("wall-hamstring", "outro")
    assert wording.coming_next(progress(state, shown.clock.at_ms)) == "Then you are done"


def test_a_screen_reader_hears_the_whole_phase(shown):
    state = shown.playing("chair-hamstring", "hold", 5)
    told = wording.spoken_phase(progress(state, shown.clock.at_ms))
    assert told == "Hold, Left leg, 2 of 4, 15 seconds"


@pytest.mark.parametrize(
    ("routine", "dose", "needed"),
    [
        ("wall-hamstring", "6 × 40 s", "You need: wall, mat, pillow."),
        ("chair-hamstring", "4 × 15 s each leg", "You need: two chairs."),
        ("knees-to-chest", "3 exercises", "You need: chair, mat, pillow."),
        ("standing-hamstring", "3 × 10 s", "You need nothing but some room."),
    ],
)
def test_the_gate_says_dose_and_things(shown, routine, dose, needed):
    score = shown.ready(routine).score
    exercises = [block.exercise for block in score.script.blocks]
    assert (wording.dose_text(score), wording.needed_things(exercises)) == (dose, needed)


@pytest.mark.parametrize(("span_ms", "text"), [(415_000, "6:55"), (1, "0:01"), (60_000, "1:00")])
def test_minutes_and_seconds(span_ms, text):
    assert wording.clock_text(span_ms) == text
