"""The whole window on no screen, with its screens and sessions, and no voice."""

from datetime import date

import pytest
from PySide6.QtTest import QTest

from stretchtimer.app import OwnDose
from stretchtimer.core.screening import Screening
from stretchtimer.storage.answers_file import write_answers
from stretchtimer.storage.folders import find_folders
from stretchtimer.ui.main_window import MainWindow
from stretchtimer.window_app.belongings import read_belongings
from stretchtimer.window_app.conductor import Conductor
from tests.ui.silent_speaker import SilentSpeaker


def skip_questions():
    """As after a first run in which the health questions were skipped."""
    write_answers(find_folders().answers_file, Screening(answered_on=date.today()))  # noqa: DTZ011  # a person's own day


class Opened:
    """The program as a person finds it: `window` and what leads through it."""

    def __init__(self, appearance="light", size=(1040, 720), routine=None, answered=True):
        """`answered` is whether the health questions are done with."""
        if answered:
            skip_questions()
        self.window = MainWindow(appearance)
        self.window.resize(*size)
        self.speaker = SilentSpeaker()
        self.conductor = Conductor(
            self.window,
            lambda task: task(),
            read_belongings(),
            OwnDose(),
            make_speaker=lambda *_: self.speaker,
        )
        self.conductor.open_at(routine, start=False)
        self.window.show()
        QTest.qWaitForWindowExposed(self.window)

    @property
    def home(self):
        return self.conductor._belongings.home

    @property
    def library(self):
        return self.conductor._belongings.library

    @property
    def shell(self):
        return self.conductor._shell

    @property
    def showing(self):
        return self.shell.showing

    def press(self, key, modifier=None):
        target = self.window.focusWidget() or self.window
        if modifier is None:
            QTest.keyClick(target, key)
        else:
            QTest.keyClick(target, key, modifier)

    def close(self):
        self.conductor.close()
        self.window.close()


@pytest.fixture
def opened(qtbot):
    """The window, open at Today."""
    made = Opened()
    yield made
    made.close()


@pytest.fixture
def open_window(qtbot):
    """Opens the window in a scheme and at a size."""
    made = []

    def open_one(**how):
        made.append(Opened(**how))
        return made[-1]

    yield open_one
    for one in made:
        one.close()
