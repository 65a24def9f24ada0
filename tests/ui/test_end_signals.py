"""A polite kill closes the window instead of the process."""

import os
import signal

import pytest
from PySide6.QtCore import QObject

from stretchtimer.ui.end_signals import EndSignals


@pytest.fixture
def kept_handlers():
    names = (signal.SIGINT, signal.SIGTERM)
    before = [signal.getsignal(name) for name in names]
    yield
    signal.set_wakeup_fd(-1)
    for name, handler in zip(names, before, strict=True):
        signal.signal(name, handler)


@pytest.mark.parametrize("name", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.usefixtures("kept_handlers")
def test_a_quiet_loop_hears_it(qtbot, name):
    ended, owner = [], QObject()
    signals = EndSignals(owner, lambda: ended.append(True))
    os.kill(os.getpid(), name)
    qtbot.waitUntil(lambda: ended == [True])
    signals._reader.close()
    signals._writer.close()
