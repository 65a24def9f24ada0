"""Where a person's own routines and stretches come from: edited, or brought in from elsewhere."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from stretchtimer.core.ports import Notice
from stretchtimer.storage.library import Library
from stretchtimer.ui.shell import Shell
from stretchtimer.window_app.belongings import Belongings

if TYPE_CHECKING:
    from stretchtimer.window_app.editor import Editor
    from stretchtimer.window_app.exercise_editor import ExerciseEditor
    from stretchtimer.window_app.importer import Importer


class Workshop:
    """Opens editors and the import as pages of `shell`; each is made on its first visit.

    `open_routine` shows what was made; `tell` passes on what people should know.
    """

    def __init__(
        self,
        belongings: Belongings,
        shell: Shell,
        open_routine: Callable[[str], None],
        tell: Callable[[Notice], None],
    ) -> None:
        self._belongings, self._shell = belongings, shell
        self._open_routine, self._tell = open_routine, tell

    def edit(self, routine_id: str) -> None:
        """Edit an own routine or stretch itself, of a shipped one a copy."""
        library, look = self._belongings.library, self._belongings.look()
        exercise = library.exercises.get(routine_id)
        routine = library.routines.get(routine_id)
        if routine is None:
            if exercise and self._exercise_editor.open(library, exercise, look):
                self._shell.open_page(self._exercise_editor.screen, whole=True)
            return
        if self._editor.open(library, routine, look):
            self._shell.open_page(self._editor.screen, whole=True)

    def bring_in(self) -> None:
        """Ask what to bring in."""
        self._importer.open(self._belongings.library)
        self._shell.open_page(self._importer.screen)

    def bring_in_file(self, path: Path) -> None:
        """Show what this file would bring in."""
        self.bring_in()
        self._importer.screen.file_chosen.emit(path)

    @cached_property
    def _editor(self) -> "Editor":
        from stretchtimer.window_app.editor import Editor

        editor = Editor(self._belongings.home, self._belongings.take_library, self._tell)
        editor.screen.left.connect(lambda: self._leave_editor(editor.saved_id))
        return editor

    @cached_property
    def _exercise_editor(self) -> "ExerciseEditor":
        from stretchtimer.window_app.exercise_editor import ExerciseEditor

        editor = ExerciseEditor(self._belongings.home, self._belongings.take_library, self._tell)
        editor.screen.left.connect(lambda: self._leave_editor(editor.saved_id))
        return editor

    @cached_property
    def _importer(self) -> "Importer":
        from stretchtimer.window_app.importer import Importer

        importer = Importer(self._belongings.home, self._take_import)
        importer.screen.back_clicked.connect(self._shell.go_back)
        return importer

    def _leave_editor(self, edited: str) -> None:
        self._shell.go_back()
        if edited:
            self._open_routine(edited)

    def _take_import(self, library: Library, routine_id: str) -> None:
        self._belongings.take_library(library)
        self._shell.go_back()
        if routine_id in library.routines:
            self._open_routine(routine_id)
