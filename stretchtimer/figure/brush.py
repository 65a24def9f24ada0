"""Turns a display list into Qt calls."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QPoint, QRectF, Qt
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

from stretchtimer.figure.colors import Color
from stretchtimer.figure.scene import View
from stretchtimer.figure.shapes import (
    CURVE,
    LINE,
    MOVE,
    Blot,
    Drawing,
    Gradient,
    Path,
    Placement,
    Shape,
    Stroke,
)

_SPRITE_PX = 96
_LARGEST_SPOT_PX = 300  # larger ones are enlarged

_Box = tuple[float, float, float, float]  # left, top, right, bottom


class ReadyDrawing:
    """A drawing as Qt takes it, in the pixels of a view: `around` is what it covers at most.

    `uses` is for who counts how often an image of it would have been of use.
    """

    __slots__ = ("_calls", "_corner", "_image", "around", "uses", "view")

    def __init__(self, drawing: Drawing, view: View) -> None:
        self.view = view
        self.uses = 0
        self._image: QImage | None = None
        self._corner = QPoint()
        self._calls: list[tuple[Callable[..., None], tuple[Any, ...]]] = []
        boxes = [
            self._add_blot(item) if isinstance(item, Blot) else self._add(item)
            for item in drawing.items
        ]
        self.around = _around(boxes)

    def paint(self, painter: QPainter) -> None:
        """Draw all shapes, from back to front, or the image of them."""
        if self._image is not None:
            painter.drawImage(self._corner, self._image)
            return
        for call, arguments in self._calls:
            call(painter, *arguments)

    def keep_image(self) -> int:
        """Paint an image, and from now on that one; gives the bytes that it takes."""
        seen = self.around & QRectF(0, 0, self.view.width, self.view.height)
        pixels = seen.toAlignedRect()  # whole ones, so that nothing is blurred
        if pixels.isEmpty():
            return 0
        image = QImage(pixels.size(), QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(-pixels.topLeft())
        self.paint(painter)
        painter.end()
        self._image, self._corner = image, pixels.topLeft()
        return image.sizeInBytes()

    def let_image_go(self) -> int:
        """Paint the shapes again; gives the bytes that the image took."""
        image, self._image = self._image, None
        return 0 if image is None else image.sizeInBytes()

    def _add(self, shape: Shape) -> _Box:
        path = _lying(shape.path, shape.place, self.view)
        margin = 1.0
        if shape.fill is not None and shape.clip is not None:
            clip = _lying(shape.clip, None, self.view)
            self._calls.append((_fill_inside, (clip, path, _filling(shape.fill, self.view))))
        elif shape.fill is not None:
            self._calls.append((QPainter.fillPath, (path, _filling(shape.fill, self.view))))
        if shape.stroke is not None:
            self._calls.append((QPainter.strokePath, (path, _pen(shape.stroke, self.view.scale))))
            margin += shape.stroke.width * self.view.scale
        rect = path.controlPointRect()
        left, top = rect.x() - margin, rect.y() - margin
        return left, top, left + rect.width() + 2 * margin, top + rect.height() + 2 * margin

    def _add_blot(self, blot: Blot) -> _Box:
        """Have a ready-made spot stamped: a gradient for each frame costs fifteen times as much.

        Round ones are ready in their own size, and go to whole pixels: on so soft a spot nobody
        sees the difference, and a stamp that is not enlarged costs half.
        """
        middle, opacity = self.view.pixel(blot.centre), min(1.0, blot.opacity)
        wide, high = blot.half_width * self.view.scale, blot.half_height * self.view.scale
        left, top = middle.real - wide, middle.imag - high
        if wide == high and 2 * wide <= _LARGEST_SPOT_PX:
            spot = _spot(blot.color, blot.stops, max(1, round(2 * wide)))
            self._calls.append((_stamp, (QPoint(round(left), round(top)), spot, opacity)))
        else:
            spot = _spot(blot.color, blot.stops, _SPRITE_PX)
            self._calls.append((_stamp, (QRectF(left, top, 2 * wide, 2 * high), spot, opacity)))
        return left - 1.0, top - 1.0, left + 2 * wide + 1.0, top + 2 * high + 1.0


def get_ready(drawing: Drawing, view: View) -> ReadyDrawing:
    """The drawing as Qt takes it, which is kept with it."""
    known = drawing.made
    if isinstance(known, ReadyDrawing) and known.view is view:
        return known
    made = drawing.made = ReadyDrawing(drawing, view)
    return made


def _fill_inside(painter: QPainter, clip: QPainterPath, path: QPainterPath, fill: QBrush) -> None:
    painter.save()
    painter.setClipPath(clip, Qt.ClipOperation.IntersectClip)
    painter.fillPath(path, fill)
    painter.restore()


def _stamp(painter: QPainter, at: QPoint | QRectF, spot: QImage, opacity: float) -> None:
    painter.setOpacity(opacity)
    painter.drawImage(at, spot)
    painter.setOpacity(1.0)


def _around(boxes: list[_Box]) -> QRectF:
    """The rectangle that holds all boxes."""
    if not boxes:
        return QRectF()
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    left, top = min(lefts), min(tops)
    return QRectF(left, top, max(rights) - left, max(bottoms) - top)


@lru_cache(maxsize=96)
def _spot(fill: Color, stops: tuple[tuple[float, int], ...], diameter_px: int) -> QImage:
    sprite = QImage(diameter_px, diameter_px, QImage.Format.Format_ARGB32_Premultiplied)
    sprite.fill(Qt.GlobalColor.transparent)
    half = diameter_px / 2
    gradient = QRadialGradient(half, half, half)
    for at, alpha in stops:
        gradient.setColorAt(at, _color(fill.faded(alpha)))
    painter = QPainter(sprite)
    painter.fillRect(sprite.rect(), gradient)
    painter.end()
    return sprite


def _lying(path: Path, place: Placement | None, view: View) -> QPainterPath:
    """A path as it lies in the view, in pixels: Qt takes twice as long for paths that it has to
    enlarge while it fills them. What has no place of its own is kept with it.
    """
    known = path.made
    if place is not None:
        if not isinstance(known, QPainterPath):
            known = path.made = _qt_path(path)  # whole: pictures are painted by several threads
        world = _world(view)
        world.translate(place.at.real, place.at.imag)
        world.rotate(place.angle_deg)
        world.scale(place.scale_x, place.scale_y)
        return world.map(known)
    if isinstance(known, tuple) and known[0] is view:
        lying: QPainterPath = known[1]
        return lying
    lying = _world(view).map(_qt_path(path))
    path.made = (view, lying)
    return lying


def _world(view: View) -> QTransform:
    if view.mirrored:
        return QTransform(-view.scale, 0, 0, -view.scale, view.width - view.origin_x, view.origin_y)
    return QTransform(view.scale, 0, 0, -view.scale, view.origin_x, view.origin_y)


def _qt_path(path: Path) -> QPainterPath:
    made = QPainterPath()
    made.setFillRule(Qt.FillRule.WindingFill)
    curve, line = made.cubicTo, made.lineTo
    numbers = iter(path.numbers)
    points, handles = zip(*[numbers] * 2, strict=False), zip(*[numbers] * 6, strict=False)
    for step in path.steps:
        if step == CURVE:
            curve(*next(handles))
        elif step == LINE:
            line(*next(points))
        elif step == MOVE:
            made.moveTo(*next(points))
        else:
            made.closeSubpath()
    return made


def _color(value: Color) -> QColor:
    return QColor(value.red, value.green, value.blue, value.alpha)


@lru_cache(maxsize=64)
def _flat(value: Color) -> QBrush:
    return QBrush(_color(value))


def _filling(fill: Color | Gradient, view: View) -> QBrush:
    if isinstance(fill, Color):
        return _flat(fill)
    begin, end = view.pixel(fill.begin), view.pixel(fill.end)
    gradient = QLinearGradient(begin.real, begin.imag, end.real, end.imag)
    for at, stop in fill.stops:
        gradient.setColorAt(at, _color(stop))
    return QBrush(gradient)


@lru_cache(maxsize=64)
def _pen(stroke: Stroke, scale: float) -> QPen:
    cap = Qt.PenCapStyle.RoundCap if stroke.round_ends else Qt.PenCapStyle.FlatCap
    return QPen(_flat(stroke.color), stroke.width * scale, Qt.PenStyle.SolidLine, cap)
