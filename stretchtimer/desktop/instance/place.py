"""Where the running program and those who ask for it meet."""

import os
import zlib
from pathlib import Path

_NAME = "stretchtimer"


def meeting_place() -> Path:
    """A path without its ending, in a folder of this person's own.

    Another STRETCHTIMER_HOME is another program.
    """
    home = os.environ.get("STRETCHTIMER_HOME", "")
    name = f"{_NAME}-{zlib.crc32(home.encode()):08x}" if home else _NAME
    return _folder() / name


def _folder() -> Path:
    for variable in ("XDG_RUNTIME_DIR", "LOCALAPPDATA"):
        given = os.environ.get(variable, "")
        if given and Path(given).is_dir():
            return Path(given)
    whose = str(os.getuid()) if hasattr(os, "getuid") else os.environ.get("USERNAME", "")
    temporary = os.environ.get("TMPDIR") or "/tmp"  # noqa: S108  # a folder of our own in it
    folder = Path(temporary) / f"{_NAME}-{whose}"
    folder.mkdir(mode=0o700, exist_ok=True)
    if hasattr(os, "getuid") and folder.stat().st_uid != os.getuid():
        raise PermissionError(f"{folder} belongs to somebody else")
    return folder
