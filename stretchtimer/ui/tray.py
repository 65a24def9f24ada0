"""The icon in the tray: the next break, start, pause, quit.

It waits for a tray that comes late, as at login: an icon made too early never shows, so it is made
when there is a tray. Where the tray goes away and comes again, Qt brings the icon back.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from stretchtimer.ui.icons import icon_pixmap

_ICON_PX = 64
# Trays are dark or light and do not tell; this teal can be seen on both.
_COLOUR = "#3FA796"
_PAUSES = (("For 1 hour", 60), ("Until tomorrow", 0), ("Until I say so", None))


class Tray(QObject):
    """Shows itself as soon as there is a tray."""

    menu_opened = Signal()
    open_clicked = Signal()
    start_clicked = Signal()
    pause_chosen = Signal(object)  # minutes; 0 is until tomorrow, None until resumed
    resume_clicked = Signal()
    quit_clicked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._icon: QSystemTrayIcon | None = None
        self._is_there = False
        self._menu = QMenu()
        self._menu.aboutToShow.connect(self.menu_opened)
        self._next = QAction("", self._menu, enabled=False)
        self._menu.addAction(self._next)
        self._menu.addSeparator()
        self._add("Start a stretch now", self.start_clicked.emit)
        self._pause = self._menu.addMenu("Pause reminders")
        for text, minutes in _PAUSES:
            action = self._pause.addAction(text)
            action.triggered.connect(
                lambda _=False, minutes=minutes: self.pause_chosen.emit(minutes)
            )
        self._resume = self._add("Resume reminders", self.resume_clicked.emit)
        self._add("Open Stretchtimer", self.open_clicked.emit)
        self._menu.addSeparator()
        self._add("Quit", self.quit_clicked.emit)
        self.show_next("", paused=False)

    @property
    def is_shown(self) -> bool:
        """Whether a person can reach it."""
        return self._icon is not None and self._is_there

    def look(self) -> bool:
        """Come with the tray; whether there is one."""
        self._is_there = QSystemTrayIcon.isSystemTrayAvailable()
        if self._is_there and self._icon is None:
            self._make()
        return self._is_there

    def show_next(self, text: str, *, paused: bool) -> None:
        """Say when the next break comes; what has not changed costs nothing."""
        shown = text or "No reminder is switched on"
        if self._next.text() != shown:
            self._next.setText(shown)
            if self._icon is not None:
                self._icon.setToolTip(shown)
        if self._resume.isVisible() != paused:
            self._resume.setVisible(paused)
            self._pause.menuAction().setVisible(not paused)

    def tell(self, title: str, text: str) -> None:
        """Say something once."""
        if self._icon is not None:
            self._icon.showMessage(title, text, self._icon.icon())

    def _make(self) -> None:
        self._icon = QSystemTrayIcon(QIcon(icon_pixmap("stretchtimer", _COLOUR, _ICON_PX, 1.0)))
        self._icon.setParent(self)
        self._icon.setToolTip(self._next.text())
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._activated)
        self._icon.show()

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (
            QSystemTrayIcon.ActivationReason.Trigger,
            QSystemTrayIcon.ActivationReason.DoubleClick,
        ):
            self.open_clicked.emit()

    def _add(self, text: str, act: Callable[[], object]) -> QAction:
        action = self._menu.addAction(text)
        action.triggered.connect(lambda _=False: act())
        return action
