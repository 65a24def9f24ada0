"""The alarm asks the clock, whatever its timer says."""

import pytest

from stretchtimer.ui.qt_alarm import QtAlarm
from tests.ui.shown import HandClock


@pytest.fixture
def clock():
    return HandClock()


@pytest.fixture
def alarm(clock, qtbot):
    return QtAlarm(clock, lambda span_ms: span_ms / 1000)


def test_a_timer_that_rings_early_is_set_again(alarm, clock):
    rung = []
    alarm.set(1_000, lambda: rung.append(clock.at_ms))
    clock.at_ms = 999
    alarm._timer.timeout.emit()
    assert rung == []
    assert alarm._timer.isActive()
    clock.at_ms = 1_000
    alarm._timer.timeout.emit()
    assert rung == [1_000]


def test_a_new_deadline_forgets_the_old_one(alarm, clock):
    rung = []
    alarm.set(10, lambda: rung.append("old"))
    alarm.set(20, lambda: rung.append("new"))
    clock.at_ms = 20
    alarm._timer.timeout.emit()
    assert rung == ["new"]


def test_a_cancelled_alarm_is_silent(alarm):
    alarm.set(10, lambda: None)
    alarm.cancel()
    assert not alarm._timer.isActive()


def test_a_deadline_in_the_past_rings_at_once(alarm, clock, qtbot):
    clock.at_ms = 50
    rung = []
    alarm.set(10, lambda: rung.append(True))
    qtbot.waitUntil(lambda: rung == [True])


def test_a_part_of_a_millisecond_is_waited_for(clock, qtbot):
    fast = QtAlarm(clock, lambda span_ms: span_ms / 10_000)
    fast.set(1, lambda: None)
    assert fast._timer.interval() == 1
