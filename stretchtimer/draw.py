"""Draws an exercise into a file."""

import os
from pathlib import Path
from typing import Literal

from stretchtimer.core.exercise import Exercise
from stretchtimer.core.settings import Settings
from stretchtimer.figure.motion import Moment
from stretchtimer.figure.paint import FigurePainter
from stretchtimer.figure.palette import look_of


def draw_picture(
    exercise: Exercise,
    settings: Settings,
    output: Path,
    *,
    at: float,
    side: Literal["right", "left"],
    scheme: Literal["light", "dark"],
    size: tuple[int, int],
) -> None:
    """Write a PNG of `size` pixels. `at` goes from the start (0) to the hold (1). Raises
    OSError."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QGuiApplication, QImageWriter

    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # a picture needs no display
    application = QGuiApplication.instance() or QGuiApplication([])
    look = look_of(settings, scheme)
    mirrored = side == "left"
    painter = FigurePainter(exercise.figure, look)
    image = painter.image(*size, Moment(at, 0.0, at), mirrored=mirrored)
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    del application
    output.write_bytes(content.data())
