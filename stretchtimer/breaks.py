"""The reminder loop: looks, asks the core, hands on what was decided, sleeps until the next look.

It decides nothing. All that may take its time happens elsewhere; looks and answers arrive on the
thread that made it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from stretchtimer.core.reminders.forecast import Coming, coming_breaks, next_look_ms
from stretchtimer.core.reminders.look import Look, Moment
from stretchtimer.core.reminders.react import react
from stretchtimer.core.reminders.schedule import Schedule
from stretchtimer.core.reminders.state import Answer, Decision, RemindersState
from stretchtimer.core.reminders.tick import tick


@dataclass(frozen=True, slots=True)
class BreakPorts:
    """The world as the reminders see it.

    `look` takes a look and hands it on soon; `ring_in` calls after so many ms and forgets what it
    was asked before, None is never. `keep` writes the state; `decided` gets each decision, and
    `changed` is called when anything may look different.
    """

    now: Callable[[], Moment]
    look: Callable[[Sequence[Schedule], RemindersState, Callable[[Look], None]], None]
    ring_in: Callable[[int | None, Callable[[], None]], None]
    keep: Callable[[RemindersState], None]
    decided: Callable[[Decision], None]
    changed: Callable[[], None]


class Breaks:
    """All reminders of one person. `in_session` is set while a stretch is being played."""

    def __init__(
        self, schedules: Sequence[Schedule], state: RemindersState, ports: BreakPorts
    ) -> None:
        self._schedules, self.state, self._ports = tuple(schedules), state, ports
        self._restarted = state.before is not None
        self._looking = self._closed = False
        self._waiting: list[Callable[[], None]] = []
        self.in_session = False

    @property
    def schedules(self) -> tuple[Schedule, ...]:
        """What the person asked to be reminded of."""
        return self._schedules

    def begin(self) -> None:
        """Take the first look."""
        self.look_soon()

    def look_soon(self, then: Callable[[], None] | None = None) -> None:
        """Take a look now: something may have changed. `then` is called after it."""
        if then is not None:
            self._waiting.append(then)
        if not self._looking and not self._closed:
            self._looking = True
            self._ports.look(self._schedules, self.state, self._looked)

    def answer(self, answer: Answer) -> None:
        """Let the person's answer happen now; who answers is there."""
        look = Look(self._ports.now(), 0, self.state.signals)
        self._step(look)
        self._take(*react(self._schedules, self.state, answer, look.moment))
        self.look_soon()

    def use_schedules(self, schedules: Sequence[Schedule]) -> None:
        """Go by these from now on."""
        self._schedules = tuple(schedules)
        self.look_soon()

    def coming(self, count: int) -> list[Coming]:
        """The next breaks."""
        return coming_breaks(self._schedules, self.state, self._ports.now(), count)

    def close(self) -> None:
        """Keep everything; nothing comes any more."""
        self._closed = True
        self._ports.ring_in(None, lambda: None)
        self._ports.keep(self.state)

    def _looked(self, look: Look) -> None:
        self._looking = False
        if self._closed:
            return
        self._step(look)
        wait_ms = next_look_ms(self._schedules, self.state, look)
        self._ports.ring_in(wait_ms, self.look_soon)
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then()

    def _step(self, look: Look) -> None:
        signals = replace(look.signals, session=self.in_session)
        seen = replace(look, signals=signals, restarted=self._restarted)
        self._restarted = False
        self._take(*tick(self._schedules, self.state, seen))

    def _take(self, state: RemindersState, decisions: Sequence[Decision]) -> None:
        self.state = state
        self._ports.keep(state)
        for decision in decisions:
            self._ports.decided(decision)
        self._ports.changed()
