"""Asks where to and as what a routine is to be written."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

_KINDS = (
    "A sheet to print (*.pdf);;A pack for others (*.stretch);;Plain text (*.txt);;"
    "TOML, its own file (*.toml);;The whole routine as sound (*.ogg *.flac *.wav)"
)


def ask_where(parent: QWidget, name: str, routine_id: str) -> Path | None:
    """The file that the person named; None where they thought better of it."""
    chosen, _ = QFileDialog.getSaveFileName(parent, f"Export {name}", f"{routine_id}.pdf", _KINDS)
    return Path(chosen) if chosen else None
