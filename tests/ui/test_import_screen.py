"""A programme on paper is in the program, playing, by keyboard alone and by mouse alone."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel

from stretchtimer.storage.folders import find_folders
from stretchtimer.storage.library import load_library
from tests.ui.legible import flaws, settle

Key, Mod = Qt.Key, Qt.KeyboardModifier
TEXT = "Calf thing\nhold 10 s, release, five times, each leg, twice daily\nand more words\n"


@pytest.fixture
def bringing(opened):
    opened.shell.show_tab("library")
    opened.conductor._library_place.screen.bring_in.click()
    return opened.showing


def texts(screen):
    return [label.text() for label in screen.findChildren(QLabel) if label.isVisible()]


def told(screen, text):
    settle()
    return any(text in line for line in texts(screen))


def test_by_keyboard_alone(bringing, opened, qtbot):
    for letter in TEXT:
        opened.press(Key.Key_Return if letter == "\n" else letter)
    qtbot.waitUntil(lambda: told(bringing, "•  Calf thing: 5 × 10 s, each leg"))
    assert told(bringing, "line 3: “and more words”: says neither how long nor how often")
    opened.press(Key.Key_Return, Mod.ControlModifier)
    assert opened.showing is opened.conductor._routine_place.screen
    opened.press(Key.Key_Space)
    assert opened.conductor._stage.is_playing
    (routine,) = [r for r in load_library(find_folders()).routines.values() if not r.code]
    assert (routine.block[0].hold_s, routine.block[0].reps, routine.block[0].sides) == (10, 5, 2)


def test_a_dropped_file_is_shown_and_kept_by_a_click(bringing, opened, tmp_path):
    file = tmp_path / "page.txt"
    file.write_text(TEXT)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    copy, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    bringing.dropEvent(QDropEvent(QPointF(9, 9), copy, data, button, Mod.NoModifier))
    assert told(bringing, "•  Calf thing: 5 × 10 s, each leg")
    bringing.keep.click()
    assert opened.showing is opened.conductor._routine_place.screen


def test_a_file_dropped_on_the_library_is_shown(opened, tmp_path):
    opened.shell.show_tab("library")
    file = tmp_path / "page.txt"
    file.write_text(TEXT)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    copy, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    opened.showing.dropEvent(QDropEvent(QPointF(9, 9), copy, data, button, Mod.NoModifier))
    assert told(opened.showing, "•  Calf thing: 5 × 10 s, each leg")


def test_what_was_kept_can_be_edited_at_once(bringing, opened):
    bringing.text.setPlainText(TEXT)
    bringing._tell_text()
    bringing.keep.click()
    opened.showing._page.edit.click()
    assert not opened.showing.save.isEnabled()  # the own routine itself, not a copy
    reread = load_library(find_folders())
    assert opened.library.routines["calf-thing-2"] == reread.routines["calf-thing-2"]
    assert opened.library.files == reread.files


def test_what_is_refused_is_told_and_cannot_be_kept(bringing, tmp_path):
    file = tmp_path / "bad.json"
    file.write_text("[[[")
    bringing.file_chosen.emit(file)
    assert told(bringing, "Not valid JSON")
    assert not bringing.keep.isEnabled()


def test_a_name_can_be_told_to_be_one_of_the_library(bringing, opened):
    bringing.text.setPlainText("Hamstring, 3 x 20 s")
    bringing._tell_text()
    assert told(bringing, "“Hamstring” is")
    bringing.meaning_picked.emit("Hamstring", "ham-wall")
    assert told(bringing, "•  Wall hamstring: 3 × 20 s")
    assert told(bringing, "“Hamstring” is")
    bringing.keep.click()
    library = load_library(find_folders())
    assert library.routines["hamstring"].block[0].exercise == "ham-wall"


def test_a_routine_of_one_exercise_is_called_like_it_and_both_can_be_found(bringing, opened):
    bringing.text.setPlainText(TEXT)
    bringing._tell_text()
    bringing.keep.click()
    library = load_library(find_folders())
    assert library.routines["calf-thing-2"].name == library.exercises["calf-thing"].name
    assert library.routines.keys().isdisjoint(library.exercises.keys())


@pytest.mark.parametrize("size", [(640, 480), (1040, 720), (1920, 1080)], ids=str)
def test_nothing_is_cut_at_any_size(open_window, size):
    opened = open_window(size=size)
    opened.conductor._workshop.bring_in()
    opened.showing.text.setPlainText(TEXT)
    opened.showing._tell_text()
    settle()
    assert flaws(opened.showing) == {}


def test_twice_daily_leads_to_a_reminder(bringing, opened):
    bringing.text.setPlainText(TEXT)
    bringing._tell_text()
    bringing.keep.click()
    offered = []
    opened.conductor._reminders.screen.offer = offered.append
    assert opened.showing._page.remind.accessibleName() == (
        "Remind me of Calf thing at 09:00 and 18:00"
    )
    opened.press(Key.Key_R)
    assert opened.shell.tab == "reminders"
    (reminder,) = offered
    assert (reminder.routine, reminder.at) == ("calf-thing-2", ("09:00", "18:00"))
    assert reminder.length_s == 238


def test_what_says_nothing_of_every_day_offers_no_reminder(bringing, opened):
    bringing.text.setPlainText("Calf thing, 3 x 20 s")
    bringing._tell_text()
    bringing.keep.click()
    assert not opened.showing._page.remind.isVisible()
