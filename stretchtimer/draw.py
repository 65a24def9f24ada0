"""Draws exercises into files: one picture, or a contact sheet of many, as PNG or SVG."""

import html
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from stretchtimer.core.exercise import Exercise
from stretchtimer.core.phase import Side
from stretchtimer.core.settings import Settings
from stretchtimer.figure.colors import Color
from stretchtimer.figure.motion import Moment
from stretchtimer.figure.palette import Look, look_of, palette
from stretchtimer.figure.picture_embed import svg_of_pictures
from stretchtimer.figure.picture_paint import painter_of
from stretchtimer.figure.scene import Scene
from stretchtimer.figure.svg import svg_document, svg_picture

SHEET_COLUMNS = 6
_CAPTION_PX, _GAP_PX = 26, 12
_NAME_PX = 14
_LETTER = 0.57  # a letter's breadth, for its height


@dataclass(frozen=True, slots=True)
class Sight:
    """How to draw: `at` goes from the start (0) to the hold (1), `size` is that of one picture in
    pixels, `pictures` the folder with a person's own.
    """

    settings: Settings
    at: float
    side: Literal["right", "left"]
    scheme: Literal["light", "dark"]
    size: tuple[int, int]
    pictures: Path | None = None

    @property
    def moment(self) -> Moment:
        """The moment to draw."""
        return Moment(self.at, 0.0, self.at)

    @property
    def look(self) -> Look:
        """The look to draw in."""
        return look_of(self.settings, self.scheme, self.pictures)

    def svg(self, exercise: Exercise, name: str = "") -> str:
        """The picture of an exercise as a group; `name` keeps its inner ids apart from others'."""
        side, (width, height) = Side(self.side), self.size
        if exercise.pictures is not None:
            mirrored = side is Side.LEFT and exercise.pictures.mirrored
            return svg_of_pictures(
                exercise, exercise.pictures, self.look, self.size, self.moment, mirrored=mirrored
            )
        illustration, mirrored = exercise.pictured(side)
        scene = Scene(illustration, palette(self.look))
        return svg_picture(scene, width, height, self.moment, mirrored=mirrored, name=name)


def draw_picture(exercise: Exercise, sight: Sight, output: Path) -> None:
    """Write a picture, as SVG or as PNG by the name of `output`. Raises OSError."""
    width, height = sight.size
    if output.suffix.lower() == ".svg":
        output.write_text(svg_document(width, height, sight.svg(exercise)), encoding="utf-8")
        return
    output.write_bytes(_painted((width, height), [(exercise, 0, 0)], sight, captions=False))


def draw_sheet(exercises: Sequence[Exercise], sight: Sight, output: Path) -> None:
    """Write a contact sheet of `exercises` with their names below. Raises OSError."""
    width, height = sight.size
    across = min(SHEET_COLUMNS, len(exercises))
    down = -(-len(exercises) // SHEET_COLUMNS)
    places = [
        (
            exercise,
            _GAP_PX + i % SHEET_COLUMNS * (width + _GAP_PX),
            _GAP_PX + i // SHEET_COLUMNS * (height + _CAPTION_PX + _GAP_PX),
        )
        for i, exercise in enumerate(exercises)
    ]
    whole_width = _GAP_PX + across * (width + _GAP_PX)
    whole_height = _GAP_PX + down * (height + _CAPTION_PX + _GAP_PX)
    if output.suffix.lower() == ".svg":
        output.write_text(_svg_sheet(places, sight, whole_width, whole_height), encoding="utf-8")
        return
    output.write_bytes(_painted((whole_width, whole_height), places, sight, captions=True))


_Places = list[tuple[Exercise, int, int]]


def _colors(sight: Sight) -> tuple[Color, Color]:
    """The ground of a sheet, and its ink."""
    scene = palette(sight.look).scene
    return scene.floor, scene.arrow


def _svg_sheet(places: _Places, sight: Sight, whole_width: int, whole_height: int) -> str:
    width, height = sight.size
    ground, ink = (it.code for it in _colors(sight))
    parts = [f'<rect width="{whole_width}" height="{whole_height}" fill="{ground}"/>']
    for i, (exercise, x, y) in enumerate(places):
        picture = sight.svg(exercise, name=f"p{i}")
        parts.append(f'<g transform="translate({x} {y})">{picture}</g>')
        parts.append(
            f'<text x="{x + 2}" y="{y + height + 18}" fill="{ink}" font-family="sans-serif" '
            f'font-size="{_name_px(exercise, width)}">{html.escape(exercise.name)}</text>'
        )
    return svg_document(whole_width, whole_height, "".join(parts))


def _name_px(exercise: Exercise, width: int) -> int:
    """How large an exercise's name may be below its picture."""
    return max(6, min(_NAME_PX, int(width / (_LETTER * len(exercise.name)))))


def _painted(whole: tuple[int, int], places: _Places, sight: Sight, *, captions: bool) -> bytes:
    """A PNG with the pictures in their places; captions are never mirrored."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QImageWriter, QPainter

    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # a picture needs no display
    application = QGuiApplication.instance() or QGuiApplication([])
    image = QImage(*whole, QImage.Format.Format_RGB32)
    ground, ink = (QColor(it.red, it.green, it.blue) for it in _colors(sight))
    image.fill(ground)
    width, height = sight.size
    side = Side(sight.side)
    painter = QPainter(image)
    painter.setPen(ink)
    for exercise, x, y in places:
        figure, mirrored = painter_of(exercise, sight.look, side)
        painted = figure.image(width, height, sight.moment, mirrored=mirrored)
        painter.drawImage(x, y, painted)
        if captions:
            font = QFont()
            font.setPixelSize(_name_px(exercise, width))
            painter.setFont(font)
            painter.drawText(x + 2, y + height + 18, exercise.name)
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    del application
    return bytes(content.data())
