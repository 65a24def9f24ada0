"""Who should not do what, and what they may do instead.

`hidden_by` and `resolve` read the tables of `safety_rules`; a whole routine is fitted to a person
in `fitting`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from stretchtimer.core.answers import WORDS, Answer, Answers
from stretchtimer.core.exercise import Exercise
from stretchtimer.core.safety_rules import BY_REGION, LAST_RESORT, RULES, Rule

_FLEXION_TAG = "loads_lumbar_flexion:"
_OFF_BY_DEFAULT = "off_by_default"
_WORST_FLEXION = 3


def hidden_by(exercise: Exercise, answers: Answers) -> tuple[Answer, ...]:
    """The answers that hide `exercise`, in the order of the rules; empty where it is allowed."""
    traits = _traits(exercise)
    found = [
        answer
        for rule in _active(answers.codes)
        if _hides(rule, traits, answers)
        for answer in rule.answers
        if answer in answers.codes
    ]
    if exercise.id in answers.resting or exercise.id in answers.eased:
        found.append(Answer.PAIN)
    return tuple(dict.fromkeys(found))


def resolve(
    exercise: Exercise, answers: Answers, exercises: Mapping[str, Exercise]
) -> Exercise | None:
    """The exercise that a person with these answers may do in place of `exercise`.

    That is `exercise` itself where nothing hides it; otherwise the first allowed one of the lists
    of the answers that hide it, then of the lists of those candidates, then of its region, then
    looking into the distance. None where nothing at all is allowed. `exercises` holds all there
    are, by id.
    """
    if not hidden_by(exercise, answers):
        return exercise
    for name in _candidates(exercise, answers, exercises):
        candidate = exercises.get(name)
        if candidate is not None and not hidden_by(candidate, answers):
            return candidate
    return None


def locks_routines(answers: Answers) -> Answer | None:
    """The answer because of which no routine may start, only single exercises, if there is one."""
    for rule in _active(answers.codes):
        if rule.allows_only is not None:
            return next(answer for answer in rule.answers if answer in answers.codes)
    return None


def is_offered(exercise: Exercise, answers: Answers) -> bool:
    """Whether it may be suggested: allowed, and not off by default unless it was switched on."""
    is_off = is_off_by_default(exercise) and exercise.id not in answers.switched_on
    return not is_off and not hidden_by(exercise, answers)


def is_off_by_default(exercise: Exercise) -> bool:
    """Whether it is suggested only to who switched it on, and asks before it starts."""
    return _OFF_BY_DEFAULT in exercise.safety.tags


def why_hidden(exercise: Exercise, answers: Answers) -> str:
    """One sentence that says why, and how to change it; empty where it is allowed."""
    causes = hidden_by(exercise, answers)
    if not causes:
        return ""
    if causes[0] is Answer.MORNING:
        return "Not in the first hour after getting up: discs are fuller then."
    if causes == (Answer.PAIN,):
        return "Resting, because it hurt last time. A gentler one stands in for it."
    reasons = ", and ".join(WORDS[cause] for cause in causes[:2])
    return f"Hidden because of {reasons}. Answer again when your body has changed."


@dataclass(frozen=True, slots=True)
class _Traits:
    name: str
    region: str
    flexion: int
    tags: frozenset[str]


def _traits(exercise: Exercise) -> _Traits:
    """What the rules look at. An own exercise may lack its tags: place and region imply two."""
    tags = exercise.safety.tags
    if exercise.place == "floor":
        tags = (*tags, "floor")
    if exercise.region == "hamstring" and exercise.kind == "stretch":
        tags = (*tags, "hamstring_tension")
    return _tagged(exercise.id, exercise.region, tags)


@lru_cache(maxsize=256)  # the same exercises are looked at for every routine
def _tagged(name: str, region: str, tags: tuple[str, ...]) -> _Traits:
    levels = [flexion_level(tag) for tag in tags if tag.startswith(_FLEXION_TAG)]
    return _Traits(name, region, max(levels, default=0), frozenset(tags))


def flexion_level(tag: str) -> int:
    """How much a loads_lumbar_flexion tag says the low back bends, from 0 to 3."""
    level = tag.removeprefix(_FLEXION_TAG)
    return int(level) if level in {"0", "1", "2", "3"} else _WORST_FLEXION


@lru_cache(maxsize=8)  # the same person is asked about for every exercise there is
def _active(codes: frozenset[Answer]) -> tuple[Rule, ...]:
    return tuple(
        rule
        for rule in RULES
        if not codes.isdisjoint(rule.answers)
        and (rule.together_with is None or rule.together_with in codes)
    )


def _hides(rule: Rule, traits: _Traits, answers: Answers) -> bool:
    if rule.allows_only is not None:
        return traits.name not in rule.allows_only
    return (
        traits.flexion >= rule.flexion_from
        or (not answers.knees_ok and traits.flexion >= rule.flexion_from_untested)
        or traits.name in rule.exercises
        or traits.region in rule.regions
        or not rule.tags.isdisjoint(traits.tags)
    )


def _candidates(
    exercise: Exercise, answers: Answers, exercises: Mapping[str, Exercise]
) -> Iterator[str]:
    listed = list(_listed(exercise, answers))
    yield from listed
    for name in listed:
        if name in exercises:
            yield from _listed(exercises[name], answers)
    yield from BY_REGION.get(exercise.region, ())
    yield LAST_RESORT


def _listed(exercise: Exercise, answers: Answers) -> Iterator[str]:
    """What the rules that hide it list for it; after pain, first the gentler one of its file."""
    if exercise.id in answers.eased:
        yield exercise.safety.gentler
    traits = _traits(exercise)
    for rule in _active(answers.codes):
        if _hides(rule, traits, answers):
            yield from rule.instead.get(exercise.id, ())
