"""What was read once is not read again, unless anything at all is different."""

import os
from dataclasses import dataclass

import pytest

from stretchtimer.storage.kept import kept_or_made, stamp_of


@dataclass(frozen=True)
class Shelf:
    words: str


class Reader:
    def __init__(self, folder):
        self.folder = folder / "files"
        self.folder.mkdir()
        (self.folder / "a.toml").write_text("one")
        self.path = folder / "cache" / "library"
        self.before = []
        self.reads = 0

    def read(self):
        self.reads += 1
        return Shelf((self.folder / "a.toml").read_text())

    def get(self, *, sound=True):
        stamp = stamp_of((self.folder, self.folder / "not there"), ".toml")
        places = [*self.before, self.path]
        return kept_or_made(places, stamp, Shelf, self.read, sound=lambda _: sound)


@pytest.fixture
def reader(tmp_path):
    return Reader(tmp_path)


def test_the_second_time_nothing_is_read(reader):
    assert reader.get() == reader.get() == Shelf("one")
    assert reader.reads == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "a.toml").write_text("two!"),
        lambda folder: os.utime(folder / "a.toml", ns=(1, 1)),
        lambda folder: (folder / "b.toml").write_text("more"),
        lambda folder: (folder / "not there").write_text("no folder"),
    ],
)
def test_any_change_is_seen(reader, change):
    reader.get()
    change(reader.folder)
    assert reader.get().words == (reader.folder / "a.toml").read_text()
    assert reader.reads == 2


def test_what_had_problems_is_not_kept(reader):
    reader.get(sound=False)
    reader.get(sound=False)
    assert reader.reads == 2


@pytest.mark.parametrize("garbage", [b"", b"garbage", b"\x80\x05K\x01.", bytes(1000)])
def test_garbage_in_its_place_is_read_over(reader, garbage):
    reader.get()
    reader.path.write_bytes(garbage)
    assert reader.get() == Shelf("one")
    assert reader.get() == Shelf("one")
    assert reader.reads == 2


def test_no_room_to_keep_it_does_no_harm(reader):
    reader.path.parent.write_text("a file where the folder should be")
    assert reader.get() == Shelf("one")
    assert reader.get() == Shelf("one")
    assert reader.reads == 2


def test_it_is_kept_in_the_first_place_that_can_be_written(reader, tmp_path):
    nowhere, first = tmp_path / "a file" / "library", tmp_path / "first" / "library"
    nowhere.parent.write_text("where a folder should be")
    reader.before = [nowhere, first]
    assert reader.get() == reader.get() == Shelf("one")
    assert reader.reads == 1
    assert first.exists()
    assert not reader.path.exists()


def test_other_files_in_the_folder_change_nothing(reader):
    reader.get()
    (reader.folder / "__pycache__").mkdir()
    (reader.folder / "notes.txt").write_text("mine")
    reader.get()
    assert reader.reads == 1
