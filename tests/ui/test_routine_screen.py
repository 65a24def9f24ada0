"""The routine before it is started: totals while one drags, own holds that stay, Start."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from stretchtimer.core.hold_times import HoldTimes
from tests.ui.legible import flaws, reached_by_tab, settle, shown

Key = Qt.Key
SIZES = [(640, 480), (640, 900), (1040, 720), (1440, 900), (1920, 1080), (3840, 2160)]


@pytest.fixture
def routine(open_window):
    return open_window(routine="wall-hamstring")


def texts(screen):
    return [label.text() for label in shown(screen, QLabel)]


def kept(opened, routine_id="wall-hamstring"):
    return opened.home.hold_times.read(routine_id)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_nothing_is_cut_at_any_size(open_window, size):
    opened = open_window(size=size, routine="knees-to-chest")
    routines = opened.library.routines
    most = max(routines, key=lambda name: len(routines[name].block))
    # Every one where there is least room; elsewhere one of each kind.
    for name in routines if size == SIZES[0] else ("wall-hamstring", "standing-hamstring", most):
        opened.conductor._routine_place.open(name)
        settle()
        assert flaws(opened.showing) == {}


def test_it_names_what_is_played(routine):
    found = texts(routine.showing)
    assert "Wall hamstring" in found
    assert "6:55 min" in found
    assert "You need: wall, mat, pillow." in found


def test_a_caution_is_read_before_start(open_window):
    opened = open_window(routine="standing-hamstring")
    library = opened.library
    assert library.find_routine("standing-hamstring").caution in texts(opened.showing)


def test_the_total_follows_the_slider_at_once(routine):
    slider = routine.showing._page.holds._slider
    slider.setFocus()
    routine.press(Key.Key_Left)
    assert "6:25 min" in texts(routine.showing)  # six holds of 35 s
    routine.press(Key.Key_Home)
    assert "3:25 min" in texts(routine.showing)  # six holds of 5 s


def test_the_slider_jumps_to_the_pointer(routine, qtbot):
    slider = routine.showing._page.holds._slider
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() - 2, 18))
    assert slider.value() == 120
    assert "120 s" in texts(routine.showing)


def test_own_holds_are_kept_when_the_hand_rests(routine, qtbot):
    slider = routine.showing._page.holds._slider
    slider.setValue(30)
    assert kept(routine).changes_nothing
    qtbot.waitUntil(lambda: kept(routine) == HoldTimes().with_all(30))


def test_start_plays_what_was_just_set(routine):
    routine.showing._page.holds._slider.setValue(30)
    routine.showing.start.setFocus()
    routine.press(Key.Key_Space)
    session = routine.conductor._stage._session
    assert session.state.score.script.blocks[0].dose.hold_s == 30
    assert routine.conductor._stage.is_playing


def test_a_field_is_typed_into(routine):
    field = routine.showing._page.holds._rows[0]._hold
    field._box.setFocus()
    field._box.selectAll()
    QTest.keyClicks(field._box, "25")
    assert "6:55 min" in texts(routine.showing)  # not while it is half typed
    QTest.keyClick(field._box, Key.Key_Return)
    assert "5:25 min" in texts(routine.showing)


def test_the_buttons_of_a_field_go_to_the_next_five(routine, qtbot):
    field = routine.showing._page.holds._rows[0]._hold
    field._box.setValue(32)
    qtbot.mouseClick(field._more, Qt.MouseButton.LeftButton)
    assert field.value == 35
    field._box.setValue(32)
    qtbot.mouseClick(field._fewer, Qt.MouseButton.LeftButton)
    assert field.value == 30


def test_reset_plays_it_as_it_is_written(routine, qtbot):
    screen = routine.showing
    assert not screen.reset.isEnabled()
    screen._page.holds._slider.setValue(60)
    assert screen.reset.isEnabled()
    qtbot.mouseClick(screen.reset, Qt.MouseButton.LeftButton)
    assert "6:55 min" in texts(screen)
    assert not screen.reset.isEnabled()


def test_each_side_can_have_its_own_hold(open_window, qtbot):
    opened = open_window(routine="chair-hamstring")
    row = opened.showing._page.holds._rows[0]
    assert not row._left.isVisible()
    qtbot.mouseClick(row._apart, Qt.MouseButton.LeftButton)
    assert row._left.isVisible()
    row._left._box.setValue(25)
    opened.showing.tell_times()
    (own,) = kept(opened, "chair-hamstring").block
    assert (own.hold_s, own.left_hold_s) == (15, 25)
    assert "5:40 min" in texts(opened.showing)  # four holds, ten seconds more


def test_the_figure_is_that_of_the_block_in_hand(open_window):
    opened = open_window(routine="knees-to-chest")
    page = opened.showing._page
    names = []
    for row in page.holds._rows:
        row._hold._box.setFocus()
        names.append(page.figure.accessibleName().split(":")[0])
    assert names == ["Legs-on-chair rest", "Single knee to chest", "Knees to chest"]


def test_the_keyboard_reaches_everything(routine):
    reached = reached_by_tab(routine.window)
    page = routine.showing._page
    for part in (page.back, page.holds._slider, routine.showing.start):
        assert part in reached
    assert page.holds._rows[0]._hold._box in reached


def test_a_first_meeting_may_begin_gently(routine, qtbot):
    screen = routine.showing
    assert screen.gently.isVisible()
    qtbot.mouseClick(screen.gently, Qt.MouseButton.LeftButton)
    dose = routine.conductor._stage._session.state.score.script.blocks[0].dose
    assert (dose.hold_s, dose.reps) == (20, 3)
    routine.press(Key.Key_X)
    routine.press(Key.Key_Escape)
    routine.conductor._routine_place.open("wall-hamstring")
    assert not routine.showing.gently.isVisible()
    settle()
    assert "2:55 min" in texts(routine.showing)


def test_the_minutes_at_hand_cut_a_routine_and_say_so(opened):
    opened.shell.show_tab("library")
    library = opened.conductor._library_place.screen
    library._minutes.set_value(4)
    (card,) = (card for card in library._all if card.id == "wall-hamstring")
    library.card_chosen.emit(card)
    settle()
    (total,) = (text for text in texts(opened.showing) if text.endswith(" min"))
    minutes, seconds = total.removesuffix(" min").split(":")
    assert int(minutes) * 60 + int(seconds) <= 240
    assert any(
        "Wall hamstring" in text and " instead of " in text for text in texts(opened.showing)
    )
    opened.press(Key.Key_Space)
    assert opened.conductor._stage._session.state.score.total_ms <= 240_000
