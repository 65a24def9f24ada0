"""The painter of the figure: turns the display list into Qt calls. The only Qt in this package."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QRadialGradient,
    QTransform,
)

from stretchtimer.core.pose import Illustration
from stretchtimer.figure.motion import Moment
from stretchtimer.figure.palette import Look, palette
from stretchtimer.figure.scene import Scene, View
from stretchtimer.figure.shapes import (
    Blot,
    Color,
    Drawing,
    Gradient,
    Path,
    Placement,
    Shape,
    Stroke,
)

_SPRITE_PX = 96

_sprites: dict[tuple[Color, tuple[tuple[float, int], ...]], QImage] = {}


@dataclass(slots=True)
class _Room:
    """The still part of a picture, painted once for a size."""

    key: tuple[int, int, float, bool]
    image: QImage


class FigurePainter:
    """Paints one exercise. `mirrored` pictures show the other side."""

    def __init__(self, illustration: Illustration, look: Look) -> None:
        self._scene = Scene(illustration, palette(look))
        self._room: _Room | None = None
        self._brush = _Brush()

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
        view = self._scene.view(width, height)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        ratio = painter.device().devicePixelRatioF()
        painter.drawImage(QPointF(0, 0), self._room_image(view, ratio, mirrored=mirrored))
        painter.setClipRect(QRectF(0, 0, width, height), Qt.ClipOperation.IntersectClip)
        if mirrored:
            painter.setTransform(QTransform(-1, 0, 0, 1, width, 0), combine=True)
        self._brush.paint(painter, self._scene.person(moment), view)
        painter.restore()

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

    def _room_image(self, view: View, ratio: float, *, mirrored: bool) -> QImage:
        key = (int(view.width), int(view.height), ratio, mirrored)
        if self._room is None or self._room.key != key:
            image = QImage(
                round(view.width * ratio), round(view.height * ratio), QImage.Format.Format_RGB32
            )
            image.setDevicePixelRatio(ratio)
            painter = QPainter(image)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if mirrored:
                painter.setTransform(QTransform(-1, 0, 0, 1, view.width, 0))
            _Brush().paint(painter, self._scene.room(view), view)
            painter.end()
            self._room = _Room(key, image)
        return self._room.image


class _Brush:
    """Paints display lists; what two pictures share is made into a Qt path only once."""

    def __init__(self) -> None:
        self._kept: dict[int, tuple[Path, QPainterPath]] = {}

    def paint(self, painter: QPainter, drawing: Drawing, view: View) -> None:
        """Draw all shapes, from back to front."""
        flat = painter.transform()
        world = QTransform(view.scale, 0, 0, -view.scale, view.origin_x, view.origin_y) * flat
        used: dict[int, tuple[Path, QPainterPath]] = {}
        here: object = self  # where the painter stands; at first in no place of the drawing
        for item in drawing.items:
            place = flat if isinstance(item, Blot) else item.place
            if place is not here:
                painter.setTransform(flat if isinstance(item, Blot) else _placed(item.place, world))
                here = place
            if isinstance(item, Blot):
                _paint_blot(painter, item, view)
                continue
            key = id(item.path)
            pair = self._kept.get(key)
            if pair is None or pair[0] is not item.path:
                pair = item.path, _qt_path(item.path)
            used[key] = pair
            _paint_shape(painter, item, pair[1])
        self._kept = used
        painter.setTransform(flat)


def _placed(place: Placement | None, world: QTransform) -> QTransform:
    if place is None:
        return world
    moved = QTransform(world)
    moved.translate(place.at.real, place.at.imag)
    moved.rotate(place.angle_deg)
    moved.scale(place.scale_x, place.scale_y)
    return moved


def _paint_shape(painter: QPainter, shape: Shape, path: QPainterPath) -> None:
    if shape.clip is not None:
        painter.save()
        painter.setClipPath(_qt_path(shape.clip), Qt.ClipOperation.IntersectClip)
    if shape.fill is not None:
        painter.fillPath(path, _filling(shape.fill))
    if shape.stroke is not None:
        painter.strokePath(path, _pen(shape.stroke))
    if shape.clip is not None:
        painter.restore()


def _paint_blot(painter: QPainter, blot: Blot, view: View) -> None:
    """Stamp a ready-made spot: a gradient of its own for each frame costs fifteen times as much."""
    key = (blot.color, blot.stops)
    sprite = _sprites.get(key)
    if sprite is None:
        sprite = _sprites[key] = _spot(blot)
    x = view.origin_x + (blot.centre.real - blot.half_width) * view.scale
    y = view.origin_y - (blot.centre.imag + blot.half_height) * view.scale
    painter.setOpacity(min(1.0, blot.opacity))
    painter.drawImage(
        QRectF(x, y, 2 * blot.half_width * view.scale, 2 * blot.half_height * view.scale), sprite
    )
    painter.setOpacity(1.0)


def _spot(blot: Blot) -> QImage:
    sprite = QImage(_SPRITE_PX, _SPRITE_PX, QImage.Format.Format_ARGB32_Premultiplied)
    sprite.fill(Qt.GlobalColor.transparent)
    half = _SPRITE_PX / 2
    gradient = QRadialGradient(half, half, half)
    for at, alpha in blot.stops:
        gradient.setColorAt(at, _color(blot.color.faded(alpha)))
    painter = QPainter(sprite)
    painter.fillRect(sprite.rect(), gradient)
    painter.end()
    return sprite


def _qt_path(path: Path) -> QPainterPath:
    made = QPainterPath()
    made.setFillRule(Qt.FillRule.WindingFill)
    curve, line = made.cubicTo, made.lineTo
    for command, numbers in path.commands:
        if command == "C":
            curve(*numbers)
        elif command == "L":
            line(*numbers)
        elif command == "M":
            made.moveTo(*numbers)
        else:
            made.closeSubpath()
    return made


def _color(value: Color) -> QColor:
    return QColor(value.red, value.green, value.blue, value.alpha)


@lru_cache(maxsize=64)
def _flat(value: Color) -> QBrush:
    return QBrush(_color(value))


def _filling(fill: Color | Gradient) -> QBrush:
    if isinstance(fill, Color):
        return _flat(fill)
    gradient = QLinearGradient(fill.begin.real, fill.begin.imag, fill.end.real, fill.end.imag)
    for at, stop in fill.stops:
        gradient.setColorAt(at, _color(stop))
    return QBrush(gradient)


@lru_cache(maxsize=64)
def _pen(stroke: Stroke) -> QPen:
    cap = Qt.PenCapStyle.RoundCap if stroke.round_ends else Qt.PenCapStyle.FlatCap
    return QPen(_flat(stroke.color), stroke.width, Qt.PenStyle.SolidLine, cap)
