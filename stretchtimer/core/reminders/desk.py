"""What one step of the reminders works on: the standings, what was decided, what holds a break."""

from collections.abc import Sequence
from dataclasses import replace

from stretchtimer.core.reminders.look import Moment, Signals
from stretchtimer.core.reminders.presence import READING_MS
from stretchtimer.core.reminders.schedule import Schedule
from stretchtimer.core.reminders.state import (
    Decision,
    Due,
    Kind,
    Paused,
    RemindersState,
    Stage,
    Standing,
)

MINUTE_MS = 60_000
# A meeting's last words, the way back to the chair: a held break comes when things have settled.
GRACE_MS = 60_000
PAUSED = "reminders are paused"
AWAY = "nobody is at the keyboard"

Outcome = tuple[RemindersState, tuple[Decision, ...]]


def reason_against(paused: Paused | None, signals: Signals, idle_ms: int | None) -> str:
    """What speaks against a break just now; empty if nothing does."""
    there = signals.in_call or idle_ms is None or idle_ms <= READING_MS
    reasons = {
        PAUSED: paused is not None,
        "a stretch session is being played": signals.session,
        "the screen is locked": signals.locked,
        "the microphone is in use": signals.microphone,
        "the camera is in use": signals.camera,
        "do not disturb is on": signals.do_not_disturb,
        "a window fills the screen": signals.full_screen,
        AWAY: not there,
    }
    return next((text for text, holds in reasons.items() if holds), "")


class Desk:
    """One step, while it is being worked out. `tick` and `react` add what time and answers do."""

    def __init__(
        self, schedules: Sequence[Schedule], state: RemindersState, moment: Moment
    ) -> None:
        self._schedules = {schedule.id: schedule for schedule in schedules if schedule.on}
        self._standings = {
            name: state.standings.get(name, Standing()) for name in self._schedules
        }  # fmt: skip
        self._state, self._moment = state, moment
        self._lived_ms = state.lived_ms
        self.paused = state.paused
        self._decisions: list[Decision] = []

    def outcome(self) -> Outcome:
        """The next state, and what was decided on the way."""
        state = replace(
            self._state, lived_ms=self._lived_ms, paused=self.paused, standings=self._standings
        )
        return state, tuple(self._decisions)

    def hold_or_free(self, reason: str) -> None:
        """Hold what is due for `reason`; where that is empty, let it come after a grace."""
        for name, due in self._dues(Stage.SNOOZED):
            if due.ready_ms is not None and due.ready_ms <= self._lived_ms:
                self._put_due(name, replace(due, stage=Stage.HELD))
        if reason and reason != AWAY:
            for name, due in self._dues(Stage.OFFERED):
                self._put_due(name, replace(due, stage=Stage.HELD))
        for name, due in self._dues(Stage.HELD):
            if not reason:
                if due.ready_ms is None:
                    self._put_due(name, replace(due, ready_ms=self._lived_ms + GRACE_MS))
                continue
            if due.reason != reason:
                self._decide(Kind.HOLD, name, reason)
            self._put_due(name, replace(due, reason=reason, ready_ms=None))

    def resume(self, why: str) -> None:
        """End a pause, if there is one."""
        if self.paused is not None:
            self.paused = None
            self._decide(Kind.RESUME, "", why)

    def _by_use(self) -> list[tuple[str, Schedule]]:
        return [(name, one) for name, one in self._schedules.items() if one.every_min]

    def _dues(self, *stages: Stage) -> list[tuple[str, Due]]:
        return [
            (name, standing.due)
            for name, standing in self._standings.items()
            if standing.due is not None and standing.due.stage in stages
        ]

    def _put_due(self, name: str, due: Due) -> None:
        self._standings[name] = replace(self._standings[name], due=due)

    def _settle(self, name: str) -> None:
        self._standings[name] = replace(self._standings[name], due=None, noticed=False)

    def _length_s(self, name: str) -> int:
        return self._schedules[name].length_s

    def _name(self, name: str) -> str:
        return self._schedules[name].name

    def _decide(self, kind: Kind, name: str, reason: str, together: tuple[str, ...] = ()) -> None:
        self._decisions.append(Decision(kind, self._moment.aware, name, reason, together))


def length_words(span_ms: int) -> str:
    """A span as people say it: "40 s", "5 min", "1 h 30 min"."""
    minutes = round(span_ms / MINUTE_MS)
    if minutes < 1:
        return f"{round(span_ms / 1000)} s"
    hours, minutes = divmod(minutes, 60)
    parts = [f"{hours} h" if hours else "", f"{minutes} min" if minutes or not hours else ""]
    return " ".join(part for part in parts if part)
