"""The shell: where the keys lead, what is built when, and the way into a session and out of it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from stretchtimer.core.events import Mode
from stretchtimer.ui.main_window import MainWindow
from stretchtimer.ui.shell import Shell, Tab

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


class Places:
    """Two tabs that note what happens to them."""

    def __init__(self):
        self.noted = []
        self.shell = Shell()
        for name in ("first", "second"):
            build = self._note_and_build(name)
            refresh = self._note(f"refresh {name}")
            self.shell.add_tab(Tab(name, name.title(), "today", build, refresh))
        self.shell.show_tab("first")
        self.window = MainWindow("light")
        self.window.show_body(self.shell)
        self.window.show()

    def _note(self, what):
        return lambda: self.noted.append(what)

    def _note_and_build(self, name):
        def build():
            self.noted.append(f"build {name}")
            screen = QWidget()
            screen.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            return screen

        return build


@pytest.fixture
def places(qtbot):
    made = Places()
    qtbot.addWidget(made.window)
    with qtbot.waitExposed(made.window):
        return made


def test_a_screen_is_built_on_its_first_visit(places):
    places.shell.show_tab("second")
    places.shell.show_tab("first")
    places.shell.show_tab("second")
    assert places.noted == [
        "build first",
        "refresh first",
        "build second",
        "refresh second",
        "refresh first",
        "refresh second",
    ]


def test_control_and_a_digit_open_a_tab(places, qtbot):
    qtbot.keyClick(places.shell.showing, Key.Key_2, CTRL)
    assert places.shell.tab == "second"
    qtbot.keyClick(places.shell.showing, Key.Key_1, CTRL)
    assert places.shell.tab == "first"


def test_escape_leads_back_from_a_page_then_to_the_first_tab_then_out(places, qtbot):
    shell, page, left = places.shell, QWidget(), []
    shell.left.connect(lambda: left.append(True))
    shell.show_tab("second")
    shell.open_page(page)
    assert shell.showing is page
    qtbot.keyClick(shell, Key.Key_Escape)
    assert (shell.tab, shell.showing is page) == ("second", False)
    assert places.noted[-1] == "refresh second"
    qtbot.keyClick(shell, Key.Key_Escape)
    assert (shell.tab, left) == ("first", [])
    qtbot.keyClick(shell, Key.Key_Escape)
    assert left == [True]


def test_a_page_that_takes_the_whole_window_is_not_left_by_the_shells_keys(places, qtbot):
    shell, page = places.shell, QWidget()
    shell.open_page(page, whole=True)
    assert not shell._rail.isVisible()
    qtbot.keyClick(shell, Key.Key_Escape)
    qtbot.keyClick(shell, Key.Key_2, CTRL)
    assert shell.showing is page
    shell.go_back()
    assert shell._rail.isVisible()


def test_a_page_that_is_opened_twice_is_left_once(places):
    shell, page = places.shell, QWidget()
    shell.open_page(page)
    shell.open_page(page)
    shell.go_back()
    assert shell.showing is not page


def test_the_arrows_go_along_the_rail_and_keep_the_keyboard_there(places, qtbot):
    shell = places.shell
    first, second = shell._rail._buttons.values()
    first.setFocus()
    qtbot.keyClick(first, Key.Key_Down)
    assert shell.tab == "second"
    assert second.hasFocus()


def test_a_click_on_the_rail_gives_the_keyboard_to_the_screen(places, qtbot):
    shell = places.shell
    shell.showing.setFocus()
    qtbot.mouseClick(shell._rail._buttons["second"], Qt.MouseButton.LeftButton)
    assert shell.showing.hasFocus()


def test_every_place_has_a_name_and_a_key(opened):
    for number, button in enumerate(opened.shell._rail._buttons.values(), 1):
        assert button.accessibleName() == button.text()
        assert f"Ctrl+{number}" in button.toolTip()


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return], ids=["Space", "Enter"])
def test_the_default_of_today_is_start(opened, key):
    opened.press(key)
    assert opened.showing is opened.conductor._stage.view
    assert opened.conductor._stage.is_playing


def test_the_player_has_the_whole_window_and_after_follows(opened):
    opened.press(Key.Key_Space)
    assert not opened.shell._rail.isVisible()
    opened.press(Key.Key_Escape)
    assert opened.conductor._stage._session.state.mode is Mode.PAUSED
    opened.press(Key.Key_X)
    assert opened.showing is opened.conductor._after
    assert not opened.conductor._stage.is_playing
    opened.press(Key.Key_Escape)
    assert opened.showing is opened.conductor._today_place.screen


def test_a_letter_in_another_screen_is_no_command_of_the_player(opened):
    opened.shell.show_tab("library")
    opened.press(Key.Key_X)
    assert opened.conductor._library_place.screen.search.text() == "x"


def test_the_window_opens_at_the_routine_that_was_asked_for(open_window):
    opened = open_window(routine="chair-hamstring")
    assert opened.showing is opened.conductor._routine_place.screen
    opened.press(Key.Key_Escape)
    assert opened.showing is opened.conductor._today_place.screen


def test_closing_the_program_ends_a_session_and_keeps_it(opened):
    offered = opened.showing._hero.routine
    opened.press(Key.Key_Space)
    opened.conductor.close()
    rows = opened.home.history._database.read("SELECT routine, how FROM sessions", ())
    assert rows == [(offered, "stopped")]


def test_today_offers_what_the_coach_suggests_and_says_why(opened):
    suggested = opened.home.coach.suggest(opened.library)
    hero = opened.showing._hero
    assert hero.routine == suggested.routine
    assert hero._why.text() == suggested.reason


def test_a_key_or_a_page_takes_the_keyboard_out_of_the_rail(places, qtbot):
    shell = places.shell
    shell._rail.findChild(QAbstractButton).setFocus()
    shell.show_tab("second")
    assert shell._rail.has_keyboard()  # who walks through the rail stays there
    qtbot.keyClick(places.window.focusWidget(), Key.Key_1, CTRL)
    assert shell.showing.hasFocus()
    shell._rail.findChild(QAbstractButton).setFocus()
    page = QWidget()
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    shell.open_page(page)
    assert page.hasFocus()
