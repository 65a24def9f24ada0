"""The reminder loop carries out what the core decides: the whole recording of ports that note."""

from dataclasses import replace

from stretchtimer.breaks import BreakPorts, Breaks
from stretchtimer.core.reminders.look import Look, Moment, Signals
from stretchtimer.core.reminders.schedule import Schedule
from stretchtimer.core.reminders.state import Kind, Pause, RemindersState, Skip

HOURLY = Schedule("hourly", "Hourly", every_min=60)


class World:
    """Clocks that move by hand; looks are answered when the test says so."""

    def __init__(self, state=None, *schedules):
        self.now_ms = 1_772_443_200_000
        self.signals = Signals()
        self.waits, self.kept, self.decided, self.asked = [], [], [], []
        self.changes = 0
        ports = BreakPorts(
            now=self.moment,
            look=lambda schedules, state, looked: self.asked.append(looked),
            ring_in=lambda after_ms, ring: self.waits.append((after_ms, ring)),
            keep=self.kept.append,
            decided=self.decided.append,
            changed=self._changed,
        )
        self.breaks = Breaks(schedules or (HOURLY,), state or RemindersState(), ports)
        self.breaks.begin()

    def moment(self):
        return Moment(self.now_ms, self.now_ms, self.now_ms)

    def answer_look(self, idle_ms=0):
        self.asked.pop(0)(Look(self.moment(), idle_ms, self.signals))

    def live(self, minutes):
        """Let the loop sleep and look for so long."""
        until_ms = self.now_ms + minutes * 60_000
        while self.now_ms < until_ms:
            if self.asked:
                self.answer_look()
            after_ms, ring = self.waits[-1]
            self.now_ms += after_ms
            ring()

    def kinds(self):
        return [one.kind for one in self.decided]

    def _changed(self):
        self.changes += 1


def test_it_sleeps_for_minutes_while_nothing_is_near():
    world = World()
    world.answer_look()
    assert world.waits[-1][0] == 150_000
    assert len(world.kept) == world.changes == 1


def test_an_hour_takes_few_looks_and_brings_one_offer_on_the_second():
    world = World()
    began_ms = world.now_ms
    world.live(61)
    assert world.kinds() == [Kind.OFFER]
    assert world.decided[0].at.timestamp() * 1000 == began_ms + 3_600_000
    assert len(world.waits) < 30


def test_who_asks_how_things_stand_is_told_after_a_fresh_look():
    world, told = World(), []
    world.answer_look()
    world.now_ms += 40_000
    for who in "ab":
        world.breaks.look_soon(
            lambda who=who: told.append((who, world.breaks.state.standings["hourly"].used_ms))
        )
    assert told == []
    world.answer_look()
    assert told == [("a", 40_000), ("b", 40_000)]
    world.breaks.look_soon()
    world.answer_look()
    assert len(told) == 2


def test_while_nobody_is_there_and_nothing_counts_it_sleeps_longer():
    world = World()
    for minutes in (0, 2, 4, 6):
        world.now_ms += 120_000
        world.breaks.look_soon()
        world.answer_look(idle_ms=minutes * 60_000)
    assert world.waits[-1][0] == 150_000


def test_a_look_that_takes_long_is_not_asked_twice():
    world = World()
    world.breaks.look_soon()
    world.breaks.look_soon()
    assert len(world.asked) == 1


def test_an_answer_counts_from_now_and_not_from_the_last_look():
    world = World()
    world.live(60)
    world.answer_look()
    world.now_ms += 50_000
    world.breaks.answer(Skip())
    assert world.kinds() == [Kind.OFFER, Kind.SKIP]
    assert world.decided[-1].at.timestamp() * 1000 == world.now_ms


def test_what_was_kept_goes_on_after_a_kill():
    world = World()
    world.live(50)
    again = World(world.kept[-1])
    again.now_ms = world.now_ms + 20_000
    again.live(11)
    assert again.kinds() == [Kind.OFFER]


def test_nothing_is_offered_while_a_stretch_is_played():
    world = World()
    world.live(59)
    world.breaks.in_session = True
    world.live(3)
    assert world.kinds() == [Kind.HOLD]
    assert world.decided[0].reason == "a stretch session is being played"


def test_other_schedules_are_gone_by_at_once():
    world = World()
    world.live(30)
    world.breaks.use_schedules((replace(HOURLY, every_min=30),))
    world.answer_look()
    assert world.kinds() == [Kind.OFFER]
    world.breaks.use_schedules((replace(HOURLY, on=False),))
    world.answer_look()
    assert world.waits[-1][0] is None


def test_closed_it_keeps_everything_and_is_heard_of_no_more():
    world = World()
    world.breaks.answer(Pause(None))
    world.breaks.close()
    assert world.waits[-1][0] is None
    assert world.kept[-1].paused is not None
    kept = len(world.kept)
    world.answer_look()
    world.breaks.look_soon()
    assert (len(world.kept), world.asked) == (kept, [])
