"""Runs the reminders over a day that is written down: a trace in, every decision out.

docs/reminders.md describes the trace. The reminders are those of the program; only the looks at the
clocks, the keyboard and the surroundings come from the file.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from stretchtimer.core.reminders.forecast import coming_breaks
from stretchtimer.core.reminders.look import Moment
from stretchtimer.core.reminders.react import react, with_longer_interval
from stretchtimer.core.reminders.schedule import Schedule
from stretchtimer.core.reminders.state import Decision, RemindersState
from stretchtimer.core.reminders.tick import tick
from stretchtimer.storage.reminders_state import state_data, state_from_data
from stretchtimer.trace import MOST_LOOKS, TraceError, read_trace, trace_looks, trace_schedules

_SHOWN_COMING = 5


@dataclass(frozen=True, slots=True)
class Made:
    """A decision with the place in the trace and the clocks that led to it."""

    decision: Decision
    step: int
    moment: Moment


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a trace."""

    schedules: tuple[Schedule, ...]
    made: tuple[Made, ...]
    state: RemindersState
    last: Moment


def simulate(trace: Mapping[str, Any]) -> Outcome:
    """Every decision over a trace. Raises TraceError."""
    schedules = trace_schedules(trace)
    state, last, made = RemindersState(), Moment(0, 0, 0), list[Made]()
    for number, (step, look, answers) in enumerate(trace_looks(trace)):
        if number >= MOST_LOOKS:
            raise TraceError(f"expected at most {MOST_LOOKS} looks, found more")
        if look.restarted:
            state = state_from_data(json.loads(json.dumps(state_data(state))))
        state, decisions = tick(schedules, state, look)
        made += (Made(one, step, look.moment) for one in decisions)
        for answer in answers:
            state, decisions = react(schedules, state, answer, look.moment)
            schedules = with_longer_interval(schedules, decisions)
            made += (Made(one, step, look.moment) for one in decisions)
        last = look.moment
    return Outcome(schedules, tuple(made), state, last)


def outcome_lines(outcome: Outcome) -> list[str]:
    """One line for each decision, for people."""
    names = {schedule.id: schedule.name for schedule in outcome.schedules}
    lines = [
        f"{one.decision.at:%a %Y-%m-%d %H:%M:%S%z}  {one.decision.kind:10}"
        f"  {names.get(one.decision.schedule, 'all')}: {one.decision.reason}"
        + "".join(f" + {names[name]}" for name in one.decision.together)
        for one in outcome.made
    ]
    return lines or ["Nothing came due."]


def outcome_data(outcome: Outcome) -> dict[str, Any]:
    """Everything, for programs."""
    coming = coming_breaks(outcome.schedules, outcome.state, outcome.last, _SHOWN_COMING)
    zone = outcome.last.zone
    return {
        "format": 1,
        "decisions": [
            {
                "at": one.decision.at.isoformat(),
                "wall": one.moment.wall_ms / 1000,
                "awake": one.moment.awake_ms / 1000,
                "boot": one.moment.boot_ms / 1000,
                "step": one.step,
                "kind": one.decision.kind.value,
                "schedule": one.decision.schedule,
                "reason": one.decision.reason,
                "together": list(one.decision.together),
            }
            for one in outcome.made
        ],
        "standing": {
            name: {
                "used_s": one.used_ms // 1000,
                "due": None
                if one.due is None
                else {
                    "stage": one.due.stage.value,
                    "why": one.due.why,
                    "held_by": "" if one.due.ready_ms is not None else one.due.reason,
                },
                "skips": one.skips,
            }
            for name, one in outcome.state.standings.items()
        },
        "paused": outcome.state.paused is not None,
        "next": [
            {
                "at": one.at.astimezone(zone).isoformat(),
                "schedule": one.schedule,
                "if_used": one.if_used,
            }
            for one in coming
        ],
    }


def run_simulation(path: Path) -> Outcome:
    """Run the trace in a file. Raises TraceError with the file's name."""
    trace = read_trace(path)
    try:
        return simulate(trace)
    except TraceError as error:
        raise TraceError(f"{path}: {error}") from error
    except (OverflowError, OSError, ValueError) as error:  # years that no calendar has
        raise TraceError(f"{path}: a time that cannot be shown: {error}") from error
