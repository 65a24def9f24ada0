"""A player on no screen: shipped routines, a clock that a test sets, and what was asked for."""

from PySide6.QtTest import QTest

from stretchtimer.core.events import Start, Tick
from stretchtimer.core.player import advance
from stretchtimer.core.player_state import PlayerState
from stretchtimer.core.score import compile_score
from stretchtimer.core.script import Script
from stretchtimer.core.settings import Settings
from stretchtimer.storage.phrases_file import load_phrases
from stretchtimer.ui.main_window import MainWindow
from stretchtimer.ui.player_view import PlayerView
from tests.shipped import LIBRARY

PHRASES = load_phrases()


class HandClock:
    """Shows what it was set to."""

    def __init__(self):
        self.at_ms = 0

    def now_ms(self):
        return self.at_ms


class Shown:
    """A window with a player in it, and everything that the person asked for in it."""

    def __init__(self, appearance="light", settings=None):
        self.library = LIBRARY
        self.clock = HandClock()
        self.window = MainWindow(appearance)
        self.view = PlayerView(settings or Settings(), self.clock, lambda span_ms: span_ms / 1000)
        self.asked = []
        self.view.event_asked.connect(self.asked.append)
        for name in ("mute_clicked", "full_screen_clicked", "escape_pressed"):
            getattr(self.view, name).connect(lambda name=name: self.asked.append(name))

    def ready(self, routine="wall-hamstring"):
        """The state before Start."""
        found = self.library.find_routine(routine)
        blocks = self.library.prescriptions(found)
        script = Script(found.name, blocks, PHRASES, frozenset(b.exercise.id for b in blocks))
        return PlayerState(compile_score(found, script))

    def playing(self, routine, kind, number=0, into_ms=1_500):
        """The state `into_ms` into one of the phases of a kind."""
        state, _ = advance(self.ready(routine), Start(), 0)
        phases = [phase for phase in state.score.phases if phase.kind == kind]
        at_ms = phases[number].at_ms + into_ms
        for now_ms in (*range(0, at_ms, 4_000), at_ms):
            state, _ = advance(state, Tick(), now_ms)
        self.clock.at_ms = at_ms
        return state

    def after(self, state, *events):
        """`state` after these events, at the clock's time."""
        for event in events:
            state, _ = advance(state, event, self.clock.at_ms)
        return state

    def show(self, state, routine="wall-hamstring", size=(900, 700)):
        """Show `state` in a window of that size."""
        self.view.show_routine(self.library.find_routine(routine))
        self.view.show_state(state)
        self.window.resize(*size)
        if self.view.parent() is None:
            self.window.show_body(self.view)
        self.window.show()
        QTest.qWaitForWindowExposed(self.window)
