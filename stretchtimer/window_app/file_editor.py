"""What both editors do with the file that is edited: open, keep, take again what is on disk."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import replace
from typing import Generic

from stretchtimer.app import Home
from stretchtimer.core.ports import Notice
from stretchtimer.figure.palette import Look
from stretchtimer.storage.authored import Content
from stretchtimer.storage.library import Library
from stretchtimer.storage.own_file import ChangedElsewhereError, OwnFile
from stretchtimer.storage.problems import FileProblem, FileRefused
from stretchtimer.ui.editing_screen import EditingScreen


class FileEditor(ABC, Generic[Content]):
    """Keeps what is saved in `screen`.

    `kept` gets the library with what was saved in it; `tell` what people should know.
    """

    screen: EditingScreen[Content]

    def __init__(
        self, home: Home, kept: Callable[[Library], None], tell: Callable[[Notice], None]
    ) -> None:
        self._home, self._kept, self._tell = home, kept, tell
        self._library: Library | None = None
        self._file: OwnFile[Content] | None = None
        self._look = Look()
        self._asked_twice = False

    @property
    def saved_id(self) -> str:
        """The id of what was edited, where it is on disk."""
        return "" if self._file is None or self._file.is_new else self._file.content.id

    def open(self, library: Library, content: Content, look: Look) -> bool:
        """Edit one's own, or a copy; False where it cannot be read, which is told."""
        try:
            file = self._find(library, content)
        except (FileRefused, OSError, KeyError) as error:
            self._tell(Notice(f"{content.name} cannot be edited: {error}"))
            return False
        self._library, self._file, self._look, self._asked_twice = library, file, look, False
        self._show(library, file)
        return True

    @abstractmethod
    def _find(self, library: Library, content: Content) -> OwnFile[Content]:
        """Its own file, or a copy. Raises FileRefused, OSError and KeyError."""

    @abstractmethod
    def _show(self, library: Library, file: OwnFile[Content]) -> None:
        """Begin with what the file holds."""

    @abstractmethod
    def _with(self, library: Library, content: Content) -> Library:
        """The library with what was saved in it."""

    def _listen(self) -> None:
        """Hear what the screen asks for, once it is there."""
        self.screen.save_clicked.connect(self._save)
        self.screen.reload_clicked.connect(self._reload)

    def _save(self, content: Content) -> None:
        library, file = self._library, self._file
        if library is None or file is None:
            return
        try:
            file.save(content, library, over_changes=self._asked_twice)
        except ChangedElsewhereError:
            self._asked_twice = True
            self.screen.show_changed_elsewhere()
            return
        except FileRefused as refused:
            self.screen.show_refused(f"Not saved: {_told(refused.problems[0])}.")
            return
        except OSError as error:
            self.screen.show_refused(f"Not saved: {error.strerror or error}.")
            return
        self._asked_twice = False
        files = {**library.files, (file.kind, content.id): file.path}
        self._library = replace(self._with(library, content), files=files)
        self._kept(self._library)
        self.screen.show_saved(content)

    def _reload(self) -> None:
        if self._library is None or self._file is None:
            return
        try:
            self._file.reload()
        except FileRefused as refused:
            self.screen.show_refused(f"It cannot be read: {_told(refused.problems[0])}.")
            return
        self._asked_twice = False
        self._show(self._library, self._file)


def _told(problem: FileProblem) -> str:
    return f"{problem.key}: {problem.message}" if problem.key else problem.message
