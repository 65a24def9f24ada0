"""“Hold 10 s, release, five times, each leg”: from the first picture to playing, by mouse alone."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from tests.ui.legible import settle

LEFT = Qt.MouseButton.LeftButton


class Mouse:
    """Clicks on what can be seen, and counts."""

    def __init__(self, opened):
        self.opened, self.clicks = opened, 0

    def click(self, widget, at=None):
        settle()
        point = widget.mapTo(self.opened.window, at or widget.rect().center())
        assert widget.isVisible()
        assert self.opened.window.childAt(point) is not None
        QTest.mouseClick(self.opened.window.childAt(point), LEFT, pos=at or widget.rect().center())
        self.clicks += 1

    def press(self, name):
        """The one button that begins so."""
        settle()
        buttons = self.opened.showing.window().findChildren(QAbstractButton)
        named = [one for one in buttons if one.accessibleName().startswith(name)]
        self.click(next(one for one in named if one.isVisible() and one.isEnabled()))


def test_by_mouse_alone(opened):
    mouse = Mouse(opened)
    mouse.press("Library")
    cards = opened.showing.list
    row = next(
        row
        for row in range(cards.model().rowCount())
        if "Seated hamstring"
        in cards.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    )
    place = cards.visualRect(cards.model().index(row, 0))
    mouse.click(cards.viewport(), QPoint(place.center().x(), place.top() + 20))
    mouse.press("Change the routine")
    for _ in range(2):
        mouse.press("Hold: 5 seconds less")
        mouse.press("Times: 1 times more")
    mouse.press("Save")
    mouse.press("Back")
    mouse.press("Start")
    playing = opened.conductor._stage
    assert playing.is_playing
    dose = playing._session.state.score.script.blocks[0].dose
    assert (dose.hold_s, dose.left_hold_s, dose.reps, dose.sides) == (10, None, 5, 2)
    assert mouse.clicks <= 12
