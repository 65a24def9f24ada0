"""Small pictures: drawn once, by a thread of their own, and let go when they are old."""

import pytest

from stretchtimer.figure.palette import Look
from stretchtimer.ui.thumbnail import Thumbnails
from tests.shipped import LIBRARY

WALL, CHAIR = LIBRARY.exercises["ham-wall"], LIBRARY.exercises["ham-chair"]


class Later:
    """Keeps what it is asked to do until it is told to do it."""

    def __init__(self):
        self.jobs = []

    def __call__(self, job):
        self.jobs.append(job)

    def do_all(self):
        while self.jobs:
            self.jobs.pop(0)()


@pytest.fixture
def later():
    return Later()


@pytest.fixture
def pictures(qapp, later):
    return Thumbnails(run=later)


def test_a_picture_is_there_when_it_is_drawn(qtbot, pictures, later):
    how = (WALL, Look(), 120, 90, 1.5)
    assert pictures.kept(*how) is None
    pictures.draw(*how)
    pictures.draw(*how)
    assert len(later.jobs) == 1
    with qtbot.waitSignal(pictures.drawn):
        later.do_all()
    picture = pictures.kept(*how)
    assert (picture.width(), picture.height(), picture.devicePixelRatio()) == (180, 135, 1.5)
    pictures.draw(*how)
    assert later.jobs == []


def test_another_look_or_size_is_another_picture(pictures, later):
    pictures.draw(WALL, Look(), 120, 90, 1.0)
    pictures.draw(WALL, Look("dark"), 120, 90, 1.0)
    pictures.draw(WALL, Look(), 120, 91, 1.0)
    pictures.draw(CHAIR, Look(), 120, 90, 1.0)
    assert len(later.jobs) == 4


def test_what_was_let_go_while_it_was_drawn_is_not_kept(qtbot, pictures, later):
    pictures.draw(WALL, Look(), 120, 90, 1.0)
    pictures.forget()
    pictures.draw(CHAIR, Look(), 120, 90, 1.0)
    with qtbot.waitSignal(pictures.drawn):
        later.do_all()
    assert pictures.kept(WALL, Look(), 120, 90, 1.0) is None
    assert pictures.kept(CHAIR, Look(), 120, 90, 1.0) is not None


def test_a_thread_draws_when_nothing_else_is_asked_for(qtbot):
    pictures = Thumbnails()
    with qtbot.waitSignal(pictures.drawn):
        pictures.draw(WALL, Look(), 120, 90, 1.0)
    assert pictures.kept(WALL, Look(), 120, 90, 1.0) is not None
    pictures.stop()
