"""Turns a display list into Qt calls."""

from functools import lru_cache

from PySide6.QtCore import QRectF, QSizeF, Qt
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

from stretchtimer.figure.scene import View
from stretchtimer.figure.shapes import (
    CURVE,
    LINE,
    MOVE,
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
_FEW_BLOTS, _SMALL = 4, 0.25

_sprites: dict[tuple[Color, tuple[tuple[float, int], ...]], QImage] = {}


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

    Many soft spots over one another are stamped small and enlarged at once.
    """
    places = [_blot_rect(blot, view) for blot in blots]
    around = QRectF()
    for place in places:
        around = around.united(place)
    area = sum(place.width() * place.height() for place in places)
    if len(blots) < _FEW_BLOTS or area < 1.5 * around.width() * around.height():
        _stamp(painter, blots, places)
        return
    small = QImage(
        int(around.width() * _SMALL) + 2,
        int(around.height() * _SMALL) + 2,
        QImage.Format.Format_ARGB32_Premultiplied,
    )
    small.fill(Qt.GlobalColor.transparent)
    stamper = QPainter(small)
    stamper.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    stamper.scale(_SMALL, _SMALL)
    stamper.translate(-around.topLeft())
    _stamp(stamper, blots, places)
    stamper.end()
    size = QSizeF(small.width() / _SMALL, small.height() / _SMALL)
    painter.drawImage(QRectF(around.topLeft(), size), small)


def _blot_rect(blot: Blot, view: View) -> QRectF:
    x = view.origin_x + (blot.centre.real - blot.half_width) * view.scale
    y = view.origin_y - (blot.centre.imag + blot.half_height) * view.scale
    return QRectF(x, y, 2 * blot.half_width * view.scale, 2 * blot.half_height * view.scale)


def _stamp(painter: QPainter, blots: list[Blot], places: list[QRectF]) -> None:
    for blot, place in zip(blots, places, strict=True):
        key = (blot.color, blot.stops)
        sprite = _sprites.get(key)
        if sprite is None:
            sprite = _sprites[key] = _spot(blot)
        painter.setOpacity(min(1.0, blot.opacity))
        painter.drawImage(place, sprite)
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
    curve, line, numbers = made.cubicTo, made.lineTo, path.numbers
    at = 0
    for step in path.steps:
        if step == CURVE:
            curve(*numbers[at : at + 6])
            at += 6
        elif step == LINE:
            line(*numbers[at : at + 2])
            at += 2
        elif step == MOVE:
            made.moveTo(*numbers[at : at + 2])
            at += 2
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
