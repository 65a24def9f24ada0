"""Clips on disk: keyed by all that shapes them, whole or absent, bounded, and never in the way."""

import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.voice.clip_cache import ClipCache, ClipKey
from tests.voice.sounds import INFO, Heard, clip

KEY = ClipKey("espeak", "1.51", "en-us", 155, "Hold.")


@pytest.fixture
def told():
    return Heard()


@pytest.fixture
def cache(tmp_path, told):
    return ClipCache(tmp_path / "clips", told)


def test_what_was_put_is_got(cache):
    assert cache.get(KEY) is None
    cache.put(KEY, clip())
    assert cache.get(KEY) == clip()


@pytest.mark.parametrize(
    "changed",
    [
        {"engine": "sapi5"},
        {"version": "1.52"},
        {"voice": "de"},
        {"rate_wpm": 156},
        {"text": "Hold"},
    ],
)
def test_all_that_shapes_a_clip_is_in_its_key(cache, changed):
    cache.put(KEY, clip())
    assert cache.get(replace(KEY, **changed)) is None


@given(st.tuples(*[st.text(max_size=9)] * 3), st.integers(80, 300), st.text(max_size=200))
def test_any_text_makes_a_safe_file_name(names, rate_wpm, text):
    name = ClipKey(*names, rate_wpm, text).file_name
    assert name.isascii()
    assert len(name) == 36
    assert not set(name) & set('/\\:*?"<>|')


@pytest.mark.parametrize("content", [b"", b"RIFF", b"\0" * 5_000])
def test_a_corrupt_clip_is_as_good_as_none_and_is_replaced(cache, tmp_path, content):
    cache.put(KEY, clip())
    (tmp_path / "clips" / KEY.file_name).write_bytes(content)
    assert cache.get(KEY) is None
    cache.put(KEY, clip())
    assert cache.get(KEY) == clip()


def test_where_nothing_can_be_written_that_is_told_once(tmp_path, told):
    (tmp_path / "clips").write_text("a file where the folder should be")
    cache = ClipCache(tmp_path / "clips", told)
    for _ in range(3):
        cache.put(KEY, clip())
    cache.remember_engine(INFO)
    cache.make_room()
    assert cache.get(KEY) is None
    (notice,) = told.items
    assert "cannot be kept on disk" in notice.text
    assert str(tmp_path / "clips") in notice.mend


def test_the_least_recently_used_make_room(tmp_path, told):
    size = len(clip().wav)
    cache = ClipCache(tmp_path, told, max_bytes=2 * size)
    keys = [replace(KEY, text=text) for text in ("oldest", "used again", "newest")]
    for age, key in enumerate(keys):
        cache.put(key, clip())
        os.utime(tmp_path / key.file_name, (1_000 + age, 1_000 + age))
    cache.get(keys[0])
    cache.make_room()
    assert [cache.get(key) is not None for key in keys] == [True, False, True]


def test_the_engine_is_remembered(cache, tmp_path):
    assert cache.remembered_engine() is None
    cache.remember_engine(INFO)
    assert cache.remembered_engine() == INFO
    for garbage in ('{"name"', "[]", "{}", '{"name": 1, "voices": [{}]}', "\0"):
        (tmp_path / "clips" / "engine-system.json").write_text(garbage)
        assert cache.remembered_engine() is None


def test_what_was_left_half_written_long_ago_goes(tmp_path, told):
    for name, age_s in (("old.part", 4_000), ("new.part", 0)):
        (tmp_path / name).write_bytes(b"RIFF")
        then_s = time.time() - age_s
        os.utime(tmp_path / name, (then_s, then_s))
    ClipCache(tmp_path, told).make_room()
    assert [path.name for path in tmp_path.glob("*.part")] == ["new.part"]


@pytest.mark.skipif(sys.platform != "linux", reason="fills the disk in Linux's way")
def test_a_disk_that_is_full_in_the_middle_of_a_clip_is_told_once(cache, told, tmp_path):
    import resource

    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(clip().wav) // 2, limits[1]))
    try:
        for text in ("one", "two"):
            cache.put(replace(KEY, text=text), clip())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    (notice,) = told.items
    assert notice.text.startswith("Spoken words cannot be kept on disk")
    assert not list((tmp_path / "clips").iterdir())
    assert cache.get(replace(KEY, text="one")) is None


def test_each_engine_is_remembered_for_itself(tmp_path, told):
    ClipCache(tmp_path, told, "piper").remember_engine(INFO)
    assert ClipCache(tmp_path, told).remembered_engine() is None
    assert ClipCache(tmp_path, told, "piper").remembered_engine() == INFO


def write_and_read(folder):
    """Writes, reads and makes room, as two sessions would at the same time."""
    cache = ClipCache(folder, print, max_bytes=6 * len(clip(204).wav))
    torn = 0
    for round_ in range(60):
        key = replace(KEY, text=str(round_ % 5))
        cache.put(key, clip(200 + round_ % 5))
        torn += cache.get(key) not in (None, clip(200 + round_ % 5))
        if round_ % 7 == 0:
            cache.make_room()
    return torn


def test_two_processes_share_a_folder(tmp_path):
    with ProcessPoolExecutor(2) as pool:
        assert list(pool.map(write_and_read, [tmp_path] * 2)) == [0, 0]
    cache = ClipCache(tmp_path, print)
    assert all(cache.get(replace(KEY, text=str(number))) for number in range(5))
    assert not list(tmp_path.glob("*.part"))
