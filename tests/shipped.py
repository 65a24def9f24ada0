"""The library as it is shipped, read once for all tests that only look at it."""

import os
from pathlib import Path

from stretchtimer.storage.folders import Folders
from stretchtimer.storage.library import load_library

NOBODY = Path("nobody")  # has no files
NOWHERE = Path(os.devnull) / "nowhere"  # nobody, not even root, can make a folder in a file
LIBRARY = load_library(Folders(data=NOBODY, settings=NOBODY, cache=NOWHERE))
