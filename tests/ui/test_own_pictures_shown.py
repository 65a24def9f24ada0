"""An exercise's own pictures in the window: read by a thread, and never waited for."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QWidget

from stretchtimer.core.pictures import Pictures
from stretchtimer.figure.motion import Moment
from stretchtimer.figure.palette import Look
from stretchtimer.ui.figure_view import FigureView
from tests.figure.pictures import png
from tests.shipped import LIBRARY

WALL = LIBRARY.exercises["ham-wall"]
RED = (200, 40, 20)


@pytest.fixture
def view(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    shown = FigureView(parent)
    shown.resize(400, 300)
    parent.resize(400, 300)
    parent.show()
    yield shown
    parent.close()


def middle(view):
    return view.grab().toImage().pixelColor(200, 100).getRgb()[:3]


def show(view, folder, name="red.png"):
    exercise = replace(WALL, pictures=Pictures(name))
    view.show_figure(exercise, Look(pictures=folder), Moment(1.0))


def test_the_picture_comes_when_it_is_read(view, tmp_path, qtbot):
    (tmp_path / "red.png").write_bytes(png(rgb=RED))
    show(view, tmp_path)
    qtbot.waitUntil(lambda: middle(view) == RED)


def test_a_picture_that_is_gone_is_no_end(view, tmp_path, qtbot):
    show(view, tmp_path)
    qtbot.waitUntil(lambda: bool(view._figure.problem))
    assert middle(view) != RED


def test_the_view_may_be_gone_before_the_picture_comes(tmp_path, qtbot):
    (tmp_path / "red.png").write_bytes(png(rgb=RED))
    parent = QWidget()
    shown = FigureView(parent)
    show(shown, tmp_path)
    parent.deleteLater()
    del shown, parent
    assert QThreadPool.globalInstance().waitForDone(5_000)
