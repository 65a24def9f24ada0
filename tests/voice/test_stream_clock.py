"""Reports jitter, cards drift, streams slip: the moment of a frame stays true."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.voice.stream_clock import StreamClock

RATE_HZ = 22_050
SEED = random.Random(1)  # noqa: S311  # a game of chance, not a secret


def reported(seconds, rng, *, jitter_s=0.003, drift=0.0, slip_at_s=None, slip_s=0.0):
    """The clock after reports every 0.15 s, the last frame, and when that is truly heard."""
    clock = StreamClock(RATE_HZ)
    begin_s = 1_000.0
    heard_s = begin_s
    for number in range(int(seconds / 0.15)):
        at_s = number * 0.15
        slipped_s = slip_s if slip_at_s is not None and at_s >= slip_at_s else 0.0
        heard_s = begin_s + at_s * (1 + drift) + slipped_s
        clock.report(round(at_s * RATE_HZ), heard_s + rng.uniform(-jitter_s, jitter_s))
    return clock, round(at_s * RATE_HZ), heard_s


@given(st.randoms(use_true_random=False))
def test_jitter_is_smoothed(rng):
    clock, frame, heard_s = reported(30, rng)
    assert abs(clock.frame_at(heard_s) - frame) <= 0.0022 * RATE_HZ


@pytest.mark.parametrize("drift", [-1e-4, 1e-4])
def test_a_drifting_card_is_followed(drift):
    clock, frame, heard_s = reported(1_200, SEED, drift=drift)
    assert abs(clock.frame_at(heard_s) - frame) <= 0.0022 * RATE_HZ


@pytest.mark.parametrize("slip_s", [0.02, 0.3])
def test_a_slip_is_followed_within_a_second(slip_s):
    clock, frame, heard_s = reported(20, SEED, slip_at_s=18.9, slip_s=slip_s, jitter_s=0.001)
    assert abs(clock.frame_at(heard_s) - frame) <= 0.003 * RATE_HZ


def test_one_odd_report_moves_nothing():
    clock, frame, heard_s = reported(20, SEED, jitter_s=0.0)
    clock.report(frame, heard_s + 0.1)
    assert abs(clock.frame_at(heard_s) - frame) <= 0.0011 * RATE_HZ


def test_before_any_report_all_is_heard_first():
    assert StreamClock(RATE_HZ).frame_at(5.0) == 0
