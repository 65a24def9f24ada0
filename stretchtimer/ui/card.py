"""The rounded card that a picture lies in."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPalette

from stretchtimer.figure.colors import Color


def cut_corners(painter: QPainter, rect: QRectF, radius: float, ground: QColor) -> None:
    """Round the corners of what has been painted, in the colour of the ground around it.

    A clip would do the same with jagged edges.
    """
    corners = QPainterPath()  # what is inside of both is outside of the path
    corners.addRect(rect)
    corners.addRoundedRect(rect, radius, radius)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(corners, _brush(ground))


def paint_empty_room(
    painter: QPainter, rect: QRectF, *, card: Color, disc: Color, floor: Color
) -> None:
    """The room before anyone is in it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    floor_top = rect.top() + rect.height() * 0.84
    radius = min(rect.width(), rect.height()) * 0.34
    whole, circle, below = QPainterPath(), QPainterPath(), QPainterPath()
    whole.addRect(rect)
    left = rect.center().x() - radius
    circle.addEllipse(QRectF(left, floor_top - 1.6 * radius, 2 * radius, 2 * radius))
    below.addRect(QRectF(rect.left(), floor_top, rect.width(), rect.bottom() - floor_top))
    for path, color in ((whole, card), (circle, disc), (below, floor)):
        painter.fillPath(path, _brush(QColor(color.red, color.green, color.blue)))


def _brush(color: QColor) -> QBrush:
    """A plain brush. QBrush(color) would first load all names of Qt, a tenth of the start."""
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, color)
    return palette.brush(QPalette.ColorRole.Window)
