"""The reminders' screen shows plain words, and tells all schedules when one was changed."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt

from stretchtimer.core.reminders.forecast import coming_breaks
from stretchtimer.core.reminders.look import Moment
from stretchtimer.core.reminders.schedule import DEFAULT_SCHEDULES, Schedule
from stretchtimer.core.reminders.state import (
    Decision,
    Due,
    Kind,
    Paused,
    RemindersState,
    Stage,
    Standing,
)
from stretchtimer.ui.break_window import BreakWindow
from stretchtimer.ui.icon_button import IconButton
from stretchtimer.ui.reminder_editor import ReminderEditor
from stretchtimer.ui.reminder_tiles import RemindersView
from stretchtimer.ui.reminder_words import (
    log_line,
    minutes_text,
    next_line,
    pause_end,
    waiting_lines,
)
from stretchtimer.ui.reminders_screen import RemindersScreen
from stretchtimer.ui.text import Text
from stretchtimer.ui.toggle import Toggle

VIEW = RemindersView(
    next_line="Desk break about 10:42, after 37 min at the keyboard",
    schedules=DEFAULT_SCHEDULES,
    coming=(("about 10:42", "Desk break, if you go on working"),),
    log=(("10:30", "Desk break held: the microphone is in use"),),
    routines=(("desk-break", "Two-minute desk break"),),
)


@pytest.fixture
def screen(qtbot):
    screen = RemindersScreen()
    qtbot.addWidget(screen)
    screen.resize(900, 700)
    screen.show_reminders(VIEW)
    screen.show()
    return screen


def texts(widget):
    return [label.text() for label in widget.findChildren(Text) if label.isVisibleTo(widget)]


def button(widget, name):
    (found,) = [
        one for one in widget.findChildren(IconButton)
        if one.accessibleName() == name and one.parent() is not None and one.isVisibleTo(widget)
    ]  # fmt: skip
    return found


def test_all_is_said_in_plain_words(screen):
    shown = texts(screen)
    for line in (
        "Desk break about 10:42, after 37 min at the keyboard",
        "Every 60 min of computer use, every day",
        "2 min, Two-minute desk break",
        "At 10:30 and 15:30, Mon–Fri",
        "Desk break held: the microphone is in use",
    ):
        assert line in shown


def test_a_switch_tells_all_schedules_with_the_one_changed(screen, qtbot):
    toggles = [one for one in screen.findChildren(Toggle) if "Micro" in one.accessibleName()]
    with qtbot.waitSignal(screen.schedules_changed) as told:
        toggles[0].click()
    (schedules,) = told.args
    assert [one.id for one in schedules if one.on] == ["desk-break", "micro-break"]
    assert len(schedules) == len(DEFAULT_SCHEDULES)


def test_a_reminder_is_changed_in_place_and_by_keys(screen, qtbot):
    button(screen, "Change Desk break").click()
    (editor,) = screen.findChildren(ReminderEditor)
    qtbot.keyClicks(editor.focusProxy(), "!")
    with qtbot.waitSignal(screen.schedules_changed) as told:
        button(editor, "Save this reminder").click()
    assert told.args[0][0] == replace(DEFAULT_SCHEDULES[0], name="Desk break!")


def test_esc_leaves_the_editor_and_changes_nothing(screen, qtbot):
    button(screen, "Change Eyes").click()
    (editor,) = screen.findChildren(ReminderEditor)
    qtbot.keyClick(screen, Qt.Key.Key_Escape)
    assert not editor.isVisibleTo(screen)
    assert "Every 20 min of computer use, every day" in texts(screen)


def test_one_is_added_and_another_removed(screen, qtbot):
    button(screen, "Add a reminder").click()
    (editor,) = screen.findChildren(ReminderEditor)
    with qtbot.waitSignal(screen.schedules_changed) as told:
        button(editor, "Save this reminder").click()
    assert told.args[0][-1] == Schedule("own-1", "My reminder", every_min=60)
    button(screen, "Change Eyes").click()
    editor = next(one for one in screen.findChildren(ReminderEditor) if one.isVisibleTo(screen))
    with qtbot.waitSignal(screen.schedules_changed) as told:
        button(editor, "Remove Eyes").click()
    assert "eyes" not in [one.id for one in told.args[0]]


@pytest.mark.parametrize("schedule", DEFAULT_SCHEDULES, ids=lambda one: one.id)
def test_what_nobody_changed_is_as_it_was(qtbot, schedule):
    editor = ReminderEditor(schedule, VIEW.routines)
    qtbot.addWidget(editor)
    assert editor.schedule() == schedule


def test_what_makes_no_sense_is_said_and_not_saved(qtbot):
    editor = ReminderEditor(replace(DEFAULT_SCHEDULES[3], at=("10:30",)), ())
    qtbot.addWidget(editor)
    editor._at.setText("25:00")
    with qtbot.assertNotEmitted(editor.saved):
        editor._save()
    assert any("clock times" in line for line in texts(editor))


def test_the_pause_is_offered_or_taken_back(screen, qtbot):
    with qtbot.waitSignal(screen.pause_clicked) as told:
        button(screen, "Pause reminders: Until tomorrow").click()
    assert told.args == [0]
    screen.show_reminders(replace(VIEW, paused=True, next_line="Paused for 42 min"))
    with qtbot.waitSignal(screen.resume_clicked):
        button(screen, "Resume reminders").click()


@pytest.mark.qt_log_ignore("does not support raise")  # this platform has no other windows
def test_our_own_break_window_takes_no_keyboard_and_says_what_it_is(qtbot):
    window = BreakWindow()
    qtbot.addWidget(window)
    window.show_words("Time for a break: Desk break", "2 min, after 60 min of computer use")
    assert window.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert "after 60 min" in window.accessibleName()
    answers = []
    window.snooze_clicked.connect(answers.append)
    window.skip_clicked.connect(lambda: answers.append("skip"))
    window.start_clicked.connect(lambda: answers.append("start"))
    for name in ("Snooze for 5 minutes", "Snooze for 15 minutes", "Skip this break"):
        button(window, name).click()
    button(window, "Start the break").click()
    assert answers == [5, 15, "skip", "start"]


def test_what_waits_is_said_with_its_reason():
    state = RemindersState(
        lived_ms=600_000,
        standings={
            "desk-break": Standing(due=Due(Stage.HELD, "after", "the camera is in use")),
            "reset": Standing(due=Due(Stage.SNOOZED, "at", "", 1_080_000)),
        },
    )
    assert waiting_lines(DEFAULT_SCHEDULES, state) == [
        "Desk break: waits, the camera is in use",
        "Five-minute reset: postponed, comes in 8 min",
    ]
    moment = Moment(0, 0, 0)
    assert pause_end(replace(state, paused=Paused(until_ms=4_200_000)), moment) == "for 1 h"
    assert pause_end(replace(state, paused=Paused()), moment) == "until you resume"
    assert minutes_text(10) == "1 min"


def test_a_line_of_the_log_has_its_day_when_it_is_not_todays():
    decision = Decision(
        Kind.SKIP, datetime(2026, 3, 2, 9, 5, tzinfo=UTC), "desk-break", "you skipped it"
    )
    names = {"desk-break": "Desk break"}
    today, later = (datetime(2026, 3, day, 12, tzinfo=UTC) for day in (2, 3))
    assert log_line(decision, names, today) == ("9:05", "Desk break skipped: you skipped it")
    assert log_line(decision, names, later)[0] == "Mon 9:05"


OFFERED = Schedule("new", "Hips", at=("09:00", "18:00"), routine="hips", length_s=240)


def test_an_offered_reminder_is_kept_by_one_key(screen, qtbot):
    screen.offer(OFFERED)
    editor = screen.findChild(ReminderEditor)
    assert editor.schedule() == replace(OFFERED, id="own-1")
    with qtbot.waitSignal(screen.schedules_changed) as told:
        qtbot.keyClick(editor._name, Qt.Key.Key_Return)
    assert told.args[0] == (*DEFAULT_SCHEDULES, replace(OFFERED, id="own-1"))


def test_what_is_offered_and_there_already_is_changed(screen):
    there = replace(OFFERED, id="own-1", name="Mine", at=("07:00",))
    screen.show_reminders(replace(VIEW, schedules=(*DEFAULT_SCHEDULES, there)))
    screen.offer(OFFERED)
    assert screen.findChild(ReminderEditor).schedule() == there


def test_the_screen_ends_where_its_parts_end(screen, qtbot):
    foot = screen.column.itemAt(screen.column.count() - 2).widget()
    last = screen._halves if foot.isHidden() else foot
    below_px = screen.widget().height() - last.geometry().bottom()
    assert below_px < 60


@pytest.mark.parametrize(
    ("used_ms", "why"),
    [
        (59_999, "counting from now"),
        (60_000, "after 1 min at the keyboard"),
    ],
)
def test_the_next_break_says_what_its_count_began_with(used_ms, why):
    moment = Moment(1_774_700_000_000, 0, 0)
    state = RemindersState(standings={"desk-break": Standing(used_ms=used_ms)})
    coming = coming_breaks(DEFAULT_SCHEDULES, state, moment, 1)
    line = next_line(DEFAULT_SCHEDULES, state, coming, moment)
    assert line.startswith("Desk break about ")
    assert line.endswith(f", {why}")
