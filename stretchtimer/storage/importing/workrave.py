"""Reads Workrave's exercises.xml: each exercise with its description and the times of its pictures.

The file is read as a stream with bounded depth; a file that defines entities is refused.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from stretchtimer.storage.importing.draft import Draft, DraftBlock, Missed, NotUnderstoodError
from stretchtimer.storage.importing.json_values import MAX_ITEMS, text

NAME = "Workrave"
_MAX_DEPTH = 8


def read(content: str, missed: list[Missed]) -> Iterator[Draft]:
    """One routine of all exercises; `missed` gets what cannot be taken over."""
    reader = _Reader()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    parser.StartDoctypeDeclHandler = reader.doctype
    try:
        parser.Parse(content.encode(), True)  # noqa: FBT003  # expat's own way to say "the last"
    except expat.ExpatError as error:
        raise NotUnderstoodError(f"not valid XML: {error}") from error
    if not reader.is_workrave:
        raise NotUnderstoodError("not a file of Workrave’s exercises")
    blocks: list[DraftBlock] = []
    for number, found in enumerate(reader.exercises, start=1):
        try:
            block = _block(found)
            block.refuse_impossible()
            blocks.append(block)
        except NotUnderstoodError as error:
            missed.append(Missed(f"exercise {number}", found.title, str(error)))
    yield Draft("Workrave exercises", tuple(blocks))


@dataclass(slots=True)
class _Found:
    """One exercise as the file has it; times in seconds."""

    title: str = ""
    description: str = ""
    length: str = "15"
    pictures: list[tuple[str, bool]] = field(default_factory=list)


class _Reader:
    """Gathers exercises from the stream of elements."""

    def __init__(self) -> None:
        self.exercises: list[_Found] = []
        self.is_workrave = False
        self._depth = 0
        self._pieces: list[str] = []
        self._translated = False

    def doctype(self, *_: object) -> None:
        raise NotUnderstoodError("an XML file that defines its own entities is not read")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise NotUnderstoodError("elements nested too deeply")
        self._pieces = []
        language = attributes.get("xml:lang", "")
        self._translated = bool(language) and not language.startswith("en")
        if name == "exercises":
            self.is_workrave = True
        elif name == "exercise":
            if len(self.exercises) >= MAX_ITEMS:
                raise NotUnderstoodError(f"more than {MAX_ITEMS} exercises")
            self.exercises.append(_Found())
        elif self.exercises and name == "sequence":
            self.exercises[-1].length = attributes.get("duration", "15")
        elif self.exercises and name == "image":
            mirrored = attributes.get("mirrorx") == "yes"
            self.exercises[-1].pictures.append((attributes.get("duration", "1"), mirrored))

    def characters(self, data: str) -> None:
        self._pieces.append(data)

    def end(self, name: str) -> None:
        self._depth -= 1
        said = text("".join(self._pieces))
        self._pieces = []
        if not self.exercises:
            return
        found = self.exercises[-1]
        match name.lstrip("_"):
            case "title" if not (self._translated and found.title):
                found.title = said
            case "description" if not (self._translated and found.description):
                found.description = said


def _block(found: _Found) -> DraftBlock:
    """Pictures that are mirrored are the other side; other pictures are steps of one movement."""
    total_s = _seconds(found.length)
    pictures = [(_seconds(length), mirrored) for length, mirrored in found.pictures]
    plain_s = sum(length_s for length_s, mirrored in pictures if not mirrored) or total_s
    sides = 2 if any(mirrored for _, mirrored in pictures) else 1
    reps = max(1, total_s // max(1, plain_s * sides))
    numbers = {"hold_s": plain_s, "reps": reps, "sides": sides}
    return DraftBlock(found.title or "Exercise", numbers, words=found.description)


def _seconds(given: str) -> int:
    if not given.isascii() or not given.isdigit() or len(given) > 6:
        raise NotUnderstoodError(f"its duration “{given[:20]}” is no number of seconds")
    return int(given)
