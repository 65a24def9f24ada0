"""Small files to build libraries from."""

import re
from pathlib import Path

from stretchtimer.resources import asset, routines_dir
from stretchtimer.storage.folders import Folders

WALL = asset("exercises", "ham-wall.toml").read_text(encoding="utf-8")
WALL_ROUTINE = (routines_dir() / "wall-hamstring.toml").read_text(encoding="utf-8")


def with_line(text: str, key: str, line: str) -> str:
    """`text` with the first line that sets `key` replaced."""
    changed, count = re.subn(rf"(?m)^{key} = .*$", lambda _: line, text, count=1)
    assert count == 1
    return changed


def own_folders(home: Path) -> Folders:
    """Empty folders of a person."""
    folders = Folders(data=home, settings=home, cache=home / "cache")
    folders.exercises.mkdir(parents=True)
    folders.routines.mkdir(parents=True)
    return folders
