"""The guess at a line's length, against lines that were really rendered and measured."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.core.spoken_length import estimate_ms

# eSpeak NG 1.51, en-us, 155 words a minute, trimmed: ms
MEASURED = {
    "Halfway.": 653,
    "Ten seconds.": 871,
    "Put the pillow under your head.": 1557,
    "Hold both ends and raise that leg.": 2462,
    "Keep both sit bones heavy and level.": 2633,
    "Rest your right heel on the other, knee straight.": 2714,
    "Done. Both feet down. Sit tall.": 3010,
    "Keep pushing. Tailbone down, breathe.": 3000,
    "Wall hamstring. Forty seconds, six times.": 3668,
    "Sit sideways against the wall, then swing your legs up.": 3677,
    "One of four. Tip from the hips. Reach toward your toes.": 4325,
}


@pytest.mark.parametrize(("line", "measured_ms"), MEASURED.items())
def test_a_guess_is_half_a_second_off_at_most(line, measured_ms):
    assert measured_ms - 450 <= estimate_ms(line, 155) <= measured_ms + 600


def test_the_guesses_lean_to_the_long_side():
    assert sum(estimate_ms(line, 155) for line in MEASURED) > sum(MEASURED.values())


@given(st.text(max_size=200), st.integers(80, 300))
def test_a_slower_voice_takes_longer(line, rate_wpm):
    assert 0 < estimate_ms(line, rate_wpm + 20) < estimate_ms(line, rate_wpm)
