"""A person's settings: from the screen to all that goes by them, and to the disk."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from stretchtimer.app import with_settings
from stretchtimer.core.exercise import Exercise
from stretchtimer.core.phase import Side
from stretchtimer.core.ports import Notice
from stretchtimer.core.settings import Settings
from stretchtimer.ui.main_window import MainWindow
from stretchtimer.ui.shell import Tab
from stretchtimer.window_app.belongings import Belongings
from stretchtimer.window_app.settings_keeper import SettingsKeeper
from stretchtimer.window_app.stage import Stage

if TYPE_CHECKING:
    from stretchtimer.ui.settings_screen import SettingsScreen
    from stretchtimer.window_app.settings_place import SettingsPlace


class Choices:
    """Lets a change of the settings hold at once, for `window` and `stage`.

    `post` runs a callable on the window's thread; `tell` passes on what people should know; `ask`
    asks the health questions.
    """

    def __init__(
        self,
        belongings: Belongings,
        window: MainWindow,
        stage: Stage,
        post: Callable[[Callable[[], None]], None],
        tell: Callable[[Notice], None],
        ask: Callable[[], None],
    ) -> None:
        self._belongings, self._window, self._stage = belongings, window, stage
        self._post, self._tell, self._ask = post, tell, ask
        self._keeper = SettingsKeeper(
            belongings.home.folders.settings_file, lambda notice: post(lambda: tell(notice))
        )
        self._place: SettingsPlace | None = None
        self.tab = Tab("settings", "Settings", "settings", self._build, self._refresh)

    def toggle_mute(self) -> None:
        """Mute, or let sound again."""
        settings = self._belongings.home.settings
        self._take(replace(settings, muted=not settings.muted))

    def close(self) -> None:
        """Write what is still to be written."""
        self._keeper.close()

    def _build(self) -> "SettingsScreen":
        """Imported and made on the first visit: nothing of it is needed before."""
        from stretchtimer.window_app.settings_place import SettingsPlace

        place = SettingsPlace(
            lambda: self._belongings.home, self._post, self._tell, self._example()
        )
        self._place = place
        place.screen.settings_changed.connect(self._take)
        place.screen.test_clicked.connect(self._sample_voice)
        place.screen.body_changed.connect(self._ask)
        place.screen.body.long_holds_chosen.connect(self._let_holds_grow)
        return place.screen

    def _refresh(self) -> None:
        if self._place is not None:
            self._place.refresh()

    def _let_holds_grow(self, long: bool) -> None:  # noqa: FBT001  # a signal brings it by position
        self._belongings.home.coach.let_holds_grow(long=long)

    def _take(self, settings: Settings) -> None:
        """Let `settings` hold from now on, and keep them."""
        before = self._belongings.home.settings
        self._belongings.home = with_settings(self._belongings.home, settings)
        self._keeper.keep(settings)
        self._stage.take_home(self._belongings.home)
        colours = (settings.appearance, settings.high_contrast)
        if colours != (before.appearance, before.high_contrast):
            self._window.set_appearance(colours[0], high_contrast=colours[1])
        if self._place is not None:
            self._place.take_change(before)

    def _sample_voice(self) -> None:
        phrases = self._belongings.home.phrases
        limb, left = phrases.limb(Side.LEFT, "leg"), phrases.duration(18)
        self._stage.sample(phrases.fill(phrases.where, limb=limb, rep=2, reps=6, left=left))

    def _example(self) -> Exercise | None:
        """Whose figure shows how it looks: the routine's that Today suggests."""
        library = self._belongings.library
        suggested = self._belongings.home.coach.suggest(library)
        if suggested is not None:
            routine = library.routines[suggested.routine]
            return library.exercises[routine.block[0].exercise]
        return next(iter(library.exercises.values()), None)
