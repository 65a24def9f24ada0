"""Notices wait for their turn on one quiet line."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from stretchtimer.core.ports import Notice
from stretchtimer.ui.icon_button import IconButton
from stretchtimer.ui.notice_line import NoticeLine


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def line(window):
    return NoticeLine(window)


def text(line):
    return line.findChild(QLabel).text()


def close(line, qtbot):
    qtbot.mouseClick(line.findChild(IconButton), Qt.MouseButton.LeftButton)


def test_it_takes_no_room_until_there_is_something_to_tell(line):
    assert line.isHidden()


def test_notices_are_told_one_after_the_other(line, qtbot):
    line.tell(Notice("No sound.", "Plug it in."))
    line.tell(Notice("No voice."))
    assert text(line) == "No sound. Plug it in.  (1 of 2)"
    close(line, qtbot)
    assert text(line) == "No voice."
    close(line, qtbot)
    assert line.isHidden()


def test_what_is_already_told_is_not_told_again(line, qtbot):
    line.tell(Notice("No sound."))
    line.tell(Notice("No sound."))
    close(line, qtbot)
    assert line.isHidden()


def test_text_of_a_file_is_never_read_as_markup(line):
    line.tell(Notice("<b>bold</b>"))
    assert line.findChild(QLabel).textFormat() is Qt.TextFormat.PlainText


def test_a_long_notice_is_cut_and_whole_in_its_tool_tip(line):
    line.tell(Notice("long " * 200))
    assert len(text(line)) <= 301
    assert line.findChild(QLabel).toolTip() == ("long " * 200).strip()
