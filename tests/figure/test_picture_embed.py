"""An exercise's own pictures in an SVG file: whole, where they are painted on the screen."""

from base64 import b64decode
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from stretchtimer.core.pictures import Pictures
from stretchtimer.figure.motion import Moment
from stretchtimer.figure.palette import Look
from stretchtimer.figure.picture_embed import svg_of_pictures
from stretchtimer.figure.picture_paint import painter_of
from stretchtimer.figure.svg import svg_document
from tests.figure.pictures import ARROW, png, svg
from tests.shipped import LIBRARY

SIZE = (200, 100)
HOLD = Moment(1.0, 0.0, 1.0)
IMAGE = "{http://www.w3.org/2000/svg}image"


@pytest.fixture
def folder(tmp_path, qapp):
    (tmp_path / "half.png").write_bytes(png(rgb=(200, 40, 20), right=(20, 40, 200)))
    (tmp_path / "blue.png").write_bytes(png(rgb=(20, 40, 200)))
    (tmp_path / "arrow.svg").write_bytes(ARROW)
    (tmp_path / "cut.png").write_bytes(png()[:60])
    (tmp_path / "script.svg").write_bytes(svg("<script/>"))
    return tmp_path


def document(folder, hold, start=None, *, moment=HOLD, mirrored=False):
    pictures = Pictures(hold, start)
    exercise = replace(LIBRARY.exercises["ham-wall"], pictures=pictures)
    look = Look(pictures=folder)
    group = svg_of_pictures(exercise, pictures, look, SIZE, moment, mirrored=mirrored)
    return svg_document(*SIZE, group), exercise, look


def embedded(text):
    """What each picture in it refers to: its kind and its content."""
    heads = [one.get("href").split(";base64,") for one in ET.fromstring(text).iter(IMAGE)]  # noqa: S314  # our own
    return [(kind, b64decode(data)) for kind, data in heads]


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("pose_t", [0.0, 0.4, 1.0])
def test_a_photo_looks_as_it_is_painted(folder, pose_t, mirrored):
    moment = Moment(pose_t, 0.0, pose_t)
    text, exercise, look = document(
        folder, "half.png", "blue.png", moment=moment, mirrored=mirrored
    )
    rendered = QImage(*SIZE, QImage.Format.Format_RGB32)
    painter = QPainter(rendered)
    QSvgRenderer(QByteArray(text.encode())).render(painter)
    painter.end()
    painted = painter_of(exercise, look)[0].image(*SIZE, moment, mirrored=mirrored)
    for x in (5, 50, 150, 195):
        seen, wanted = (one.pixelColor(x, 50).getRgb() for one in (rendered, painted))
        assert seen == pytest.approx(wanted, abs=3), x


def test_a_drawing_comes_whole_as_it_was_looked_through(folder):
    text, *_ = document(folder, "arrow.svg")
    assert embedded(text) == [("data:image/svg+xml", ARROW)]


def test_what_a_camera_adds_is_left_out(folder):
    (folder / "tagged.png").write_bytes(png() + b"53.55 N, 9.99 E")
    ((kind, content),) = embedded(document(folder, "tagged.png")[0])
    assert kind == "data:image/png"
    assert b"53.55 N" not in content


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("gone.png", "the picture gone.png is not there"),
        ("cut.png", "cut.png is damaged"),
        ("script.svg", "a drawing with &lt;script&gt;"),
    ],
)
def test_what_cannot_be_shown_is_told_in_its_place(folder, name, why):
    text, *_ = document(folder, name)
    assert embedded(text) == []
    assert "Wall hamstring" in text
    assert why in text
