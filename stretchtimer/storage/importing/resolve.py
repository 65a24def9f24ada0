"""Joins a draft with the library: finds its exercises by name, and makes own ones for the rest."""

import re
import unicodedata
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from stretchtimer.core.exercise import Dose, Exercise, Kind, Safety, Source, Words
from stretchtimer.core.routine import Block, Routine
from stretchtimer.storage.authored import read_exercise, read_routine
from stretchtimer.storage.importing.draft import Draft, DraftBlock, Missed
from stretchtimer.storage.library import Library
from stretchtimer.storage.problems import FileRefused
from stretchtimer.storage.shelving import refuse_wrong_blocks
from stretchtimer.storage.toml_edit import to_table, written
from stretchtimer.storage.toml_file import toml_from_text

_MEANINGLESS = frozenset(
    ["stretch", "stretches", "stretching", "exercise", "the", "a", "of", "your", "with"]
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True, slots=True)
class NewRoutine:
    """A routine to be kept, and the text of its file."""

    content: Routine
    text: str


@dataclass(frozen=True, slots=True)
class NewExercise:
    """An exercise to be kept, the text of its file, the ids of those in the library that may be
    meant by its name, and its own pictures by their names.
    """

    content: Exercise
    text: str
    similar: tuple[str, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Import:
    """What would be kept, what was not understood, and from whom it is. Nothing is on disk yet."""

    kind: str
    routines: tuple[NewRoutine, ...] = ()
    exercises: tuple[NewExercise, ...] = ()
    missed: tuple[Missed, ...] = ()
    credit: str = ""

    def over(self, library: Library) -> Library:
        """`library` as it would be with what is imported."""
        exercises = {new.content.id: new.content for new in self.exercises}
        routines = {new.content.id: new.content for new in self.routines}
        return replace(
            library,
            exercises={**library.exercises, **exercises},
            routines={**library.routines, **routines},
        )


@dataclass(slots=True)
class Resolver:
    """Joins drafts with a library; `chosen` maps names in a draft to ids of exercises."""

    library: Library
    source: str
    chosen: Mapping[str, str] = field(default_factory=dict)
    exercises: dict[str, NewExercise] = field(default_factory=dict)
    routines: dict[str, NewRoutine] = field(default_factory=dict)
    missed: list[Missed] = field(default_factory=list)

    def take(self, draft: Draft) -> None:
        """Add the routine that `draft` describes, and the exercises that it needs."""
        if not draft.blocks:
            return
        before = dict(self.exercises)
        name = draft.name.strip()[:80] or self._name_for(draft.blocks)
        try:
            routine = self._routine(draft, name)
            text = written(to_table(routine))
            authored = read_routine(toml_from_text(Path(f"{routine.id}.toml"), text))
            refuse_wrong_blocks(authored, {**self.library.exercises, **_contents(self.exercises)})
        except FileRefused as refused:
            self.exercises = before
            self.missed.append(Missed(f"routine “{name}”", "", refused.problems[0].message))
        else:
            self.routines[routine.id] = NewRoutine(routine, text)

    def _name_for(self, blocks: Sequence[DraftBlock]) -> str:
        """A routine of one exercise is called like it, any other like where it is from."""
        only = blocks[0].name.strip() if len({block.name for block in blocks}) == 1 else ""
        return only[:80] or self.source[:80] or "Imported routine"

    def _routine(self, draft: Draft, name: str) -> Routine:
        blocks = tuple(self._block(block) for block in draft.blocks)
        return Routine(
            format=1,
            id=free_id(name, self._taken()),
            name=name,
            block=blocks,
            intro_s=10 if draft.intro_s is None else min(max(draft.intro_s, 0), 600),
            when=draft.when[:200],
            note=draft.note[:2000],
            source=f"Imported from “{self.source}”"[:200],
            rounds=dict(draft.rounds),
        )

    def _taken(self) -> set[str]:
        """Ids of both kinds: who asks for one to be played does not say which it is."""
        library = self.library
        return {*library.routines, *self.routines, *library.exercises, *self.exercises}

    def _block(self, block: DraftBlock) -> Block:
        exercise = self._exercise(block)
        return Block(exercise.id, **block.numbers, round=block.round)

    def _exercise(self, block: DraftBlock) -> Exercise:
        if block.name in self.chosen:
            return self.library.exercises[self.chosen[block.name]]
        known = None if block.is_rest else _named(self.library.exercises.values(), block.name)
        known = known or _named(_contents(self.exercises).values(), block.name)
        if known is not None:
            return known
        name = block.name[:80]
        made = _own_exercise(block, name, free_id(name, self._taken()), self.source)
        text = written(to_table(made, {"limb": made.limb}))  # said even where it is the default
        exercise = read_exercise(toml_from_text(Path(f"{made.id}.toml"), text)).content
        similar = () if block.is_rest else _similar(self.library.exercises.values(), name)
        self.exercises[made.id] = NewExercise(exercise, text, similar)
        return exercise


def free_id(name: str, taken: Container[str]) -> str:
    """An id made of `name` that is not `taken`."""
    letters = unicodedata.normalize("NFKD", name.replace("ß", "ss")).encode("ascii", "ignore")
    words = re.sub(r"[^a-z0-9]+", "-", letters.decode().lower()).strip("-")[:50].strip("-")
    base = words or "imported"
    identifier, number = base, 1
    while identifier in taken:
        number += 1
        identifier = f"{base}-{number}"
    return identifier


def _contents(new: Mapping[str, NewExercise]) -> dict[str, Exercise]:
    return {identifier: one.content for identifier, one in new.items()}


def _words_of(name: str) -> frozenset[str]:
    words = re.findall(r"\w+", name.casefold())
    return frozenset(word.rstrip("s") for word in words if word not in _MEANINGLESS)


def _named(exercises: Iterable[Exercise], name: str) -> Exercise | None:
    wanted, words = name.strip().casefold(), _words_of(name)
    for exercise in exercises:
        names = (exercise.id, exercise.code.casefold(), exercise.name.casefold())
        if wanted in names or (words and words == _words_of(exercise.name)):
            return exercise
    return None


def _similar(exercises: Iterable[Exercise], name: str) -> tuple[str, ...]:
    words = _words_of(name)
    shared = {one.id: len(words & _words_of(f"{one.name} {one.region}")) for one in exercises}
    ranked = sorted((n for n in shared if shared[n]), key=lambda n: -shared[n])
    return tuple(ranked[:5])


def _own_exercise(block: DraftBlock, name: str, identifier: str, source: str) -> Exercise:
    given = block.numbers
    sides = given.get("sides", 1)
    hold_s = 3 if given.get("reps", 1) > 1 else 30
    dose = Dose(prepare_s=10, ease_s=3, hold_s=hold_s, release_s=3, reps=1, rest_s=5, sides=sides,
                switch_s=8 if sides == 2 else 0)  # fmt: skip
    kind: Kind = "rest" if block.is_rest else "stretch"
    return Exercise(
        format=1,
        id=identifier,
        name=name,
        kind=kind,
        goal="As it was prescribed",
        region="other",
        place="standing",
        position="As it was prescribed",
        dose=replace(dose, **{name: n for name, n in given.items() if name != "left_hold_s"}),
        words=Words(
            setup=_lines(block.words) or (f"Get ready: {name}."[:200],),
            brief=f"{name}.",
            hold="Rest." if block.is_rest else "Hold. Breathe evenly.",
            switch="Change sides." if sides == 2 else "",
        ),
        limb=block.limb or "side",
        safety=Safety(stop_signs=("Pain, numbness or pins and needles",)),
        source=Source(
            article=f"Imported from “{source}”"[:2000],
            from_article=block.words[:2000],
            our_defaults="What the source does not say: times to get ready, to ease in and to let"
            " go; the figure, which only stands.",
        ),
    )


def _lines(words: str) -> tuple[str, ...]:
    sentences: Sequence[str] = _SENTENCE.split(words.strip())
    return tuple(line[:200].strip() for line in sentences if line.strip())[:8]
