"""A day at a computer that passes in a moment: clocks, keyboard and surroundings are made up."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from stretchtimer.core.reminders.forecast import next_look_ms, signals_that_matter
from stretchtimer.core.reminders.look import UNKNOWN, Look, Moment, Signals
from stretchtimer.core.reminders.react import react
from stretchtimer.core.reminders.schedule import Schedule
from stretchtimer.core.reminders.state import Kind, RemindersState
from stretchtimer.core.reminders.tick import tick

BERLIN, LONDON = ZoneInfo("Europe/Berlin"), ZoneInfo("Europe/London")
NEW_YORK, SYDNEY = ZoneInfo("America/New_York"), ZoneInfo("Australia/Sydney")
HOURLY = Schedule("hourly", "Hourly", every_min=60, length_s=120)
HALF_HOURLY = Schedule("half", "Half-hourly", every_min=30, length_s=60)
TWICE = Schedule("twice", "Twice a day", at=("10:30", "15:30"), length_s=300)
MINUTE, HOUR = 60, 3600


class Day:
    """Lives through looks of `every_s` seconds and keeps what was decided, as (time, kind, id)."""

    def __init__(self, *schedules, at="2026-03-02 09:00", zone=BERLIN, every_s=30):
        self.schedules, self.zone, self.every_s = schedules, zone, every_s
        self.wall = datetime.fromisoformat(at).replace(tzinfo=zone).timestamp()
        self.awake, self.boot, self.idle = 1_000.0, 9_000.0, 0.0
        self.sleep_counts_as_awake = False  # as on some Windows machines
        self.state, self.decisions = RemindersState(), []
        self.look()

    def work(self, seconds, **signals):
        self._pass(seconds, active=True, signals=Signals(**signals))
        return self

    def idle_for(self, seconds, **signals):
        self._pass(seconds, active=False, signals=Signals(**signals))
        return self

    def sleep(self, seconds):
        self.wall += seconds
        self.boot += seconds
        if self.sleep_counts_as_awake:
            self.awake += seconds
        self.idle = 0.0
        self.look()
        return self

    def shut_down(self, seconds):
        self.wall += seconds
        self.awake = self.boot = 20.0
        self.look(restarted=True)
        return self

    def quit_for(self, seconds, *, idle_s=0.0):
        self.wall, self.awake, self.boot = (
            clock + seconds for clock in (self.wall, self.awake, self.boot)
        )
        self.idle = idle_s
        self.look(restarted=True)
        return self

    def step_clock(self, seconds):
        self.wall += seconds
        return self

    def travel(self, zone):
        self.zone = zone
        return self

    def answer(self, answer):
        self._keep(*react(self.schedules, self.state, answer, self._moment()))
        return self

    def look(self, signals=None, *, restarted=False):
        idle_ms = round(self.idle * 1000)
        look = Look(self._moment(), idle_ms, signals or Signals(), restarted)
        self._keep(*tick(self.schedules, self.state, look))

    def told(self, *kinds):
        return [
            (f"{one.at:%H:%M}", one.kind.value, one.schedule)
            for one in self.decisions
            if not kinds or one.kind in kinds
        ]

    def offers(self):
        return [(time, name) for time, _, name in self.told(Kind.OFFER)]

    def reasons(self, *kinds):
        return [one.reason for one in self.decisions if one.kind in kinds]

    def _pass(self, seconds, *, active, signals):
        while seconds > 0:
            step = min(seconds, self.every_s)
            self.wall, self.awake, self.boot = (
                clock + step for clock in (self.wall, self.awake, self.boot)
            )
            self.idle = 0.0 if active else self.idle + step
            self.look(signals)
            seconds -= step

    def _keep(self, state, decisions):
        self.state = state
        self.decisions += decisions

    def _moment(self):
        clocks = (round(clock * 1000) for clock in (self.wall, self.awake, self.boot))
        return Moment(*clocks, self.zone)


class ProgramDay(Day):
    """A day as the program lives it: it looks when it must, and asks only what has a say."""

    def _pass(self, seconds, *, active, signals):
        while seconds > 0:
            step = min(seconds, self._rings_in)
            self._rings_in -= step
            self.wall, self.awake, self.boot = (
                clock + step for clock in (self.wall, self.awake, self.boot)
            )
            self.idle = 0.0 if active else self.idle + step
            if not self._rings_in:
                self.look(signals)
            seconds -= step

    def look(self, signals=None, *, restarted=False):
        moment, idle_ms, known = self._moment(), round(self.idle * 1000), signals or Signals()
        wanted = signals_that_matter(self.schedules, self.state, moment, idle_ms)
        if wanted == "none":
            known = UNKNOWN
        elif wanted == "somebody":
            known = replace(known, do_not_disturb=None)
        look = Look(moment, idle_ms, known, restarted)
        self._keep(*tick(self.schedules, self.state, look))
        self._rings_in = next_look_ms(self.schedules, self.state, look) / 1000
        self.looks += 1

    def __init__(self, *schedules, **given):
        self.looks = 0
        super().__init__(*schedules, **given)


def with_notice(schedule, minutes):
    return replace(schedule, notice_min=minutes)
