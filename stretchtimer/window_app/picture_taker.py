"""Takes a picture of a person's own into their folder, beside the exercise that shows it."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, Signal

from stretchtimer.figure.picture_file import PictureRefused, read_picture_file
from stretchtimer.figure.picture_paint import shrunk
from stretchtimer.storage.importing.keep import keep_picture


class PictureTaker(QObject):
    """Reads and writes on a thread: a photo takes longer than a frame. Tells the name of what was
    taken, or why nothing was.

    What was taken and is not wanted in the end goes again with `forget_all_but`.
    """

    taken = Signal(str)
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._brought: set[Path] = set()

    def take(self, path: Path, folder: Path, exercise_id: str) -> None:
        """Copy the picture at `path` into `folder`."""
        QThreadPool.globalInstance().start(lambda: self._take(path, folder, exercise_id))

    def forget_all_but(self, names: Iterable[str]) -> None:
        """Remove the copies that nobody shows; what was there before is never touched."""
        wanted = set(names)
        for path in self._brought:
            if path.name not in wanted:
                path.unlink(missing_ok=True)
        self._brought.clear()

    def _take(self, path: Path, folder: Path, exercise_id: str) -> None:
        try:
            picture = shrunk(read_picture_file(path))
            if picture is None:
                self.refused.emit(f"{path.name} is damaged")
                return
            copy = folder / picture.name_for(exercise_id)
            if keep_picture(copy, picture.content):
                self._brought.add(copy)
        except PictureRefused as refused:
            self.refused.emit(str(refused))
        except OSError as error:
            self.refused.emit(f"the picture cannot be kept: {error.strerror or error}")
        else:
            self.taken.emit(copy.name)
