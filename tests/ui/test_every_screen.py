"""Every screen by the keyboard and by ear: what can be reached has a name, and shows that it is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from stretchtimer.core.events import Hurts, Skip, SkipExercise, Stop
from stretchtimer.core.screening import Screening
from tests.ui.legible import CONTROLS, nameless, reached_by_tab, settle, shown

Key = Qt.Key


def today(opened):
    opened.conductor._playing.sitting_min = lambda: 42
    opened.shell.show_tab("today")


def tab(name):
    return lambda opened: opened.shell.show_tab(name)


def routine(name):
    return lambda opened: opened.conductor._routine_place.open(name)


def ended(name, *events):
    def end(opened):
        opened.conductor._playing.play(name)
        for event in events:
            opened.conductor._stage.send(event)

    return end


def which_one(opened):
    ended("knees-to-chest", SkipExercise(), SkipExercise(), Stop())(opened)
    opened.press(Key.Key_3)


def what_follows(opened):
    which_one(opened)
    opened.press(Key.Key_1)


def questions(*keys):
    def ask(opened):
        opened.conductor._questions.screen.ask(Screening(), first=True)
        opened.shell.open_page(opened.conductor._questions.screen, whole=True)
        for key in keys:
            opened.press(key)

    return ask


TO_SURGERY = (Key.Key_Return, *[Key.Key_1] * 6, Key.Key_2)
SCREENS = {
    "today": today,
    "library": tab("library"),
    "reminders": tab("reminders"),
    "history": tab("history"),
    "routine of one": routine("standing-hamstring"),
    "routine of many": routine("desk-reset"),
    "player": lambda opened: opened.conductor._playing.play("wall-hamstring"),
    "after": ended("wall-hamstring", Skip(), Skip(), Stop()),
    "after pain": ended("wall-hamstring", Skip(), Skip(), Hurts()),
    "which one": which_one,
    "what follows": what_follows,
    "pain-free back": lambda opened: opened.conductor._first.play("standing-hamstring"),
    "welcome": questions(),
    "question": questions(Key.Key_Return),
    "emergency": questions(Key.Key_Return, Key.Key_2),
    "surgery": questions(*TO_SURGERY),
    "pregnancy": questions(*TO_SURGERY, Key.Key_Return, Key.Key_2),
    "routine editor": lambda opened: opened.conductor._workshop.edit("desk-reset"),
    "stretch editor": lambda opened: opened.conductor._workshop.edit("ham-wall"),
    "import": lambda opened: opened.conductor._workshop.bring_in(),
}


def takes_keyboard(part):
    return bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus) and part.isEnabled()


def everything_that_takes_the_keyboard_has_a_name(screen):
    assert nameless(screen.showing) == []
    asked = [part for part in shown(screen.showing, QWidget) if takes_keyboard(part)]
    unnamed = [part for part in asked if not (part.accessibleName() or part.focusProxy())]
    assert unnamed == []
    assert screen.showing.accessibleName()


def tab_reaches_every_control_once(screen, reached):
    assert len(reached) == len(set(reached))
    wanted = {
        part
        for kind in CONTROLS
        for part in shown(screen.showing, kind)
        if takes_keyboard(part) and part.focusProxy() is None
    }
    missed = wanted - set(reached)
    assert [(type(part).__name__, part.accessibleName()) for part in missed] == []


def what_has_the_keyboard_shows_it(reached):
    """Painted with the keyboard, and without it, a control must look different."""
    dull = []
    for part in reached:
        part.setFocus(Qt.FocusReason.TabFocusReason)
        settle()
        framed = part.parentWidget() if part.objectName().startswith("qt_") else part
        lit = framed.grab().toImage()
        part.clearFocus()
        settle()
        if framed.isVisible() and framed.grab().toImage() == lit:
            dull.append((type(part).__name__, part.accessibleName()))
    assert dull == []


@pytest.mark.parametrize("name", SCREENS)
def test_it_can_be_used_by_keyboard_and_by_ear(name, opened):
    SCREENS[name](opened)
    settle()
    everything_that_takes_the_keyboard_has_a_name(opened)
    assert opened.window.isActiveWindow()  # nothing flashed up beside it
    reached = reached_by_tab(opened.window)
    tab_reaches_every_control_once(opened, reached)
    what_has_the_keyboard_shows_it(reached)
