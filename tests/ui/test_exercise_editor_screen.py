"""The exercise editor: words, dose and figure changed, and kept as an own exercise."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from stretchtimer.storage.folders import find_folders
from stretchtimer.storage.library import load_library
from stretchtimer.ui.exercise_fields import LineField, LinesField
from tests.ui.legible import flaws, settle

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def editor(opened):
    """The editor on a copy of a shipped exercise."""
    opened.conductor._workshop.edit("ham-wall")
    settle()
    return opened.showing


def kept():
    return load_library(find_folders()).exercises["ham-wall-2"]


def field(editor, kind, name):
    return next(one for one in editor.findChildren(kind) if one.accessibleName() == name)


def test_words_and_dose_are_changed_and_kept(editor, opened):
    brief = field(editor, LineField, "In brief")
    brief.setText("Mine.")
    brief.editingFinished.emit()
    setup = field(editor, LinesField, "Setting up, a line each")
    setup.setPlainText("One.\n\n Two. ")
    setup.finished.emit()
    editor.fields.dose.grid.fields["hold_s"]._more.click()
    opened.press(Key.Key_S, Mod.ControlModifier)
    assert (kept().words.brief, kept().words.setup) == ("Mine.", ("One.", "Two."))
    assert kept().dose.hold_s == 45
    assert load_library(find_folders()).problems == ()


def test_a_joint_is_dragged_and_undone(editor, opened):
    before = editor.exercise.figure
    at = editor.figure.points()["near_hand"].toPoint()
    QTest.mousePress(editor.figure, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(editor.figure, at + QPoint(10, -30))
    QTest.mouseRelease(editor.figure, Qt.MouseButton.LeftButton, pos=at)
    assert editor.exercise.figure.hold.near_arm.at is not None
    assert editor.exercise.figure.start == before.start
    while editor.undo.isEnabled():
        editor.undo.click()
    assert editor.exercise.figure == before


def test_a_joint_is_moved_by_keys(editor, opened):
    editor.figure.setFocus()
    opened.press("]")
    assert editor.figure.held == "hip"
    x, _ = editor.exercise.figure.hold.hip
    opened.press(Key.Key_Right)
    assert editor.exercise.figure.hold.hip[0] == pytest.approx(x + 1, abs=0.2)


def test_a_joint_is_placed_by_number(editor):
    editor.joint.picked.emit("near_hand")
    editor.up._box.setValue(40)
    assert editor.exercise.figure.hold.near_arm.at[1] == pytest.approx(40, abs=0.6)


def test_the_start_is_posed_by_itself(editor):
    hold = editor.exercise.figure.hold
    editor.poses._choose(True)
    editor.figure.drag("near_hand", 30 + 40j)
    assert editor.exercise.figure.hold == hold
    assert editor.exercise.figure.start.near_arm.at == (30.0, 40.0)


def test_a_figure_is_borrowed(editor, opened):
    editor._borrow("ham-seated")
    editor.save.click()
    assert kept().figure == opened.library.exercises["ham-seated"].figure
    assert kept().place == "desk"


def test_what_no_body_can_do_is_told_and_not_kept(editor):
    editor.figure.drag("chest", 60 - 60j)
    settle()
    assert editor._faults.text()
    editor.save.click()
    assert "Not saved" in editor._said.text()
    assert "ham-wall-2" not in load_library(find_folders()).exercises


def test_leaving_with_changes_asks_first(editor, opened):
    editor.fields.dose.grid.fields["hold_s"]._more.click()
    opened.press(Key.Key_Escape)
    assert opened.showing is editor
    editor.discard.click()
    assert opened.showing is not editor


@pytest.mark.parametrize("size", [(640, 480), (1040, 720), (1920, 1080)], ids=str)
def test_nothing_is_cut_at_any_size(open_window, size):
    opened = open_window(size=size)
    opened.conductor._workshop.edit("ham-wall")
    settle()
    assert flaws(opened.showing) == {}
