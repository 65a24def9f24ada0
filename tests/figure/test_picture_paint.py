"""An exercise's own pictures painted in place of its figure."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor

from stretchtimer.core.phase import Side
from stretchtimer.core.pictures import Pictures
from stretchtimer.figure.motion import Moment
from stretchtimer.figure.paint import FigurePainter
from stretchtimer.figure.palette import Look
from stretchtimer.figure.picture_file import checked_picture
from stretchtimer.figure.picture_paint import SHOWN_PX, PicturePainter, decoded, painter_of
from tests.figure.pictures import ARROW, png, svg
from tests.shipped import LIBRARY

RED, BLUE = (200, 40, 20), (20, 40, 200)
START, HALF, HOLD = Moment(0.0), Moment(0.5), Moment(1.0, 0.0, 1.0)
WALL = LIBRARY.exercises["ham-wall"]


@pytest.fixture
def folder(tmp_path, qapp):
    (tmp_path / "red.png").write_bytes(png(rgb=RED))
    (tmp_path / "blue.png").write_bytes(png(rgb=BLUE))
    (tmp_path / "half.png").write_bytes(png(rgb=RED, right=BLUE))
    (tmp_path / "arrow.svg").write_bytes(ARROW)
    (tmp_path / "cut.png").write_bytes(png()[:60])
    return tmp_path


def painted(folder, hold, start=None, *, moment=HOLD, side=None, mirrored=False, scheme="light"):
    exercise = replace(WALL, pictures=Pictures(hold, start, mirrored))
    painter, mirror = painter_of(exercise, Look(scheme, pictures=folder), side)
    assert isinstance(painter, PicturePainter)
    return painter.image(200, 100, moment, mirrored=mirror), painter


def color_at(image, x, y=50):
    return image.pixelColor(x, y).getRgb()[:3]


def test_the_whole_picture_is_shown_and_its_shape_kept(folder):
    image, painter = painted(folder, "red.png")
    assert painter.problem == ""
    assert color_at(image, 100) == RED
    # 40 x 30 in 200 x 100: 133 wide, with ground beside it
    assert color_at(image, 40) == RED
    assert color_at(image, 30) == color_at(image, 5) != RED


def test_the_start_goes_over_into_the_hold(folder):
    assert color_at(painted(folder, "red.png", "blue.png", moment=START)[0], 100) == BLUE
    between = color_at(painted(folder, "red.png", "blue.png", moment=HALF)[0], 100)
    assert between == pytest.approx([110, 40, 110], abs=3)
    assert color_at(painted(folder, "red.png", "blue.png", moment=HOLD)[0], 100) == RED


def test_one_picture_is_for_all_phases(folder):
    assert color_at(painted(folder, "red.png", moment=START)[0], 100) == RED


@pytest.mark.parametrize(
    ("side", "mirrored", "first"),
    [(Side.RIGHT, True, RED), (Side.LEFT, True, BLUE), (Side.LEFT, False, RED), (None, True, RED)],
)
def test_the_left_side_is_mirrored_only_where_the_person_said_so(folder, side, mirrored, first):
    image, _ = painted(folder, "half.png", side=side, mirrored=mirrored)
    assert color_at(image, 60) == first


def test_a_drawing_lies_on_paper_in_the_dark_too(folder):
    light, _ = painted(folder, "arrow.svg")
    dark, _ = painted(folder, "arrow.svg", scheme="dark")
    assert light == dark
    assert color_at(painted(folder, "red.png", scheme="dark")[0], 5) != color_at(light, 5)


@pytest.mark.parametrize(
    ("name", "reason"),
    [("gone.png", "the picture gone.png is not there"), ("cut.png", "cut.png is damaged")],
)
def test_words_stand_for_a_picture_that_is_gone_or_broken(folder, name, reason):
    image, painter = painted(folder, name)
    assert reason in painter.problem
    ground = QColor(image.pixelColor(2, 2))
    assert any(image.pixelColor(x, y) != ground for x in range(60, 140) for y in range(20, 80))


def test_without_a_folder_words_stand_too(qapp):
    painter, _ = painter_of(replace(WALL, pictures=Pictures("red.png")), Look())
    painter.image(200, 100, HOLD)
    assert painter.problem


def test_an_exercise_without_pictures_has_its_figure(folder):
    painter, mirrored = painter_of(WALL, Look(pictures=folder), Side.LEFT)
    assert isinstance(painter, FigurePainter)
    assert mirrored


@pytest.mark.parametrize(
    "content",
    [
        png(3000, 10),
        svg("", 'viewBox="0 0 90000 3"').replace(b'width="10" height="10"', b"", 1)
        .replace(b'viewBox="0 0 10 10" ', b""),
    ],
    ids=["png", "svg"],
)  # fmt: skip
def test_no_picture_is_kept_larger_than_screens(qapp, content):
    image = decoded(checked_picture(content), SHOWN_PX)
    assert max(image.width(), image.height()) == SHOWN_PX
    assert min(image.width(), image.height()) >= 1
