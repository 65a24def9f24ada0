"""The place of the reminders in the window: their screen, kept true while it is looked at."""

import sys
from collections.abc import Callable, Sequence

from stretchtimer.core.ports import Notice
from stretchtimer.core.reminders.prescribed import clock_times
from stretchtimer.core.reminders.react import open_questions
from stretchtimer.core.reminders.schedule import Schedule
from stretchtimer.core.reminders.state import Answer, Keep, Longer, Pause, Resume
from stretchtimer.core.routine import Routine
from stretchtimer.desktop.clock import moment_now
from stretchtimer.desktop.login import login_start
from stretchtimer.ui.reminder_tiles import RemindersView
from stretchtimer.ui.reminder_words import coming_lines, log_line, longer_question, waiting_lines
from stretchtimer.ui.reminders_screen import RemindersScreen
from stretchtimer.window_app.reminding import Reminding

_COMING, _LOGGED = 5, 12
LOGIN_COMMAND = (sys.executable, "-m", "stretchtimer", "--hidden")


class RemindersPlace:
    """Makes the screen on the first visit."""

    def __init__(self, tell: Callable[[Notice], None]) -> None:
        self._tell = tell
        self._reminding: Reminding | None = None
        self._routines: Callable[[], Sequence[tuple[str, str]]] = tuple
        self._screen: RemindersScreen | None = None
        self._login = login_start()

    def join(self, reminding: Reminding, routines: Callable[[], Sequence[tuple[str, str]]]) -> None:
        """Show these reminders; `routines` tells ids with names to choose from."""
        self._reminding, self._routines = reminding, routines
        reminding.watchers.append(self._changed)

    @property
    def screen(self) -> RemindersScreen:
        """The screen, made when it is first asked for."""
        if self._screen is None:
            self._screen = screen = RemindersScreen()
            screen.schedules_changed.connect(self._use_schedules)
            screen.pause_clicked.connect(lambda minutes: self._answer(Pause(minutes)))
            screen.resume_clicked.connect(lambda: self._answer(Resume()))
            screen.longer_clicked.connect(lambda schedule: self._answer(Longer(schedule)))
            screen.keep_clicked.connect(lambda schedule: self._answer(Keep(schedule)))
            screen.login_toggled.connect(lambda on: self._set_login(on=on))
        return self._screen

    def refresh(self) -> None:
        """Show how things stand."""
        if self._screen is None or self._reminding is None:
            return
        reminding, moment = self._reminding, moment_now()
        breaks = reminding.breaks
        names = {schedule.id: schedule.name for schedule in breaks.schedules}
        coming = coming_lines(breaks.schedules, breaks.coming(_COMING), moment)
        log = [log_line(one, names, moment.aware) for one in reminding.log()[:_LOGGED]]
        self._screen.show_reminders(
            RemindersView(
                next_line=reminding.next_line(),
                schedules=breaks.schedules,
                coming=tuple(coming),
                log=tuple(log),
                questions=tuple(
                    (one.id, *longer_question(one))
                    for one in open_questions(breaks.schedules, breaks.state)
                ),
                waiting=tuple(waiting_lines(breaks.schedules, breaks.state)),
                paused=breaks.state.paused is not None,
                routines=tuple(self._routines()),
                starts_at_login=self._login.is_on() if reminding.tray.is_shown else None,
            )
        )

    def offer(self, routine: Routine, length_s: int) -> None:
        """Begin a reminder of `routine`, which takes so long, at the times at which it is meant."""
        shortest, longest = 5, 3600
        length_s = min(max(length_s, shortest), longest)
        at = clock_times(routine.when)
        new = Schedule("new", routine.name, at=at, routine=routine.id, length_s=length_s)
        self.screen.offer(new)

    def _changed(self) -> None:
        if self._screen is not None and self._screen.isVisible():
            self.refresh()

    def _use_schedules(self, schedules: tuple[Schedule, ...]) -> None:
        if self._reminding is not None:
            self._reminding.use_schedules(schedules)

    def _answer(self, answer: Answer) -> None:
        if self._reminding is not None:
            self._reminding.answer(answer)

    def _set_login(self, *, on: bool) -> None:
        try:
            if on:
                self._login.turn_on(LOGIN_COMMAND)
            else:
                self._login.turn_off()
        except OSError as error:
            self._tell(Notice(f"Start at login could not be changed: {error}."))
        self.refresh()
