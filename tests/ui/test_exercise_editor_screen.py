"""The exercise editor: words, dose and figure changed, and kept as an own exercise."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from stretchtimer.core.illustration import Prop
from stretchtimer.storage.folders import find_folders
from stretchtimer.storage.library import load_library
from stretchtimer.ui.exercise_fields import LineField, LinesField
from stretchtimer.ui.icon_button import IconButton
from tests.figure.pictures import ARROW, png, svg
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
    return next(one for one in editor.findChildren(kind) if one.accessibleName().startswith(name))


def button(editor, name):
    return next(one for one in editor.findChildren(IconButton) if one.accessibleName() == name)


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
    before = editor.now.figure
    at = editor.figure.points()["near_hand"].toPoint()
    QTest.mousePress(editor.figure, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(editor.figure, at + QPoint(10, -30))
    QTest.mouseRelease(editor.figure, Qt.MouseButton.LeftButton, pos=at)
    assert editor.now.figure.hold.near_arm.at is not None
    assert editor.now.figure.start == before.start
    while editor.undo.isEnabled():
        editor.undo.click()
    assert editor.now.figure == before


def test_a_joint_is_moved_by_keys(editor, opened):
    editor.figure.setFocus()
    opened.press("]")
    assert editor.figure.held == "hip"
    x, _ = editor.now.figure.hold.hip
    opened.press(Key.Key_Right)
    assert editor.now.figure.hold.hip[0] == pytest.approx(x + 1, abs=0.2)


def test_a_joint_is_placed_by_number(editor):
    editor.numbers.joint.picked.emit("near_hand")
    editor.numbers.up._box.setValue(40)
    assert editor.now.figure.hold.near_arm.at[1] == pytest.approx(40, abs=0.6)


def test_the_start_is_posed_by_itself(editor):
    hold = editor.now.figure.hold
    editor.poses._choose(True)
    editor.figure.drag("near_hand", 30 + 40j)
    assert editor.now.figure.hold == hold
    assert editor.now.figure.start.near_arm.at == (30.0, 40.0)


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


def test_a_drag_is_one_step(editor):
    before = editor.now.figure
    at = editor.figure.points()["near_hand"].toPoint()
    for _ in range(2):
        QTest.mousePress(editor.figure, Qt.MouseButton.LeftButton, pos=at)
        for step in range(1, 6):
            QTest.mouseMove(editor.figure, at + QPoint(2 * step, -6 * step))
        QTest.mouseRelease(editor.figure, Qt.MouseButton.LeftButton, pos=at)
        at = editor.figure.points()["near_hand"].toPoint()
    editor.undo.click()
    assert editor.now.figure != before
    editor.undo.click()
    assert editor.now.figure == before
    assert not editor.undo.isEnabled()


@pytest.mark.parametrize(("view", "hand"), [("front", "left_hand"), ("plan", "far_hand")])
def test_another_view_begins_anew(editor, view, hand):
    before = editor.now.figure
    editor.numbers.view._choose(view)
    assert editor.now.figure.view == view
    assert hand in editor.figure.points()
    editor.save.click()
    assert kept().figure == editor.now.figure
    editor.undo.click()
    assert editor.now.figure == before


def test_things_are_added_moved_turned_and_taken_away(editor):
    before = editor.now.figure.props
    editor.things.add.picked.emit("chair")
    chair = editor.now.figure.props[-1]
    assert (chair.kind, chair.facing) == ("chair", 1)
    boxes = [f.box for f in editor.things._fields if f.place == len(before)]
    boxes[0]._box.setValue(33)
    button(editor, "Turn the chair round").click()
    assert editor.now.figure.props[-1] == Prop("chair", x=33.0, facing=-1)
    mat = next(i for i, one in enumerate(before) if one.kind == "mat")
    next(f.box for f in editor.things._fields if f.name == "to")._box.setValue(40)
    assert editor.now.figure.props[mat].span[1] == 40.0
    button(editor, "Take the chair away").click()
    assert len(editor.now.figure.props) == len(before)
    editor.save.click()
    assert kept().figure.props == editor.now.figure.props


def test_the_left_side_has_words_of_its_own(editor, opened):
    assert not editor.fields._left_words.isVisible()
    editor.fields.dose.grid._sides._choose(2)
    assert editor.fields._left_words.isVisible()
    line = field(editor, LineField, "Holding (what is said for the left")
    line.setText("Hold the left one.")
    line.editingFinished.emit()
    editor.fields.dose.limb.picked.emit("leg")
    editor.save.click()
    assert kept().words.left.hold == "Hold the left one."
    assert kept().limb == "leg"


def test_two_sides_can_be_saved_without_choosing_what_they_are(editor):
    editor.fields.dose.grid._sides._choose(2)
    editor.save.click()
    assert (kept().dose.sides, kept().limb) == (2, "side")


@pytest.fixture
def photo(tmp_path):
    """A picture somewhere, under a name that people give."""
    path = tmp_path / "Foto (1) von außen.jpeg"
    path.write_bytes(png())
    return path


def own_files():
    return sorted(path.name for path in find_folders().exercises.iterdir())


def take(editor, path, qtbot):
    before = editor.now.pictures
    editor.picture.file_chosen.emit(path)
    qtbot.waitUntil(lambda: editor.now.pictures != before)
    settle()


def test_a_picture_takes_the_place_of_the_figure(editor, photo, qtbot):
    take(editor, photo, qtbot)
    name = editor.now.pictures.hold
    assert name.startswith("ham-wall-2-")
    assert editor.shown.isVisible()
    assert not editor.figure.isVisible()
    assert not editor.things.isVisible()
    editor.save.click()
    assert kept().pictures.hold == name
    assert load_library(find_folders()).problems == ()
    editor.leave()
    assert own_files() == [name, "ham-wall-2.toml"]


def test_the_start_may_have_a_picture_of_its_own(editor, photo, tmp_path, qtbot):
    take(editor, photo, qtbot)
    editor.poses._choose(True)
    drawing = tmp_path / "start.svg"
    drawing.write_bytes(ARROW)
    take(editor, drawing, qtbot)
    assert editor.now.pictures.start.endswith(".svg")
    editor.picture.remove.click()
    assert editor.now.pictures.start is None
    editor.undo.click()
    assert editor.now.pictures.start.endswith(".svg")


def test_what_was_tried_and_not_kept_is_gone(editor, photo, qtbot):
    take(editor, photo, qtbot)
    editor.picture.remove.click()
    assert editor.now.pictures is None
    assert editor.figure.isVisible()
    editor.discard.click()
    assert own_files() == []


def test_a_picture_is_mirrored_only_when_asked(editor, photo, qtbot):
    take(editor, photo, qtbot)
    assert not editor.picture.mirrored.isVisible()
    editor.fields.dose.grid._sides._choose(2)
    assert not editor.now.pictures.mirrored
    editor.picture.mirrored.click()
    assert editor.now.pictures.mirrored


@pytest.mark.parametrize("content", [b"hello", svg("<script/>"), png()[:50]], ids=str)
def test_what_is_no_picture_is_told_and_changes_nothing(editor, tmp_path, qtbot, content):
    path = tmp_path / "x.png"
    path.write_bytes(content)
    before = editor.now
    editor.picture.file_chosen.emit(path)
    qtbot.waitUntil(lambda: "No picture: x.png" in editor._said.text())
    assert editor.now == before


@pytest.mark.parametrize("size", [(640, 480), (1040, 720), (3840, 2160)], ids=str)
def test_nothing_is_cut_with_a_picture(open_window, size, photo, qtbot):
    opened = open_window(size=size)
    opened.conductor._workshop.edit("ham-seated")
    take(opened.showing, photo, qtbot)
    assert flaws(opened.showing) == {}
