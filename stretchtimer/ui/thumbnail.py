"""Small pictures of exercises in their hold, drawn once, by a thread of their own, and kept."""

from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QImage, QPixmap

from stretchtimer.core.exercise import Exercise
from stretchtimer.figure.motion import Moment
from stretchtimer.figure.palette import Look
from stretchtimer.figure.picture_paint import painter_of

_KEPT = 300
_HELD = Moment(1.0, 0.0, 1.0)

_Key = tuple[str, Look, int, int, float]
Run = Callable[[Callable[[], None]], object]


class Thumbnails(QObject):
    """Keeps the pictures that were asked for last, and tells when one more is there.

    `run` is given the drawing to do; without it a thread does, so that a window with forty cards
    scrolls while they are drawn.
    """

    drawn = Signal()
    _painted = Signal(object, QImage)

    def __init__(self, parent: QObject | None = None, run: Run | None = None) -> None:
        super().__init__(parent)
        self._kept: OrderedDict[_Key, QPixmap] = OrderedDict()
        self._coming: set[_Key] = set()
        self._round = 0  # pictures that were begun before all were let go are not kept
        self._run = run or self._on_a_thread
        self._thread: ThreadPoolExecutor | None = None
        self._painted.connect(self._keep, Qt.ConnectionType.QueuedConnection)

    def kept(
        self, exercise: Exercise, look: Look, width: int, height: int, ratio: float
    ) -> QPixmap | None:
        """The picture, `width` by `height` logical pixels, where it has been drawn."""
        key = (exercise.id, look, width, height, ratio)
        picture = self._kept.get(key)
        if picture is not None:
            self._kept.move_to_end(key)
        return picture

    def draw(self, exercise: Exercise, look: Look, width: int, height: int, ratio: float) -> None:
        """Have the picture drawn and kept; `drawn` tells when it is there."""
        key = (exercise.id, look, width, height, ratio)
        if key not in self._kept and key not in self._coming:
            self._coming.add(key)
            self._run(partial(self._paint, key, exercise, self._round))

    def forget(self) -> None:
        """Let all pictures go: the exercises may have changed."""
        self._round += 1
        self._kept.clear()
        self._coming.clear()

    def _paint(self, key: _Key, exercise: Exercise, begun: int) -> None:
        """On the thread: draw, and hand the image over."""
        if begun != self._round:
            return
        _, look, width, height, ratio = key
        painter, _ = painter_of(exercise, look)
        image = painter.image(width, height, _HELD, pixel_ratio=ratio)
        self._painted.emit((key, begun), image)

    def _keep(self, what: tuple[_Key, int], image: QImage) -> None:
        key, begun = what
        if begun != self._round:
            return
        self._coming.discard(key)
        self._kept[key] = QPixmap.fromImage(image)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        self.drawn.emit()

    def _on_a_thread(self, paint: Callable[[], None]) -> object:
        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, "thumbnails")
            application = QCoreApplication.instance()
            if application is not None:
                # what is not drawn yet is not wanted any more
                application.aboutToQuit.connect(self.stop)
        return self._thread.submit(paint)

    def stop(self) -> None:
        """Draw no more, and wait for the picture at hand."""
        if self._thread is not None:
            self._thread.shutdown(wait=True, cancel_futures=True)
            self._thread = None
