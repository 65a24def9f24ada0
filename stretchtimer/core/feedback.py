"""What follows from how an exercise was: one key, one sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from stretchtimer.core.answers import Answer
from stretchtimer.core.exercise import Dose, Exercise
from stretchtimer.core.ladder import Limits
from stretchtimer.core.progression import (
    GATE,
    DoseState,
    PainKind,
    Practice,
    Rating,
    halved,
    stepped_down,
)
from stretchtimer.core.safety_texts import NERVE_ADVICE

LOCKED_FOR = timedelta(hours=48)
GENTLER_FOR = timedelta(days=7)
PAIN_COUNTS_FOR = timedelta(days=14)

# What each answer means to the person, beside its key.
MEANINGS: dict[Rating, str] = {
    Rating.EASY: "could have stayed longer",
    Rating.RIGHT: "clear, comfortable stretch",
    Rating.MUCH: "strong, wanted out",
    Rating.PAIN: "hurt, or tingling",
}
PAIN_QUESTION = "What was it?"
PAIN_KINDS: dict[PainKind, str] = {
    PainKind.MUSCLE: "pulling in the stretched muscle",
    PainKind.JOINT: "in a joint, the back or the neck",
    PainKind.NERVE: "tingling, numbness, or spreading down a limb",
}
# The pain traffic light: providephysiotherapy.org.uk/pain-traffic-light
ACHE_QUESTION = "{name}: any ache left, above 3 out of 10?"
NO_ACHE = "Good. It stays as it is."

_GOOD_PLACE = "“Just right” is a good place to stay."
_EASY_WEEK = "a week of mostly easy ones you are asked about more"
_MOST_NAMED = 2

_ARM_REGIONS = frozenset({"neck", "shoulder", "wrist"})
_EITHER_REGIONS = frozenset({"trunk"})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What follows, and the sentence that says so.

    `learned` are answers that the rules go by from now on; `asks_again` calls for the health
    questions; `gentler` is the id of an exercise to offer, or empty. `can_grow` is whether the dose
    has room for more, which is asked about one day.
    """

    state: DoseState
    sentence: str
    learned: frozenset[Answer] = frozenset()
    asks_again: bool = False
    gentler: str = ""
    can_grow: bool = False


def after_rating(
    state: DoseState,
    exercise: Exercise,
    limits: Limits,
    rating: Rating,
    before: Sequence[Practice],
    now: datetime,
    *,
    pain: PainKind | None = None,
    played: Dose | None = None,
) -> Outcome:
    """What follows from `rating`. `before` are the earlier sessions of the exercise, oldest first.

    Pain of no known kind counts as pain in a joint. `played` is the dose that was rated, where it
    is known: a routine may have a shorter form, and what was too much of that is less than that.
    """
    if rating is Rating.PAIN:
        lower = _lower_of(state, limits, played)
        return _after_pain(lower, exercise, limits, before, now, pain or PainKind.JOINT)
    if rating is Rating.MUCH:
        return _after_too_much(state, exercise, limits, before, now, played)
    rated = state if played is None else replace(state, hold_s=played.hold_s, reps=played.reps)
    same = f"Next time the same: {_dose(rated)}."
    can_grow = state.hold_s < limits.hold_cap_s or state.reps < limits.reps_cap
    if rating is Rating.RIGHT:
        return Outcome(state, f"{same} {_GOOD_PLACE}", can_grow=can_grow)
    if not can_grow:
        return Outcome(state, f"{same} More would not bring more.")
    return Outcome(state, f"{same} After {_EASY_WEEK}.", can_grow=True)


def after_several(rating: Rating, outcomes: Mapping[str, Outcome]) -> str:
    """One sentence for exercises that were easy or just right together; each goes by its name."""
    same = "Next time the same of each."
    if rating is not Rating.EASY:
        return f"{same} {_GOOD_PLACE}"
    growing = [name for name, outcome in outcomes.items() if outcome.can_grow]
    if not growing:
        return f"{same} More would not bring more."
    if len(growing) == len(outcomes):
        return f"{same} After {_EASY_WEEK}."
    if len(growing) <= _MOST_NAMED:
        return f"{same} After {_EASY_WEEK} of {' and '.join(growing)}."
    return f"{same} After {_EASY_WEEK} of {len(growing)} of the {len(outcomes)}."


def named(name: str, outcome: Outcome) -> str:
    """The sentence of one among several exercises; advice about nerves is about the body."""
    if outcome.learned:
        return outcome.sentence
    return f"{name}: {outcome.sentence[:1].lower()}{outcome.sentence[1:]}"


def after_ache(state: DoseState, limits: Limits, now: datetime) -> Outcome:
    """What follows where an ache above 3 out of 10 was still there on the next day."""
    lowered = _eased(stepped_down(state, limits, now.date()), now)
    return Outcome(lowered, f"It was too much, so next time {_dose(lowered)}.")


def _after_too_much(
    state: DoseState,
    exercise: Exercise,
    limits: Limits,
    before: Sequence[Practice],
    now: datetime,
    played: Dose | None,
) -> Outcome:
    rated = _lower_of(state, limits, played)
    lowered = stepped_down(rated, limits, now.date())
    last = next((each.rating for each in reversed(before) if each.rating), None)
    gentler = ""
    if last is Rating.MUCH:
        lowered = replace(lowered, reps=max(1, lowered.reps - 1))
        gentler = exercise.safety.gentler
    is_less = (lowered.hold_s, lowered.reps) != (rated.hold_s, rated.reps)
    what = "Next time" if is_less else "Next time again"
    told = lowered
    if played is not None:
        hold_s = played.hold_s if limits.keeps_rhythm else min(played.hold_s, lowered.hold_s)
        told = replace(lowered, hold_s=hold_s)
    sentence = f"{what} {_dose(told)}, and no more for a week. Ease in to 3 out of 10."
    return Outcome(_eased(lowered, now), sentence, gentler=gentler)


def _after_pain(
    state: DoseState,
    exercise: Exercise,
    limits: Limits,
    before: Sequence[Practice],
    now: datetime,
    kind: PainKind,
) -> Outcome:
    recent = [each for each in before if now.date() - each.day < PAIN_COUNTS_FOR]
    is_second = any(each.rating is Rating.PAIN for each in recent)
    lowered = _eased(halved(state, limits, now.date()), now)
    locked = replace(lowered, locked_until=now + LOCKED_FOR, is_hidden=is_second)
    gentler = exercise.safety.gentler
    if kind is PainKind.NERVE:
        hidden = replace(locked, is_hidden=True)
        return Outcome(hidden, NERVE_ADVICE, _learned(exercise), asks_again=True)
    if kind is PainKind.JOINT:
        locked = replace(locked, gentler_until=now + GENTLER_FOR)
    if is_second:
        sentence = "It hurt twice in two weeks: it is hidden until you answer the questions again."
        return Outcome(locked, sentence, asks_again=True, gentler=gentler)
    if kind is PainKind.JOINT:
        sentence = (
            f"It rests for two days, and for a week a gentler one stands in; then {_dose(locked)}."
        )
        return Outcome(locked, sentence, gentler=gentler)
    return Outcome(locked, f"It rests for two days; then {_dose(locked)}.")


def _lower_of(state: DoseState, limits: Limits, played: Dose | None) -> DoseState:
    """The lower of a person's own dose and what was played; a movement keeps its time."""
    if played is None:
        return state
    lower_s = max(limits.hold_floor_s, min(state.hold_s, played.hold_s))
    hold_s = state.hold_s if limits.keeps_rhythm else lower_s
    return replace(state, hold_s=hold_s, reps=min(state.reps, played.reps))


def _learned(exercise: Exercise) -> frozenset[Answer]:
    if exercise.region in _EITHER_REGIONS:
        return frozenset({Answer.SCIATICA, Answer.ARM_TINGLING})
    is_arm = exercise.region in _ARM_REGIONS
    return frozenset({Answer.ARM_TINGLING if is_arm else Answer.SCIATICA})


def _eased(state: DoseState, now: datetime) -> DoseState:
    return replace(state, eased_until=now.date() + GATE)


def _dose(state: DoseState) -> str:
    return f"{state.hold_s} s × {state.reps}" if state.reps > 1 else f"{state.hold_s} s"
