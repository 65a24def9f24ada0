"""What the screen, the tray and the command line say of reminders, in words. Pure."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from stretchtimer.core.reminders.forecast import Coming
from stretchtimer.core.reminders.look import Moment
from stretchtimer.core.reminders.react import longer_min
from stretchtimer.core.reminders.schedule import Schedule, time_text
from stretchtimer.core.reminders.state import Decision, Kind, RemindersState, Stage

_KINDS = {
    Kind.NOTICE: "announced",
    Kind.HOLD: "held",
    Kind.OFFER: "offered",
    Kind.MERGE: "joined",
    Kind.DROP: "not offered",
    Kind.REST: "taken already",
    Kind.START: "started",
    Kind.SNOOZE: "snoozed",
    Kind.SKIP: "skipped",
    Kind.UNANSWERED: "went by",
    Kind.ASK: "asked about",
    Kind.LONGER: "comes less often",
    Kind.KEEP: "stays",
    Kind.DONE: "taken already",
    Kind.PAUSE: "paused",
    Kind.RESUME: "going on",
}


def next_line(
    schedules: Sequence[Schedule], state: RemindersState, coming: Sequence[Coming], moment: Moment
) -> str:
    """The next break in one line: "Desk break about 10:42, after 37 min at the keyboard"."""
    names = {schedule.id: schedule.name for schedule in schedules}
    if state.paused is not None:
        return f"Paused {pause_end(state, moment)}".strip()
    waiting = waiting_lines(schedules, state)
    if waiting:
        return waiting[0]
    if not coming:
        return ""
    first = coming[0]
    when = _when(first.at, moment)
    if not first.if_used:
        return f"{names[first.schedule]} at {when}"
    used_min = state.standings[first.schedule].used_ms // 60_000 if state.standings else 0
    why = f"after {used_min} min at the keyboard" if used_min else "counting from now"
    return f"{names[first.schedule]} about {when}, {why}"


def waiting_lines(schedules: Sequence[Schedule], state: RemindersState) -> list[str]:
    """What is due: on offer, held and why, or postponed until when."""
    lines = []
    for schedule in schedules:
        standing = state.standings.get(schedule.id)
        due = None if standing is None else standing.due
        if due is None:
            continue
        if due.stage is Stage.OFFERED:
            lines.append(f"{schedule.name}: on offer now")
        elif due.stage is Stage.SNOOZED and due.ready_ms is not None:
            left_ms = due.ready_ms - state.lived_ms
            lines.append(f"{schedule.name}: postponed, comes in {minutes_text(left_ms)}")
        elif due.ready_ms is None and due.reason:
            lines.append(f"{schedule.name}: waits, {due.reason}")
        else:
            lines.append(f"{schedule.name}: comes in a moment")
    return lines


def longer_question(schedule: Schedule) -> tuple[str, str, str, str]:
    """After three skips: what is said, what is asked, and the words for yes and no."""
    longer = f"very {longer_min(schedule.every_min)} min"
    asked = f"Would e{longer} suit you better?"
    said = f"{schedule.name} was skipped three times in a row."
    return said, asked, f"E{longer}", f"Keep every {schedule.every_min} min"


def coming_lines(
    schedules: Sequence[Schedule], coming: Sequence[Coming], moment: Moment
) -> list[tuple[str, str]]:
    """Each coming break as its time and its name."""
    names = {schedule.id: schedule.name for schedule in schedules}
    return [
        (
            ("about " if one.if_used else "") + _when(one.at, moment),
            names[one.schedule] + (", if you go on working" if one.if_used else ""),
        )
        for one in coming
    ]


def log_line(decision: Decision, names: Mapping[str, str], now: datetime) -> tuple[str, str]:
    """One decision as its time and what was decided, with the reason."""
    at = decision.at
    when = time_text(at) if at.date() == now.date() else f"{at:%a} {time_text(at)}"
    name = names.get(decision.schedule, decision.schedule)
    who = f"{name} " if name else "Reminders "
    return when, f"{who}{_KINDS[decision.kind]}: {decision.reason}"


def pause_end(state: RemindersState, moment: Moment) -> str:
    """Until when the reminders are paused: "for 42 min", "until tomorrow", "until you resume"."""
    pause = state.paused
    if pause is None:
        return ""
    if pause.until_local is not None:
        return f"until {_day_and_time(pause.until_local, moment.local)}"
    if pause.until_ms is None:
        return "until you resume"
    return f"for {minutes_text(pause.until_ms - state.lived_ms)}"


def minutes_text(span_ms: int) -> str:
    """Whole minutes, at least one: "23 min", "1 h 5 min"."""
    hours, minutes = divmod(max(1, round(span_ms / 60_000)), 60)
    parts = [f"{hours} h" if hours else "", f"{minutes} min" if minutes else ""]
    return " ".join(part for part in parts if part)


def length_text(length_s: int) -> str:
    """The length of a break: "20 s", "2 min"."""
    return f"{length_s} s" if length_s < 60 or length_s % 60 else f"{length_s // 60} min"


def _when(at: datetime, moment: Moment) -> str:
    return _day_and_time(at.astimezone(moment.zone).replace(tzinfo=None), moment.local)


def _day_and_time(local: datetime, now: datetime) -> str:
    days = (local.date() - now.date()).days
    if days == 0:
        return time_text(local)
    later = f"{local:%a}" if days < 7 else f"{local.day} {local:%b}"
    return f"{'tomorrow' if days == 1 else later} {time_text(local)}"
