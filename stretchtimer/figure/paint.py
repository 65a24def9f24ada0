"""The painter of the figure: a still room, and the person in it, who moves."""

import math
from abc import ABC, abstractmethod
from collections import deque
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from stretchtimer.core.illustration import Illustration
from stretchtimer.figure.brush import ReadyDrawing, get_ready
from stretchtimer.figure.motion import Moment
from stretchtimer.figure.palette import Look, palette
from stretchtimer.figure.scene import Scene, View

_STILLS_BYTES = 24_000_000  # what images of parts may take; a breath takes 4 at 900 x 700


class Painter(ABC):
    """Paints one exercise at any moment. `mirrored` pictures show the other side."""

    @abstractmethod
    def paint(
        self,
        painter: QPainter,
        width: int,
        height: int,
        moment: Moment,
        *,
        mirrored: bool = False,
        within: QRectF | None = None,
    ) -> None:
        """Fill the rectangle from (0, 0) to `width`, `height` (logical pixels), or as much of it as
        lies `within` another.
        """

    def changes(self, one: Moment, other: Moment) -> QRectF | None:
        """Where the pictures of two moments differ, in logical pixels of the picture painted last;
        empty where nobody could tell them apart, None where it may be anywhere.
        """
        return QRectF() if one == other else None

    def image(
        self,
        width: int,
        height: int,
        moment: Moment,
        *,
        mirrored: bool = False,
        pixel_ratio: float = 1.0,
    ) -> QImage:
        """The picture as an image of `width` by `height` logical pixels."""
        image = QImage(
            round(width * pixel_ratio), round(height * pixel_ratio), QImage.Format.Format_RGB32
        )
        image.setDevicePixelRatio(pixel_ratio)
        painter = QPainter(image)
        self.paint(painter, width, height, moment, mirrored=mirrored)
        painter.end()
        return image


class FigurePainter(Painter):
    """Paints the drawn figure of an exercise."""

    def __init__(self, illustration: Illustration, look: Look) -> None:
        self._scene = Scene(illustration, palette(look))
        self._view: View | None = None
        self._ratio = 1.0  # pixels of the screen for a logical one; a view has those of the screen
        self._room: QImage | None = None
        self._latest: tuple[Moment, tuple[ReadyDrawing, ...]] | None = None
        self._pose: tuple[float, float] | None = None  # of the last frame
        self._painted: set[ReadyDrawing] = set()  # its parts
        self._stills: deque[ReadyDrawing] = deque()
        self._stills_bytes = 0

    def paint(
        self,
        painter: QPainter,
        width: int,
        height: int,
        moment: Moment,
        *,
        mirrored: bool = False,
        within: QRectF | None = None,
    ) -> None:
        """Fill the rectangle from (0, 0) to `width`, `height` (logical pixels), or as much of it as
        lies `within` another.
        """
        ratio = self._ratio = painter.device().devicePixelRatioF()
        view = self._view_of(width * ratio, height * ratio, mirrored=mirrored)
        moment = self._scene.step(moment)
        whole = QRectF(0, 0, view.width, view.height)
        asked = whole if within is None else _scaled(within, ratio)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.scale(1 / ratio, 1 / ratio)  # from here on in pixels of the screen
        painter.drawImage(QPointF(0, 0), self._room_image(view))
        painter.setClipRect(whole, Qt.ClipOperation.IntersectClip)
        parts, pose = self._parts(moment, view), (moment.pose_t, moment.round_t)
        for part in parts:
            if not part.around.intersects(asked):
                continue
            if pose == self._pose or part in self._painted:
                self._keep_still(part)
            part.paint(painter)
        self._pose, self._painted = pose, set(parts)
        painter.restore()

    def prepare(self) -> None:
        """Do a small part, some 4 ms, of the work for the movement that is to come."""
        if self._view is None:
            return
        flesh = self._scene.prepare()
        if flesh is not None:
            glow = self._scene.glow(flesh, Moment(1.0, 0.0, 1.0))
            for drawing in (*flesh.under, glow, *flesh.over):
                get_ready(drawing, self._view)

    def changes(self, one: Moment, other: Moment) -> QRectF | None:
        """Where the pictures of two moments differ, in logical pixels of the picture painted last;
        empty where nobody could tell them apart, None where it may be anywhere.
        """
        one, other = self._scene.step(one), self._scene.step(other)
        if one == other:
            return QRectF()
        if self._view is None:
            return None
        changed = QRectF()
        for part in {*self._parts(one, self._view)} ^ {*self._parts(other, self._view)}:
            changed |= part.around
        return _scaled(changed, 1 / self._ratio)

    def _view_of(self, width: float, height: float, *, mirrored: bool) -> View:
        view = self._view
        if view is None or (view.width, view.height, view.mirrored) != (width, height, mirrored):
            view = self._view = replace(self._scene.view(width, height), mirrored=mirrored)
            self._room = self._latest = None
            self._stills.clear()
            self._stills_bytes = 0
        return view

    def _parts(self, moment: Moment, view: View) -> tuple[ReadyDrawing, ...]:
        """All that moves, from back to front. A part that did not move is the same one again."""
        if self._latest is None or self._latest[0] != moment:
            flesh = self._scene.flesh(moment)
            glow, arrows = self._scene.glow(flesh, moment), self._scene.arrows(flesh, moment)
            drawings = (*flesh.under, glow, *flesh.over, arrows)
            self._latest = moment, tuple(get_ready(drawing, view) for drawing in drawings)
        return self._latest[1]

    def _keep_still(self, part: ReadyDrawing) -> None:
        """Keep an image of a part that stays or comes again: who breathes in a hold comes by the
        same bodies again and again, and in many a movement most of the body stands still.

        What is asked for the first time is given none: it may never come again.
        """
        part.uses += 1
        if part.uses != 2:
            return
        self._stills_bytes += part.keep_image()
        self._stills.append(part)
        while self._stills_bytes > _STILLS_BYTES:
            self._stills_bytes -= self._stills.popleft().let_image_go()

    def _room_image(self, view: View) -> QImage:
        if self._room is None:
            size = math.ceil(view.width), math.ceil(view.height)
            image = QImage(*size, QImage.Format.Format_RGB32)
            painter = QPainter(image)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            get_ready(self._scene.room(view), view).paint(painter)
            painter.end()
            self._room = image
        return self._room


def _scaled(rect: QRectF, by: float) -> QRectF:
    return QRectF(rect.x() * by, rect.y() * by, rect.width() * by, rect.height() * by)
