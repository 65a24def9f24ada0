"""Asks where a file shall go."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def ask_where_to_save(parent: QWidget, title: str, suggested: Path, kind: str) -> Path | None:
    """A path to write to, or None where the person changed their mind.

    `kind` is how the files end, without the dot; it is added where it was left out.
    """
    files = f"{kind.upper()} (*.{kind})"
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(suggested), files)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_suffix(f".{kind}")
