"""What time brings: all transitions of the reminders between two looks are in this file.

`tick` is told what time it is and what goes on, and gives the next state and what was decided, each
with its reason. It asks no clock. Looks may come late or seldom: what happened between two of them
is worked out from the clocks. What a person answers is in `react`.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from stretchtimer.core.reminders.clock_times import (
    Came,
    came_already,
    passed_times,
    still_of_interest,
    zone_name,
)
from stretchtimer.core.reminders.desk import (
    AWAY,
    MINUTE_MS,
    Desk,
    Outcome,
    length_words,
    reason_against,
)
from stretchtimer.core.reminders.look import Look
from stretchtimer.core.reminders.presence import Span, span_between
from stretchtimer.core.reminders.schedule import Schedule, is_open, time_text
from stretchtimer.core.reminders.state import Due, Kind, RemindersState, Stage

UNANSWERED_MS = 10 * MINUTE_MS
# Who leaves the keyboard for five minutes has stood up: our own figure, as for a break.
STOOD_UP_MS = 5 * MINUTE_MS
_JUMP = timedelta(minutes=1)


def tick(schedules: Sequence[Schedule], state: RemindersState, look: Look) -> Outcome:
    """Let time pass up to `look`."""
    desk = _PassingTime(schedules, state, look)
    desk.end_pause()
    desk.rest_and_count()
    desk.pass_clock_times()
    desk.close_hours()
    reason = reason_against(desk.paused, look.signals, look.idle_ms)
    desk.let_pass_unanswered(reason)
    desk.hold_or_free(reason)
    desk.offer()
    if not reason:
        desk.give_notice()
    return desk.outcome()


class _PassingTime(Desk):
    def __init__(self, schedules: Sequence[Schedule], state: RemindersState, look: Look) -> None:
        moment = look.moment
        super().__init__(schedules, state, moment)
        self._before = state.local or moment.local
        self._span = Span()
        if state.before is not None:
            self._span = span_between(state.before, state.signals, state.away_ms, look)
        self._lived_ms += self._span.lived_ms
        stood_up = max(self._span.longest_ms, self._span.away_ms) >= STOOD_UP_MS
        self._state = replace(
            state,
            away_ms=self._span.away_ms,
            sat_ms=0 if stood_up else state.sat_ms + self._span.used_ms,
            before=moment,
            local=moment.local,
            zone=zone_name(moment.zone),
            signals=look.signals,
        )
        self._left_zone = state.zone

    def end_pause(self) -> None:
        pause = self.paused
        if pause is None:
            return
        over = pause.until_ms is not None and self._lived_ms >= pause.until_ms
        if over or (pause.until_local is not None and self._moment.local >= pause.until_local):
            self.resume("the pause is over")

    def rest_and_count(self) -> None:
        for name, schedule in self._by_use():
            standing = self._standings[name]
            if self._span.longest_ms >= schedule.away_min * MINUTE_MS:
                if standing.due is not None or standing.used_ms >= MINUTE_MS:
                    self._decide(Kind.REST, name, self._rested())
                standing = replace(standing, used_ms=0, due=None, noticed=False)
            if is_open(schedule, self._before) and is_open(schedule, self._moment.local):
                standing = replace(standing, used_ms=standing.used_ms + self._span.used_ms)
            self._standings[name] = standing
            self._come_due(schedule)

    def _rested(self) -> str:
        who = self._span.missed or "nobody was at the keyboard"
        return f"{who} for {length_words(self._span.longest_ms)}, which counts as a break"

    def _come_due(self, schedule: Schedule) -> None:
        standing, every_ms = self._standings[schedule.id], schedule.every_min * MINUTE_MS
        if standing.used_ms < every_ms:
            return
        self._standings[schedule.id] = replace(standing, used_ms=standing.used_ms % every_ms)
        self._add_due(schedule.id, f"after {schedule.every_min} min of computer use", missed="")

    def pass_clock_times(self) -> None:
        now = self._moment.local
        for name, schedule in self._schedules.items():
            standing, zone = self._standings[name], zone_name(self._moment.zone)
            came = still_of_interest(standing.came, self._lived_ms)
            fresh = []
            for passed in passed_times(schedule, self._before, now):
                past = came_already(came, passed, zone, self._lived_ms)
                if past is not None:
                    ago = length_words(self._lived_ms - past.lived_ms)
                    self._decide(Kind.DROP, name, f"{time_text(passed)} came already, {ago} ago")
                elif self.paused is not None and self.paused.until_local is not None:
                    self._decide(Kind.DROP, name, f"{time_text(passed)}: paused until tomorrow")
                else:
                    fresh.append(passed)
            came += tuple(Came(passed, zone, self._lived_ms) for passed in fresh)
            self._standings[name] = replace(standing, came=came)
            if fresh:
                self._add_due(name, self._why_now(fresh), missed=self._span.missed)

    def _why_now(self, passed: Sequence[datetime]) -> str:
        shown = ", ".join(_when(moment, self._moment.local) for moment in passed[-6:])
        more = f" and {len(passed) - 6} more" if len(passed) > 6 else ""
        if self._span.missed:
            return f"{shown}{more} passed while {self._span.missed}"
        leapt = self._moment.local - self._before - timedelta(milliseconds=self._span.lived_ms)
        if leapt > _JUMP:
            moved = self._left_zone != zone_name(self._moment.zone)
            cause = "the time zone changed" if moved else "the clocks were put forward"
            return f"{shown}{more} passed when {cause}"
        return f"at {shown}{more}"

    def _add_due(self, name: str, why: str, *, missed: str) -> None:
        standing = self._standings[name]
        if standing.due is not None:
            self._decide(Kind.MERGE, name, f"{why}: the one that waits stands for both")
            return
        due = Due(Stage.HELD, why, missed, None if missed else self._lived_ms)
        if missed:
            self._decide(Kind.HOLD, name, missed)
        self._standings[name] = replace(standing, due=due, noticed=False)

    def close_hours(self) -> None:
        for name, schedule in self._by_use():
            due = self._standings[name].due
            if due is None or due.stage is not Stage.HELD:
                continue
            if not is_open(schedule, self._moment.local):
                self._settle(name)
                self._decide(Kind.DROP, name, "its hours are over")

    def let_pass_unanswered(self, reason: str) -> None:
        for name, due in self._dues(Stage.OFFERED):
            if self._lived_ms - (due.ready_ms or 0) < UNANSWERED_MS:
                continue
            if reason == AWAY:
                self._put_due(name, replace(due, stage=Stage.HELD, reason="", ready_ms=None))
            else:
                self._settle(name)
                waited = length_words(UNANSWERED_MS)
                self._decide(Kind.UNANSWERED, name, f"no answer for {waited}")

    def offer(self) -> None:
        waiting = dict(self._dues(Stage.HELD))
        if any(due.ready_ms is None or due.ready_ms > self._lived_ms for due in waiting.values()):
            return  # what comes due while another settles comes together with it
        ready = sorted(waiting, key=self._length_s, reverse=True)
        standing = [*self._dues(Stage.OFFERED), *self._dues(Stage.SNOOZED)]
        for name in list(ready):
            longer = next((n for n, _ in standing if self._length_s(n) >= self._length_s(name)), "")
            if longer:
                ready.remove(name)
                self._merge(name, longer)
        if not ready:
            return
        winner, *others = ready
        due = waiting[winner]
        for name in [*others, *(n for n, _ in standing)]:
            self._merge(name, winner)
        for name, _ in self._by_use():
            if self._length_s(name) <= self._length_s(winner):
                self._standings[name] = replace(self._standings[name], used_ms=0, noticed=False)
        self._put_due(winner, Due(Stage.OFFERED, due.why, "", self._lived_ms))
        held = f", held before: {due.reason}" if due.reason and due.reason not in due.why else ""
        self._decide(Kind.OFFER, winner, due.why + held, tuple(others))

    def _merge(self, name: str, winner: str) -> None:
        due = self._standings[name].due
        why = due.why if due is not None else ""
        self._settle(name)
        self._standings[name] = replace(self._standings[name], used_ms=0)
        self._decide(Kind.MERGE, name, f"{why}: comes together with “{self._name(winner)}”")

    def give_notice(self) -> None:
        local = self._moment.local
        for name, schedule in self._schedules.items():
            standing, ahead_ms = self._standings[name], schedule.notice_min * MINUTE_MS
            if not ahead_ms or standing.noticed or standing.due is not None:
                continue
            if schedule.every_min:
                left_ms = schedule.every_min * MINUTE_MS - standing.used_ms
                near = left_ms <= ahead_ms and is_open(schedule, local)
            else:
                coming = passed_times(schedule, local, local + timedelta(milliseconds=ahead_ms))
                near = bool(coming)
                left_ms = (coming[0] - local) // timedelta(milliseconds=1) if coming else 0
            if near:
                self._standings[name] = replace(standing, noticed=True)
                self._decide(Kind.NOTICE, name, f"in {length_words(max(left_ms, MINUTE_MS))}")


def _when(moment: datetime, now: datetime) -> str:
    if moment.date() == now.date():
        return time_text(moment)
    return f"{moment:%a} {time_text(moment)}"
