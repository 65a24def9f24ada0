"""What docs/routines.md shows is right as it stands."""

import re
from pathlib import Path

from stretchtimer.core.pictures import Pictures
from stretchtimer.storage.check import check_paths
from stretchtimer.storage.folders import find_folders
from stretchtimer.storage.library import load_library
from tests.figure.pictures import png

PAGE = Path(__file__).parents[2] / "docs" / "routines.md"
PICTURES, ROUTINE, EXERCISE = re.findall(r"```toml\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)


def test_the_examples_can_be_copied(tmp_path):
    (tmp_path / "evening.toml").write_text(ROUTINE)
    (tmp_path / "hip.toml").write_text(EXERCISE)
    assert check_paths([tmp_path], load_library(find_folders())) == []


def test_the_pictures_can_be_added():
    folder = find_folders().exercises
    folder.mkdir(parents=True)
    (folder / "hip.toml").write_text(f"{EXERCISE}\n{PICTURES}")
    for name in ("my-hip.jpg", "my-hip-start.jpg"):
        (folder / name).write_bytes(png())
    library = load_library(find_folders())
    assert library.problems == ()
    expected = Pictures("my-hip.jpg", "my-hip-start.jpg", mirrored=True)
    assert library.exercises["my-hip"].pictures == expected
