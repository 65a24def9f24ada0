"""The routine editor as a person uses it: by keys, by drag, and without losing anything."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from stretchtimer.storage.folders import find_folders
from stretchtimer.storage.library import load_library
from stretchtimer.ui.icon_button import IconButton
from tests.ui.legible import flaws, settle

Key, Mod = Qt.Key, Qt.KeyboardModifier
SIZES = [(640, 480), (1040, 720), (1920, 1080)]


@pytest.fixture
def editor(opened):
    """The editor on a copy of a shipped routine of three blocks."""
    opened.conductor._workshop.edit("knees-to-chest")
    settle()
    opened.showing.opened = opened
    return opened.showing


def blocks(editor):
    return [block.exercise for block in editor.now.block]


def saved():
    return load_library(find_folders()).routines


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_cut_at_any_size(open_window, size, scheme):
    opened = open_window(size=size, appearance=scheme)
    opened.conductor._workshop.edit("knees-to-chest")
    settle()
    assert flaws(opened.showing) == {}


def test_an_exercise_is_added_by_typing(editor, opened):
    opened.press(Key.Key_F, Mod.ControlModifier)
    for letter in "wall ham":
        opened.press(letter)
    opened.press(Key.Key_Return)
    assert blocks(editor) == ["legs-on-chair", "ham-wall", "knee-chest-single", "knees-chest"]
    assert editor.blocks.currentRow() == 1
    assert editor.blocks.hasFocus()


def test_keys_move_double_remove_and_undo(editor, opened):
    before = blocks(editor)
    opened.press(Key.Key_Down, Mod.AltModifier)
    assert blocks(editor) == [before[1], before[0], before[2]]
    opened.press(Key.Key_D, Mod.ControlModifier)
    assert blocks(editor) == [before[1], before[0], before[0], before[2]]
    opened.press(Key.Key_Delete)
    opened.press(Key.Key_Z, Mod.ControlModifier)
    opened.press(Key.Key_Z, Mod.ControlModifier)
    opened.press(Key.Key_Z, Mod.ControlModifier)
    assert blocks(editor) == before
    assert not editor.undo.isEnabled()
    opened.press(Key.Key_Y, Mod.ControlModifier)
    assert blocks(editor) == [before[1], before[0], before[2]]


def test_a_number_changes_the_total_at_once(editor):
    editor.blocks.setCurrentRow(2)
    editor.fields.dose.fields["hold_s"]._more.click()
    assert editor.now.block[2].hold_s == 20
    assert editor._total.text() == "5:54 min"  # 339 s and three times five more
    assert editor.blocks.currentRow() == 2


def test_blocks_are_grouped_into_rounds(editor, opened):
    editor.blocks.setCurrentRow(1)
    opened.press(Key.Key_Down, Mod.ShiftModifier)
    opened.press(Key.Key_G, Mod.ControlModifier)
    assert editor.now.rounds == {"round 1": 2}
    assert [block.round for block in editor.now.block] == ["", "round 1", "round 1"]


def test_words_without_room_are_told_and_mended_by_one_click(editor, qtbot):
    editor.blocks.setCurrentRow(1)
    editor._set_number("switch_s", 2)

    def is_told():
        return any("2 s switch" in label.text() for label in editor.room.findChildren(QLabel))

    qtbot.waitUntil(is_told)
    buttons = editor.room.findChildren(IconButton)
    next(b for b in buttons if "change of sides" in b.accessibleName()).click()
    assert editor.now.block[1].switch_s > 2


def test_saving_makes_an_own_routine_and_leads_to_it(editor, opened):
    opened.press(Key.Key_D, Mod.ControlModifier)
    opened.press(Key.Key_S, Mod.ControlModifier)
    assert saved()["knees-to-chest-2"] == editor.now
    assert editor.is_saved
    opened.press(Key.Key_Escape)
    assert opened.showing is opened.conductor._routine_place.screen
    opened.showing.start.click()
    assert opened.conductor._stage.is_playing


def test_leaving_with_changes_asks_first(editor, opened):
    opened.press(Key.Key_D, Mod.ControlModifier)
    opened.press(Key.Key_Escape)
    assert opened.showing is editor
    assert editor._said.text() == "Not saved yet."
    editor.discard.click()
    assert opened.showing is not editor
    assert "knees-to-chest-2" not in saved()


def test_what_another_program_wrote_is_noticed(editor, opened):
    editor.save.click()
    path = find_folders().routines / "knees-to-chest-2.toml"
    theirs = path.read_text().replace("hold_s = 60", "hold_s = 61")
    path.write_text(theirs)
    editor._duplicate()
    editor.save.click()
    assert path.read_text() == theirs
    editor.reload.click()
    assert editor.now.block[0].hold_s == 61
    assert len(editor.now.block) == 3


def test_what_another_program_wrote_is_told_while_one_edits(editor, qtbot):
    editor.save.click()
    path = find_folders().routines / "knees-to-chest-2.toml"
    path.write_text(path.read_text() + "# theirs\n")
    editor._duplicate()
    qtbot.waitUntil(lambda: editor._said.text() == "Another program has changed the file.")
    assert editor.reload.isVisible()


def test_a_note_is_kept(editor):
    editor.note.setText("After the bath")
    editor.note.editingFinished.emit()
    editor.save.click()
    assert saved()["knees-to-chest-2"].note == "After the bath"


def test_a_new_name_is_kept(editor):
    editor.name.setText("Evening")
    editor.name.editingFinished.emit()
    editor.save.click()
    assert saved()["knees-to-chest-2"].name == "Evening"


def test_the_last_block_stays(editor):
    for _ in range(3):
        editor._remove()
    assert len(blocks(editor)) == 1
    assert "at least one" in editor._said.text()


def test_by_mouse_alone(editor):
    editor.blocks.moved.emit(0, 2)
    editor.blocks.dropped.emit("ham-wall", 0)
    editor.blocks.setCurrentRow(1)
    editor.fields.copy.click()
    editor.fields.remove.click()
    assert blocks(editor) == ["ham-wall", "knee-chest-single", "knees-chest", "legs-on-chair"]
    editor.blocks.selectAll()
    editor.fields.rounds._more.click()
    assert editor.now.rounds == {"round 1": 2}


@pytest.mark.parametrize("ending", [".pdf", ".stretch", ".txt", ".toml"])
def test_a_routine_is_exported_from_its_page(opened, tmp_path, monkeypatch, ending):
    file = tmp_path / f"x{ending}"
    monkeypatch.setattr("stretchtimer.ui.export_dialog.ask_where", lambda *_: file)
    opened.conductor._routine_place.open("knees-to-chest")
    opened.showing._page.export.click()
    assert file.stat().st_size > 100
