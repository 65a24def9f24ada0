"""The chimes are what their script makes, as long as the score believes, and as loud as speech."""

import importlib.util
import math
import sys

import pytest

from stretchtimer.core.script import CHIME_MS
from stretchtimer.resources import asset
from stretchtimer.voice.clip import read_clip
from tests.voice.sounds import samples_of

RATE_HZ = 22_050
SPEECH_RMS = 0.15  # loudest tenth of a second of a spoken clip, full scale 1


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    spec = importlib.util.spec_from_file_location("make_chimes", asset("sounds", "make_chimes.py"))
    script = importlib.util.module_from_spec(spec)
    sys.modules["make_chimes"] = script
    spec.loader.exec_module(script)
    folder = tmp_path_factory.mktemp("chimes")
    script.write(folder)
    yield folder
    del sys.modules["make_chimes"]


def content(name):
    return asset("sounds", f"{name}.wav").read_bytes()


def test_there_are_as_many_as_the_score_knows(made):
    assert {path.stem for path in asset("sounds").glob("*.wav")} == set(CHIME_MS)
    assert {path.stem for path in made.glob("*.wav")} == set(CHIME_MS)


@pytest.mark.parametrize("name", CHIME_MS)
def test_each_is_what_the_script_makes_to_the_rounding_of_a_sample(made, name):
    shipped = samples_of(content(name))
    fresh = samples_of((made / f"{name}.wav").read_bytes())
    assert len(shipped) == len(fresh)
    assert max(abs(one - other) for one, other in zip(shipped, fresh, strict=True)) <= 1


@pytest.mark.parametrize(("name", "length_ms"), CHIME_MS.items())
def test_each_is_as_long_as_the_score_believes(name, length_ms):
    assert read_clip(content(name)).length_ms == length_ms


@pytest.mark.parametrize("name", CHIME_MS)
def test_each_begins_and_ends_without_a_click(name):
    samples = samples_of(content(name))
    assert abs(samples[0]) < 100
    assert abs(samples[-1]) < 100
    assert max(map(abs, samples)) < 30_000


@pytest.mark.parametrize("name", sorted(set(CHIME_MS) - {"tick"}))
def test_each_is_as_loud_as_speech_within_3_db(name):
    samples = samples_of(content(name))
    window = 4_410
    loudest = max(
        math.sqrt(sum(value * value for value in samples[start : start + window]) / window) / 32_768
        for start in range(0, len(samples) - window, window // 4)
    )
    assert abs(20 * math.log10(loudest / SPEECH_RMS)) <= 3


def pitches_hz(name):
    """Pitch at the beginning and towards the end, by counting the waves."""
    samples = samples_of(content(name))
    found = []
    for begin_ms in (30, 250):
        part = samples[begin_ms * RATE_HZ // 1000 : (begin_ms + 90) * RATE_HZ // 1000]
        rises = [i for i in range(1, len(part)) if part[i - 1] < 0 <= part[i]]
        found.append(RATE_HZ * (len(rises) - 1) / (rises[-1] - rises[0]))
    return found


def test_the_hold_rises_and_the_release_falls():
    begin, end = pitches_hz("hold")
    assert end > begin * 1.2
    begin, end = pitches_hz("release")
    assert end < begin / 1.2
