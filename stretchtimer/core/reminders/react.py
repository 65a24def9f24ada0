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
    Decision,
    Done,
    Keep,
    Kind,
    Longer,
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
# Half as long again; shorter steps would be asked about again and again.
_LONGER = 1.5
_STEP_MIN, _LONGEST_MIN = 5, 24 * 60
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
        case Longer(name):
            desk.settle_question(name, Kind.LONGER)
        case Keep(name):
            desk.settle_question(name, Kind.KEEP)
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


def longer_min(every_min: int) -> int:
    """The interval in minutes that is asked about for one of `every_min`; never a shorter one."""
    steps = round(every_min * _LONGER / _STEP_MIN)
    return min(_LONGEST_MIN, max(steps * _STEP_MIN, every_min + _STEP_MIN))


def open_questions(schedules: Sequence[Schedule], state: RemindersState) -> list[Schedule]:
    """The schedules whose longer interval waits for a yes or no.

    A schedule that was changed since is not asked about any more.
    """
    return [
        schedule
        for schedule in schedules
        if schedule.on
        and (standing := state.standings.get(schedule.id)) is not None
        and 0 < standing.asking_min == schedule.every_min
    ]


def with_longer_interval(
    schedules: Sequence[Schedule], decisions: Sequence[Decision]
) -> tuple[Schedule, ...]:
    """The schedules after what was decided: one whose longer interval was wanted has it."""
    wanted = {one.schedule for one in decisions if one.kind is Kind.LONGER}
    return tuple(
        replace(one, every_min=longer_min(one.every_min)) if one.id in wanted else one
        for one in schedules
    )


class _Answering(Desk):
    def start(self) -> None:
        name = self._wanted()
        if name:
            self._settle(name)
            self._standings[name] = replace(self._standings[name], used_ms=0, skips=0, asking_min=0)
            self._decide(Kind.START, name, "you started it")

    def skip(self) -> None:
        name = self._wanted()
        if not name:
            return
        self._settle(name)
        standing = self._standings[name]
        skips = standing.skips + 1
        self._decide(Kind.SKIP, name, "you skipped it")
        self._standings[name] = replace(standing, skips=skips)
        every_min = self._schedules[name].every_min
        # what comes at a time of day has no interval
        if skips >= SKIPS_TO_ASK and not standing.asked and 0 < every_min < _LONGEST_MIN:
            self._standings[name] = replace(
                standing, skips=skips, asked=True, asking_min=every_min
            )  # fmt: skip
            wish = f"every {longer_min(every_min)} min instead of {every_min}, perhaps?"
            self._decide(Kind.ASK, name, f"{skips} skipped in a row: {wish}")

    def settle_question(self, name: str, answer: Kind) -> None:
        schedule, standing = self._schedules.get(name), self._standings.get(name)
        if schedule is None or standing is None or not standing.asking_min:
            return
        self._standings[name] = replace(standing, asking_min=0, skips=0)
        every_min = schedule.every_min
        if answer is Kind.LONGER:
            every_min = longer_min(every_min)
        self._decide(answer, name, f"every {every_min} min, as you said")

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
                standing, used_ms=0, due=None, skips=0, asking_min=0, noticed=False
            )

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
