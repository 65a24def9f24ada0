"""Reads a table of exercises: CSV whose first line names its columns."""

import csv
from collections.abc import Iterator, Sequence

from stretchtimer.core.routine import MAX_BLOCKS
from stretchtimer.storage.importing.dose_words import understand
from stretchtimer.storage.importing.draft import Draft, DraftBlock, Missed, NotUnderstoodError
from stretchtimer.storage.importing.plain_text import MAX_LINES

NAME = "CSV"
_COLUMNS = {
    "name": ("name", "exercise", "stretch", "title", "activity"),
    "hold_s": ("hold", "hold_s", "hold s", "seconds", "duration", "time", "secs", "hold (s)"),
    "left_hold_s": ("hold left", "left", "left_hold_s", "hold left (s)"),
    "reps": ("reps", "rep", "repetitions", "repeats", "times", "sets", "count"),
    "rest_s": ("rest", "rest_s", "rest s", "pause", "break", "rest (s)"),
    "sides": ("sides", "side", "each side", "r/l", "l/r"),
    "prepare_s": ("prepare", "prepare_s", "get ready"),
    "ease_s": ("ease", "ease_s"),
    "release_s": ("release", "release_s"),
    "switch_s": ("switch", "switch_s", "change"),
    "words": ("notes", "note", "instructions", "description", "comment", "how"),
}
_COLUMN_OF = {title: key for key, titles in _COLUMNS.items() for title in titles}
_ONE_SIDE = frozenset({"", "1", "no", "n", "both", "together", "false", "-"})


def separator(text: str) -> str:
    """What stands between the columns, or nothing where the first line is no row of titles."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    for mark in (",", ";", "\t"):
        keys = [_COLUMN_OF.get(cell.strip(' "').casefold()) for cell in first[:1000].split(mark)]
        if "name" in keys and len({key for key in keys if key}) > 1:
            return mark
    return ""


def read(text: str, mark: str, missed: list[Missed]) -> Iterator[Draft]:
    """One routine of the rows of `text`; `missed` gets the rows that were not understood."""
    lines = text.splitlines()
    if len(lines) > MAX_LINES:
        raise NotUnderstoodError(f"{len(lines)} lines; a programme has at most {MAX_LINES}")
    rows = csv.reader(lines, delimiter=mark)
    keys: list[str | None] = []
    blocks: list[DraftBlock] = []
    try:
        for row in rows:
            if not any(cell.strip() for cell in row):
                continue
            if not keys:
                keys = [_COLUMN_OF.get(cell.strip().casefold()) for cell in row]
                _tell_unknown(row, keys, missed)
                continue
            where = f"line {rows.line_num}"
            try:
                block = _block(keys, row)
                block.refuse_impossible()
            except NotUnderstoodError as error:
                missed.append(Missed(where, mark.join(row), str(error)))
            else:
                blocks.append(block)
    except csv.Error as error:
        raise NotUnderstoodError(f"line {rows.line_num}: {error}") from error
    if len(blocks) > MAX_BLOCKS:
        raise NotUnderstoodError(f"more than {MAX_BLOCKS} exercises")
    yield Draft("", tuple(blocks))


def _tell_unknown(row: Sequence[str], keys: Sequence[str | None], missed: list[Missed]) -> None:
    for title, key in zip(row, keys, strict=True):
        if key is None and title.strip():
            missed.append(Missed("line 1", title, "a column that nothing is known of"))


def _block(keys: Sequence[str | None], row: Sequence[str]) -> DraftBlock:
    cells = {key: cell.strip() for key, cell in zip(keys, row, strict=False) if key}
    if not cells.get("name"):
        raise NotUnderstoodError("it names no exercise")
    numbers: dict[str, int] = {}
    for key, cell in cells.items():
        if key == "sides":
            numbers["sides"] = 1 if cell.casefold() in _ONE_SIDE else 2
        elif key not in ("name", "words") and cell:
            numbers[key] = _number(key, cell)
    if "hold_s" not in numbers:
        raise NotUnderstoodError("it does not say how long to hold")
    numbers.setdefault("reps", 1)
    return DraftBlock(cells["name"][:80], numbers, words=cells.get("words", ""))


def _number(key: str, cell: str) -> int:
    is_plain = not any(c.isalpha() or c in ":\"'" for c in cell)
    if key == "reps":
        found = understand(f"{cell} times" if is_plain else cell).numbers.get("reps")
    else:
        found = understand(f"{cell} s" if is_plain else cell).numbers.get("hold_s")
    if found is None:
        raise NotUnderstoodError(f"“{cell[:40]}” is no number")
    return found
