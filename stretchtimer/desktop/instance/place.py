"""Where the running program and those who ask for it meet.

Paths are plain text here: `pathlib` would take a tenth of a short question's time.
"""

import os
import zlib

_NAME = "stretchtimer"


def meeting_place() -> str:
    """A path that only lacks its ending, in a folder of this person's own.

    Another STRETCHTIMER_HOME is another program.
    """
    home = os.environ.get("STRETCHTIMER_HOME", "")
    name = f"{_NAME}-{zlib.crc32(home.encode()):08x}" if home else _NAME
    return os.path.join(_folder(), name)  # noqa: PTH118  # see above


def _folder() -> str:
    for variable in ("XDG_RUNTIME_DIR", "LOCALAPPDATA"):
        given = os.environ.get(variable, "")
        if given and os.path.isdir(given):  # noqa: PTH112  # see above
            return given
    whose = str(os.getuid()) if hasattr(os, "getuid") else os.environ.get("USERNAME", "")
    temporary = os.environ.get("TMPDIR") or "/tmp"  # noqa: S108  # a folder of our own in it
    folder = os.path.join(temporary, f"{_NAME}-{whose}")  # noqa: PTH118  # see above
    os.makedirs(folder, mode=0o700, exist_ok=True)  # noqa: PTH103  # see above
    if hasattr(os, "getuid") and os.stat(folder).st_uid != os.getuid():  # noqa: PTH116  # see above
        raise PermissionError(f"{folder} belongs to somebody else")
    return folder
