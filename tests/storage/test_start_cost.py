"""What is read before the first picture pulls in nothing heavy."""

import subprocess
import sys

import pytest

READ_EVERYTHING_LIGHT = """
import sys
from datetime import datetime
from stretchtimer.storage import folders, history, library, phrases_file, settings_file

own = folders.find_folders()
settings_file.read_settings(own.settings_file)
phrases_file.load_phrases()
history.History(own.history_file, now=datetime.now, tell=print)
print(*sorted({"pydantic", "sqlite3", "platformdirs", "PySide6"} & sys.modules.keys()))
"""


@pytest.mark.usefixtures("unmeasured")
def test_settings_words_and_an_unused_history_stand_on_the_standard_library():
    finished = subprocess.run(
        [sys.executable, "-c", READ_EVERYTHING_LIGHT], capture_output=True, text=True, check=True
    )
    assert finished.stdout.strip() == ""
