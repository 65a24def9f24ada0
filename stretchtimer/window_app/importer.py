"""Bringing routines in through the window: reads, previews, keeps."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from stretchtimer.app import Home
from stretchtimer.sharing import block_lines, total_text
from stretchtimer.storage.importing.draft import NotUnderstoodError
from stretchtimer.storage.importing.keep import keep
from stretchtimer.storage.importing.read import read_import, read_text
from stretchtimer.storage.importing.resolve import Import
from stretchtimer.storage.library import Library
from stretchtimer.ui.import_screen import ImportScreen, Preview, Unclear

_SHOWN_MISSED = 100


class Importer:
    """Fills `screen`; `kept` gets the library with what was kept, and the id of its routine."""

    def __init__(self, home: Home, kept: Callable[[Library, str], None]) -> None:
        self._home, self._kept = home, kept
        self._library: Library | None = None
        self._source: Path | str = ""
        self._found: Import | None = None
        self._chosen: dict[str, str] = {}
        self._similar: dict[str, tuple[str, ...]] = {}
        self.screen = ImportScreen()
        self.screen.text_changed.connect(self._take)
        self.screen.file_chosen.connect(self._take)
        self.screen.meaning_picked.connect(self._pick)
        self.screen.keep_clicked.connect(self._keep)

    def open(self, library: Library) -> None:
        """Begin anew, over this library."""
        self._library = library
        self._take("")
        self.screen.begin()

    def _take(self, source: Path | str) -> None:
        self._source = source
        self._chosen.clear()
        self._similar.clear()
        self._read()

    def _pick(self, name: str, exercise: str) -> None:
        self._chosen.pop(name, None)
        if exercise:
            self._chosen[name] = exercise
        self._read()

    def _read(self) -> None:
        self._found = None
        if self._library is None or not self._source or str(self._source).isspace():
            self.screen.show_preview(Preview())
            return
        try:
            if isinstance(self._source, Path):
                self._found = read_import(self._source, self._library, self._chosen)
            else:
                self._found = read_text(self._source, "My text", self._library, self._chosen)
        except NotUnderstoodError as error:
            self.screen.show_preview(Preview(refused=str(error)))
            return
        self.screen.show_preview(self._preview(self._found, self._library))

    def _preview(self, found: Import, library: Library) -> Preview:
        after = found.over(library)
        lines: list[str] = []
        for new in found.routines:
            lines.append(f"{new.content.name}, {total_text(new.content, after)} min")
            lines += (_shown(line) for line in block_lines(new.content, after) if line)
            lines += [f"When: {new.content.when}"] if new.content.when else []
        if not found.routines:
            lines += (f"The exercise “{new.content.name}”" for new in found.exercises)
        if found.credit:
            lines.append(f"By {found.credit}")
        self._similar.update({one.content.name: one.similar for one in found.exercises})
        unclear = (
            Unclear(
                name,
                tuple((one, library.exercises[one].name) for one in similar),
                self._chosen.get(name, ""),
            )
            for name, similar in self._similar.items()
            if similar
        )
        missed = tuple(map(str, found.missed[:_SHOWN_MISSED]))
        return Preview(tuple(lines), tuple(unclear), missed)

    def _keep(self) -> None:
        found = self._found
        if found is None or self._library is None:
            return
        try:
            paths = keep(found, self._home.folders)
        except OSError as error:
            reason = f"nothing was kept: {error.filename}: {error.strerror}"
            self.screen.show_preview(Preview(refused=reason))
            return
        kept = [("exercise", new.content.id) for new in found.exercises]
        kept += [("routine", new.content.id) for new in found.routines]
        # Not read again from disk: that takes longer than a frame.
        after = found.over(self._library)
        after = replace(after, files={**after.files, **dict(zip(kept, paths, strict=True))})
        self._found = None
        self._kept(after, found.routines[0].content.id if found.routines else "")


def _shown(line: str) -> str:
    """A line of the plain text as it looks better."""
    return line.replace("- ", "•  ", 1).replace(" x ", " × ").replace(" x,", " times,")
