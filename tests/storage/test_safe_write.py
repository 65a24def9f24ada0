"""The old file or the new one, and nothing is deleted."""

import os

import pytest

from stretchtimer.storage.safe_write import set_aside, write_atomically


@pytest.fixture
def folder(tmp_path):
    own = tmp_path / "own"
    own.mkdir()
    return own


def test_a_file_and_its_folder_are_made(folder):
    path = folder / "new" / "settings.toml"
    write_atomically(path, "é\n")
    assert path.read_bytes() == "é\n".encode()
    assert [entry.name for entry in path.parent.iterdir()] == ["settings.toml"]


def test_a_link_stays_a_link(folder):
    real = folder / "real.toml"
    real.write_text("old")
    link = folder / "link.toml"
    link.symlink_to(real)
    write_atomically(link, "new")
    assert link.is_symlink()
    assert real.read_text() == "new"


def test_the_old_file_stays_when_the_new_one_cannot_be_finished(folder, monkeypatch):
    path = folder / "settings.toml"
    path.write_text("old")

    def full_disk(_descriptor):
        raise OSError("no space left")

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(OSError, match="no space left"):
        write_atomically(path, "new")
    assert path.read_text() == "old"
    assert [entry.name for entry in folder.iterdir()] == ["settings.toml"]


def test_each_broken_file_gets_a_name_of_its_own(folder):
    path = folder / "settings.toml"
    for content in ("one", "two"):
        path.write_text(content)
        set_aside(path)
    kept = {entry.name: entry.read_text() for entry in folder.iterdir()}
    assert kept == {"settings.toml.broken-1": "one", "settings.toml.broken-2": "two"}
