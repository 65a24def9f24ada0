"""How a dose grows, and steps back: pure, one exercise and one person at a time.

A dose is raised only when a person says yes to a proposal, never because time has passed, and never
two things at once. It is lowered at once: after "too much", after pain, and after a long break.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from stretchtimer.core.exercise import Dose, Exercise
from stretchtimer.core.ladder import SESSION_CAP_S, WEEK_CAP_S, Limits
from stretchtimer.core.routine import Block, Routine

GATE = timedelta(days=7)
SESSIONS_FOR_A_STEP = 3
SHORT_BREAK, LONG_BREAK = timedelta(days=15), timedelta(days=29)


class Rating(StrEnum):
    """How an exercise was. No answer counts as just right, but not as easy."""

    EASY = "easy"
    RIGHT = "just right"
    MUCH = "too much"
    PAIN = "pain"


class PainKind(StrEnum):
    """Where it hurt: in the stretched muscle, in a joint, the back or the neck, or as tingling,
    numbness or anything that spreads down a limb.
    """

    MUSCLE = "muscle"
    JOINT = "joint"
    NERVE = "nerve"


@dataclass(frozen=True, slots=True)
class Practice:
    """One session's part of one exercise: on which local day, how it was, and how long its holds
    were meant to be in seconds, where that is known.
    """

    day: date
    rating: Rating | None = None
    hold_s: int | None = None

    def was_easy(self, hold_s: int) -> bool:
        """Whether holds of so many seconds were easy; a routine's shorter form proves nothing."""
        return self.rating is Rating.EASY and (self.hold_s is None or self.hold_s >= hold_s)


@dataclass(frozen=True, slots=True)
class DoseState:
    """A person's own dose of one exercise, and what holds it back.

    `asked_on` is when a proposal was turned down. Until `locked_until` the exercise rests; until
    `gentler_until` the gentler one stands in; until `eased_until` nothing plays it longer than
    this. `is_hidden` lasts until the health questions are answered again.
    """

    exercise: str
    hold_s: int
    reps: int
    changed_on: date
    asked_on: date | None = None
    locked_until: datetime | None = None
    gentler_until: datetime | None = None
    eased_until: date | None = None
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """A step up, to be asked about."""

    exercise: str
    hold_s: int
    reps: int
    question: str


def begin(exercise: Exercise, limits: Limits, today: date, *, gently: bool = False) -> DoseState:
    """The first state: the exercise's own dose, or a gentle start."""
    dose = exercise.dose
    hold_s, reps = (limits.start_hold_s, limits.start_reps) if gently else (dose.hold_s, dose.reps)
    return within(DoseState(exercise.id, hold_s, reps, today), limits)


def chosen(state: DoseState, hold_s: int, reps: int, limits: Limits, today: date) -> DoseState:
    """The dose a person sets by hand, such as the article's maximum; cut to the limits."""
    return within(replace(state, hold_s=hold_s, reps=reps, changed_on=today), limits)


def within(state: DoseState, limits: Limits) -> DoseState:
    """The state with its dose cut to the limits, which may have narrowed with a new answer."""
    hold_s = min(max(state.hold_s, limits.hold_floor_s), limits.hold_cap_s)
    return replace(state, hold_s=hold_s, reps=min(max(state.reps, 1), limits.reps_cap))


def propose(
    state: DoseState,
    limits: Limits,
    practices: Sequence[Practice],
    today: date,
    week_s: int,
    name: str,
) -> Proposal | None:
    """The next step, when the last seven days have earned it; None means stay.

    `practices` are this exercise's sessions, `week_s` the seconds that its muscle was held in the
    last seven days; `name` is used in the question.
    """
    waited_since = max(state.changed_on, state.asked_on or state.changed_on)
    if today - waited_since < GATE or state.is_hidden:
        return None
    week = [each for each in practices if today - GATE < each.day <= today]
    easy = sum(each.was_easy(state.hold_s) for each in week)
    hard = any(each.rating in (Rating.MUCH, Rating.PAIN) for each in week)
    if len(week) < SESSIONS_FOR_A_STEP or hard or easy * 2 < len(week):
        return None
    if state.hold_s < limits.hold_cap_s:
        hold_s = min(state.hold_s + limits.hold_step_s, limits.hold_cap_s)
        question = f"Most of it was easy. Raise {name} to {hold_s} s a time?"
        return Proposal(state.exercise, hold_s, state.reps, question)
    reps = min(state.reps + limits.reps_step, limits.reps_cap)
    fits = reps * state.hold_s <= SESSION_CAP_S and week_s < WEEK_CAP_S
    if reps > state.reps and fits:
        question = f"Most of it was easy. Raise {name} to {reps} times?"
        return Proposal(state.exercise, state.hold_s, reps, question)
    return None


def accept(state: DoseState, proposal: Proposal, limits: Limits, today: date) -> DoseState:
    """The person said yes."""
    return chosen(state, proposal.hold_s, proposal.reps, limits, today)


def decline(state: DoseState, today: date) -> DoseState:
    """The person said no: ask again in a week at the earliest."""
    return replace(state, asked_on=today)


def stepped_down(state: DoseState, limits: Limits, today: date) -> DoseState:
    """One step less: of the hold, or of the count where the rhythm stays."""
    if limits.keeps_rhythm:
        reps = max(1, state.reps - limits.reps_step)
        return replace(state, reps=reps, changed_on=today)
    lower_s = max(limits.hold_floor_s, state.hold_s - limits.hold_step_s)
    return replace(state, hold_s=min(state.hold_s, lower_s), changed_on=today)


def halved(state: DoseState, limits: Limits, today: date) -> DoseState:
    """What remains after pain: half of the hold, in whole steps, and one repetition less."""
    if limits.keeps_rhythm:
        return replace(state, reps=max(1, state.reps // 2), changed_on=today)
    half_s = state.hold_s // 2 // limits.hold_step_s * limits.hold_step_s
    hold_s = min(state.hold_s, max(limits.hold_floor_s, half_s))
    return replace(state, hold_s=hold_s, reps=max(1, state.reps - 1), changed_on=today)


def after_break(state: DoseState, limits: Limits, last_day: date, today: date) -> DoseState:
    """Lower after more than two weeks without it, and back to the start after more than four.

    Our own rule. A break that was taken into account already changes nothing more.
    """
    away = today - max(last_day, state.changed_on)
    if away >= LONG_BREAK:
        hold_s = min(state.hold_s, limits.start_hold_s)
        reps = min(state.reps, limits.start_reps)
        return replace(state, hold_s=hold_s, reps=reps, changed_on=today)
    return stepped_down(state, limits, today) if away >= SHORT_BREAK else state


def personal(prescribed: Dose, own: Dose, state: DoseState) -> Dose:
    """The dose to play where `prescribed` stands in a routine and `own` in the exercise's file.

    A routine that prescribes the exercise's own number takes the person's; a short form stays
    short, and an own routine's longer dose stays.
    """

    def pick(asked: int, usual: int, personal: int) -> int:
        return personal if asked == usual else min(asked, personal) if asked < usual else asked

    return replace(
        prescribed,
        hold_s=pick(prescribed.hold_s, own.hold_s, state.hold_s),
        reps=pick(prescribed.reps, own.reps, state.reps),
    )


def eased(dose: Dose, state: DoseState, today: date) -> Dose:
    """After "too much" or pain the person's dose is the most for a week, whoever asks for more."""
    if state.eased_until is None or today >= state.eased_until:
        return dose
    left_s = None if dose.left_hold_s is None else min(dose.left_hold_s, state.hold_s)
    return replace(
        dose,
        hold_s=min(dose.hold_s, state.hold_s),
        reps=min(dose.reps, state.reps),
        left_hold_s=left_s,
    )


def with_doses(
    routine: Routine, exercises: Mapping[str, Exercise], states: Mapping[str, DoseState]
) -> Routine:
    """The routine with a person's own doses where it prescribes the exercise's own."""

    def changed(block: Block) -> Block:
        state = states.get(block.exercise)
        if state is None:
            return block
        own = exercises[block.exercise].dose
        dose = personal(block.dose(own), own, state)
        return replace(block, hold_s=dose.hold_s, reps=dose.reps)

    return replace(routine, block=tuple(map(changed, routine.block)))
