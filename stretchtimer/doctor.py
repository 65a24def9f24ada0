"""What is there, what is missing, and how to mend it: the answers of `stretchtimer doctor`."""

import importlib.util
import os
import platform
from collections.abc import Iterator
from pathlib import Path

from stretchtimer import __version__
from stretchtimer.core.settings import Settings
from stretchtimer.desktop.display import has_display
from stretchtimer.storage.folders import Folders
from stretchtimer.storage.library import Library
from stretchtimer.voice.diagnose import Finding, examine_voice

_MARKS = {True: "ok ", False: "!! ", None: "?? "}


def examine(folders: Folders, settings: Settings, library: Library) -> list[str]:
    """One line for each thing looked at, with how to mend what is missing below it."""
    lines = [
        f"stretchtimer {__version__} on Python {platform.python_version()}, {platform.system()}"
    ]
    for finding in _findings(folders, settings, library):
        lines.append(f"{_MARKS[finding.ok]} {finding.what}: {finding.detail}")
        if finding.mend and not finding.ok:
            lines.append(f"      {finding.mend}")
    return lines


def _findings(folders: Folders, settings: Settings, library: Library) -> Iterator[Finding]:
    yield _display()
    yield _qt()
    yield from examine_voice(folders.cache / "clips", folders.voices, settings.engine)
    yield _folder("data folder", folders.data)
    yield _folder("settings folder", folders.settings)
    yield _folder("cache folder", folders.cache)
    routines, exercises = len(library.routines), len(library.exercises)
    counted = f"{routines} routines, {exercises} exercises"
    if not library.problems:
        yield Finding("library", ok=True, detail=counted)
        return
    files = "\n      ".join(str(problem) for problem in library.problems)
    yield Finding("library", ok=False, detail=f"{counted}; some files cannot be used", mend=files)


def _display() -> Finding:
    if not has_display():
        mend = "Routines play in the terminal here. For a window, log in to a desktop."
        return Finding("display", ok=False, detail="none", mend=mend)
    name = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY") or platform.system()
    return Finding("display", ok=True, detail=name)


def _qt() -> Finding:
    """Looked up as a file: importing Qt, or asking for versions, takes longer than all the rest."""
    found = importlib.util.find_spec("PySide6")
    for folder in (found.submodule_search_locations or ()) if found else ():
        if next(Path(folder).glob("QtWidgets.*"), None) is not None:
            return Finding("window", ok=True, detail="QtWidgets of PySide6")
    mend = "pip install PySide6-Essentials"
    return Finding("window", ok=False, detail="not installed", mend=mend)


def _folder(what: str, folder: Path) -> Finding:
    there = folder
    while not there.exists() and there != there.parent:
        there = there.parent
    if there.is_dir() and os.access(there, os.W_OK):
        return Finding(what, ok=True, detail=str(folder))
    return Finding(
        what,
        ok=False,
        detail=f"{folder} cannot be written",
        mend=f"Make {there} a folder of yours.",
    )
