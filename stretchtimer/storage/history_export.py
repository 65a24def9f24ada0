"""Writes the whole history for other programs: every hold as it was, as CSV or JSON."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Literal, TextIO

from stretchtimer.storage.history import HOLD_COLUMNS, History

Format = Literal["csv", "json"]


def export_history(history: History, output: Path, kind: Format) -> int:
    """Write all holds into `output`, whole or not at all; gives their number. Raises OSError."""
    write: Callable[[History, TextIO], int] = _write_csv if kind == "csv" else _write_json
    unfinished = output.with_name(output.name + ".part")
    try:
        with unfinished.open("w", encoding="utf-8", newline="") as file:
            count = write(history, file)
        unfinished.replace(output)
    finally:
        unfinished.unlink(missing_ok=True)
    return count


def _write_csv(history: History, file: TextIO) -> int:
    table = csv.writer(file)
    table.writerow(HOLD_COLUMNS)
    count = 0
    for row in history.all_holds():
        table.writerow(row)
        count += 1
    return count


def _write_json(history: History, file: TextIO) -> int:
    file.write('{"format": 1, "holds": [')
    count = 0
    for row in history.all_holds():
        file.write(",\n" if count else "\n")
        json.dump(dict(zip(HOLD_COLUMNS, row, strict=True)), file, ensure_ascii=False)
        count += 1
    file.write("\n]}\n")
    return count
