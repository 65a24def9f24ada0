"""All exercises and routines, shipped and own, and how one is found by what a person types."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from stretchtimer.core.exercise import Exercise
from stretchtimer.core.routine import Block, Prescription, Routine, alone
from stretchtimer.resources import asset, routines_dir
from stretchtimer.storage.folders import Folders
from stretchtimer.storage.kept import Stamp, beside, kept_or_made, stamp_of, stamp_of_core
from stretchtimer.storage.problems import FileProblem, printable

_SHOWN = 60  # characters of what was asked for

Content = TypeVar("Content", Exercise, Routine)


class NotFoundError(LookupError):
    """Nothing is called what was asked for; the message says what comes near."""


@dataclass(frozen=True, slots=True)
class Library:
    """What can be played, by id, and what is wrong with the files that cannot.

    `files` says where each was read from, by kind ("exercise", "routine") and id.
    """

    exercises: Mapping[str, Exercise]
    routines: Mapping[str, Routine]
    problems: tuple[FileProblem, ...] = ()
    files: Mapping[tuple[str, str], Path] = field(default_factory=dict)

    def find_exercise(self, text: str) -> Exercise:
        """The exercise with this id, code or name, in any case. Raises NotFoundError."""
        return _find(self.exercises, text, "exercise")

    def find_routine(self, text: str) -> Routine:
        """The routine with this id, code or name, in any case. Raises NotFoundError."""
        return _find(self.routines, text, "routine")

    def find_to_play(self, text: str) -> Routine:
        """The routine called this, or the single exercise as a routine of its own. Raises
        NotFoundError.
        """
        try:
            return self.find_routine(text)
        except NotFoundError as unknown:
            try:
                return alone(self.find_exercise(text))
            except NotFoundError:
                raise unknown from None

    def prescriptions(self, routine: Routine) -> tuple[Prescription, ...]:
        """The blocks of a routine of this library, each with its exercise and the dose to play."""
        return _prescriptions(routine, self.exercises)

    def total_s(self, routine: Routine) -> int:
        """Length of a routine of this library as it is written, in seconds."""
        return total_s(routine, self.exercises)


def load_library(
    folders: Folders, *, shipped_exercises: Path | None = None, shipped_routines: Path | None = None
) -> Library:
    """Everything; a file with a problem is left out and told in `problems`. An exercise whose own
    picture is gone is told there too, and stays.

    Files that are as they were the last time are not read again.
    """
    shipped = (shipped_exercises or asset("exercises"), shipped_routines or routines_dir())
    own = (folders.exercises, folders.routines)

    def read_shipped() -> Library:
        from stretchtimer.storage.shelving import with_files  # what reads TOML, and checks it

        return with_files(Library({}, {}), *shipped, named_by_id=True)

    def kept_shipped() -> Library:
        # The same for everybody: beside what was read, where all find it, as Python keeps what it
        # compiled.
        places = [beside(shipped[0], "library"), folders.cache / "shipped"]
        return _kept(places, stamp_of(shipped, ".toml"), read_shipped)

    def read_own() -> Library:
        from stretchtimer.storage.shelving import with_files

        return with_files(kept_shipped(), *own)

    own_stamp = stamp_of(own, ".toml")
    if own_stamp == stamp_of((), ".toml"):
        return kept_shipped()
    stamp = (stamp_of(shipped, ".toml"), own_stamp)
    return _kept([folders.cache / "library"], stamp, read_own)


def _kept(places: Sequence[Path], stamp: Stamp, read: Callable[[], Library]) -> Library:
    def sound(library: Library) -> bool:
        return not library.problems

    return kept_or_made(places, (*stamp_of_core(), stamp), Library, read, sound=sound)


def _prescriptions(routine: Routine, exercises: Mapping[str, Exercise]) -> tuple[Prescription, ...]:
    def prescribed(block: Block, time: int) -> Prescription:
        exercise = exercises[block.exercise]
        return Prescription(exercise, block.dose(exercise.dose), block.always_explain, time)

    return tuple(prescribed(routine.block[place], time) for place, time in routine.played())


def total_s(routine: Routine, exercises: Mapping[str, Exercise]) -> int:
    """Length of a routine with these `exercises`, as it is written, in seconds."""
    doses_s = sum(block.dose.total_s for block in _prescriptions(routine, exercises))
    return routine.intro_s + doses_s + routine.outro_s


def _find(contents: Mapping[str, Content], text: str, kind: str) -> Content:
    wanted = text.strip().casefold()
    names: dict[str, Content] = {}  # an id goes before a code, a code before a name
    for item in contents.values():
        names.setdefault(item.id, item)
    for item in contents.values():
        names.setdefault(item.code.casefold(), item)
    for item in contents.values():
        names.setdefault(item.name.casefold(), item)
    if wanted in names and wanted:
        return names[wanted]
    ids = list(dict.fromkeys(names[name].id for name in _near(wanted, names)))[:3]
    hint = f"; did you mean {' or '.join(ids)}?" if ids else ""
    raise NotFoundError(printable(f'no {kind} is called "{text[:_SHOWN]}"{hint}'))


def _near(wanted: str, names: Collection[str]) -> list[str]:
    holding = [name for name in names if wanted and wanted in name]
    if holding:
        return holding
    import difflib  # only somebody who mistyped pays for it

    return difflib.get_close_matches(wanted[:_SHOWN], names)
