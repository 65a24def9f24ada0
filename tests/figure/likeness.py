"""How much two pictures differ."""

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

SEEN = 0.2  # the difference from which on a picture is another


def difference(one, other):
    """Mean difference of two pictures' channels, softened so that a moved edge counts little."""
    width, height = one.width() // 2, one.height() // 2
    pixels = []
    for image in (one, other):
        small = image.scaled(
            width,
            height,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        plain = small.convertToFormat(QImage.Format.Format_RGB32)
        pixels.append(np.frombuffer(plain.constBits(), np.uint8).astype(np.int16))
    return float(np.abs(pixels[0] - pixels[1]).mean())
