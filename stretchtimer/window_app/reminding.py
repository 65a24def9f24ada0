"""Puts the reminders together: the loop, the tray, what is offered, and who asks from outside."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from stretchtimer.breaks import BreakPorts, Breaks
from stretchtimer.core.ports import Notice
from stretchtimer.core.reminders.desk import MINUTE_MS
from stretchtimer.core.reminders.look import Look
from stretchtimer.core.reminders.react import open_questions, wanted_break, with_longer_interval
from stretchtimer.core.reminders.schedule import DEFAULT_SCHEDULES, Schedule
from stretchtimer.core.reminders.state import (
    Answer,
    Decision,
    Done,
    Kind,
    Pause,
    RemindersState,
    Resume,
    Standing,
    Start,
    is_on_offer,
)
from stretchtimer.desktop.clock import boot_id, moment_now
from stretchtimer.desktop.errands import Errands
from stretchtimer.desktop.notify import Offer, Reply
from stretchtimer.desktop.notify.freedesktop import BusNotifier
from stretchtimer.desktop.sleep import tell_of_sleep
from stretchtimer.storage.folders import Folders
from stretchtimer.storage.reminders_state import load_state, save_state
from stretchtimer.storage.why_log import add_decision, latest_decisions
from stretchtimer.ui.reminder_words import length_text, longer_question, next_line
from stretchtimer.ui.tray import Tray
from stretchtimer.window_app.looks import get_ready_to_ask, take_look
from stretchtimer.window_app.offering import Offering

# At login the tray may come later than we do: it is looked for after so many ms, and so many more.
_TRAY_LOOKS_MS = (1_000, 2_000, 4_000, 8_000, 15_000)
# A tray seldom goes away, and asking for it takes a call over the bus.
_LOOKS_PER_TRAY_LOOK = 4
# What an open window says is true to the minute.
_LOOK_EVERY_IN_VIEW_MS = 60_000
_EARLY_MS = 500  # a coarse timer may ring so much early
_COMING, _LOGGED = 5, 60


@dataclass(frozen=True, slots=True)
class Hooks:
    """What the reminders want of the rest of the program.

    `play` plays a routine by its id, or what fits so many seconds where that is empty; `sound`
    makes a chime, or says words where they are given. `tell` shows a notice.
    """

    play: Callable[[str, int], None]
    sound: Callable[[str], None]
    tell: Callable[[Notice], None]
    open_window: Callable[[], None]
    is_in_view: Callable[[], bool]
    quit: Callable[[], None]


class Reminding(QObject):
    """All reminders at work."""

    def __init__(
        self,
        parent: QObject,
        folders: Folders,
        errands: Errands,
        post: Callable[[Callable[[], None]], None],
        hooks: Hooks,
    ) -> None:
        super().__init__(parent)
        self._folders, self._hooks, self._post = folders, hooks, post
        self._boot_id = boot_id()
        self._errands = errands
        schedules, notices = _schedules(folders.reminders_file)
        for notice in notices:
            hooks.tell(notice)
        self._offering = Offering(errands, post, BusNotifier(), self.answer)
        self._timer = QTimer(self, singleShot=True)
        self._ring: Callable[[], None] = lambda: None
        self._timer.timeout.connect(lambda: self._ring())
        self._changes = 0
        self.watchers: list[Callable[[], None]] = []
        self.tray = Tray(self)
        self._connect_tray()
        self.breaks = Breaks(
            schedules,
            load_state(folders.reminders_state_file, self._boot_id),
            BreakPorts(
                now=moment_now,
                look=self._look,
                ring_in=self._ring_in,
                keep=self._keep,
                decided=self._decided,
                changed=self._changed,
            ),
        )

    def begin(self) -> None:
        """Take the first look, and wait for the tray."""
        self._wait_for_tray(_TRAY_LOOKS_MS)
        self._errands.run(lambda: tell_of_sleep(lambda: self._post(self.breaks.look_soon)))
        self._errands.run(get_ready_to_ask)
        self.breaks.begin()
        self.breaks.look_soon(self._offer_again)

    @property
    def is_any_on(self) -> bool:
        """Whether anything would ever be offered."""
        return any(schedule.on for schedule in self.breaks.schedules)

    @property
    def sitting_min(self) -> int:
        """Minutes of use since somebody was last away, as far as anybody looked: while a reminder
        is on or the window is in view.
        """
        return self.breaks.state.sat_ms // MINUTE_MS

    def answer(self, answer: Answer) -> None:
        """Let the person's answer happen; Start plays the routine."""
        wanted = wanted_break(self.breaks.schedules, self.breaks.state)
        self.breaks.answer(answer)
        if isinstance(answer, Start):
            self._play(wanted)

    def start_now(self) -> None:
        """Play what waits, or else the next break, now."""
        wanted = wanted_break(self.breaks.schedules, self.breaks.state)
        if wanted is not None:
            self.answer(Start())
            return
        coming = self.breaks.coming(1)
        by_id = {schedule.id: schedule for schedule in self.breaks.schedules}
        self._play(by_id[coming[0].schedule] if coming else None)

    def session_changed(self, length_s: int | None) -> None:
        """A session began (None), or ended after `length_s` seconds."""
        self.breaks.in_session = length_s is None
        if length_s is None:
            self.breaks.look_soon()
        else:
            self.breaks.answer(Done(length_s))

    def use_schedules(self, schedules: tuple[Schedule, ...]) -> None:
        """Keep these and go by them."""
        from stretchtimer.storage.reminders_file import write_schedules

        notice = write_schedules(self._folders.reminders_file, schedules)
        if notice is not None:
            self._hooks.tell(notice)
        self.breaks.use_schedules(schedules)

    def next_line(self) -> str:
        """The next break in one line; empty where nothing is switched on."""
        breaks = self.breaks
        return next_line(breaks.schedules, breaks.state, breaks.coming(1), moment_now())

    def log(self) -> list[Decision]:
        """The latest decisions, the newest first."""
        return latest_decisions(self._log_file, _LOGGED)[::-1]

    def close(self) -> None:
        """Keep everything and take away what is shown."""
        self.breaks.close()
        self._offering.withdraw()

    def _connect_tray(self) -> None:
        tray = self.tray
        tray.menu_opened.connect(lambda: self.breaks.look_soon())
        tray.open_clicked.connect(self._hooks.open_window)
        tray.start_clicked.connect(self.start_now)
        tray.pause_chosen.connect(lambda minutes: self.answer(Pause(minutes)))
        tray.resume_clicked.connect(lambda: self.answer(Resume()))
        tray.quit_clicked.connect(self._hooks.quit)

    def _play(self, schedule: Schedule | None) -> None:
        if schedule is None:
            self._hooks.play("", 120)
        else:
            self._hooks.play(schedule.routine, schedule.length_s)

    def _look(
        self,
        schedules: Sequence[Schedule],
        state: RemindersState,
        looked: Callable[[Look], None],
    ) -> None:
        self._errands.ask(lambda: take_look(schedules, state), looked)

    def _ring_in(self, after_ms: int | None, ring: Callable[[], None]) -> None:
        if self._hooks.is_in_view():
            # Also where nothing is switched on: how long somebody has been sitting counts for more.
            most_ms = _LOOK_EVERY_IN_VIEW_MS
            after_ms = most_ms if after_ms is None else min(after_ms, most_ms)
        if after_ms is None:
            self._timer.stop()
            return
        self._ring = ring
        self._timer.start(after_ms + _EARLY_MS)

    def _keep(self, state: RemindersState) -> None:
        save_state(self._folders.reminders_state_file, state, self._boot_id)

    def _decided(self, decision: Decision) -> None:
        add_decision(self._log_file, decision)
        schedule = next((s for s in self.breaks.schedules if s.id == decision.schedule), None)
        if schedule is None:
            return
        if decision.kind is Kind.OFFER:
            self._offer(schedule, decision.reason)
            if schedule.sound != "none":
                said = f"Time for a break. {schedule.name}." if schedule.sound == "voice" else ""
                self._hooks.sound(said)
        elif decision.kind is Kind.NOTICE:
            self._offering.tell(
                Offer(f"{schedule.name} {decision.reason}", length_text(schedule.length_s))
            )
        elif decision.kind is Kind.ASK:
            said, asked, yes, no = longer_question(schedule)
            buttons = ((Reply.LONGER, yes), (Reply.KEEP, no))
            # closed without an answer, the question stays open among the reminders
            question = Offer(said, asked, buttons, clicked=None, dismissed=None)
            self._offering.ask(schedule.id, question)
        elif decision.kind is Kind.LONGER:
            self.use_schedules(with_longer_interval(self.breaks.schedules, [decision]))

    def _wait_for_tray(self, looks_ms: tuple[int, ...]) -> None:
        if not self.tray.look() and looks_ms:
            first_ms, *later_ms = looks_ms
            QTimer.singleShot(first_ms, self.tray, lambda: self._wait_for_tray(tuple(later_ms)))

    def _offer(self, schedule: Schedule, why: str) -> None:
        words = f"{length_text(schedule.length_s)}, {why}"
        self._offering.offer(schedule.id, Offer(f"Time for a break: {schedule.name}", words))

    def _offer_again(self) -> None:
        """Show what was on offer when the program was ended."""
        for schedule in self.breaks.schedules:
            standing = self.breaks.state.standings.get(schedule.id, Standing())
            if standing.due is not None and is_on_offer(standing) and not self._offering.schedule:
                self._offer(schedule, standing.due.why)

    def _changed(self) -> None:
        if self._offering.schedule and not self._is_still_open():
            self._offering.withdraw()
        self._changes += 1
        if not self.tray.is_shown or self._changes % _LOOKS_PER_TRAY_LOOK == 0:
            self.tray.look()
        self.tray.show_next(self.next_line(), paused=self.breaks.state.paused is not None)
        for watcher in self.watchers:
            watcher()

    def _is_still_open(self) -> bool:
        """Whether what is put before the person still wants an answer."""
        shown, state = self._offering.schedule, self.breaks.state
        if self._offering.is_question:
            asked = open_questions(self.breaks.schedules, state)
            return any(schedule.id == shown for schedule in asked)
        standing = state.standings.get(shown)
        return standing is not None and is_on_offer(standing)

    @property
    def _log_file(self) -> Path:
        return self._folders.reminders_log_file


def _schedules(file: Path) -> tuple[tuple[Schedule, ...], tuple[Notice, ...]]:
    """The person's reminders; who changed none is spared what reads them."""
    if not file.exists():
        return DEFAULT_SCHEDULES, ()
    from stretchtimer.storage.reminders_file import read_schedules

    return read_schedules(file)
