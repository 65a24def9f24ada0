"""What a person answers: all transitions of the reminders that somebody asked for are here.

`react` gives the next state and what was decided. What time brings is in `tick`.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from stretchtimer.core.reminders.desk import MINUTE_MS, PAUSED, Desk, Outcome, length_words
from stretchtimer.core.reminders.look import Moment
from stretchtimer.core.reminders.schedule import Schedule
from stretchtimer.core.reminders.state import (
    Answer,
    Done,
    Kind,
    Pause,
    Paused,
    RemindersState,
    Resume,
    Skip,
    Snooze,
    Stage,
    Start,
)

SKIPS_TO_ASK = 3
# "Tomorrow" begins when the night owls sleep.
_MORNING_HOUR = 4


def react(
    schedules: Sequence[Schedule], state: RemindersState, answer: Answer, moment: Moment
) -> Outcome:
    """Let the person's `answer` happen at `moment`, which the last tick has seen."""
    desk = _Answering(schedules, state, moment)
    match answer:
        case Start():
            desk.start()
        case Skip():
            desk.skip()
        case Snooze(minutes):
            desk.snooze(minutes)
        case Done(length_s):
            desk.done(length_s)
        case Pause(minutes):
            desk.pause(minutes)
        case Resume():
            desk.resume("as you said")
    return desk.outcome()


def wanted_break(schedules: Sequence[Schedule], state: RemindersState) -> Schedule | None:
    """The break that an answer is about: the one on offer, or else the longest that waits."""
    due = {
        schedule: standing.due
        for schedule in schedules
        if (standing := state.standings.get(schedule.id)) is not None and standing.due is not None
    }
    return max(
        due,
        key=lambda one: (due[one].stage is Stage.OFFERED, one.length_s),
        default=None,
    )


class _Answering(Desk):
    def start(self) -> None:
        name = self._wanted()
        if name:
            self._settle(name)
            self._standings[name] = replace(self._standings[name], used_ms=0, skips=0)
            self._decide(Kind.START, name, "you started it")

    def skip(self) -> None:
        name = self._wanted()
        if not name:
            return
        self._settle(name)
        standing = self._standings[name]
        skips = standing.skips + 1
        self._decide(Kind.SKIP, name, "you skipped it")
        ask = skips >= SKIPS_TO_ASK and not standing.asked
        if ask:
            self._decide(Kind.ASK, name, f"{skips} skipped in a row: a longer interval, perhaps?")
        self._standings[name] = replace(standing, skips=skips, asked=standing.asked or ask)

    def snooze(self, minutes: int) -> None:
        name = self._wanted()
        due = self._standings[name].due if name else None
        if due is not None:
            until_ms = self._lived_ms + minutes * MINUTE_MS
            self._put_due(name, replace(due, stage=Stage.SNOOZED, reason="", ready_ms=until_ms))
            self._decide(Kind.SNOOZE, name, f"in {minutes} min, as you said")

    def done(self, length_s: int) -> None:
        if length_s * 1000 >= MINUTE_MS:
            self._state = replace(self._state, sat_ms=0)
        for name, standing in self._standings.items():
            if self._length_s(name) > length_s:
                continue
            if standing.due is not None or standing.used_ms >= MINUTE_MS:
                self._decide(Kind.DONE, name, f"a session of {length_words(length_s * 1000)}")
            self._standings[name] = replace(
                standing, used_ms=0, due=None, skips=0, noticed=False
            )  # fmt: skip

    def pause(self, minutes: int | None) -> None:
        if minutes:
            self.paused = Paused(until_ms=self._lived_ms + minutes * MINUTE_MS)
            how = f"for {length_words(minutes * MINUTE_MS)}"
        elif minutes is None:
            self.paused, how = Paused(), "until you say so"
        else:
            self.paused, how = Paused(until_local=_morning_after(self._moment.local)), ""
            how = "until tomorrow"
        self._decide(Kind.PAUSE, "", how)
        if minutes == 0:
            for name, _ in self._dues(*Stage):
                if not self._schedules[name].every_min:
                    self._settle(name)
                    self._decide(Kind.DROP, name, "paused until tomorrow")
        self.hold_or_free(PAUSED)

    def _wanted(self) -> str:
        state = replace(self._state, standings=self._standings)
        wanted = wanted_break(list(self._schedules.values()), state)
        return "" if wanted is None else wanted.id


def _morning_after(local: datetime) -> datetime:
    morning = local.replace(hour=_MORNING_HOUR, minute=0, second=0, microsecond=0)
    return morning if local < morning else morning + timedelta(days=1)
