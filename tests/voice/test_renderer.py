"""Rendering in the background: in order, once each, through failures, and with the engine given
back."""

import threading
from dataclasses import replace

import pytest

from stretchtimer.voice.clip import BadClipError
from stretchtimer.voice.clip_cache import ClipCache
from stretchtimer.voice.engine import EngineError, TextError
from stretchtimer.voice.renderer import Renderer
from stretchtimer.voice.voices import VoiceChoice
from tests.voice.sounds import INFO, LIMIT_S, FakeEngine, Heard

SOON_S = 0.02
NEVER_S = 3_600.0


class Bench:
    """A renderer with fakes around it."""

    def __init__(self, folder):
        self.folder = folder
        self.engine = FakeEngine()
        self.rendered = Heard()
        self.told = Heard()
        self.open = []

    def renderer(self, rest_s=NEVER_S, stop_s=NEVER_S):
        cache = ClipCache(self.folder, self.told)
        renderer = Renderer(
            self.engine,
            cache,
            VoiceChoice(),
            self.rendered,
            self.told,
            rest_after_failure_s=rest_s,
            stop_engine_after_s=stop_s,
        )
        self.open.append(renderer)
        return renderer

    def texts(self, count):
        return [text for text, _ in self.rendered.wait(count)]


@pytest.fixture
def bench(tmp_path):
    bench = Bench(tmp_path / "clips")
    yield bench
    for renderer in bench.open:
        renderer.close()
        renderer.join(LIMIT_S)


def test_texts_come_in_order_each_once_in_the_chosen_voice(bench):
    renderer = bench.renderer()
    renderer.ask(["Hold.", "Release.", "Hold."])
    assert bench.texts(2) == ["Hold.", "Release."]
    renderer.ask(["Hold.", "Done."])
    assert bench.texts(3) == ["Hold.", "Release.", "Done."]
    assert bench.engine.rendered[0] == ("Hold.", "us", 155)
    assert len(bench.engine.rendered) == 3


def test_what_is_asked_last_goes_first(bench):
    bench.engine.hold_back.clear()
    renderer = bench.renderer()
    renderer.ask(["1", "2", "3"])
    renderer.ask(["urgent", "3"])
    bench.engine.hold_back.set()
    order = bench.texts(4)
    assert order.index("urgent") < order.index("2")
    assert order.index("3") < order.index("2")


def test_an_engine_sees_only_plain_text_and_nothing_unspeakable(bench):
    renderer = bench.renderer()
    renderer.ask(["🎉", "[[x]] Hold\x01"])
    assert bench.texts(1) == ["[[x]] Hold\x01"]
    assert bench.engine.rendered[0][0] == "x Hold"
    assert not renderer.busy


def test_known_texts_need_no_engine(bench):
    bench.renderer().ask(["Hold.", "Release."])
    bench.texts(2)
    bench.open[0].close()
    bench.open[0].join(LIMIT_S)
    again = Bench(bench.folder)
    again.engine.start_troubles = [EngineError("gone")] * 9
    renderer = again.renderer()
    renderer.ask(["Release.", "Hold."])
    assert again.texts(2) == ["Release.", "Hold."]
    assert (again.engine.starts, again.told.items) == (0, [])
    renderer.close()


def test_known_texts_do_not_wait_for_a_resting_engine(bench):
    bench.renderer().ask(["known"])
    bench.texts(1)
    bench.open[0].close()
    bench.open[0].join(LIMIT_S)
    again = Bench(bench.folder)
    again.engine.start_troubles = [EngineError("no speech engine is installed")]
    renderer = again.renderer()
    renderer.ask(["new"])
    again.told.wait(1)
    renderer.ask(["known"])
    assert again.texts(1) == ["known"]
    assert renderer.busy
    renderer.close()


def test_a_missing_engine_is_told_once_and_texts_come_when_it_does(bench):
    bench.engine.start_troubles = [EngineError("no speech engine is installed")] * 5
    bench.renderer(rest_s=SOON_S).ask(["Hold.", "Release."])
    assert sorted(bench.texts(2)) == ["Hold.", "Release."]
    (notice,) = bench.told.items
    assert notice.text == (
        "No voice for now: no speech engine is installed. The clock and the chimes go on."
    )
    assert "doctor" in notice.mend


@pytest.mark.parametrize(
    "trouble", [EngineError("died"), TextError("odd"), BadClipError("the engine wrote silence")]
)
def test_one_failure_costs_nothing(bench, trouble):
    bench.engine.troubles["Hold."] = [trouble]
    bench.renderer().ask(["Hold.", "Release."])
    assert sorted(bench.texts(2)) == ["Hold.", "Release."]
    assert bench.told.items == []


def test_a_text_that_kills_the_engine_does_not_stop_the_others(bench):
    bench.engine.troubles["poison"] = [EngineError("the speech worker died")] * 99
    renderer = bench.renderer()
    renderer.ask(["poison", "Hold.", "Release."])
    assert bench.texts(2) == ["Hold.", "Release."]
    (notice,) = bench.told.wait(1)
    assert "cannot say “poison”: the speech worker died" in notice.text
    renderer.ask(["Done."])
    assert bench.texts(3)[2] == "Done."


def test_an_engine_that_fails_for_all_rests_and_then_says_everything(bench):
    texts = ["1", "2", "3", "4"]
    bench.engine.troubles = {
        text: [EngineError("the speech engine hung for 2 s")] for text in texts
    }
    bench.renderer(rest_s=SOON_S).ask(texts)
    assert sorted(bench.texts(4)) == texts
    assert [notice.text[:17] for notice in bench.told.items] == ["No voice for now:"]


def test_an_idle_engine_is_stopped_and_starts_again_when_needed(bench):
    renderer = bench.renderer(stop_s=SOON_S)
    renderer.ask(["Hold."])
    bench.texts(1)
    assert bench.engine.stopped.wait(LIMIT_S)
    renderer.ask(["Release."])
    bench.texts(2)
    assert bench.engine.starts == 2


def test_a_new_version_of_the_engine_makes_new_clips(bench):
    bench.renderer().ask(["Hold."])
    bench.texts(1)
    bench.open[0].close()
    bench.open[0].join(LIMIT_S)
    newer = Bench(bench.folder)
    newer.engine.info = replace(INFO, version="2")
    renderer = newer.renderer()
    renderer.ask(["new", "Hold."])
    assert sorted(newer.texts(2)) == ["Hold.", "new"]
    assert ClipCache(bench.folder, print).remembered_engine() == newer.engine.info
    renderer.close()


def test_asking_and_closing_never_wait_for_an_engine_that_hangs(bench):
    bench.engine.hold_back.clear()
    renderer = bench.renderer()
    asked = threading.Event()

    def ask_and_close():
        renderer.ask(["Hold."])
        renderer.ask(["Release."])
        renderer.close()
        asked.set()

    threading.Thread(target=ask_and_close).start()
    assert asked.wait(LIMIT_S)
    bench.engine.hold_back.set()
    renderer.join(LIMIT_S)
    assert not bench.engine.running
