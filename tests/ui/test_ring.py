"""The ring, painted piece by piece."""

import itertools

import pytest
from PySide6.QtGui import QImage, QPainter, QRegion
from PySide6.QtWidgets import QWidget

from stretchtimer.ui.ring import Ring


class WatchedRing(Ring):
    """Records what it asks to be painted."""

    def __init__(self):
        super().__init__(None)
        self.asked = []

    def update(self, *part):
        self.asked.append(QRegion(part[0]) if part else QRegion(self.rect()))
        super().update(*part)


def paint(ring, image, region):
    painter = QPainter(image)
    ring.render(painter, region.boundingRect().topLeft(), region, QWidget.RenderFlag(0))
    painter.end()


def pixels(image):
    return bytes(image.constBits())


@pytest.mark.parametrize("size", [(240, 240), (60, 90)])
def test_piece_by_piece_it_is_the_same_as_the_whole(qtbot, size):
    ring = WatchedRing()
    qtbot.addWidget(ring)
    ring.resize(*size)
    shown, whole = (QImage(*size, QImage.Format.Format_RGB32) for _ in range(2))
    course = [1.0, 0.998, 0.99, 0.9, 0.897, 0.7, 0.69, 0.5, 0.4, 0.26, 0.24, 0.05, 0.01, 0.0, 0.3]
    ring.show_left("5", course[0], strong=True)
    paint(ring, shown, QRegion(ring.rect()))
    for before, left in itertools.pairwise(course):
        ring.asked.clear()
        ring.show_left("5", left, strong=True)
        (region,) = ring.asked
        paint(ring, shown, region)
        paint(ring, whole, QRegion(ring.rect()))
        pairs = zip(pixels(shown), pixels(whole), strict=True)
        # the last step, which ends elsewhere, Qt bends a twentieth of a pixel otherwise
        assert max(abs(one - other) for one, other in pairs) < 24, (before, left)
