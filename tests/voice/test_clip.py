"""Clips are trimmed and measured; no file, however broken, gets through or breaks anything."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.voice.clip import (
    LEAD_MS,
    LONGEST_MS,
    TAIL_MS,
    BadClipError,
    read_clip,
    trim_clip,
)
from tests.voice.sounds import samples_of, tone, wav

RATES_HZ = st.sampled_from([8_000, 16_000, 22_050, 44_100])


def test_silence_around_the_sound_goes():
    silence = [0] * 22_050
    trimmed = trim_clip(wav(silence + tone(300) + silence))
    assert trimmed.length_ms == pytest.approx(300 + LEAD_MS + TAIL_MS, abs=2)
    assert read_clip(trimmed.wav) == trimmed


@given(st.lists(st.integers(-32_768, 32_767), max_size=400), RATES_HZ, st.integers(0, 3_000))
def test_no_loud_sample_is_lost_and_no_silence_kept(samples, rate_hz, silent):
    padded = [0] * silent + samples + [0] * silent
    loud = [sample for sample in padded if abs(sample) > 260]
    content = wav(padded, rate_hz)
    if not loud:
        with pytest.raises(BadClipError):
            trim_clip(content)
        return
    trimmed = trim_clip(content)
    kept = list(samples_of(trimmed.wav))
    assert [sample for sample in kept if abs(sample) > 260] == loud
    before = next(i for i, sample in enumerate(kept) if abs(sample) > 260)
    after = next(i for i, sample in enumerate(reversed(kept)) if abs(sample) > 260)
    assert before <= rate_hz * LEAD_MS // 1000
    assert after <= rate_hz * TAIL_MS // 1000
    assert trimmed.length_ms == -(-len(kept) * 1000 // rate_hz)
    assert trim_clip(trimmed.wav) == trimmed


@given(st.binary(max_size=300), st.integers(0, 120))
def test_garbage_is_refused_whatever_it_is(garbage, kept):
    for content in (garbage, wav(tone(50))[:kept] + garbage):
        try:
            trim_clip(content)
        except BadClipError:
            continue


def test_two_channels_become_one():
    both = [sample for sample in tone(100) for _ in range(2)]
    assert trim_clip(wav(both, channels=2)) == trim_clip(wav(tone(100)))


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "no sound file"),
        (wav([]), "empty"),
        (wav([0] * 9_000), "silence"),
        (wav([9_999] * (8 * (LONGEST_MS + 1)), 8_000), "longer than 60 s"),
        (wav(tone(9), width=1), "not 16-bit"),
        (wav(tone(9), rate_hz=200), "not 16-bit"),
    ],
)
def test_what_is_no_clip_says_why(content, why):
    with pytest.raises(BadClipError, match=why):
        trim_clip(content)
