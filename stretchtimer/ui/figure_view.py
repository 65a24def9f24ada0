"""The figure in its card."""

from contextlib import suppress

from PySide6.QtCore import QPointF, QRectF, Qt, QThreadPool, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPalette, QPolygonF
from PySide6.QtWidgets import QWidget

from stretchtimer.core.exercise import Exercise
from stretchtimer.core.phase import Side
from stretchtimer.figure.motion import Moment
from stretchtimer.figure.paint import FigurePainter, Painter
from stretchtimer.figure.palette import Look
from stretchtimer.figure.picture_paint import PicturePainter, painter_of
from stretchtimer.ui.card import cut_corners
from stretchtimer.ui.theme import RADIUS_PX

_VEIL_ALPHA = 150
_KNOB_PX = 44  # radius of the sign on the veil


class FigureView(QWidget):
    """Shows one exercise at one moment; a click anywhere on it is told."""

    clicked = Signal()
    _read = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._exercise: Exercise | None = None
        self._is_left = False
        self._look = Look()
        self._figure: Painter | None = None
        self._moment = Moment(0.0)
        self._mirrored = self._veiled = False
        self._scale = 1.0
        self._read.connect(self.update, Qt.ConnectionType.QueuedConnection)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def set_scale(self, scale: float) -> None:
        """Let corners and signs grow with the window."""
        self._scale = scale

    def show_figure(
        self,
        exercise: Exercise,
        look: Look,
        moment: Moment,
        *,
        side: Side | None = None,
        veiled: bool = False,
    ) -> None:
        """Show `exercise` at `moment`; repaints when something has changed.

        `veiled` says that the session waits.
        """
        is_left = side is Side.LEFT
        if exercise is not self._exercise or (look, is_left) != (self._look, self._is_left):
            self._exercise, self._look, self._is_left = exercise, look, is_left
            self._figure, self._mirrored = painter_of(exercise, look, side)
            if isinstance(self._figure, PicturePainter):
                self._have_read(self._figure)
            self.setAccessibleName(f"{exercise.name}: {exercise.position}")
            self.update()
        if veiled != self._veiled:
            self._veiled = veiled
            self.update()
        self._move(moment)

    def _have_read(self, painter: PicturePainter) -> None:
        """Have the pictures read by a thread: a large one takes longer than a frame."""

        def read() -> None:
            painter.read()
            with suppress(RuntimeError):  # nobody shows it any more
                self._read.emit()

        QThreadPool.globalInstance().start(read)

    def prepare(self) -> None:
        """Do a little of the work that the next movement will need, while there is time."""
        if isinstance(self._figure, FigurePainter):
            self._figure.prepare()

    def _move(self, moment: Moment) -> None:
        """Repaint where the picture is another one."""
        if self._figure is None:
            return
        changed = self._figure.changes(self._moment, moment)
        self._moment = moment
        if changed is None:
            self.update()
        elif not changed.isEmpty():
            self.update(changed.toAlignedRect())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell a click."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.clicked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, the veil when the session waits, round corners."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if self._figure is not None:
            self._figure.paint(
                painter,
                self.width(),
                self.height(),
                self._moment,
                mirrored=self._mirrored,
                within=QRectF(event.rect()),
            )
        if self._veiled:
            self._paint_veil(painter, rect)
        radius, asked = RADIUS_PX * self._scale, QRectF(event.rect())
        beside, between = rect.adjusted(radius, 0, -radius, 0), rect.adjusted(0, radius, 0, -radius)
        if not (beside.contains(asked) or between.contains(asked)):
            ground = self.palette().color(self.backgroundRole())
            cut_corners(painter, rect, radius, ground)

    def _paint_veil(self, painter: QPainter, rect: QRectF) -> None:
        role = QPalette.ColorRole
        veil = QColor(self.palette().color(role.Window))
        veil.setAlpha(_VEIL_ALPHA)
        painter.fillRect(rect, veil)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        radius, middle = _KNOB_PX * self._scale, rect.center()
        painter.setBrush(self.palette().color(role.Highlight))
        painter.drawEllipse(middle, radius, radius)
        painter.setBrush(self.palette().color(role.HighlightedText))
        corners = [(-0.28, -0.42), (-0.28, 0.42), (0.46, 0.0)]
        painter.drawPolygon(
            QPolygonF([middle + QPointF(x * radius, y * radius) for x, y in corners])
        )
