"""Which system this is, and its own libraries."""

import ctypes
import sys
from functools import cache

# A name of our own, so that the type checker looks at the code of all three systems.
PLATFORM: str = sys.platform
IS_LINUX, IS_WINDOWS = PLATFORM.startswith("linux"), PLATFORM == "win32"
IS_MACOS = PLATFORM == "darwin"


@cache
def library(name: str) -> ctypes.CDLL:
    """A library of the system by its file name. Raises OSError where it is not there."""
    # Windows' own functions are called by another convention
    load: type[ctypes.CDLL] = getattr(ctypes, "WinDLL", ctypes.CDLL)
    return load(name)
