"""The figure with its joints to take hold of."""

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

from stretchtimer.core.illustration import Illustration
from stretchtimer.core.pose import Pose
from stretchtimer.figure.motion import Moment
from stretchtimer.figure.paint import FigurePainter
from stretchtimer.figure.palette import Look, palette
from stretchtimer.figure.posing import dragged, handles
from stretchtimer.figure.scene import Scene, View
from stretchtimer.ui.card import cut_corners
from stretchtimer.ui.icon_button import paint_focus
from stretchtimer.ui.theme import RADIUS_PX, scheme_now

_HANDLE_PX, _NEAR_PX = 7, 18
_STEP_CM = 1.0


class PoseView(QWidget):
    """Tells the illustration with each move of a joint, and whether it goes on from the last, as in
    a drag. By keyboard, [ and ] pick a joint, and the arrow keys move it by a centimetre.
    """

    posed = Signal(object, bool)
    held_changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Figure to pose")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._illustration: Illustration | None = None
        self._look = Look()
        self._is_start = False
        self._painter: FigurePainter | None = None
        self._scene: Scene | None = None
        self._scale = 1.0
        self._held = ""
        self._dragging = self._moved = False

    def set_scale(self, scale: float) -> None:
        """Let corners and joints grow with the window."""
        self._scale = scale

    def show_figure(self, illustration: Illustration, look: Look, *, start: bool) -> None:
        """Show the hold, or the start, of an illustration."""
        look = replace(look, scheme=scheme_now())
        self._illustration, self._look, self._is_start = illustration, look, start
        self._painter = FigurePainter(illustration, look)
        self._scene = Scene(illustration, palette(look))
        self.update()

    def hold(self, name: str) -> None:
        """Take hold of a joint."""
        self._held = name
        self.setAccessibleDescription(name.replace("_", " "))
        self.update()
        self.held_changed.emit(name)

    def place(self) -> complex | None:
        """Where the held joint is, in cm."""
        if self._scene is None or not self._held:
            return None
        return handles(self._scene.body(self._moment())).get(self._held)

    @property
    def held(self) -> str:
        """The name of the joint that the arrow keys move."""
        return self._held

    def points(self) -> dict[str, QPointF]:
        """Where the joints are, in pixels."""
        if self._scene is None:
            return {}
        view = self._view()
        body = self._scene.body(self._moment())
        return {name: _pixel(point, view) for name, point in handles(body).items()}

    def drag(self, handle: str, to: complex, *, goes_on: bool = False) -> None:
        """Bring a joint to a point (in cm); `goes_on` with the move before."""
        if self._scene is None or self._illustration is None:
            return
        body = self._scene.body(self._moment())
        pose = dragged(self._pose(), body, handle, to)
        shown = self._illustration
        try:
            changed = replace(shown, start=pose) if self._is_start else replace(shown, hold=pose)
        except ValueError:  # a pose that cannot be written: the joint stays
            return
        self.posed.emit(changed, goes_on)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the nearest joint."""
        name = self._nearest(event.position())
        if name:
            self._dragging, self._moved = True, False
            self.hold(name)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw it along."""
        if self._dragging:
            to = _world(event.position(), self._view())
            self.drag(self._held, to, goes_on=self._moved)
            self._moved = True
        else:
            near = bool(self._nearest(event.position()))
            shape = Qt.CursorShape.OpenHandCursor if near else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)

    def mouseReleaseEvent(self, _: QMouseEvent) -> None:
        """Let go."""
        self._dragging = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """[ and ] pick a joint; the arrow keys move it."""
        names = list(self.points())
        steps = {
            Qt.Key.Key_Left: -_STEP_CM,
            Qt.Key.Key_Right: _STEP_CM,
            Qt.Key.Key_Up: _STEP_CM * 1j,
            Qt.Key.Key_Down: -_STEP_CM * 1j,
        }
        if event.text() in ("[", "]") and names:
            place = names.index(self._held) if self._held in names else -1
            self.hold(names[(place + (1 if event.text() == "]" else -1)) % len(names)])
        elif event.key() in steps and self._held and self._scene is not None:
            body = self._scene.body(self._moment())
            to = handles(body)[self._held] + steps[Qt.Key(event.key())]
            self.drag(self._held, to, goes_on=event.isAutoRepeat())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        """The figure, then the joints."""
        if self._painter is None:
            return
        painter = QPainter(self)
        self._painter.paint(painter, self.width(), self.height(), self._moment())
        cut_corners(
            painter, QRectF(self.rect()), RADIUS_PX * self._scale, self.palette().window().color()
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role, radius = QPalette.ColorRole, _HANDLE_PX * self._scale
        for name, point in self.points().items():
            is_held = name == self._held
            painter.setPen(QPen(self.palette().color(role.Highlight), 2.0 * self._scale))
            painter.setBrush(self.palette().color(role.Highlight if is_held else role.Base))
            painter.drawEllipse(point, radius, radius)
        if self.hasFocus():
            color = self.palette().color(role.Highlight)
            paint_focus(painter, QRectF(self.rect()), RADIUS_PX * self._scale, 1.0, color)

    def _pose(self) -> Pose:
        if self._illustration is None:
            raise RuntimeError("nothing is shown")
        hold = self._illustration.hold
        return self._illustration.start.over(hold) if self._is_start else hold

    def _moment(self) -> Moment:
        return Moment(0.0) if self._is_start else Moment(1.0, 0.0, 1.0)

    def _view(self) -> View:
        if self._scene is None:
            raise RuntimeError("nothing is shown")
        return self._scene.view(self.width(), self.height())

    def _nearest(self, at: QPointF) -> str:
        near = {name: (point - at).manhattanLength() for name, point in self.points().items()}
        best = min(near, key=lambda name: near[name], default="")
        return best if best and near[best] <= _NEAR_PX * self._scale else ""


def _pixel(point: complex, view: View) -> QPointF:
    return QPointF(view.origin_x + point.real * view.scale, view.origin_y - point.imag * view.scale)


def _world(at: QPointF, view: View) -> complex:
    return complex((at.x() - view.origin_x) / view.scale, (view.origin_y - at.y()) / view.scale)
