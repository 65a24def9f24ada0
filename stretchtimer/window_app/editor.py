"""The routine editor, joined with the files and the library."""

from collections.abc import Callable
from dataclasses import replace

from stretchtimer.app import Home, editor_score
from stretchtimer.core.ports import Notice
from stretchtimer.core.room import NoRoom, no_room
from stretchtimer.core.routine import Routine
from stretchtimer.figure.palette import Look
from stretchtimer.storage.library import Library
from stretchtimer.storage.own_file import ChangedElsewhereError, RoutineFile
from stretchtimer.storage.problems import FileRefused
from stretchtimer.ui.editor_screen import EditorOffer, EditorScreen


class Editor:
    """Opens routines in `screen` and keeps what is saved there.

    `kept` gets the library with the saved routine in it; `tell` what people should know.
    """

    def __init__(
        self, home: Home, kept: Callable[[Library], None], tell: Callable[[Notice], None]
    ) -> None:
        self._home, self._kept, self._tell = home, kept, tell
        self._library: Library | None = None
        self._file: RoutineFile | None = None
        self._asked_twice = False
        self.screen = EditorScreen()
        self.screen.save_clicked.connect(self._save)
        self.screen.reload_clicked.connect(self._reload)

    def is_own(self, library: Library, routine: Routine) -> bool:
        """Whether the routine has a file in the person's own folder."""
        path = library.files.get(("routine", routine.id))
        return path is not None and path.is_relative_to(self._home.folders.routines)

    @property
    def saved_id(self) -> str:
        """The id of the routine that was edited, where it is on disk."""
        return "" if self._file is None or self._file.is_new else self._file.content.id

    def open(self, library: Library, routine: Routine, look: Look) -> bool:
        """Edit an own routine, or a copy; False where it cannot be read, which is told."""
        try:
            if self.is_own(library, routine):
                file = RoutineFile.open(library, routine.id)
            else:
                file = RoutineFile.copy_of(library, routine, self._home.folders)
        except (FileRefused, OSError, KeyError) as error:
            self._tell(Notice(f"This routine cannot be edited: {error}"))
            return False
        self._library, self._file, self._asked_twice = library, file, False
        self._show(file.content, look)
        return True

    def _show(self, routine: Routine, look: Look) -> None:
        if self._library is None or self._file is None:
            return
        offer = EditorOffer(
            routine,
            self._library.exercises,
            self._no_room,
            self._file.is_new,
            self._file.has_changed,
        )
        self._look = look
        self.screen.edit(offer, look)

    def _no_room(self, routine: Routine) -> tuple[NoRoom, ...]:
        if self._library is None:
            return ()
        positions = [place for place, _ in routine.played()]
        return no_room(editor_score(self._home, self._library, routine), positions)

    def _save(self, routine: Routine) -> None:
        if self._library is None or self._file is None:
            return
        try:
            self._file.save(routine, self._library, over_changes=self._asked_twice)
        except ChangedElsewhereError:
            self._asked_twice = True
            self.screen.show_changed_elsewhere()
            return
        except FileRefused as refused:
            self.screen.show_refused(f"Not saved: {refused.problems[0].message}.")
            return
        except OSError as error:
            self.screen.show_refused(f"Not saved: {error.strerror or error}.")
            return
        self._asked_twice = False
        self._library = replace(
            self._library,
            routines={**self._library.routines, routine.id: routine},
            files={**self._library.files, ("routine", routine.id): self._file.path},
        )
        self._kept(self._library)
        self.screen.show_saved(routine)

    def _reload(self) -> None:
        if self._file is None:
            return
        try:
            routine = self._file.reload()
        except FileRefused as refused:
            self.screen.show_refused(f"It cannot be read: {refused.problems[0].message}.")
            return
        self._asked_twice = False
        self._show(routine, self._look)
