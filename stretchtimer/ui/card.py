"""The rounded card that a picture lies in."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath

from stretchtimer.figure.shapes import Color


def cut_corners(painter: QPainter, rect: QRectF, radius: float, ground: QColor) -> None:
    """Round the corners of what has been painted, in the colour of the ground around it.

    A clip would do the same with jagged edges.
    """
    outside = QPainterPath()
    outside.addRect(rect)
    inside = QPainterPath()
    inside.addRoundedRect(rect, radius, radius)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(outside.subtracted(inside), ground)


def paint_empty_room(
    painter: QPainter, rect: QRectF, *, card: Color, disc: Color, floor: Color
) -> None:
    """The room before anyone is in it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(rect, _qt(card))
    floor_top = rect.top() + rect.height() * 0.84
    radius = min(rect.width(), rect.height()) * 0.34
    middle = rect.center().x()
    circle = QPainterPath()
    circle.addEllipse(QRectF(middle - radius, floor_top - 1.6 * radius, 2 * radius, 2 * radius))
    painter.fillPath(circle, _qt(disc))
    painter.fillRect(QRectF(rect.left(), floor_top, rect.width(), rect.height() * 0.16), _qt(floor))


def _qt(color: Color) -> QColor:
    return QColor(color.red, color.green, color.blue, color.alpha)
