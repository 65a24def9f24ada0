"""The icons of assets/icons, drawn in any colour and size."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from stretchtimer.resources import asset


@lru_cache(maxsize=128)
def icon_pixmap(name: str, color: str, size: int, pixel_ratio: float) -> QPixmap:
    """The icon `name` in `color`, `size` logical pixels wide and high."""
    drawing = asset("icons", f"{name}.svg").read_bytes().replace(b"currentColor", color.encode())
    pixels = round(size * pixel_ratio)
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    pixmap.setDevicePixelRatio(pixel_ratio)
    return pixmap
