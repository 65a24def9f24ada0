"""Fits a routine to a person: the one gate that everything that is played goes through.

What is hidden is replaced or dropped, what remains is changed where the answers ask for it, and all
of it is told. `app.compose_score` sends every routine through `fit`, wherever it came from.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from stretchtimer.core.answers import WORDS, Answer, Answers, LockedError
from stretchtimer.core.exercise import Dose, Exercise
from stretchtimer.core.modifications import modified, words_for
from stretchtimer.core.routine import Block, Prescription, Routine
from stretchtimer.core.safety import hidden_by, locks_routines, resolve
from stretchtimer.core.safety_texts import EMERGENCY

# What is left of knees to chest when the knees-up test fails: three minutes of rest, our own.
_REST, _REST_ALONE_S = "legs-on-chair", 180

# One knee, then the other, five seconds each; then the person says what the symptoms did.
KNEES_UP_TEST = Routine(
    format=1,
    id="knees-up-test",
    name="Knees-up test",
    block=(
        Block(
            "knee-chest-single",
            prepare_s=25,
            ease_s=4,
            hold_s=5,
            release_s=4,
            reps=1,
            rest_s=0,
            sides=2,
            switch_s=6,
            always_explain=True,
        ),
    ),
    place="floor",
    note="Afterwards say what your back and leg symptoms did. Worse, or further down the leg, means"
    " that knees to chest is not for you now.",
)


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that differs from what was prescribed, in words for the person.

    `exercise` is the id of what was prescribed, `instead` of what took its place.
    """

    kind: Literal["replaced", "dropped", "own", "dose", "advice", "trimmed"]
    exercise: str
    text: str
    instead: str = ""
    because: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class Fitted:
    """What may be played of a routine, and how that differs from what was prescribed.

    `is_adapted` says that its main block, the longest, is another now.
    """

    blocks: tuple[Prescription, ...]
    extra_outro_s: int = 0
    changes: tuple[Change, ...] = ()
    is_adapted: bool = False

    @property
    def changes_exercises(self) -> bool:
        """Whether any of its exercises was replaced or dropped."""
        return any(change.kind in ("replaced", "dropped") for change in self.changes)


def fit(
    blocks: Sequence[Prescription],
    answers: Answers,
    exercises: Mapping[str, Exercise],
    dose_of: Callable[[Exercise], Dose] = lambda exercise: exercise.dose,
) -> Fitted:
    """What a person with these answers may play of `blocks`.

    `exercises` holds all there are, by id; `dose_of` gives the dose of one that takes another's
    place. Raises LockedError where nothing may start.
    """
    _refuse_locked(blocks, answers, exercises)
    kept, changes = _replaced(blocks, answers, exercises, dose_of)
    if not kept:
        raise LockedError(_resting_text(blocks))
    doses, extra_outro_s = modified(kept, answers)
    return Fitted(
        blocks=doses,
        extra_outro_s=extra_outro_s,
        changes=(*changes, *_dose_changes(kept, doses), *_advice(doses, answers)),
        is_adapted=_main(blocks) not in {block.exercise.id for block in doses},
    )


def _refuse_locked(
    blocks: Sequence[Prescription], answers: Answers, exercises: Mapping[str, Exercise]
) -> None:
    lock = locks_routines(answers)
    if lock is None or (len(blocks) == 1 and not hidden_by(blocks[0].exercise, answers)):
        return
    if lock is Answer.RED:
        raise LockedError(EMERGENCY)
    open_items = [made.name for made in exercises.values() if not hidden_by(made, answers)]
    raise LockedError(
        f"Routines are locked because of {WORDS[lock]}. These stay open, one at a time:"
        f" {', '.join(open_items)}."
    )


def _replaced(
    blocks: Sequence[Prescription],
    answers: Answers,
    exercises: Mapping[str, Exercise],
    dose_of: Callable[[Exercise], Dose],
) -> tuple[list[Prescription], list[Change]]:
    taken = {made.exercise.id for made in blocks if not hidden_by(made.exercise, answers)}
    allowed = frozenset(taken)
    instead_of: dict[str, Exercise | None] = {}
    kept: list[Prescription] = []
    changes: list[Change] = []
    for block in blocks:
        exercise = block.exercise
        if exercise.id in allowed:
            kept.append(block)
            continue
        is_new = exercise.id not in instead_of
        if is_new or block.time == 1:  # in rounds, what stood in the first time stands in again
            found = _resolved(exercise, answers, exercises)
            is_free = found is not None and found.id not in taken
            instead_of[exercise.id] = found if is_free else None
            changes += [_told(block, found, answers, is_free=is_free)] if is_new else []
        stand_in = instead_of[exercise.id]
        if stand_in is not None:
            taken.add(stand_in.id)
            kept.append(Prescription(stand_in, dose_of(stand_in), time=block.time))
    if changes and len(kept) == 1 and kept[0].exercise.id == _REST and _REST in allowed:
        rest = kept[0]
        kept = [replace(rest, dose=replace(rest.dose, hold_s=_REST_ALONE_S))]
    return kept, changes


def _resolved(
    exercise: Exercise, answers: Answers, exercises: Mapping[str, Exercise]
) -> Exercise | None:
    return None if exercise.id in answers.resting else resolve(exercise, answers, exercises)


def _told(
    block: Prescription, found: Exercise | None, answers: Answers, *, is_free: bool
) -> Change:
    exercise = block.exercise
    because = hidden_by(exercise, answers)
    why, instead = WORDS[because[0]], "" if found is None else found.id
    if found is not None and is_free:
        text = f"{found.name} instead of {exercise.name}, because of {why}."
        return Change("replaced", exercise.id, text, instead, because)
    text = f"Without {exercise.name}, because of {why}."
    return Change("dropped", exercise.id, text, instead, because)


def _resting_text(blocks: Sequence[Prescription]) -> str:
    names = " and ".join(dict.fromkeys(block.exercise.name for block in blocks))
    return f"{names} rests for two days, because it hurt. Choose another routine until then."


def _dose_changes(before: Sequence[Prescription], after: Sequence[Prescription]) -> list[Change]:
    changes: list[Change] = []
    for old, new in zip(before, after, strict=True):
        if new.dose.hold_s < old.dose.hold_s:
            text = f"{new.exercise.name}: {new.dose.hold_s} s instead of {old.dose.hold_s} s."
            changes.append(Change("dose", new.exercise.id, text))
        longer_s = new.dose.prepare_s - old.dose.prepare_s
        if longer_s > 0:
            text = f"{new.exercise.name}: {longer_s} s more to get into position."
            changes.append(Change("dose", new.exercise.id, text))
    return changes


def with_own_doses_told(
    fitted: Fitted, prescribed: Sequence[Prescription], own: Sequence[Prescription]
) -> Fitted:
    """Tells also where a person's own dose took the place of what was prescribed; block by block
    the two are the same exercises.
    """
    played = {block.exercise.id for block in fitted.blocks}
    changes = (
        Change(
            "own",
            new.exercise.id,
            f"{new.exercise.name}: your own dose, {new.dose.hold_s} s × {new.dose.reps}.",
        )
        for old, new in zip(prescribed, own, strict=True)
        if (old.dose.hold_s, old.dose.reps) != (new.dose.hold_s, new.dose.reps)
        and new.exercise.id in played
    )
    return replace(fitted, changes=(*fitted.changes, *dict.fromkeys(changes)))


def _advice(blocks: Sequence[Prescription], answers: Answers) -> list[Change]:
    """Words to heed, each once: those for a single exercise begin with its name."""
    heeded = {block.exercise.id: words_for(block.exercise, answers) for block in blocks}
    names = {block.exercise.id: block.exercise.name for block in blocks}
    everywhere = set(next(iter(heeded.values()))).intersection(*heeded.values())
    changes = [
        Change("advice", next(iter(heeded)), words)
        for words in next(iter(heeded.values()))
        if words in everywhere
    ]
    for name, lines in heeded.items():
        changes += (
            Change("advice", name, f"{names[name]}: {words[0].lower()}{words[1:]}")
            for words in lines
            if words not in everywhere
        )
    return list(dict.fromkeys(changes))


def _main(blocks: Sequence[Prescription]) -> str:
    return max(blocks, key=lambda block: block.dose.total_s).exercise.id
