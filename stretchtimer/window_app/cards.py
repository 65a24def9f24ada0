"""The library's contents as cards."""

from collections.abc import Mapping

from stretchtimer.core.answers import WORDS, Answers
from stretchtimer.core.exercise import Exercise
from stretchtimer.core.routine import Routine, alone
from stretchtimer.core.safety import locks_routines, why_hidden
from stretchtimer.storage.library import Library
from stretchtimer.ui.hold_rows import total_s
from stretchtimer.ui.library_cards import CardKind, LibraryCard, search_words
from stretchtimer.ui.wording import clock_text


def library_cards(library: Library, answers: Answers) -> tuple[LibraryCard, ...]:
    """All routines, then all stretches, as a person with these answers finds them."""
    lock = locks_routines(answers)
    locked = f"Locked because of {WORDS[lock]}." if lock is not None else ""
    # Thousands of routines name the same few stretches, whose words are gathered once.
    words = {name: _words(made) for name, made in library.exercises.items()}
    routines = (
        _card("routine", made, library, words, locked) for made in library.routines.values()
    )
    stretches = (
        _card("exercise", alone(made), library, words, why_hidden(made, answers))
        for made in library.exercises.values()
    )
    return (*routines, *stretches)


def _words(exercise: Exercise) -> str:
    return search_words(
        *(exercise.name, exercise.region, exercise.place, exercise.position, exercise.goal),
        *(*exercise.equipment, *exercise.safety.tags, *exercise.figure.glow),
    )


def _card(
    kind: CardKind,
    routine: Routine,
    library: Library,
    words: Mapping[str, str],
    hidden_because: str,
) -> LibraryCard:
    exercises = [library.exercises[block.exercise] for block in routine.block]
    length_s = total_s(routine, library.exercises)
    of_stretches = dict.fromkeys(words[block.exercise] for block in routine.block)
    place = f"  ·  {routine.place}" if routine.place else ""
    return LibraryCard(
        kind=kind,
        id=routine.id,
        name=routine.name,
        length_s=length_s,
        about=f"{clock_text(length_s * 1000)} min{place}",
        places=frozenset(exercise.place for exercise in exercises),
        exercise=exercises[0],
        words=" ".join((search_words(routine.name, routine.place, routine.when), *of_stretches)),
        hidden_because=hidden_because,
        cautioned=bool(routine.caution),
    )
