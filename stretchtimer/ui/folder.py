"""Shows a folder in the desktop's own file manager."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_folder(folder: Path) -> None:
    """Open `folder`, made where it is missing."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return  # the file manager could not show it either
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
