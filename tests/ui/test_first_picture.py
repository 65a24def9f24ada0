"""The first picture waits for nothing that it does not need."""

import json
import subprocess
import sys

FIRST_PICTURE = """
import json, sys
import PySide6.QtCore
import stretchtimer.window_app as window_app
from PySide6.QtWidgets import QApplication
from stretchtimer.ui.main_window import MainWindow

class Watched(MainWindow):
    def __init__(self, *chosen, **more):
        super().__init__(*chosen, **more)
        self.painted.connect(self.tell)
    def tell(self):
        loaded = [name for name in sys.modules if name != "stretchtimer"]
        print(json.dumps({"loaded": loaded, "names": "Qt" in vars(PySide6.QtCore)}), flush=True)
        QApplication.exit(0)

window_app.MainWindow = Watched
sys.exit(window_app.run_window(None, None, start=False))
"""
COSTLY = {
    "pydantic",
    "PySide6.QtMultimedia",
    "PySide6.QtSvg",
    "sqlite3",
    "tomllib",
    "stretchtimer.app",
    "stretchtimer.core.exercise",
}


def test_it_is_painted_before_anything_costly_is_loaded(unmeasured):
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PICTURE], capture_output=True, text=True, timeout=30
    )
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout.splitlines()[0])
    assert COSTLY.isdisjoint(seen["loaded"])
    # PySide6 makes the enumerations of Qt when that name is first asked for: a tenth of the start.
    assert not seen["names"]
