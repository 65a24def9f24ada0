"""Everything in the window's frame: the navigation, and the screen that it leads to.

A screen is a widget of its own file. It is shown what there is by its methods, and tells what a
person did by signals named as facts; it knows neither the shell nor other screens.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from stretchtimer.ui.rail import Rail
from stretchtimer.ui.shell_layout import page_scale


def _nothing() -> None:
    pass


@dataclass(frozen=True, slots=True)
class Tab:
    """A place of the navigation.

    `build` makes its screen, on the first visit; `refresh` is called on each visit, before the
    screen is shown.
    """

    id: str
    name: str
    icon: str
    build: Callable[[], QWidget]
    refresh: Callable[[], None] = _nothing


class Shell(QWidget):
    """Tabs beside the navigation, and pages over them: Esc leads back from a page to its tab.

    Ctrl+1, Ctrl+2 and so on open the tabs.
    """

    left = Signal()  # Esc where there is nothing to go back to
    full_screen_asked = Signal()
    quit_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._tabs: dict[str, Tab] = {}
        self._screens: dict[str, QWidget] = {}
        self._tab = ""
        self._pages: list[tuple[QWidget, bool]] = []
        self._rail = Rail(self)
        self._rail.chosen.connect(self.show_tab)
        self._stack = QStackedWidget(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addWidget(self._stack, 1)
        for name, act in (
            ("Alt+Left", self._step_back),
            ("F11", self.full_screen_asked.emit),
            ("Ctrl+Q", self.quit_asked.emit),
        ):
            QShortcut(QKeySequence(name), self).activated.connect(act)

    def add_tab(self, tab: Tab) -> None:
        """One more place, after those that are there."""
        self._tabs[tab.id] = tab
        key = f"Ctrl+{len(self._tabs)}"
        self._rail.add_place(tab.id, tab.name, tab.icon, key)
        QShortcut(QKeySequence(key), self).activated.connect(lambda: self._jump(tab.id))

    def show_tab(self, tab_id: str) -> None:
        """Leave all pages and show a tab."""
        tab = self._tabs[tab_id]
        if tab_id not in self._screens:
            self._screens[tab_id] = tab.build()
            self._stack.addWidget(self._screens[tab_id])
        self._pages.clear()
        self._tab = tab_id
        tab.refresh()
        self._rail.mark(tab_id)
        self._show_current()

    def open_page(self, page: QWidget, *, whole: bool = False) -> None:
        """Show `page` over the tab; a `whole` one hides the navigation and has its own way out."""
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._pages = [(one, covers) for one, covers in self._pages if one is not page]
        self._pages.append((page, whole))
        self._show_current()
        page.setFocus()

    def go_back(self) -> None:
        """Close the uppermost page; without one, go to the first tab."""
        if self._pages:
            self._pages.pop()
            if not self._pages:
                self._tabs[self._tab].refresh()
            self._show_current()
        elif self._tab != next(iter(self._tabs)):
            self.show_tab(next(iter(self._tabs)))
        else:
            self.left.emit()

    @property
    def tab(self) -> str:
        """The id of the tab that is open or lies under the pages."""
        return self._tab

    @property
    def showing(self) -> QWidget:
        """The screen that the person sees."""
        return self._pages[-1][0] if self._pages else self._screens[self._tab]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back, where the screen has no other use for it."""
        if event.key() == Qt.Key.Key_Escape:
            self._step_back()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the rail grow with the window."""
        super().resizeEvent(event)
        self._rail.set_scale(page_scale(self.width(), self.height()))

    def _is_covered(self) -> bool:
        return bool(self._pages) and self._pages[-1][1]

    def _step_back(self) -> None:
        if not self._is_covered():
            self.go_back()

    def _jump(self, tab_id: str) -> None:
        if not self._is_covered():
            self.show_tab(tab_id)
            self.showing.setFocus()

    def _show_current(self) -> None:
        keeps_keyboard = self._rail.has_keyboard()
        self._rail.setVisible(not self._is_covered())
        self._stack.setCurrentWidget(self.showing)
        if not keeps_keyboard or self._is_covered():
            self.showing.setFocus()
