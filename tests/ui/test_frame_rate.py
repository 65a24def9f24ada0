"""When a picture is due."""

import pytest

from stretchtimer.core.events import Pause, Resume, Stop
from stretchtimer.core.progress import progress
from stretchtimer.ui.frame_rate import (
    BREATHING_MS,
    MOVING_MS,
    has_time_to_prepare,
    next_frame_ms,
)
from tests.ui.shown import Shown


@pytest.fixture
def shown(qtbot):
    made = Shown()
    qtbot.addWidget(made.window)
    return made


def due_ms(shown, state, *, reduced_motion=False):
    return next_frame_ms(progress(state, shown.clock.at_ms), reduced_motion=reduced_motion)


@pytest.mark.parametrize(
    ("kind", "frame_ms"),
    [("ease", MOVING_MS), ("release", MOVING_MS), ("hold", BREATHING_MS), ("rest", BREATHING_MS)],
)
def test_moving_is_drawn_more_often_than_breathing(shown, kind, frame_ms):
    assert due_ms(shown, shown.playing("wall-hamstring", kind)) == frame_ms


def test_a_picture_is_due_when_the_digits_change(shown):
    state = shown.playing("wall-hamstring", "hold", into_ms=1_990)
    assert due_ms(shown, state) == 10


def test_with_less_motion_only_the_digits_change(shown):
    state = shown.playing("wall-hamstring", "ease", into_ms=1_600)
    assert due_ms(shown, state, reduced_motion=True) == 400


def test_nothing_is_due_when_nothing_moves(shown):
    held = shown.playing("wall-hamstring", "hold")
    assert due_ms(shown, shown.ready()) is None
    assert due_ms(shown, shown.after(held, Pause())) is None
    assert due_ms(shown, shown.after(held, Stop())) is None


def test_the_lead_in_counts_by_seconds(shown):
    state = shown.after(shown.playing("wall-hamstring", "hold"), Pause(), Resume())
    assert 0 < due_ms(shown, state) <= 1_000


@pytest.mark.parametrize(
    ("kind", "has_time"),
    [("prepare", True), ("rest", True), ("switch", True), ("ease", False), ("hold", False)],
)
def test_a_movement_is_prepared_while_nothing_moves(shown, kind, has_time):
    seen = progress(shown.playing("chair-hamstring", kind), shown.clock.at_ms)
    assert has_time_to_prepare(seen, reduced_motion=False) is has_time
    assert not has_time_to_prepare(seen, reduced_motion=True)
