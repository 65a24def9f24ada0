"""The routine editor, joined with the files and the library."""

from collections.abc import Callable
from dataclasses import replace

from stretchtimer.app import Home, editor_score
from stretchtimer.core.ports import Notice
from stretchtimer.core.room import NoRoom, no_room
from stretchtimer.core.routine import Routine
from stretchtimer.storage.library import Library
from stretchtimer.storage.own_file import OwnFile, RoutineFile
from stretchtimer.ui.editor_screen import EditorOffer, EditorScreen
from stretchtimer.window_app.file_editor import FileEditor


class Editor(FileEditor[Routine]):
    """Opens routines in its screen."""

    screen: EditorScreen

    def __init__(
        self, home: Home, kept: Callable[[Library], None], tell: Callable[[Notice], None]
    ) -> None:
        super().__init__(home, kept, tell)
        self.screen = EditorScreen()
        self._listen()

    def _find(self, library: Library, routine: Routine) -> RoutineFile:
        folders = self._home.folders
        path = library.files.get(("routine", routine.id))
        if path is not None and path.is_relative_to(folders.routines):
            return RoutineFile.open(library, routine.id)
        return RoutineFile.copy_of(library, routine, folders)

    def _show(self, library: Library, file: OwnFile[Routine]) -> None:
        offer = EditorOffer(
            file.content, library.exercises, self._no_room, file.is_new, file.has_changed
        )
        self.screen.edit(offer, self._look)

    def _with(self, library: Library, routine: Routine) -> Library:
        return replace(library, routines={**library.routines, routine.id: routine})

    def _no_room(self, routine: Routine) -> tuple[NoRoom, ...]:
        if self._library is None:
            return ()
        positions = [place for place, _ in routine.played()]
        return no_room(editor_score(self._home, self._library, routine), positions)
