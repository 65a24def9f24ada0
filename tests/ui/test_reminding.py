"""The reminders in the window: everything real but the services of the desktop."""

import os
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from stretchtimer.core.reminders.schedule import DEFAULT_SCHEDULES
from stretchtimer.core.reminders.state import Due, Kind, RemindersState, Stage, Standing
from stretchtimer.desktop import bus
from stretchtimer.desktop.clock import boot_id, moment_now
from stretchtimer.desktop.login import LoginStart
from stretchtimer.desktop.notify import Offer
from stretchtimer.storage.folders import find_folders
from stretchtimer.storage.reminders_file import read_schedules, write_schedules
from stretchtimer.storage.reminders_state import load_state, save_state
from stretchtimer.ui.break_window import BreakWindow
from stretchtimer.ui.icon_button import IconButton
from stretchtimer.ui.notice_window import NoticeWindow
from stretchtimer.ui.question_window import QuestionWindow
from stretchtimer.ui.text import Text
from stretchtimer.ui.toggle import Toggle
from stretchtimer.window_app import requests
from stretchtimer.window_app.reminding import Hooks, Reminding

# this platform has neither a tray nor other windows
pytestmark = pytest.mark.qt_log_ignore("does not support raise", "No such slot")


class AtOnce:
    """Errands that are run where they are asked for."""

    def ask(self, errand, answered):
        answered(errand())

    def run(self, errand):
        errand()


class Person:
    """Somebody with the window open; `standings` are where the reminders stood before."""

    def __init__(self, opened, **standings):
        folders, moment = find_folders(), moment_now()
        state = RemindersState(
            lived_ms=1_000_000, before=moment, local=moment.local, standings=standings
        )
        assert save_state(folders.reminders_state_file, state, boot_id())
        self.opened, self.folders = opened, folders
        self.told, self.sounds = [], []
        self.reminding = Reminding(
            opened.window,
            folders,
            AtOnce(),
            lambda task: task(),
            Hooks(
                play=opened.conductor.play_break,
                sound=self.sounds.append,
                tell=self.told.append,
                open_window=lambda: None,
                is_in_view=opened.window.isVisible,
                quit=lambda: None,
            ),
        )
        opened.conductor.join(self.reminding, opened.conductor._stage.keep_awake)
        self.reminding.begin()

    @property
    def screen(self):
        self.opened.shell.show_tab("reminders")
        return self.opened.showing

    @property
    def kinds(self):
        return [one.kind for one in reversed(self.reminding.log())]

    def presses(self, name, widget=None):
        (found,) = [
            one
            for one in (widget or self.screen).findChildren(IconButton)
            if one.accessibleName() == name and one.isVisibleTo(widget or self.screen)
        ]
        found.click()

    def reads(self, widget=None):
        shown = widget or self.screen
        return [one.text() for one in shown.findChildren(Text) if one.isVisibleTo(shown)]


def window_of(kind):
    shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind)]
    return next((one for one in shown if one.isVisible()), None)


@pytest.fixture
def person(opened, monkeypatch):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "")
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere")
    bus.session_bus.cache_clear()
    bus.system_bus.cache_clear()
    made = []

    def one(**standings):
        made.append(Person(opened, **standings))
        return made[-1]

    yield one
    for each in made:
        each.reminding.close()


def nearly_due(**more):
    return {"desk-break": Standing(used_ms=3_600_000, **more)}


def test_a_break_is_offered_in_our_own_window_and_start_plays_it(person):
    someone = person(**nearly_due())
    window = window_of(BreakWindow)
    assert someone.reads(window)[:2] == [
        "Time for a break: Desk break", "2 min, after 60 min of computer use",
    ]  # fmt: skip
    assert someone.sounds == [""]
    someone.presses("Start the break", window)
    assert not window.isVisible()
    assert someone.opened.conductor._stage.is_playing
    assert someone.reminding.breaks.in_session
    assert someone.kinds == [Kind.OFFER, Kind.START]


def test_a_snooze_is_shown_among_the_reminders_and_survives(person):
    someone = person(**nearly_due())
    someone.presses("Snooze for 15 minutes", window_of(BreakWindow))
    assert window_of(BreakWindow) is None
    assert "Desk break: postponed, comes in 15 min" in someone.reads()
    kept = load_state(someone.folders.reminders_state_file, boot_id())
    assert kept.standings["desk-break"].due.stage is Stage.SNOOZED


def test_three_skips_ask_for_a_longer_interval_which_only_a_yes_brings(person):
    someone = person(**nearly_due(skips=2))
    someone.presses("Skip this break", window_of(BreakWindow))
    window = window_of(QuestionWindow)
    assert someone.reads(window)[:2] == [
        "Desk break was skipped three times in a row.",
        "Would every 90 min suit you better?",
    ]
    assert read_schedules(someone.folders.reminders_file)[0] == DEFAULT_SCHEDULES
    someone.presses("Every 90 min", window)
    assert window_of(QuestionWindow) is None
    assert read_schedules(someone.folders.reminders_file)[0][0].every_min == 90
    assert someone.reminding.breaks.schedules[0].every_min == 90
    assert someone.kinds == [Kind.OFFER, Kind.SKIP, Kind.ASK, Kind.LONGER]


def test_the_question_waits_on_the_screen_and_no_is_an_answer(person):
    someone = person(**nearly_due(skips=2))
    someone.presses("Skip this break", window_of(BreakWindow))
    assert "Would every 90 min suit you better?" in someone.reads()
    someone.presses("Keep every 60 min")
    assert window_of(QuestionWindow) is None
    assert "Would every 90 min suit you better?" not in someone.reads()
    assert someone.reminding.breaks.schedules == DEFAULT_SCHEDULES
    assert someone.kinds[-1] is Kind.KEEP


def test_a_question_that_nobody_answered_is_there_after_a_restart(person):
    someone = person(**{"desk-break": Standing(asked=True, asking_min=60, skips=3)})
    assert window_of(QuestionWindow) is None
    someone.presses("Every 90 min")
    assert someone.reminding.breaks.schedules[0].every_min == 90
    # another interval by hand settles it too
    someone = person(**{"desk-break": Standing(asked=True, asking_min=45, skips=3)})
    assert not any("suit you better" in line for line in someone.reads())


def test_the_switch_the_pause_and_the_log_go_through_the_screen(person):
    someone = person(**{"desk-break": Standing(used_ms=60_000)})
    (eyes,) = [one for one in someone.screen.findChildren(Toggle) if "Eyes" in one.accessibleName()]
    eyes.click()
    assert [one.id for one in read_schedules(someone.folders.reminders_file)[0] if one.on] == [
        "desk-break",
        "eyes",
    ]
    someone.presses("Pause reminders: 1 hour")
    assert someone.reminding.breaks.state.paused is not None
    assert "Reminders paused: for 1 h" in someone.reads()
    someone.presses("Resume reminders")
    assert someone.reminding.breaks.state.paused is None
    assert "Reminders going on: as you said" in someone.reads()


def test_a_notice_beforehand_is_seen_without_a_server_and_gives_way_to_the_offer(person):
    folders = find_folders()
    early = replace(DEFAULT_SCHEDULES[0], notice_min=5)
    assert write_schedules(folders.reminders_file, (early,)) is None
    someone = person(**{"desk-break": Standing(used_ms=56 * 60_000)})
    notice = window_of(NoticeWindow)
    assert someone.reads(notice) == ["Desk break in 4 min", "2 min"]
    QTest.mouseClick(notice, Qt.MouseButton.LeftButton)
    assert window_of(NoticeWindow) is None
    notice.show_briefly("Desk break in 4 min", "2 min")
    someone.reminding._offering.offer("desk-break", Offer("Time for a break", "2 min"))
    assert window_of(NoticeWindow) is None
    assert someone.kinds == [Kind.NOTICE]


def test_what_was_on_offer_when_the_program_was_killed_is_offered_again(person):
    due = Due(Stage.OFFERED, "after 60 min of computer use", "", 700_000)
    someone = person(**{"desk-break": Standing(due=due)})
    assert "2 min, after 60 min of computer use" in someone.reads(window_of(BreakWindow))
    assert someone.kinds == []
    due = replace(due, ready_ms=300_000)
    someone = person(**{"desk-break": Standing(due=due)})
    assert someone.kinds == [Kind.UNANSWERED]


def test_a_held_break_says_why_on_the_screen(person):
    due = Due(Stage.HELD, "after 60 min of computer use", "the camera is in use", None)
    someone = person(**{"desk-break": Standing(due=due)})
    # nothing speaks against it any more: it comes when a minute has passed
    assert "Desk break: comes in a moment" in someone.reads()


def test_start_at_login_is_offered_where_there_is_a_tray_and_says_what_went_wrong(person):
    someone = person()
    place = someone.opened.conductor._reminders
    (login,) = [
        one for one in someone.screen.findChildren(Toggle) if "login" in one.accessibleName()
    ]
    assert not login.isVisible()
    tray = someone.reminding.tray
    tray._icon, tray._is_there = object(), True
    try:
        place.refresh()
        assert login.isVisible()
        login.click()
        entry = someone.folders.data.parent / ".config" / "autostart" / "stretchtimer.desktop"
        assert entry.exists()
        assert "--hidden" in entry.read_text()
        login.click()
        assert not entry.exists()

        def refuse(*_):
            raise PermissionError(13, "Permission denied", os.fspath(entry))

        place._login = LoginStart(lambda: False, refuse, refuse)
        told = []
        place._tell = told.append
        login.click()
        assert "Permission denied" in str(told[0])
        assert not login.isChecked()
    finally:
        tray._icon = None


def test_those_who_ask_from_outside_are_told_how_it_is_now(person):
    someone = person(**{"desk-break": Standing(used_ms=60_000)})
    replies, raised = [], []
    asking = requests.Requests(
        someone.reminding,
        lambda act: act(someone.opened.conductor),
        lambda: raised.append("window"),
    )

    def asked(verb, **more):
        asking.handle({"verb": verb, **more}, replies.append)
        return replies[-1]

    assert asked("status")["used_s"]["desk-break"] >= 60
    assert asked("status")["lines"][0].startswith("Desk break about ")
    assert len(asked("next")["lines"]) == 5
    assert asked("pause", minutes=45)["lines"] == ["Reminders are paused for 45 min"]
    assert asked("status")["paused"]
    assert asked("resume")["lines"][0] == "Reminders go on"
    assert "no stretch" in asked("stop")["error"]
    assert "no routine" in asked("start", routine="nowhere")["error"]
    assert asked("start", routine="desk-break") == {"lines": []}
    assert asked("status")["playing"]
    assert asked("stop")["lines"] == ["Stopped"]
    assert asked("raise") == {"lines": []}
    assert raised
    assert "does not know" in asked("dance")["error"]


def test_who_asks_does_not_wait_for_a_look_that_hangs(person, qtbot, monkeypatch):
    monkeypatch.setattr(requests, "_PATIENCE_MS", 20)
    someone = person()
    someone.reminding._errands.ask = lambda errand, answered: None
    replies = []
    asked = requests.Requests(someone.reminding, lambda act: None, lambda: None)
    asked.handle({"verb": "status"}, replies.append)
    assert replies == []
    qtbot.waitUntil(lambda: len(replies) == 1)


def test_what_the_window_says_is_true_to_the_minute(person):
    someone = person()
    assert someone.reminding._timer.interval() <= 60_500
    someone.opened.window.hide()
    someone.reminding.breaks.look_soon()
    assert 60_500 < someone.reminding._timer.interval() <= 150_500


def test_another_schedule_on_the_screen_takes_the_offer_away_when_it_is_switched_off(person):
    someone = person(**nearly_due())
    off = tuple(replace(one, on=False) for one in DEFAULT_SCHEDULES)
    someone.reminding.use_schedules(off)
    assert window_of(BreakWindow) is None


def test_with_all_switched_off_it_looks_on_while_the_window_is_in_view(person):
    """How long somebody has been sitting counts for the warm-up too."""
    someone = person()
    reminding, window = someone.reminding, someone.opened.window
    reminding.use_schedules(tuple(replace(one, on=False) for one in DEFAULT_SCHEDULES))
    assert reminding._timer.isActive()
    assert reminding._timer.interval() <= 61_000
    window.hide()
    reminding.breaks.look_soon()
    assert not reminding._timer.isActive()
