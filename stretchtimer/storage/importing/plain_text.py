"""Reads a programme as people write it: a title, and a line for each exercise."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from stretchtimer.core.routine import MAX_BLOCKS, MAX_ROUNDS
from stretchtimer.storage.importing.dose_words import DoseWords, understand
from stretchtimer.storage.importing.draft import Draft, DraftBlock, Missed, NotUnderstoodError

NAME = "plain text"
MAX_LINES = 1000
MAX_LINE = 300
_MAX_NUMBERS = 30  # in a line; more of them are no dose, and slow to look through
_MAX_NAME = 80
_NO_DOSE = "says neither how long nor how often"
_BULLET = re.compile(r"^\s*(?:[-*•‣–]|\(?\d{1,3}[.)])\s+")
_NUMBER = re.compile(r"\d+")
# "Name: dose"; a name may hold words that mean something in a dose, such as "rest"
_NAMED = re.compile(
    r"(?!(?:rest|hold|pause|repeat)s?\b)(?P<name>[^:\d]{2,80}):\s(?P<dose>.*)", re.IGNORECASE
)
_ROUNDS = re.compile(
    r"(?P<times>\d{1,20})\s*(?:x|×|rounds?|times)(?:\s+(?:rounds?|of))?\s*:?", re.IGNORECASE
)
_TITLE = re.compile(r"^\s*(?:#+\s*|(?:title|name|routine|programme|program)\s*:\s*)", re.IGNORECASE)
_EDGES = " \t,;:.-–—()[]\x00"


def read(text: str, missed: list[Missed]) -> Iterator[Draft]:
    """One routine; `missed` gets what was not understood, line by line."""
    lines = text.splitlines()
    if len(lines) > MAX_LINES:
        raise NotUnderstoodError(f"{len(lines)} lines; a programme has at most {MAX_LINES}")
    page = _Page(missed)
    for number, line in enumerate(lines, start=1):
        page.take(f"line {number}", line)
    page.finish()
    if not page.blocks and page.title:
        missed.append(Missed("the text", page.title, _NO_DOSE))
    yield Draft(page.title, tuple(page.blocks), page.rounds, when=page.often)


@dataclass(slots=True)
class _Page:
    """What is known after each line."""

    missed: list[Missed]
    title: str = ""
    often: str = ""
    blocks: list[DraftBlock] = field(default_factory=list)
    rounds: dict[str, int] = field(default_factory=dict)
    _round: str = ""
    _waiting: tuple[str, str] | None = None  # a line with a name alone: where, text

    def take(self, where: str, line: str) -> None:
        if not line.strip():
            self._settle()
            self._round = ""
            return
        if len(line) > MAX_LINE:
            self.missed.append(Missed(where, line, f"longer than {MAX_LINE} characters"))
            return
        if len(_NUMBER.findall(line)) > _MAX_NUMBERS:
            self.missed.append(Missed(where, line, "has more numbers than a dose"))
            return
        if _TITLE.match(line) and not self.title and not self.blocks:
            self.title = _TITLE.sub("", line).strip()[:_MAX_NAME]
            return
        bare = _BULLET.sub("", line).strip()
        opening = _ROUNDS.fullmatch(bare)
        if opening is not None:
            self._open_round(where, bare, int(opening["times"]))
            return
        self._take_exercise(where, bare)

    def finish(self) -> None:
        self._settle()
        used = {block.round for block in self.blocks}
        self.rounds = {name: times for name, times in self.rounds.items() if name in used}

    def _open_round(self, where: str, line: str, times: int) -> None:
        self._settle()
        if not 2 <= times <= MAX_ROUNDS:
            self.missed.append(Missed(where, line, f"rounds go from 2 to {MAX_ROUNDS}"))
            return
        self._round = f"round {len(self.rounds) + 1}"
        self.rounds[self._round] = times

    def _take_exercise(self, where: str, line: str) -> None:
        named = _NAMED.fullmatch(line)
        words = understand(line if named is None else named["dose"])
        self.often = self.often or words.often
        name, notes = _name_and_notes(words.left)
        if named is not None:
            name, notes = named["name"].strip(_EDGES), ". ".join(filter(None, (name, notes)))
        if not words.is_dose:
            rest_s = words.numbers.get("rest_s")
            if rest_s is not None and not name and self.blocks:
                self._settle()
                self._add(where, line, _rest(rest_s))
            elif words.numbers and not name and self.blocks:
                self._settle()
                self._add_to_last(where, line, words)
            elif name or not (words.often or words.numbers):
                self._settle()
                self._waiting = (where, line.strip(_EDGES))
            return
        if self._waiting is not None and not name:
            name, self._waiting = self._waiting[1][:_MAX_NAME], None
            line = f"{name}: {line}"
        self._settle()
        self._add(where, line, _block(words, name, notes))

    def _add_to_last(self, where: str, line: str, words: DoseWords) -> None:
        """ "Each leg", on a line of its own, belongs to what was just written."""
        last = self.blocks[-1]
        changed = replace(
            last, limb=words.limb or last.limb, numbers={**words.numbers, **last.numbers}
        )
        del self.blocks[-1]
        self._add(where, line, changed)

    def _add(self, where: str, line: str, block: DraftBlock) -> None:
        try:
            block.refuse_impossible()
        except NotUnderstoodError as error:
            self.missed.append(Missed(where, line, str(error)))
            return
        if len(self.blocks) >= MAX_BLOCKS:
            raise NotUnderstoodError(f"more than {MAX_BLOCKS} exercises")
        self.blocks.append(replace(block, round=self._round))

    def _settle(self) -> None:
        """A line that no dose followed is the title, when it is the first; else nobody knows."""
        if self._waiting is None:
            return
        where, line = self._waiting
        self._waiting = None
        if not self.title and not self.blocks:
            self.title = line[:_MAX_NAME]
        else:
            self.missed.append(Missed(where, line, _NO_DOSE))


def _rest(rest_s: int) -> DraftBlock:
    return DraftBlock("Rest", {"hold_s": rest_s, "reps": 1}, is_rest=True)


def _block(words: DoseWords, name: str, notes: str) -> DraftBlock:
    numbers = dict(words.numbers)
    if "hold_s" in numbers:
        numbers.setdefault("reps", 1)
    limb = words.limb
    called = name or (f"{limb.capitalize()} stretch" if limb in ("leg", "arm") else "Stretch")
    return DraftBlock(called, numbers, words=notes, limb=limb)


def _name_and_notes(left: str) -> tuple[str, str]:
    """The first piece of what is left is the name; the others are notes."""
    pieces = (piece.strip(_EDGES) for piece in re.split(r"\x00|[,;:|\t]|\s[-–—]\s", left))
    named = [piece for piece in pieces if any(c.isalpha() for c in piece)]
    named = [piece for piece in named if piece.lower() not in _FILLERS]
    return (named[0][:_MAX_NAME], ". ".join(named[1:])) if named else ("", "")


_FILLERS = frozenset({"and", "then", "for", "of", "a", "the", "on", "with", "in all", "s", "x"})
