"""The place of one routine, or one stretch, in the window: how it is held, played, given away."""

from collections.abc import Callable

from stretchtimer.core.hold_times import HoldTimes
from stretchtimer.core.ports import Notice
from stretchtimer.core.safety import is_off_by_default
from stretchtimer.ui.routine_screen import RoutineScreen
from stretchtimer.ui.shell import Shell
from stretchtimer.window_app.belongings import Belongings
from stretchtimer.window_app.offers import routine_offer
from stretchtimer.window_app.playing import Playing


class RoutinePlace:
    """Opens routines in `screen`, which is a page of `shell`.

    `post` runs a callable on the window's thread; `tell` passes on what people should know.
    """

    def __init__(
        self,
        belongings: Belongings,
        playing: Playing,
        shell: Shell,
        post: Callable[[Callable[[], None]], None],
        tell: Callable[[Notice], None],
    ) -> None:
        self._belongings, self._playing, self._shell = belongings, playing, shell
        self._post, self._tell = post, tell
        self.screen = RoutineScreen()
        self.screen.switched.connect(self._switch)
        self.screen.hold_times_chosen.connect(self._keep_times)
        self.screen.export_clicked.connect(self._export)
        self.screen.back_clicked.connect(shell.go_back)

    def open(self, routine_id: str, minutes: int | None = None) -> None:
        """Show what has this id, cut to `minutes` where there are any."""
        self._playing.limit(routine_id, minutes)
        offer = routine_offer(
            self._belongings.home,
            self._belongings.library,
            self._belongings.find(routine_id),
            self._playing.dose(routine_id),
            self._playing.warm_up_text,
        )
        self.screen.show_routine(offer, self._belongings.look())
        self._shell.open_page(self.screen)
        if not offer.locked:
            self._playing.prepare(routine_id)

    def _switch(self, routine_id: str, on: bool) -> None:  # noqa: FBT001  # a signal brings it by position
        library, coach = self._belongings.library, self._belongings.home.coach
        for block in self._belongings.find(routine_id).block:
            if is_off_by_default(library.exercises[block.exercise]):
                coach.switch_on(block.exercise, on=on)

    def _keep_times(self, routine_id: str, times: HoldTimes) -> None:
        self._belongings.home.hold_times.write(routine_id, times)
        self._playing.prepare(routine_id)

    def _export(self, routine_id: str) -> None:
        from stretchtimer.ui.export_dialog import ask_where
        from stretchtimer.window_app.exporter import export_to

        home, library = self._belongings.home, self._belongings.library
        routine = library.routines[routine_id]
        path = ask_where(self.screen.window(), routine.name, routine.id)
        if path is not None:
            export_to(path, home, library, routine, self._post, self._tell)
