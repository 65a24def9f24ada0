"""A session carries out what the player asks for: the whole recording of ports that write down."""

from stretchtimer.core import events as ev
from stretchtimer.core.ports import Notice
from stretchtimer.session import HEARTBEAT_MS, Ports, Session
from tests.core.made_up import TWO_SIDED_DOSE, WALL_DOSE, score


class World:
    """Every port in one, writing down what it is asked."""

    def __init__(self, latency_ms=0, measured=None):
        self.now = 0
        self.asked = []
        self.at_ms = None
        self.ring = None
        self.latency_ms = latency_ms
        self.measured = measured or {}
        self.prepared = []
        self.seen = []

    def ports(self):
        return Ports(self, self, self, self, self.begin_log, self.notify)

    def now_ms(self):
        return self.now

    def set(self, at_ms, ring):
        self.at_ms, self.ring = at_ms, ring

    def cancel(self):
        self.at_ms = None

    def prepare(self, texts):
        self.prepared += texts

    def lengths_ms(self):
        return self.measured

    def on_measured(self, heard):
        self.heard = heard

    def say(self, text, *, patient=False):
        self.asked.append(("say", text))

    def chime(self, name, *, quiet=False):
        self.asked.append(("quiet chime" if quiet else "chime", name))

    def hush(self):
        self.asked.append("hush")

    def close(self):
        self.asked.append("close")

    def hold(self):
        self.asked.append("keep awake")

    def let_go(self):
        self.asked.append("let go")

    def begin_log(self):
        self.asked.append("log begins")
        return self

    def held(self, **hold):
        self.asked.append(("held", *hold.values()))

    def ended(self, *, how):
        self.asked.append(("ended", how))

    def notify(self, notice: Notice):
        self.asked.append(notice)

    def let_time_pass(self, until_ms):
        while self.at_ms is not None and self.at_ms <= until_ms:
            self.now = max(self.now, self.at_ms)
            self.at_ms, ring = None, self.ring
            ring()
        self.now = max(self.now, until_ms)


def session(world, made=None):
    return Session(made or score(WALL_DOSE), world.ports(), world.seen.append)


def test_a_session_renders_ahead_and_logs_nothing_before_it_starts():
    world = World()
    made = score(WALL_DOSE)
    session(world, made)
    assert world.prepared == list(made.texts())
    assert world.asked == []
    assert world.at_ms is None


def test_a_whole_routine_is_the_score_carried_out():
    world = World()
    made = score(TWO_SIDED_DOSE)
    playing = session(world, made)
    playing.send(ev.Start())
    world.let_time_pass(made.total_ms)
    said = [
        ("say", cue.text) if cue.text else ("quiet chime" if cue.quiet else "chime", cue.sound)
        for cue in made.cues
    ]
    assert [asked for asked in world.asked if asked in said] == said
    assert [asked for asked in world.asked if asked not in said] == [
        "log begins",
        "keep awake",
        ("held", "exercise-0", "right", 1, 30_000, 30_000, 0),
        ("held", "exercise-0", "right", 2, 30_000, 30_000, 0),
        ("held", "exercise-0", "left", 1, 30_000, 30_000, 0),
        ("held", "exercise-0", "left", 2, 30_000, 30_000, 0),
        "let go",
        ("ended", "finished"),
    ]
    assert world.at_ms is None


def test_the_clock_is_looked_at_every_second_at_least():
    world = World()
    session(world).send(ev.Start())
    assert world.at_ms == HEARTBEAT_MS


def test_a_slept_machine_is_told_in_plain_words():
    world = World()
    playing = session(world)
    playing.send(ev.Start())
    world.now += 60_000
    world.ring()
    (notice,) = [asked for asked in world.asked if isinstance(asked, Notice)]
    assert notice.text == "Paused: the computer slept or stood still for 60 seconds."
    assert world.at_ms is None


def test_cues_are_asked_for_before_their_phase_by_the_latency():
    world = World(latency_ms=55)
    playing = session(world)
    playing.send(ev.Start())
    world.let_time_pass(59_999)
    assert ("chime", "hold") not in world.asked
    world.let_time_pass(60_000)
    assert ("chime", "hold") in world.asked
    assert playing.state.position_at(60_000) == 60_000 - 55


def test_lengths_known_from_the_start_are_planned_with():
    made = score(WALL_DOSE)
    world = World(measured=dict.fromkeys(made.texts(), 700))
    assert {cue.length_ms for cue in session(world, made).state.score.cues if cue.text} == {700}


def test_lengths_that_come_later_are_planned_with_too():
    made = score(WALL_DOSE)
    world = World()
    playing = session(world, made)
    world.measured = dict.fromkeys(made.texts(), 900)
    world.heard()
    assert {cue.length_ms for cue in playing.state.score.cues if cue.text} == {900}


def test_closing_is_silent_and_lets_everything_go():
    world = World()
    playing = session(world)
    playing.send(ev.Start())
    world.asked.clear()
    playing.close()
    assert world.asked == ["hush", "let go"]
    assert world.at_ms is None


def test_stopped_is_logged_as_stopped():
    world = World()
    playing = session(world)
    playing.send(ev.Start())
    playing.send(ev.Stop())
    assert world.asked[-1] == ("ended", "stopped")
