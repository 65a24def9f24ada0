"""Gives routines away and takes them in: packs, TOML, plain text, and the preview of an import."""

from collections.abc import Iterator
from pathlib import Path

from stretchtimer.core.exercise import Dose, Exercise
from stretchtimer.core.routine import Block, Routine
from stretchtimer.figure.picture_file import PictureRefused, read_picture
from stretchtimer.resources import asset
from stretchtimer.storage.importing.draft import Missed
from stretchtimer.storage.importing.pack import MAX_PACK_BYTES, write_pack
from stretchtimer.storage.importing.resolve import Import
from stretchtimer.storage.library import Library
from stretchtimer.storage.problems import FileProblem, FileRefused, printable
from stretchtimer.storage.toml_edit import edited, to_table
from stretchtimer.storage.toml_file import read_toml

FORMATS = (".stretch", ".toml", ".txt")
_SHOWN_MISSED = 100


def shared(routine: Routine, library: Library, ending: str, *, author: str, licence: str) -> bytes:
    """The file to give away, in one of `FORMATS`; `routine` may be changed from the library's own.

    Raises FileRefused and OSError where a file of the library cannot be read any more.
    """
    if ending == ".txt":
        return plain_text(routine, library).encode()
    file = read_toml(library.files["routine", routine.id])
    text = edited(file.text, to_table(routine, file.table))
    if ending == ".toml":
        return text.encode()
    own = {
        block.exercise: path
        for block in routine.block
        if _is_own(path := library.files["exercise", block.exercise])
    }
    texts = {name: read_toml(path).text for name, path in own.items()}
    pictures = dict(
        picture
        for name, path in own.items()
        for picture in _pictures(library.exercises[name], path)
    )
    pack = write_pack(routine.id, text, texts, pictures, author=author, licence=licence)
    if len(pack) > MAX_PACK_BYTES:
        most = MAX_PACK_BYTES // 2**20
        message = f"its pictures are too large for a pack, which has at most {most} MB"
        raise FileRefused(FileProblem(library.files["routine", routine.id], message))
    return pack


def _pictures(exercise: Exercise, path: Path) -> Iterator[tuple[str, bytes]]:
    """The exercise's own pictures, by name. Raises FileRefused."""
    for name in exercise.pictures.names if exercise.pictures is not None else ():
        try:
            yield name, read_picture(path.parent, name).content
        except PictureRefused as refused:
            raise FileRefused(FileProblem(path, str(refused))) from refused


def plain_text(routine: Routine, library: Library) -> str:
    """The routine as people write it; `import` reads it again."""
    return "\n".join([f"# {routine.name}", "", *block_lines(routine, library), ""])


def dose_line(exercise: Exercise, dose: Dose) -> str:
    """A dose in words: "6 x 40 s, each leg, rest 10 s"."""
    if dose.sides == 2 and dose.left_hold_s not in (None, dose.hold_s):
        parts = [f"{dose.reps} x, right {dose.hold_s} s, left {dose.left_hold_s} s"]
    else:
        parts = [f"{dose.reps} x {dose.hold_s} s" if dose.reps > 1 else f"{dose.hold_s} s"]
        if dose.sides == 2:
            parts.append(f"each {exercise.limb}")
        elif exercise.dose.sides == 2:
            parts.append("both together")
    if dose.reps > 1 and (dose.rest_s or exercise.dose.rest_s):
        parts.append(f"rest {dose.rest_s} s")
    return ", ".join(parts)


def preview_lines(found: Import, library: Library) -> Iterator[str]:
    """What an import would bring, for people."""
    yield f"A {found.kind}" + (f", by {found.credit}" if found.credit else "")
    after = found.over(library)
    new = {one.content.id: one for one in found.exercises}
    for routine in (one.content for one in found.routines):
        yield f"Routine “{routine.name}” ({routine.id}), {total_text(routine, after)}"
        yield from block_lines(routine, after)
        if routine.when:
            yield f"When: {routine.when}"
    for identifier, one in new.items():
        similar = f"; or did you mean {', '.join(one.similar[:3])}?" if one.similar else ""
        yield f"New exercise “{one.content.name}” ({identifier}){similar}"
    yield from missed_lines(found.missed)


def missed_lines(missed: tuple[Missed, ...]) -> Iterator[str]:
    """What was not understood, line by line."""
    if missed:
        yield "Not understood, and left out:"
    yield from (f"  {printable(str(one))}" for one in missed[:_SHOWN_MISSED])
    if len(missed) > _SHOWN_MISSED:
        yield f"  and {len(missed) - _SHOWN_MISSED} more"


def total_text(routine: Routine, library: Library) -> str:
    """How long a routine takes: "6:55"."""
    doses_s = sum(block.dose.total_s for block in library.prescriptions(routine))
    minutes, seconds = divmod(routine.intro_s + doses_s + routine.outro_s, 60)
    return f"{minutes}:{seconds:02}"


def block_lines(routine: Routine, library: Library) -> Iterator[str]:
    """A line for each block, and one above and an empty one below each round."""
    opened = ""
    for block in routine.block:
        if opened and block.round != opened:
            yield ""
        if block.round and block.round != opened:
            yield f"{routine.rounds[block.round]} x:"
        opened = block.round
        yield f"- {_block_line(block, library)}"


def _block_line(block: Block, library: Library) -> str:
    exercise = library.exercises[block.exercise]
    return f"{exercise.name}: {dose_line(exercise, block.dose(exercise.dose))}"


def _is_own(path: Path) -> bool:
    return not path.is_relative_to(asset("exercises"))
