"""Every clip is heard at its frame, whole, once; hushed ones fade and are gone."""

import array
import itertools

from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.voice.mixer import FADE_FRAMES, RATE_HZ, Mixer, at_stream_rate
from tests.examples import examples

block_lengths = st.lists(st.integers(1, 400), min_size=1, max_size=30)
clips = st.lists(
    st.tuples(st.integers(0, 3_000), st.integers(1, 800), st.sampled_from([0.25, 0.5, 1.0])),
    max_size=6,
)


def level(length, value=8_000):
    return array.array("h", [value] * length)


def mixed(mixer, counts, begin=0):
    """One stretch after the other, as a stream asks for them."""
    heard = array.array("h")
    for count in counts:
        heard.frombytes(mixer.mix(begin, count))
        begin += count
        mixer.forget(begin)
    return heard


@examples(60)
@given(clips, block_lengths)
def test_whatever_the_blocks_every_clip_is_at_its_frame(plan, counts):
    mixer = Mixer()
    expected = [0] * sum(counts)
    for number, (at, length, volume) in enumerate(plan):
        mixer.load(str(number), level(length, 4_000))
        mixer.play(str(number), volume, at)
        for frame in range(at, min(at + length, len(expected))):
            expected[frame] += round(4_000 * volume)
    assert list(mixed(mixer, counts)) == expected
    over = all(at + length <= len(expected) for at, length, _ in plan)
    assert (mixer._playing == []) == over


@given(clips, st.integers(0, 3_000), st.integers(1, 2_000))
def test_a_stretch_can_be_mixed_again(plan, begin, count):
    mixer = Mixer()
    for number, (at, length, volume) in enumerate(plan):
        mixer.load(str(number), level(length, 4_000))
        mixer.play(str(number), volume, at)
    whole = mixer.mix(0, 6_000)
    assert mixer.mix(begin, count) == whole[2 * begin : 2 * (begin + count)]


def test_sounds_together_do_not_wrap_around():
    mixer = Mixer()
    mixer.load("a", level(10, 30_000))
    mixer.load("b", level(10, -30_000))
    for begin, name, twice in ((0, "a", 32_767), (10, "b", -32_768)):
        mixer.play(name, 1.0, begin)
        mixer.play(name, 1.0, begin)
        assert list(mixed(mixer, [10], begin)) == [twice] * 10


def test_an_unknown_name_is_silence():
    mixer = Mixer()
    mixer.play("nothing", 1.0, 0)
    assert mixer._playing == []


@given(st.integers(1, 700), block_lengths)
def test_hushed_it_fades_without_a_jump_and_is_gone(heard, counts):
    mixer = Mixer()
    mixer.load("a", level(100_000))
    mixer.load("later", level(100))
    mixer.play("a", 1.0, 0)
    mixer.play("later", 1.0, heard)
    mixer.hush(heard)
    whole = mixed(mixer, [heard, *counts, 2 * FADE_FRAMES])
    assert list(whole[:heard]) == [8_000] * heard
    assert all(abs(b - a) <= 8_000 // FADE_FRAMES + 1 for a, b in itertools.pairwise(whole))
    assert not any(whole[heard + FADE_FRAMES :])
    assert mixer._playing == []


def test_a_hush_while_fading_does_not_begin_anew():
    mixer = Mixer()
    mixer.load("a", level(100_000))
    mixer.play("a", 1.0, 0)
    mixer.hush(10)
    mixer.hush(10 + FADE_FRAMES // 2)
    mixed(mixer, [10 + FADE_FRAMES])
    assert mixer._playing == []


def test_an_earlier_hush_goes_before_a_later_one():
    mixer = Mixer()
    mixer.load("a", level(100_000))
    mixer.play("a", 1.0, 0)
    mixer.hush(500)
    mixer.hush(10)
    assert not any(mixed(mixer, [10 + FADE_FRAMES, 1_000])[10 + FADE_FRAMES :])


def test_what_is_asked_for_after_a_hush_is_heard_in_full():
    mixer = Mixer()
    mixer.load("a", level(100_000))
    mixer.load("b", level(50, 4_000))
    mixer.play("a", 1.0, 0)
    mixer.hush(10)
    mixer.play("b", 1.0, 410)
    assert list(mixed(mixer, [600]))[410:460] == [4_000] * 50


def test_other_rates_keep_length_and_shape():
    assert at_stream_rate(level(10), RATE_HZ) == level(10)
    for rate_hz in (8_000, 16_000, 44_100, 48_000):
        second = array.array("h", (i * 30_000 // rate_hz for i in range(rate_hz)))
        made = at_stream_rate(second, rate_hz)
        assert abs(len(made) - RATE_HZ) <= 3
        assert abs(made[RATE_HZ // 2] - 15_000) <= 4


def test_a_new_sound_does_not_cut_off_what_is_fading():
    mixer = Mixer()
    mixer.load("a", level(100_000))
    mixer.load("b", level(300, 0))
    mixer.play("a", 1.0, 0)
    mixer.hush(10)
    mixer.play("b", 1.0, 10)
    heard = mixed(mixer, [10, 2 * FADE_FRAMES])
    assert all(abs(b - a) <= 8_000 // FADE_FRAMES + 1 for a, b in itertools.pairwise(heard))
