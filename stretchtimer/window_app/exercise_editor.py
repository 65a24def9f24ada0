"""The exercise editor, joined with the files and the library."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from stretchtimer.app import Home
from stretchtimer.core.exercise import Exercise
from stretchtimer.core.ports import Notice
from stretchtimer.figure.palette import Look
from stretchtimer.storage.library import Library
from stretchtimer.storage.own_file import ChangedElsewhereError, ExerciseFile
from stretchtimer.storage.problems import FileRefused
from stretchtimer.ui.exercise_editor_screen import ExerciseEditorScreen
from stretchtimer.window_app.picture_taker import PictureTaker


class ExerciseEditor:
    """Opens exercises in `screen` and keeps what is saved there.

    `kept` gets the library with the saved exercise in it; `tell` what people should know.
    """

    def __init__(
        self, home: Home, kept: Callable[[Library], None], tell: Callable[[Notice], None]
    ) -> None:
        self._home, self._kept, self._tell = home, kept, tell
        self._library: Library | None = None
        self._file: ExerciseFile | None = None
        self._look = Look()
        self._asked_twice = False
        self.screen = ExerciseEditorScreen()
        self.screen.save_clicked.connect(self._save)
        self.screen.reload_clicked.connect(self._reload)
        self.screen.left.connect(self._tidy)
        self._pictures = PictureTaker()
        self.screen.picture_chosen.connect(self._take_picture)
        self._pictures.taken.connect(self.screen.take_picture)
        self._pictures.refused.connect(
            lambda reason: self.screen.show_refused(f"No picture: {reason}.")
        )

    @property
    def saved_id(self) -> str:
        """The id of the exercise that was edited, where it is on disk."""
        return "" if self._file is None or self._file.is_new else self._file.content.id

    def open(self, library: Library, exercise: Exercise, look: Look) -> bool:
        """Edit an own exercise, or a copy; False where it cannot be read, which is told."""
        path = library.files.get(("exercise", exercise.id))
        try:
            if path is not None and path.is_relative_to(self._home.folders.exercises):
                file = ExerciseFile.open(library, exercise.id)
            else:
                file = ExerciseFile.copy_of(library, exercise, self._home.folders)
        except (FileRefused, OSError) as error:
            self._tell(Notice(f"This exercise cannot be edited: {error}"))
            return False
        self._library, self._file, self._look = library, file, look
        self._asked_twice = False
        self.screen.edit(file.content, library.exercises, look, is_new=file.is_new)
        return True

    def _take_picture(self, path: Path) -> None:
        if self._file is not None:
            folder = self._home.folders.exercises
            self._pictures.take(path, folder, self._file.content.id)

    def _tidy(self) -> None:
        """Remove the pictures that were tried and not kept."""
        pictures = None if self._file is None or self._file.is_new else self._file.content.pictures
        self._pictures.forget_all_but(pictures.names if pictures is not None else ())

    def _save(self, exercise: Exercise) -> None:
        if self._library is None or self._file is None:
            return
        try:
            self._file.save(exercise, self._library, over_changes=self._asked_twice)
        except ChangedElsewhereError:
            self._asked_twice = True
            self.screen.show_changed_elsewhere()
            return
        except FileRefused as refused:
            problem = refused.problems[0]
            where = f"{problem.key}: " if problem.key else ""
            self.screen.show_refused(f"Not saved: {where}{problem.message}.")
            return
        except OSError as error:
            self.screen.show_refused(f"Not saved: {error.strerror or error}.")
            return
        self._asked_twice = False
        self._library = replace(
            self._library,
            exercises={**self._library.exercises, exercise.id: exercise},
            files={**self._library.files, ("exercise", exercise.id): self._file.path},
        )
        self._kept(self._library)
        self.screen.show_saved(exercise)

    def _reload(self) -> None:
        if self._file is None or self._library is None:
            return
        try:
            exercise = self._file.reload()
        except FileRefused as refused:
            self.screen.show_refused(f"It cannot be read: {refused.problems[0].message}.")
            return
        self._asked_twice = False
        self.screen.edit(exercise, self._library.exercises, self._look, is_new=False)
