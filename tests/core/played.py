"""A player fed with events at chosen times, for the tests of what it does."""

from stretchtimer.core import events as ev
from stretchtimer.core.events import Mode
from stretchtimer.core.player import SLEEP_GAP_MS, advance
from stretchtimer.core.player_state import PlayerState, next_deadline_ms
from tests.core.made_up import WALL_DOSE, score

EVENTS = [
    ev.Start(),
    ev.Tick(),
    ev.Pause(),
    ev.Resume(),
    ev.Skip(),
    ev.SkipExercise(),
    ev.Back(),
    ev.RepeatRep(),
    ev.Longer(),
    ev.Shorter(),
    ev.WhereAmI(),
    ev.Stop(),
    ev.Hurts(),
    ev.Measured({"Hold.": 700}),
]
ENDS = (Mode.FINISHED, Mode.STOPPED)
SOUNDS = (ev.Say, ev.Sound)


class Run:
    """A player fed with events at chosen times, and all that it asked for."""

    def __init__(self, made, ahead_ms=0):
        self.state = PlayerState(made, ahead_ms=ahead_ms)
        self.effects = []
        self.now_ms = 1_000

    def send(self, event, after_ms=0):
        self.now_ms += after_ms
        self.state, effects = advance(self.state, event, self.now_ms)
        self.effects += [(self.now_ms, effect) for effect in effects]
        return effects

    def play_to_deadlines(self, until_ms=10**9):
        """Tick at every deadline, as an alarm would, and as seldom as is not taken for sleep."""
        while (deadline_ms := next_deadline_ms(self.state)) is not None:
            next_ms = max(self.now_ms, min(deadline_ms, self.now_ms + SLEEP_GAP_MS))
            if next_ms > until_ms:
                self.send(ev.Tick(), max(0, until_ms - self.now_ms))
                return
            self.send(ev.Tick(), next_ms - self.now_ms)

    def to(self, kind, rep=1, into_ms=0):
        """Skip until a phase of this kind runs, then let some time pass."""
        while True:
            phase = self.state.score.phases[self.state.phase]
            if phase.kind is kind and phase.rep in (None, rep):
                break
            self.send(ev.Skip())
        then_ms = self.now_ms + into_ms
        self.play_to_deadlines(then_ms)
        self.send(ev.Tick(), then_ms - self.now_ms)
        return self

    def of(self, kind):
        return [effect for _, effect in self.effects if isinstance(effect, kind)]


def started(made=None, **options):
    run = Run(made or score(WALL_DOSE), **options)
    run.send(ev.Start())
    return run
