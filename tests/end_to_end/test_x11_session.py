"""What X11 itself tells and takes, on a real server with a real window manager."""

import json
import os
import subprocess
import sys
import time

import pytest

from tests import real_desktop

pytestmark = pytest.mark.usefixtures("unmeasured")
PATIENCE_S = 60

IDLE = """
import json, time
from stretchtimer.desktop.idle.x11 import idle_ms
told = [idle_ms()]
time.sleep(1.2)
print(json.dumps([*told, idle_ms()]))
"""

FULL_SCREEN = """
import json
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from stretchtimer.desktop.presence.full_screen import by_x11
application = QApplication([])
window = QWidget()
told = []

def tells(wanted):
    for _ in range(400):
        if by_x11() is wanted:
            break
        QTest.qWait(50)
    told.append(by_x11())

window.show()
window.activateWindow()
tells(False)
window.showFullScreen()
tells(True)
window.showNormal()
tells(False)
window.showFullScreen()
tells(True)
window.close()
tells(False)
print(json.dumps(told))
"""

KEPT_AWAKE = """
import ctypes, json, time
from stretchtimer.desktop.idle import x11
from stretchtimer.desktop.keep_awake.x11 import X11Awake
from stretchtimer.desktop.system import library
saver, display, root, info = x11._saver()
xlib = library("libX11.so.6")
xlib.XSetScreenSaver.argtypes = (ctypes.c_void_p, *[ctypes.c_int] * 4)
xlib.XSync.argtypes = xlib.XResetScreenSaver.argtypes = (ctypes.c_void_p,)

def comes_on_within(seconds):
    xlib.XSetScreenSaver(display, 1, 0, 0, 0)
    xlib.XResetScreenSaver(display)
    until_s = time.monotonic() + seconds
    while time.monotonic() < until_s:
        saver.XScreenSaverQueryInfo(display, root, info)
        if info.contents.state == 1:
            return True
        time.sleep(0.1)
    return False

awake = X11Awake()
told = [comes_on_within(10), awake.hold(), comes_on_within(3), awake.let_go()]
print(json.dumps([*told, comes_on_within(10)]))
"""


@pytest.fixture
def told_by(xvfb_session):
    """Runs a piece of code on the screen, and gives what it prints."""

    def run(code):
        command = [sys.executable, "-c", code]
        environment = {**os.environ, **xvfb_session.environment}
        done = subprocess.run(
            command,
            env=environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run


def test_input_on_the_screen_is_seen_by_its_idle_time(xvfb_session, told_by):
    move = [real_desktop.program("xdotool"), "mousemove", "5", "5", "mousemove", "9", "9"]
    environment = {**os.environ, **xvfb_session.environment}
    moved_s = time.monotonic()
    subprocess.run(move, env=environment, check=True, timeout=PATIENCE_S)
    before, after = told_by(IDLE)
    # it ends more than a second later
    assert before < (time.monotonic() - moved_s) * 1000 - 1_000
    assert after >= before + 1_000


def test_a_window_that_fills_the_screen_is_seen_until_it_does_no_longer(told_by):
    assert told_by(FULL_SCREEN) == [False, True, False, True, False]


def test_the_screen_saver_waits_while_a_session_runs(told_by):
    assert told_by(KEPT_AWAKE) == [True, True, False, None, True]
