"""Small pictures of exercises in their hold, drawn once and kept."""

from collections import OrderedDict

from PySide6.QtGui import QPixmap

from stretchtimer.core.exercise import Exercise
from stretchtimer.figure.motion import Moment
from stretchtimer.figure.paint import FigurePainter
from stretchtimer.figure.palette import Look

_KEPT = 300
_HELD = Moment(1.0, 0.0, 1.0)


class Thumbnails:
    """Draws at most one picture a call; the ones asked for last are kept longest."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, Look, int, int, float], QPixmap] = OrderedDict()

    def kept(
        self, exercise: Exercise, look: Look, width: int, height: int, ratio: float
    ) -> QPixmap | None:
        """The picture, where it has been drawn."""
        key = (exercise.id, look, width, height, ratio)
        picture = self._kept.get(key)
        if picture is not None:
            self._kept.move_to_end(key)
        return picture

    def draw(self, exercise: Exercise, look: Look, width: int, height: int, ratio: float) -> None:
        """Draw the picture, `width` by `height` logical pixels, and keep it."""
        painter = FigurePainter(exercise.figure, look)
        image = painter.image(width, height, _HELD, pixel_ratio=ratio)
        self._kept[exercise.id, look, width, height, ratio] = QPixmap.fromImage(image)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)

    def forget(self) -> None:
        """Let all pictures go: the exercises may have changed."""
        self._kept.clear()
