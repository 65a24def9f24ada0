"""The exercise editor, joined with the files and the library."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from stretchtimer.app import Home
from stretchtimer.core.exercise import Exercise
from stretchtimer.core.ports import Notice
from stretchtimer.storage.library import Library
from stretchtimer.storage.own_file import ExerciseFile, OwnFile
from stretchtimer.ui.exercise_editor_screen import ExerciseEditorScreen
from stretchtimer.window_app.file_editor import FileEditor
from stretchtimer.window_app.picture_taker import PictureTaker


class ExerciseEditor(FileEditor[Exercise]):
    """Opens exercises in its screen, and takes in the pictures that are chosen there."""

    screen: ExerciseEditorScreen

    def __init__(
        self, home: Home, kept: Callable[[Library], None], tell: Callable[[Notice], None]
    ) -> None:
        super().__init__(home, kept, tell)
        self.screen = ExerciseEditorScreen()
        self._listen()
        self._pictures = PictureTaker()
        self.screen.picture_chosen.connect(self._take_picture)
        self.screen.left.connect(self._tidy)
        self._pictures.taken.connect(self.screen.take_picture)
        self._pictures.refused.connect(
            lambda reason: self.screen.show_refused(f"No picture: {reason}.")
        )

    def _find(self, library: Library, exercise: Exercise) -> ExerciseFile:
        folders = self._home.folders
        path = library.files.get(("exercise", exercise.id))
        if path is not None and path.is_relative_to(folders.exercises):
            return ExerciseFile.open(library, exercise.id)
        return ExerciseFile.copy_of(library, exercise, folders)

    def _show(self, library: Library, file: OwnFile[Exercise]) -> None:
        self.screen.edit(file.content, library.exercises, self._look, is_new=file.is_new)

    def _with(self, library: Library, exercise: Exercise) -> Library:
        return replace(library, exercises={**library.exercises, exercise.id: exercise})

    def _take_picture(self, path: Path) -> None:
        if self._file is not None:
            folder = self._home.folders.exercises
            self._pictures.take(path, folder, self._file.content.id)

    def _tidy(self) -> None:
        """Remove the pictures that were tried and not kept."""
        pictures = None if self._file is None or self._file.is_new else self._file.content.pictures
        self._pictures.forget_all_but(pictures.names if pictures is not None else ())
