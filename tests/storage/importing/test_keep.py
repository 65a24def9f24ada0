"""What is imported is kept as new files; nothing that is there is touched."""

import pytest

from stretchtimer.storage.folders import find_folders
from stretchtimer.storage.importing.keep import keep
from stretchtimer.storage.importing.read import read_import, read_text
from stretchtimer.storage.library import load_library

TEXT = "# Mine\nHip opener, 3 x 20 s\nWall hamstring, 2 x 30 s"


def loaded():
    return load_library(find_folders())


def test_what_is_kept_is_in_the_library():
    keep(read_text(TEXT, "t", loaded()), find_folders())
    library = loaded()
    assert library.problems == ()
    assert [p.exercise.name for p in library.prescriptions(library.routines["mine"])] == [
        "Hip opener",
        "Wall hamstring",
    ]


def test_kept_twice_both_are_there():
    for _ in range(2):
        keep(read_text(TEXT, "t", loaded()), find_folders())
    library = loaded()
    assert library.problems == ()
    assert {"mine", "mine-2"} <= library.routines.keys()
    assert "hip-opener-2" not in library.exercises


def test_a_file_that_is_in_the_way_stays_as_it_is():
    folders = find_folders()
    folders.routines.mkdir(parents=True)
    (folders.routines / "mine.toml").write_text("broken [")
    written = keep(read_text(TEXT, "t", loaded()), folders)
    assert (folders.routines / "mine.toml").read_text() == "broken ["
    assert written[-1].name == "mine-2.toml"


def test_where_one_file_cannot_be_written_none_is_left():
    folders = find_folders()
    folders.data.mkdir(parents=True)
    folders.routines.touch()
    found = read_text(TEXT, "t", loaded())
    with pytest.raises(OSError, match="routines"):
        keep(found, folders)
    assert list(folders.exercises.iterdir()) == []


def test_own_files_keep_their_comments(tmp_path):
    text = (
        'format = 1\nid = "a"\nname = "A"  # so it is called\n'
        '\n# first\n[[block]]\nexercise = "ham-wall"\n'
    )
    file = tmp_path / "a.toml"
    file.write_text(text)
    folders = find_folders()
    keep(read_import(file, loaded()), folders)
    assert (folders.routines / "a.toml").read_text() == text
    keep(read_import(file, loaded()), folders)
    assert (folders.routines / "a-2.toml").read_text() == text.replace('id = "a"', 'id = "a-2"')
