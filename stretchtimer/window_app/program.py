"""The program behind the window: the reminders at once, all else when it is first wanted.

Hidden in the tray it is no more than the reminders; the library is read when somebody opens the
window or takes a break.
"""

from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from stretchtimer.core.ports import Notice
from stretchtimer.desktop.errands import Errands
from stretchtimer.storage.folders import find_folders
from stretchtimer.ui.end_signals import EndSignals
from stretchtimer.ui.main_window import MainWindow
from stretchtimer.voice.qt_post import QtPoster
from stretchtimer.window_app.reminding import Hooks, Reminding

if TYPE_CHECKING:
    from stretchtimer.app import OwnDose
    from stretchtimer.desktop.instance import Instance
    from stretchtimer.window_app.conductor import Conductor

# Where a tray comes at all, it comes within this time after login.
_TRAY_PATIENCE_MS = 35_000


class Program:
    """Everything that runs, from the first picture to the end."""

    def __init__(
        self, window: MainWindow, own: "OwnDose | None", instance: "Instance | None"
    ) -> None:
        self._window, self._own, self._instance = window, own, instance
        self._folders = find_folders()
        self._poster = QtPoster()
        self._errands = Errands(self._poster.post)
        self._conductor: Conductor | None = None
        self._is_filling = False
        self._waiting: list[Callable[[Conductor], None]] = []
        self._untold: list[Notice] = []
        EndSignals(window, window.quit)
        self.reminding = Reminding(
            window,
            self._folders,
            self._errands,
            self._poster.post,
            Hooks(
                play=self._play_break,
                sound=lambda words: self._with_conductor(lambda one: one.sound(words)),
                tell=self._tell,
                open_window=self.open_window,
                is_in_view=window.isVisible,
                quit=window.quit,
            ),
        )
        window.stays = self._stays_in_tray
        window.went_away.connect(self._went_away)

    def begin(self, routine: str | None, *, start: bool) -> None:
        """Fill the window that is shown, then let the reminders run."""

        def open_at(conductor: "Conductor") -> None:
            conductor.open_at(routine, start=start)
            self._begin_reminding()

        self._with_conductor(open_at)

    def begin_hidden(self) -> None:
        """Run in the tray; without one, show the window after all."""
        self._begin_reminding()

        def look_for_tray() -> None:
            tray = self.reminding.tray
            if not (tray.is_shown or tray.look() or self._window.isVisible()):
                self._window.showMinimized()

        QTimer.singleShot(_TRAY_PATIENCE_MS, self._window, look_for_tray)

    def fill_window(self) -> None:
        """The window is shown for the first time after a hidden start."""
        if self._conductor is None:
            self._with_conductor(lambda conductor: conductor.open_at(None, start=False))

    def open_window(self) -> None:
        """Show the window, before all others."""
        window = self._window
        if window.isMinimized():
            window.showNormal()
        window.show()
        window.raise_()
        window.activateWindow()
        self.reminding.breaks.look_soon()

    def close(self) -> None:
        """End what runs and give everything back."""
        self.reminding.close()
        if self._conductor is not None:
            self._conductor.close()
        self._errands.close()
        if self._instance is not None:
            self._instance.close()

    def _begin_reminding(self) -> None:
        self.reminding.begin()
        if self._instance is not None:
            from stretchtimer.window_app.requests import Requests

            requests = Requests(self.reminding, self._with_conductor, self.open_window)
            requests.quit = self._window.quit
            post = self._poster.post
            self._instance.serve(lambda asked, reply: post(lambda: requests.handle(asked, reply)))

    def _with_conductor(self, act: Callable[["Conductor"], None]) -> None:
        """Let `act` happen when the library has been read, which it is for the first one."""
        if self._conductor is not None:
            act(self._conductor)
            return
        self._waiting.append(act)
        if not self._is_filling:
            self._is_filling = True
            Thread(target=self._fill, daemon=True).start()

    def _fill(self) -> None:
        """On a thread of its own: what follows takes longer than a frame."""
        from stretchtimer.app import OwnDose
        from stretchtimer.desktop.keep_awake import KeepingAwake
        from stretchtimer.window_app.belongings import read_belongings
        from stretchtimer.window_app.conductor import Conductor

        belongings = read_belongings()

        def filled() -> None:
            conductor = Conductor(
                self._window, self._poster.post, belongings, self._own or OwnDose()
            )
            conductor.join(self.reminding, KeepingAwake(self._errands.run))
            self._conductor = conductor
            for notice in self._untold:
                conductor.tell(notice)
            for act in self._waiting:
                act(conductor)

        self._poster.post(filled)

    def _play_break(self, routine_id: str, length_s: int) -> None:
        self.open_window()
        self._with_conductor(lambda conductor: conductor.play_break(routine_id, length_s))

    def _tell(self, notice: Notice) -> None:
        if self._conductor is None:
            self._untold.append(notice)
        else:
            self._conductor.tell(notice)

    def _stays_in_tray(self) -> bool:
        return self.reminding.tray.look() and self.reminding.is_any_on

    def _went_away(self) -> None:
        if self._conductor is not None:
            self._conductor.leave()
        said = self._folders.data / "said-that-it-stays-in-the-tray"
        if not said.exists():
            self.reminding.tray.tell(
                "Stretchtimer goes on in the tray",
                "Reminders keep coming. Its menu there pauses them or quits.",
            )
            with suppress(OSError):
                said.parent.mkdir(parents=True, exist_ok=True)
                said.touch()
