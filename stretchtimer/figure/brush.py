"""Turns a display list into Qt calls."""

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
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


def bounds(drawing: Drawing, view: View) -> QRectF:
    """What a drawing covers at most, in pixels of its view."""
    covered = QRectF()
    for item in drawing.items:
        if isinstance(item, Blot):
            covered = covered.united(_blot_rect(item, view))
            continue
        rect = _lying(item.path, item.place, view).controlPointRect()
        margin = 1.0 if item.stroke is None else 1.0 + item.stroke.width * view.scale
        covered = covered.united(rect.adjusted(-margin, -margin, margin, margin))
    return covered


def get_ready(drawing: Drawing, view: View) -> None:
    """Do all that can be done before the drawing is painted."""
    for item in drawing.items:
        if isinstance(item, Shape) and item.place is None:
            _lying(item.path, None, view)


def paint_drawing(painter: QPainter, drawing: Drawing, view: View) -> None:
    """Draw all shapes, from back to front.

    Paths are brought to the view's pixels before they are handed over: Qt takes twice as long for
    those that it has to enlarge while it fills them.
    """
    blots: list[Blot] = []
    for item in drawing.items:
        if isinstance(item, Blot):
            blots.append(item)
            continue
        if blots:
            _paint_blots(painter, blots, view)
            blots = []
        _paint_shape(painter, item, view)
    _paint_blots(painter, blots, view)


def _paint_shape(painter: QPainter, shape: Shape, view: View) -> None:
    path = _lying(shape.path, shape.place, view)
    if shape.clip is not None:
        painter.save()
        painter.setClipPath(_lying(shape.clip, None, view), Qt.ClipOperation.IntersectClip)
    if shape.fill is not None:
        painter.fillPath(path, _filling(shape.fill, view))
    if shape.stroke is not None:
        painter.strokePath(path, _pen(shape.stroke, view.scale))
    if shape.clip is not None:
        painter.restore()


def _paint_blots(painter: QPainter, blots: list[Blot], view: View) -> None:
    """Stamp ready-made spots: a gradient of its own for each frame costs fifteen times as much.

    Round ones are ready in their own size, and go to whole pixels: on so soft a spot nobody sees
    the difference, and a stamp that is not enlarged costs half.
    """
    for blot in blots:
        painter.setOpacity(min(1.0, blot.opacity))
        rect = _blot_rect(blot, view)
        if blot.half_width == blot.half_height:
            diameter_px = max(1, round(rect.width()))
            if diameter_px <= _LARGEST_SPOT_PX:
                spot = _spot(blot.color, blot.stops, diameter_px)
                painter.drawImage(rect.topLeft().toPoint(), spot)
                continue
        painter.drawImage(rect, _spot(blot.color, blot.stops, _SPRITE_PX))
    painter.setOpacity(1.0)


def _blot_rect(blot: Blot, view: View) -> QRectF:
    x = view.origin_x + (blot.centre.real - blot.half_width) * view.scale
    y = view.origin_y - (blot.centre.imag + blot.half_height) * view.scale
    return QRectF(x, y, 2 * blot.half_width * view.scale, 2 * blot.half_height * view.scale)


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
    """A path as it lies in the view, in pixels. What has no place of its own is kept with it."""
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
