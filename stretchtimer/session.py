"""One play of a routine: holds the player's state and carries out its effects through the ports.

It decides nothing. Events come in through `send`, the state goes out to whoever watches, and an
alarm brings the session back when the next thing is due.
"""

from collections.abc import Callable
from dataclasses import dataclass

from stretchtimer.core.events import (
    Effect,
    Ended,
    Event,
    Held,
    Hush,
    KeepAwake,
    Measured,
    Ready,
    Say,
    Slept,
    Sound,
    Start,
    Tick,
)
from stretchtimer.core.player import advance
from stretchtimer.core.player_state import PlayerState, next_deadline_ms
from stretchtimer.core.ports import Alarm, Clock, Notice, SessionLog, Voice
from stretchtimer.core.ports import KeepAwake as KeepAwakePort
from stretchtimer.core.score import Score

# While it plays, the session looks at the clock at least this often, so that it knows to a second
# when the machine fell asleep.
HEARTBEAT_MS = 1_000


@dataclass(frozen=True, slots=True)
class Ports:
    """The world as a session sees it. `begin_log` is called when the session starts."""

    clock: Clock
    alarm: Alarm
    voice: Voice
    keep_awake: KeepAwakePort
    begin_log: Callable[[], SessionLog]
    notify: Callable[[Notice], None]


class Session:
    """Plays one score from Start to its end."""

    def __init__(self, score: Score, ports: Ports, changed: Callable[[PlayerState], None]) -> None:
        """Get ready; `changed` is called with the state after every event."""
        self._ports = ports
        self._changed = changed
        self._log: SessionLog | None = None
        self.state = PlayerState(score, ahead_ms=ports.voice.latency_ms)
        ports.voice.on_measured(self._measured)
        ports.voice.prepare(score.texts())
        self._measured()

    def send(self, event: Event) -> None:
        """Let `event` happen now."""
        now_ms = self._ports.clock.now_ms()
        if isinstance(event, Start) and self._log is None:
            self._log = self._ports.begin_log()
        self.state, effects = advance(self.state, event, now_ms)
        for effect in effects:
            self._carry_out(effect)
        self._set_alarm(now_ms)
        self._changed(self.state)

    def close(self) -> None:
        """Fall silent and let everything go; the session is not used again."""
        self._ports.alarm.cancel()
        self._ports.voice.hush()
        self._ports.keep_awake.let_go()

    def _measured(self) -> None:
        self.send(Measured(self._ports.voice.lengths_ms()))

    def _set_alarm(self, now_ms: int) -> None:
        deadline_ms = next_deadline_ms(self.state)
        if deadline_ms is None:
            self._ports.alarm.cancel()
        else:
            at_ms = min(deadline_ms, now_ms + HEARTBEAT_MS)
            self._ports.alarm.set(at_ms, lambda: self.send(Tick()))

    def _carry_out(self, effect: Effect) -> None:
        ports = self._ports
        match effect:
            case Say(text, patient):
                ports.voice.say(text, patient=patient)
            case Ready(text):
                ports.voice.prepare((text,))
            case Sound(name, quiet):
                ports.voice.chime(name, quiet=quiet)
            case Hush():
                ports.voice.hush()
            case KeepAwake(wanted):
                (ports.keep_awake.hold if wanted else ports.keep_awake.let_go)()
            case Slept(gap_ms):
                ports.notify(_slept_notice(gap_ms))
            case Held() | Ended():
                self._keep(effect)

    def _keep(self, done: Held | Ended) -> None:
        """Write down what was done, once the session has begun."""
        if self._log is None:
            return
        match done:
            case Held(exercise, side, rep, held_ms, planned_ms, block):
                self._log.held(
                    exercise=exercise,
                    side=side,
                    rep=rep,
                    held_ms=held_ms,
                    planned_ms=planned_ms,
                    block=block,
                )
            case Ended(how):
                self._log.ended(how=how)


def _slept_notice(gap_ms: int) -> Notice:
    return Notice(
        f"Paused: the computer slept or stood still for {round(gap_ms / 1000)} seconds.",
        "Nothing is lost. Press Space to go on where you were.",
    )
