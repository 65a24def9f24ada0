"""The painter of the figure: a still room, and the person in it, who moves."""

import math
from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QTransform

from stretchtimer.core.illustration import Illustration
from stretchtimer.figure.brush import bounds, get_ready, paint_drawing
from stretchtimer.figure.figure import Flesh
from stretchtimer.figure.motion import Moment
from stretchtimer.figure.muscles import HALO_CM
from stretchtimer.figure.palette import Look, palette
from stretchtimer.figure.scene import Scene, View
from stretchtimer.figure.shapes import Drawing

_ASKED_KEPT, _BOUNDS_KEPT = 256, 2_000
_FORGOTTEN = 400  # questions ago; in a breath there are fewer
_STILLS_BYTES = 24_000_000  # what the images of a breath may take; some twenty at 900 x 700


@dataclass(frozen=True, slots=True)
class _Place:
    """A picture's size in pixels of the screen, how many of them are a logical one, and which
    side it shows.
    """

    width: float
    height: float
    ratio: float
    mirrored: bool

    def mirror(self, painter: QPainter) -> None:
        """Let all that follows be drawn as the other side."""
        if self.mirrored:
            painter.setTransform(QTransform(-1, 0, 0, 1, self.width, 0), combine=True)

    def seen(self, rect: QRectF) -> QRectF:
        """Where something of the unmirrored picture is seen, inside of it."""
        if self.mirrored:
            rect = QRectF(self.width - rect.right(), rect.top(), rect.width(), rect.height())
        return rect.intersected(QRectF(0, 0, self.width, self.height))


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
    ) -> None:
        """Fill the rectangle from (0, 0) to `width`, `height` (logical pixels)."""

    def looks_the_same(self, one: Moment, other: Moment) -> bool:
        """Whether nobody could tell the pictures of two moments apart."""
        return one == other

    def covers(
        self,
        moment: Moment,  # noqa: ARG002  # for painters that know where
    ) -> QRectF | None:
        """Where that which moves is at `moment`, in logical pixels of the picture painted last;
        None where it may be anywhere.
        """
        return None

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
        self._stills: _Stills | None = None
        self._room: QImage | None = None
        self._pose: tuple[float, float] | None = None  # of the last frame
        self._last: set[int] = set()  # the parts of the last frame; its body keeps them alive
        self._last_flesh: Flesh | None = None
        self._bounds: dict[int, tuple[Drawing, QRectF]] = {}

    def paint(
        self,
        painter: QPainter,
        width: int,
        height: int,
        moment: Moment,
        *,
        mirrored: bool = False,
    ) -> None:
        """Fill the rectangle from (0, 0) to `width`, `height` (logical pixels)."""
        ratio = painter.device().devicePixelRatioF()
        place = _Place(width * ratio, height * ratio, ratio, mirrored)
        if self._stills is None or place != self._stills.place:
            view = self._scene.view(place.width, place.height)
            self._room, self._stills = None, _Stills(place, view)
            self._bounds.clear()
        view = self._stills.view
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.scale(1 / ratio, 1 / ratio)  # from here on in pixels of the screen
        painter.drawImage(QPointF(0, 0), self._room_image(view, place))
        painter.setClipRect(QRectF(0, 0, place.width, place.height), Qt.ClipOperation.IntersectClip)
        flesh = self._scene.flesh(moment)
        holds = (moment.pose_t, moment.round_t) == self._pose
        self._pose = moment.pose_t, moment.round_t
        runs = [
            *self._runs(flesh.under, holds=holds),
            (False, (self._scene.glow(flesh, moment),)),
            *self._runs(flesh.over, holds=holds),
            (False, (self._scene.arrows(flesh, moment),)),
        ]
        for stays, parts in runs:
            still = self._stills.of(parts) if stays else None
            if still is not None:
                painter.drawImage(still.at, still.image)
                continue
            painter.save()
            place.mirror(painter)
            for part in parts:
                paint_drawing(painter, part, view)
            painter.restore()
        self._last = {id(part) for part in (*flesh.under, *flesh.over)}
        self._last_flesh = flesh
        painter.restore()

    def _runs(
        self, layer: tuple[Drawing, ...], *, holds: bool
    ) -> Iterator[tuple[bool, tuple[Drawing, ...]]]:
        """Parts that follow one another and all stay as they were, or all do not."""
        flags = ((holds or id(part) in self._last, part) for part in layer)
        for stays, run in groupby(flags, key=itemgetter(0)):
            yield stays, tuple(part for _, part in run)

    def prepare(self) -> None:
        """Do a small part, some 4 ms, of the work for the movement that is to come."""
        if self._stills is None:
            return
        flesh = self._scene.prepare()
        if flesh is not None:
            glow = self._scene.glow(flesh, Moment(1.0, 0.0, 1.0))
            for drawing in (*flesh.under, glow, *flesh.over):
                get_ready(drawing, self._stills.view)
            self._room_of(flesh, self._stills.view)

    def looks_the_same(self, one: Moment, other: Moment) -> bool:
        """Whether both moments are drawn in the same step."""
        return self._scene.step(one) == self._scene.step(other)

    def covers(self, moment: Moment) -> QRectF | None:
        """Where the person is with glow and arrows; None before the first picture."""
        if self._stills is None:
            return None
        place, view = self._stills.place, self._stills.view
        flesh = self._scene.flesh(moment)
        body = self._room_of(flesh, view)
        rect = place.seen(body.united(bounds(self._scene.arrows(flesh, moment), view)))
        ratio = place.ratio
        return QRectF(
            rect.x() / ratio, rect.y() / ratio, rect.width() / ratio, rect.height() / ratio
        )

    def _room_of(self, flesh: Flesh, view: View) -> QRectF:
        """What a body with its glow covers at most."""
        body = QRectF()
        for part in (*flesh.under, *flesh.over):
            known = self._bounds.get(id(part))
            if known is None or known[0] is not part:
                while len(self._bounds) >= _BOUNDS_KEPT:
                    del self._bounds[next(iter(self._bounds))]
                known = self._bounds[id(part)] = part, bounds(part, view)
            body = body.united(known[1])
        halo = HALO_CM * view.scale
        return body.adjusted(-halo, -halo, halo, halo)

    def _room_image(self, view: View, place: _Place) -> QImage:
        if self._room is None:
            size = math.ceil(place.width), math.ceil(place.height)
            image = QImage(*size, QImage.Format.Format_RGB32)
            painter = QPainter(image)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            place.mirror(painter)
            paint_drawing(painter, self._scene.room(view), view)
            painter.end()
            self._room = image
        return self._room


@dataclass(frozen=True, slots=True)
class _Still:
    """Drawings as one image, and where its upper left corner goes."""

    parts: tuple[Drawing, ...]
    image: QImage
    at: QPointF


class _Stills:
    """Images of what stays or comes again: who breathes in a hold comes by the same bodies again
    and again, and in many a movement most of the body stands still.

    What is asked for the first time is given no image: it may never come again.
    """

    def __init__(self, place: _Place, view: View) -> None:
        self.place, self.view = place, view
        self._asked: dict[tuple[int, ...], tuple[Drawing, ...]] = {}
        self._made: dict[tuple[int, ...], _Still] = {}
        self._used: dict[tuple[int, ...], int] = {}  # when, counted in questions
        self._now = 0
        self._bytes_left = _STILLS_BYTES

    def of(self, parts: tuple[Drawing, ...]) -> _Still | None:
        """The image of `parts`, if they have one."""
        key = tuple(map(id, parts))
        self._now += 1
        still = self._made.get(key)
        if still is not None:
            self._used[key] = self._now
            return still
        if key not in self._asked:
            if len(self._asked) >= _ASKED_KEPT:
                del self._asked[next(iter(self._asked))]
            self._asked[key] = parts  # kept, so that no others can have their ids
            return None
        del self._asked[key]
        still = self._painted(parts)
        if still is not None:
            self._made[key], self._used[key] = still, self._now
        return still

    def _make_room(self, size: int) -> None:
        """Let go of images that belong to a phase which is over."""
        for key, used in list(self._used.items()):
            if size <= self._bytes_left:
                return
            if self._now - used > _FORGOTTEN:
                del self._used[key]
                self._bytes_left += self._made.pop(key).image.sizeInBytes()

    def _painted(self, parts: tuple[Drawing, ...]) -> _Still | None:
        place, view = self.place, self.view
        around = QRect()
        for part in parts:
            # whole pixels, so that nothing is blurred
            around = around.united(place.seen(bounds(part, view)).toAlignedRect())
        size = 4 * around.width() * around.height()
        self._make_room(size)
        if not 0 < size <= self._bytes_left:
            return None
        self._bytes_left -= size
        image = QImage(around.size(), QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        at = QPointF(around.topLeft())
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(-at)
        place.mirror(painter)
        for part in parts:
            paint_drawing(painter, part, view)
        painter.end()
        return _Still(parts, image, at)
