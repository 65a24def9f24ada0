"""Which one routine fits now: by what the week still lacks, the hour, the place, the answers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from stretchtimer.core.answers import Answer, Answers, LockedError
from stretchtimer.core.exercise import Exercise
from stretchtimer.core.fitting import Fitted, fit
from stretchtimer.core.history import STRENGTH, WEEK_ENOUGH_S, credit
from stretchtimer.core.routine import Prescription, Routine
from stretchtimer.core.safety import is_offered

_WORK_HOURS = range(9, 18)
_EVENING = range(19, 24)
_SHORT_S, _LONG_S = 330, 600
_WARM_UP_FROM_HOLD_S = 20
_SITTING_LONG_MIN = 30
_WEEKEND = 5  # Saturday, counted from Monday
WARM_UP = "stand-march"
FIRST_ROUTINE = "wall-hamstring"  # lying down, one stretch: all that the program does, calmly

_MUSCLES = {
    "hamstring": "Hamstrings",
    "lowback": "The low back",
    "neck": "The neck",
    "shoulder": "The shoulders",
    "wrist": "The wrists",
    "trunk": "The trunk",
    "hip": "The hips",
    "leg": "The legs",
}


@dataclass(frozen=True, slots=True)
class Situation:
    """How things stand. `now` is the local time.

    `week_s` are the seconds of each muscle in the last seven days, `last_done` the last local day
    of each routine by id. `place` and `minutes` are what the person said, if anything.
    """

    now: datetime
    answers: Answers = field(default_factory=Answers)
    week_s: Mapping[str, int] = field(default_factory=dict)
    last_done: Mapping[str, date] = field(default_factory=dict)
    place: str = ""
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A routine of the library, and how it fits this person."""

    routine: Routine
    fitted: Fitted

    @property
    def total_s(self) -> int:
        """Its length as this person would play it."""
        frame_s = self.routine.intro_s + self.routine.outro_s + self.fitted.extra_outro_s
        return frame_s + sum(block.dose.total_s for block in self.fitted.blocks)

    @property
    def muscles(self) -> dict[str, int]:
        """Seconds that each muscle would get, for one side."""
        gained: dict[str, int] = {}
        for block in self.fitted.blocks:
            muscle = credit(block.exercise)
            if muscle and muscle != STRENGTH:
                gained[muscle] = gained.get(muscle, 0) + block.dose.hold_per_side_s
        return gained


@dataclass(frozen=True, slots=True)
class Suggested:
    """The routine to offer, by id, and one sentence that says why."""

    routine: str
    reason: str


def candidates(
    routines: Iterable[tuple[Routine, tuple[Prescription, ...]]],
    answers: Answers,
    exercises: Mapping[str, Exercise],
) -> list[Candidate]:
    """The routines that may start now; each is given with its blocks."""
    found: list[Candidate] = []
    for routine, blocks in routines:
        try:
            found.append(Candidate(routine, fit(blocks, answers, exercises)))
        except LockedError:
            continue
    return found


def suggest(offers: Iterable[Candidate], situation: Situation) -> Suggested | None:
    """The one that fits best; None where none may start.

    What has a caution or is off by default is a person's own choice, by switching it on; knees to
    chest is meant for those with a disc problem who passed the knees-up test. Whoever has played
    nothing yet begins with `FIRST_ROUTINE`.
    """
    open_ones = [each for each in offers if _may_be_offered(each, situation)]
    if not open_ones:
        return None
    first = [each for each in open_ones if each.routine.id == FIRST_ROUTINE]
    if first and not situation.last_done and not first[0].fitted.changes_exercises:
        return Suggested(FIRST_ROUTINE, _reason(first[0], situation))
    best = max(open_ones, key=lambda each: _worth(each, situation))
    return Suggested(best.routine.id, _reason(best, situation))


def wants_warm_up(
    blocks: Iterable[Prescription], sitting_min: int, answers: Answers, warm_up: Exercise
) -> bool:
    """Whether to offer a minute of marching first: after half an hour of sitting, for long holds.

    Five to ten minutes of light activity is the usual advice (Mayo Clinic); a minute is ours.
    """
    played = list(blocks)
    if sitting_min < _SITTING_LONG_MIN or not is_offered(warm_up, answers):
        return False
    if any(block.exercise.id == warm_up.id for block in played):
        return False
    return any(
        block.exercise.kind == "stretch" and block.dose.hold_s >= _WARM_UP_FROM_HOLD_S
        for block in played
    )


def _may_be_offered(each: Candidate, situation: Situation) -> bool:
    answers = situation.answers
    has_back = Answer.DISC in answers or Answer.SCIATICA in answers
    is_chosen = any(block.exercise.id in answers.switched_on for block in each.fitted.blocks)
    is_meant = has_back and not each.fitted.changes_exercises
    if each.routine.caution and not (is_chosen or is_meant):
        return False
    if not all(is_offered(block.exercise, answers) for block in each.fitted.blocks):
        return False
    if situation.place and situation.place not in each.routine.place:
        return False
    return situation.minutes is None or each.total_s <= situation.minutes * 60


def _worth(each: Candidate, situation: Situation) -> tuple[float, str]:
    now = situation.now
    is_work = now.hour in _WORK_HOURS and now.weekday() < _WEEKEND
    worth = sum(_lacking_s(each, situation).values()) / 60
    is_at_desk = "desk" in each.routine.place and "floor" not in each.routine.place
    worth += 2 if is_at_desk is is_work else 0
    if is_work and each.total_s > _SHORT_S:
        worth -= 2
    if now.hour in _EVENING and each.total_s >= _LONG_S:
        worth += 1
    if each.total_s > _LONG_S and now.hour not in _EVENING:
        worth -= 3
    done = situation.last_done.get(each.routine.id)
    if done is not None:
        days = (now.date() - done).days
        worth -= 4 if days == 0 else 1 if days == 1 else 0
    if Answer.LBP in situation.answers and "floor" in each.routine.place:
        worth += 2  # with a sore back the floor comes first
    if each.fitted.changes_exercises:
        worth -= 1
    # A stable choice among equals: the first by code, R2 before R10.
    return worth, "".join(chr(0x10FFFF - ord(letter)) for letter in each.routine.code.zfill(4))


def _lacking_s(each: Candidate, situation: Situation) -> dict[str, int]:
    """What it would add to muscles that are still below their band."""
    return {
        muscle: min(gained_s, max(0, WEEK_ENOUGH_S - situation.week_s.get(muscle, 0)))
        for muscle, gained_s in each.muscles.items()
    }


def _reason(best: Candidate, situation: Situation) -> str:
    lacking = _lacking_s(best, situation)
    muscle = max(lacking, key=lambda name: lacking[name], default="")
    week_s = situation.week_s.get(muscle, 0)
    if muscle in _MUSCLES and lacking[muscle] and week_s:
        return f"{_MUSCLES[muscle]} had {week_s // 60}:{week_s % 60:02} of 5 minutes this week."
    if not situation.week_s:
        return "A calm one to begin with."
    if muscle in _MUSCLES and lacking[muscle]:
        return f"{_MUSCLES[muscle]} had nothing yet this week."
    return "Your week is full: this one is for comfort."
