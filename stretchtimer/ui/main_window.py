"""The window itself: its frame, full screen, notices, and what fills it."""

from collections.abc import Callable

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from stretchtimer.ui.empty_stage import EmptyStage
from stretchtimer.ui.theme import Appearance, palette_of, theme_of, wanted_scheme

_ICON_SIZE = 128
_FIRST_SIZE, _SMALLEST_SIZE = QSize(1040, 720), QSize(640, 480)


class MainWindow(QWidget):
    """Painted at once with an empty stage; `show_body` fills it when the library has been read."""

    painted = Signal()
    closed = Signal()
    went_away = Signal()

    def __init__(self, appearance: Appearance, *, high_contrast: bool = False) -> None:
        super().__init__()
        self._appearance, self._high_contrast = appearance, high_contrast
        self._is_quitting = False
        self.stays: Callable[[], bool] = lambda: False
        """Whether the program goes on without its window when that is closed."""
        self._take_scheme()
        self.setWindowTitle("Stretchtimer")
        self.setMinimumSize(_SMALLEST_SIZE)
        self.resize(_FIRST_SIZE)
        self._was_painted = self._was_maximised = False
        self._body: QWidget = EmptyStage(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._body, 1)
        self.setAutoFillBackground(True)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._take_scheme)

    def show_body(self, body: QWidget) -> None:
        """Put `body` where the empty stage was; again is no change."""
        if body is self._body:
            return
        self._column.replaceWidget(self._body, body)
        self._body.hide()
        self._body.deleteLater()
        self._body = body
        body.show()
        self._take_icon()

    def add_footer(self, footer: QWidget) -> None:
        """Put `footer` under the body, where it takes room only while it is shown."""
        self._column.addWidget(footer)

    def set_appearance(self, appearance: Appearance, *, high_contrast: bool = False) -> None:
        """Follow the system's scheme, or hold to one."""
        self._appearance, self._high_contrast = appearance, high_contrast
        self._take_scheme()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or no longer."""
        if not self.isFullScreen():
            self._was_maximised = self.isMaximized()
            self.showFullScreen()
        elif self._was_maximised:
            self.showMaximized()
        else:
            self.showNormal()

    def leave_full_screen(self) -> bool:
        """Leave full screen; whether there was anything to leave."""
        if not self.isFullScreen():
            return False
        self.toggle_full_screen()
        return True

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001  # Qt gives it by position
        """Tab and Shift+Tab."""
        from stretchtimer.ui.tab_order import move_keyboard  # not before somebody presses it

        return move_keyboard(self, forward=forward)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell, once the first picture is on its way, that there is time for more."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def quit(self) -> None:
        """Close for good."""
        self._is_quitting = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell, so that a running session is ended and kept; hide where the program stays."""
        if not self._is_quitting and self.stays():
            event.ignore()
            self.hide()
            self.went_away.emit()
            return
        self.closed.emit()
        super().closeEvent(event)

    def _take_icon(self) -> None:
        from stretchtimer.ui.icons import icon_pixmap  # not needed for the first picture

        self.setWindowIcon(icon_pixmap("stretchtimer", "currentColor", _ICON_SIZE, 1.0))

    def _take_scheme(self) -> None:
        scheme = wanted_scheme(self._appearance)
        theme = theme_of(scheme, high_contrast=self._high_contrast)
        QApplication.setPalette(palette_of(theme))
