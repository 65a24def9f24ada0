"""The voice as a session has it: ready ahead, never late, silent when asked."""

import pytest

from stretchtimer.core.script import CHIME_MS
from stretchtimer.resources import asset
from stretchtimer.voice import speaker as speaker_module
from stretchtimer.voice.engine import EngineError
from stretchtimer.voice.speaker import QUIET, Speaker, Volumes
from stretchtimer.voice.voices import VoiceChoice
from tests.voice.sounds import LIMIT_S, FakeEngine, FakeOutput, Heard

HOLD_CHIME = "chime hold"


class Stage:
    """A speaker between fakes; `run` carries out what it has posted to the session's thread."""

    def __init__(self, folder, chimes=None):
        self.engine = FakeEngine()
        self.output = FakeOutput()
        self.told = Heard()
        self.posted = Heard()
        self.ran = 0
        self.speaker = Speaker(
            engine=self.engine,
            cache_folder=folder / "clips",
            chimes_folder=chimes or asset("sounds"),
            output=self.output,
            choice=VoiceChoice(),
            volumes=Volumes(voice=0.9, chimes=0.8),
            post=self.posted,
            notify=self.told,
        )

    def run(self):
        self.posted.wait(self.ran + 1)
        for task in self.posted.items[self.ran :]:
            self.ran += 1
            task()

    def run_until_rendered(self, *texts):
        while not set(texts) <= set(self.speaker.lengths_ms()):
            self.run()


@pytest.fixture
def stage(tmp_path):
    stage = Stage(tmp_path)
    yield stage
    stage.engine.hold_back.set()
    stage.speaker.close()


@pytest.fixture
def clock(monkeypatch):
    """The speaker's clock, moved by hand."""

    class Clock:
        now_s = 1_000.0

        def monotonic(self):
            return self.now_s

    clock = Clock()
    monkeypatch.setattr(speaker_module, "time", clock)
    return clock


def test_prepared_texts_are_measured_loaded_and_said_at_once(stage):
    measured = Heard()
    stage.speaker.on_measured(lambda: measured(1))
    stage.speaker.prepare(["Hold.", "Release."])
    stage.run_until_rendered("Hold.", "Release.")
    assert measured.items
    clip = stage.output.loaded["text Hold."]
    assert stage.speaker.lengths_ms()["Hold."] == clip.length_ms
    stage.speaker.say("Hold.")
    assert stage.output.woken == 1
    assert stage.output.calls == [("text Hold.", 0.9)]


def test_the_last_measurement_is_always_told(stage, clock):
    measured = []
    stage.speaker.on_measured(lambda: measured.append(len(stage.speaker.lengths_ms())))
    texts = [f"line {number}" for number in range(30)]
    stage.speaker.prepare(texts)
    stage.run_until_rendered(*texts)
    while stage.speaker._renderer.busy or measured[-1:] != [30]:
        stage.run()
    assert len(measured) < 30


def test_chimes_are_there_without_an_engine(stage):
    stage.engine.start_troubles = [EngineError("none")] * 9
    assert set(stage.output.loaded) == {f"chime {name}" for name in CHIME_MS}
    stage.speaker.chime("hold")
    stage.speaker.chime("hold", quiet=True)
    assert stage.output.calls == [(HOLD_CHIME, 0.8), (HOLD_CHIME, 0.8 * QUIET)]


def test_a_text_that_is_not_ready_is_said_when_it_is_soon(stage, clock):
    stage.speaker.say("Left leg.")
    clock.now_s += 0.3
    stage.run_until_rendered("Left leg.")
    assert stage.output.calls == [("text Left leg.", 0.9)]


def test_a_text_that_comes_too_late_is_dropped(stage, clock):
    stage.speaker.say("Left leg.")
    clock.now_s += 0.5
    stage.run_until_rendered("Left leg.")
    assert stage.output.calls == []


def test_an_answer_may_take_a_second(stage, clock):
    stage.speaker.say("Left leg.", patient=True)
    clock.now_s += 1.0
    stage.run_until_rendered("Left leg.")
    assert stage.output.calls == [("text Left leg.", 0.9)]


def test_a_sample_waits_for_a_voice_that_has_to_be_loaded_first(stage, clock):
    stage.speaker.sample("Left leg.")
    clock.now_s += 8.0
    stage.run_until_rendered("Left leg.")
    stage.speaker.sample("Left leg.")
    said = ("text Left leg.", 0.9)
    assert stage.output.calls == ["hush", said, "hush", said]
    assert stage.output.woken == 2


@pytest.mark.parametrize("what", ["hush", "another text"])
def test_a_text_that_is_not_wanted_any_more_is_not_said(stage, what):
    stage.engine.hold_back.clear()
    stage.speaker.say("Left leg.")
    if what == "hush":
        stage.speaker.hush()
    else:
        stage.speaker.say("Right leg.")
    stage.engine.hold_back.set()
    stage.run_until_rendered("Left leg.")
    assert ("text Left leg.", 0.9) not in stage.output.calls


def test_muted_means_silent(stage):
    stage.speaker.volumes = Volumes(muted=True)
    stage.speaker.prepare(["Hold."])
    stage.run_until_rendered("Hold.")
    stage.speaker.say("Hold.")
    stage.speaker.chime("hold")
    assert stage.output.calls == []


def test_a_text_cannot_pass_for_a_chime(stage):
    chime = stage.output.loaded[HOLD_CHIME]
    for text in (HOLD_CHIME, "hold"):
        stage.speaker.prepare([text])
        stage.run_until_rendered(text)
        stage.speaker.say(text)
    assert stage.output.loaded[HOLD_CHIME] is chime
    assert [name for name, _ in stage.output.calls] == ["text chime hold", "text hold"]


def test_missing_and_broken_chimes_are_told(tmp_path):
    folder = tmp_path / "sounds"
    folder.mkdir()
    (folder / "tick.wav").write_bytes(b"no sound")
    stage = Stage(tmp_path, chimes=folder)
    assert sorted(notice.text.split("”")[0] for notice in stage.told.items) == [
        f"The chime “{name}" for name in sorted(CHIME_MS)
    ]
    stage.speaker.chime("tick")
    stage.speaker.close()


def test_a_missing_voice_is_told_on_the_sessions_thread(stage):
    stage.engine.start_troubles = [EngineError("no speech engine is installed")]
    stage.speaker.prepare(["Hold."])
    stage.posted.wait(1)
    assert stage.told.items == []
    stage.run()
    assert "no speech engine is installed" in stage.told.items[0].text


def test_closing_closes_the_output_and_tells_nothing_more(stage):
    measured = []
    stage.speaker.on_measured(lambda: measured.append(1))
    stage.engine.hold_back.clear()
    stage.speaker.prepare(["Hold."])
    stage.speaker.close()
    stage.engine.hold_back.set()
    stage.speaker._renderer.join(LIMIT_S)
    for task in stage.posted.items:
        task()
    assert measured == []
    assert stage.output.calls == ["close"]
