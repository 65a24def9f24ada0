"""The break loop: all transitions of the reminders are in this file.

`tick` is told what time it is and what goes on, and `react` what the person answered; both give the
next state and what was decided, each with its reason. Neither asks a clock. Looks may come late or
seldom: what happened between two of them is worked out from the clocks.
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
from stretchtimer.core.reminders.look import Look, Moment, Signals
from stretchtimer.core.reminders.presence import READING_MS, Span, span_between
from stretchtimer.core.reminders.schedule import Schedule, is_open, time_text
from stretchtimer.core.reminders.state import (
    Answer,
    Decision,
    Done,
    Due,
    Kind,
    Pause,
    Paused,
    RemindersState,
    Resume,
    Skip,
    Snooze,
    Stage,
    Standing,
    Start,
)

MINUTE_MS = 60_000
# A meeting's last words, the way back to the chair: a held break comes when things have settled.
GRACE_MS = 60_000
UNANSWERED_MS = 10 * MINUTE_MS
SKIPS_TO_ASK = 3
# Who leaves the keyboard for five minutes has stood up: our own figure, as for a break.
STOOD_UP_MS = 5 * MINUTE_MS
# "Tomorrow" begins when the night owls sleep.
_MORNING_HOUR = 4
_JUMP = timedelta(minutes=1)
_PAUSED = "reminders are paused"
_AWAY = "nobody is at the keyboard"

Outcome = tuple[RemindersState, tuple[Decision, ...]]


def tick(schedules: Sequence[Schedule], state: RemindersState, look: Look) -> Outcome:
    """Let time pass up to `look`."""
    desk = _Desk(schedules, state, look.moment)
    desk.pass_time(look)
    desk.end_pause()
    desk.rest_and_count()
    desk.pass_clock_times()
    desk.close_hours()
    desk.let_pass_unanswered(_reason(desk.paused, look.signals, look.idle_ms))
    desk.hold_or_free(_reason(desk.paused, look.signals, look.idle_ms))
    desk.offer()
    if not _reason(desk.paused, look.signals, look.idle_ms):
        desk.give_notice()
    return desk.outcome()


def react(
    schedules: Sequence[Schedule], state: RemindersState, answer: Answer, moment: Moment
) -> Outcome:
    """Let the person's `answer` happen at `moment`, which the last tick has seen."""
    desk = _Desk(schedules, state, moment)
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


def _reason(paused: Paused | None, signals: Signals, idle_ms: int | None) -> str:
    """What speaks against a break just now; empty if nothing does."""
    there = signals.in_call or idle_ms is None or idle_ms <= READING_MS
    reasons = {
        _PAUSED: paused is not None,
        "a stretch session is being played": signals.session,
        "the screen is locked": signals.locked,
        "the microphone is in use": signals.microphone,
        "the camera is in use": signals.camera,
        "do not disturb is on": signals.do_not_disturb,
        "a window fills the screen": signals.full_screen,
        _AWAY: not there,
    }
    return next((text for text, holds in reasons.items() if holds), "")


class _Desk:
    """One step, while it is being worked out."""

    def __init__(
        self, schedules: Sequence[Schedule], state: RemindersState, moment: Moment
    ) -> None:
        self._schedules = {schedule.id: schedule for schedule in schedules if schedule.on}
        self._standings = {
            name: state.standings.get(name, Standing()) for name in self._schedules
        }  # fmt: skip
        self._state, self._moment = state, moment
        self._before = state.local or moment.local
        self._span = Span()
        self._lived_ms = state.lived_ms
        self.paused = state.paused
        self._decisions: list[Decision] = []

    def outcome(self) -> Outcome:
        state = replace(
            self._state, lived_ms=self._lived_ms, paused=self.paused, standings=self._standings
        )
        return state, tuple(self._decisions)

    # Time

    def pass_time(self, look: Look) -> None:
        state, moment = self._state, self._moment
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
        return f"{who} for {_length(self._span.longest_ms)}, which counts as a break"

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
                    ago = _length(self._lived_ms - past.lived_ms)
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
            if reason == _AWAY:
                self._put_due(name, replace(due, stage=Stage.HELD, reason="", ready_ms=None))
            else:
                self._settle(name)
                waited = _length(UNANSWERED_MS)
                self._decide(Kind.UNANSWERED, name, f"no answer for {waited}")

    def hold_or_free(self, reason: str) -> None:
        for name, due in self._dues(Stage.SNOOZED):
            if due.ready_ms is not None and due.ready_ms <= self._lived_ms:
                self._put_due(name, replace(due, stage=Stage.HELD))
        if reason and reason != _AWAY:
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

    # Offering

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
                self._decide(Kind.NOTICE, name, f"in {_length(max(left_ms, MINUTE_MS))}")

    # Answers

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
                self._decide(Kind.DONE, name, f"a session of {_length(length_s * 1000)}")
            self._standings[name] = replace(
                standing, used_ms=0, due=None, skips=0, noticed=False
            )  # fmt: skip

    def pause(self, minutes: int | None) -> None:
        if minutes:
            self.paused = Paused(until_ms=self._lived_ms + minutes * MINUTE_MS)
            how = f"for {_length(minutes * MINUTE_MS)}"
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
        self.hold_or_free(_PAUSED)

    def resume(self, why: str) -> None:
        if self.paused is not None:
            self.paused = None
            self._decide(Kind.RESUME, "", why)

    # Small things

    def _wanted(self) -> str:
        state = replace(self._state, standings=self._standings)
        wanted = wanted_break(list(self._schedules.values()), state)
        return "" if wanted is None else wanted.id

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


def _morning_after(local: datetime) -> datetime:
    morning = local.replace(hour=_MORNING_HOUR, minute=0, second=0, microsecond=0)
    return morning if local < morning else morning + timedelta(days=1)


def _when(moment: datetime, now: datetime) -> str:
    if moment.date() == now.date():
        return time_text(moment)
    return f"{moment:%a} {time_text(moment)}"


def _length(span_ms: int) -> str:
    minutes = round(span_ms / MINUTE_MS)
    if minutes < 1:
        return f"{round(span_ms / 1000)} s"
    hours, minutes = divmod(minutes, 60)
    parts = [f"{hours} h" if hours else "", f"{minutes} min" if minutes or not hours else ""]
    return " ".join(part for part in parts if part)
