"""The player: what it shows in each mode and phase, and what its keys and buttons ask for."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtWidgets import QWidget

from stretchtimer.core.events import (
    Back,
    Hurts,
    Longer,
    Pause,
    RepeatRep,
    Resume,
    Shorter,
    Skip,
    SkipExercise,
    Stop,
    WhereAmI,
)
from stretchtimer.core.settings import Settings
from stretchtimer.ui.fitted_label import FittedLabel
from stretchtimer.ui.icon_button import IconButton
from tests.ui.shown import Shown

SIZES = [(640, 480), (900, 700), (1440, 900), (1920, 1080), (640, 900)]
KINDS = ["intro", "prepare", "ease", "hold", "release", "rest", "switch", "outro"]
Key = Qt.Key


@pytest.fixture
def shown(qtbot):
    made = Shown()
    qtbot.addWidget(made.window)
    return made


@pytest.fixture
def running(shown):
    shown.show(shown.playing("wall-hamstring", "hold"))
    return shown


def visible(view, kind):
    return [child for child in view.findChildren(kind) if child.isVisible()]


def place(widget, window):
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def assert_nothing_is_cut(shown):
    window = shown.window
    for part in visible(shown.view, QWidget):
        if part.parent() is shown.view:
            assert window.rect().contains(place(part, window)), part
    for label in visible(shown.view, FittedLabel):
        flags = int(label.alignment()) | int(Qt.TextFlag.TextWordWrap)
        room = QRect(0, 0, label.width(), 1 << 20)
        needed = QFontMetrics(label.font()).boundingRect(room, flags, label.text())
        assert needed.height() <= label.height(), label.text()
        assert needed.width() <= label.width(), label.text()
    for button in visible(shown.view, IconButton):
        assert window.rect().contains(place(button, window)), button.accessibleName()
        assert button.width() >= button.sizeHint().width(), button.accessibleName()


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("kind", KINDS)
def test_no_phase_is_cut_at_any_size(shown, size, kind):
    for routine in ("seated-hamstring", "chair-hamstring"):
        shown.show(shown.playing(routine, kind, -1), routine, size)
        assert_nothing_is_cut(shown)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("events", [[Pause()], [Pause(), Resume()]], ids=str)
def test_no_mode_is_cut_at_any_size(shown, size, events):
    state = shown.after(shown.playing("wall-hamstring", "hold"), *events)
    shown.show(state, size=size)
    assert_nothing_is_cut(shown)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_digits_are_large(shown, size):
    shown.show(shown.playing("wall-hamstring", "hold"), size=size)
    assert shown.view._count.ring._font.pixelSize() >= 96


@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_the_ground_is_that_of_the_scheme(qtbot, appearance):
    shown = Shown(appearance)
    qtbot.addWidget(shown.window)
    shown.show(shown.playing("wall-hamstring", "hold"))
    image = shown.window.grab().toImage()
    assert (image.pixelColor(3, 300).lightnessF() < 0.5) == (appearance == "dark")
    assert (image.pixelColor(60, 90).lightnessF() < 0.5) == (appearance == "dark")


@pytest.mark.parametrize(
    ("key", "asked"),
    [
        (Key.Key_Space, Pause()),
        (Key.Key_Right, Skip()),
        (Key.Key_Left, Back()),
        (Key.Key_S, SkipExercise()),
        (Key.Key_R, RepeatRep()),
        (Key.Key_Plus, Longer()),
        (Key.Key_Equal, Longer()),
        (Key.Key_Minus, Shorter()),
        (Key.Key_X, Hurts()),
        (Key.Key_W, WhereAmI()),
        (Key.Key_M, "mute_clicked"),
        (Key.Key_F, "full_screen_clicked"),
        (Key.Key_Escape, "escape_pressed"),
    ],
)
def test_each_key_asks_for_one_thing(running, qtbot, key, asked):
    qtbot.keyClick(running.window.focusWidget(), key)
    assert running.asked == [asked]


def test_space_means_what_comes_next(shown, qtbot):
    held = shown.playing("wall-hamstring", "hold")
    steps = [
        (held, Pause()),
        (shown.after(held, Pause()), Resume()),
        (shown.after(held, Pause(), Resume()), Pause()),
    ]
    for state, asked in steps:
        shown.asked.clear()
        shown.show(state)
        qtbot.keyClick(shown.window.focusWidget(), Key.Key_Space)
        assert shown.asked == [asked]


def test_a_click_on_the_figure_pauses_and_goes_on(running, qtbot):
    qtbot.mouseClick(running.view._figure, Qt.MouseButton.LeftButton)
    assert running.asked == [Pause()]


def test_the_mouse_alone_can_do_everything(running, qtbot):
    buttons = visible(running.view, IconButton)
    for button in buttons:
        if "(?)" not in button.toolTip():
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    events = {Pause(), Skip(), Back(), SkipExercise(), RepeatRep(), Longer(), Shorter(), Hurts()}
    assert {*events, WhereAmI(), Stop(), "mute_clicked", "full_screen_clicked"} == {*running.asked}
    assert all(button.accessibleName() and button.toolTip() for button in buttons)


def test_a_click_leaves_the_keyboard_with_the_player(running, qtbot):
    button = next(b for b in visible(running.view, IconButton) if "Next" in b.toolTip())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    running.asked.clear()
    qtbot.keyClick(running.window.focusWidget(), Key.Key_Space)
    assert running.asked == [Pause()]


def test_nothing_ticks_while_nobody_looks(running):
    frames = running.view._frames
    assert frames.isActive()
    running.window.hide()
    assert not frames.isActive()
    running.view.show_state(running.playing("wall-hamstring", "hold", 1))
    assert not frames.isActive()
    running.window.show()
    assert frames.isActive()


@pytest.mark.parametrize("events", [[Pause()], [Stop()], [Hurts()]], ids=str)
def test_nothing_ticks_while_nothing_moves(running, events):
    running.view.show_state(running.after(running.view._state, *events))
    assert not running.view._frames.isActive()


def test_the_digits_follow_the_clock(running):
    ring = running.view._count.ring
    assert ring.digits() == "39"
    running.clock.at_ms += 1_000
    running.view._frames.timeout.emit()
    assert ring.digits() == "38"


def test_with_less_motion_the_figure_stands_still(qtbot):
    shown = Shown(settings=Settings(reduced_motion=True))
    qtbot.addWidget(shown.window)
    shown.show(shown.playing("wall-hamstring", "ease", into_ms=1_000))
    before = shown.view._figure._moment
    shown.clock.at_ms += 2_000
    shown.view._frames.timeout.emit()
    assert shown.view._figure._moment == before


@pytest.mark.parametrize("closing", [Key.Key_F1, Key.Key_Question, Key.Key_Escape, None])
def test_the_keys_are_told_on_a_card(running, qtbot, closing):
    qtbot.keyClick(running.window, Key.Key_F1)
    card = running.view._keys
    assert card.isVisible()
    assert "Space: Pause, go on." in card.accessibleDescription()
    if closing is None:
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    else:
        qtbot.keyClick(running.window, closing)
    assert not card.isVisible()
    assert running.asked == []


def test_the_scheme_can_change_while_it_plays(running, qtbot):
    def is_dark():
        return running.window.grab().toImage().pixelColor(60, 90).lightnessF() < 0.5

    assert not is_dark()
    running.window.set_appearance("dark")
    qtbot.waitUntil(is_dark)
    running.window.set_appearance("light")
    qtbot.waitUntil(lambda: not is_dark())


def test_full_screen_and_back(running):
    assert not running.window.leave_full_screen()
    running.window.toggle_full_screen()
    assert running.window.isFullScreen()
    assert running.window.leave_full_screen()
    assert not running.window.isFullScreen()


def test_closing_the_window_is_told(running):
    closed = []
    running.window.closed.connect(lambda: closed.append(True))
    running.window.close()
    assert closed == [True]


def test_what_is_painted_in_part_is_as_if_painted_whole(shown, qtbot):
    shown.show(shown.playing("chair-hamstring", "ease", into_ms=0), "chair-hamstring")
    handle = shown.window.windowHandle()
    for into_ms in range(300, 6_000, 470):
        state = shown.playing("chair-hamstring", "ease", into_ms=into_ms)
        shown.view.show_state(state)
        qtbot.wait(1)  # lets Qt paint what is asked for
        on_screen = pixels(handle.screen().grabWindow(shown.window.winId()).toImage())
        off = abs(on_screen - pixels(shown.window.grab().toImage())).max(axis=2)
        # an edge cut by a clip is smoothed a little differently; a person cut off is much more
        assert (off > 16).sum() < 200


def pixels(image):
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    shape = plain.height(), plain.width(), 4
    return np.frombuffer(plain.constBits(), np.uint8).reshape(shape)[:, :, :3].astype(int)
