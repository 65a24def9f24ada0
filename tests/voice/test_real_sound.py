"""Heard with a microphone, so to speak: recorded from a real sound server."""

import array
import os
import queue
import subprocess
import sys
import time
from contextlib import contextmanager

import pytest

from stretchtimer.resources import asset
from stretchtimer.voice.build import real_speaker
from stretchtimer.voice.speaker import Volumes
from stretchtimer.voice.voices import VoiceChoice
from tests import real_desktop

RATE_HZ = 16_000
LOUD = 500  # of 32,768
LIMIT_S = 15
LONG = "Tailbone down, breathe. Keep the knees straight and push the heels up the wall."


class Recording:
    """What the sound server plays, as it grows."""

    def __init__(self, path):
        self._path = path

    def samples(self):
        content = self._path.read_bytes()
        return array.array("h", content[: len(content) // 2 * 2])

    def loud_ms(self, begin=0):
        """How many ms were loud, in steps of 10 ms, from the sample `begin` on."""
        samples = self.samples()[begin:]
        step = RATE_HZ // 100
        return 10 * sum(
            max(samples[at : at + step]) > LOUD for at in range(0, len(samples) - step, step)
        )

    def is_loud(self, least_ms, begin=0, within_s=LIMIT_S):
        """Whether so much is heard in time."""
        give_up_s = time.monotonic() + within_s
        while self.loud_ms(begin) < least_ms:
            if time.monotonic() > give_up_s:
                return False
            time.sleep(0.05)
        return True

    def wait_until_ready(self, speaker):
        """Until a chime is heard: players need their time to start, servers to come back."""
        give_up_s = time.monotonic() + LIMIT_S
        speaker.chime("tick")
        while not self.is_loud(20, within_s=0.8):
            assert time.monotonic() < give_up_s, "no sound came"
            speaker.chime("tick")
        self.wait_for_quiet(300)

    def hears(self, sound, least_ms):
        """From which sample on `sound` is heard when it is asked for.

        What a busy machine has not played in time it drops: that is asked for again.
        """
        for _ in range(5):
            begin = len(self.samples())
            sound()
            if self.is_loud(least_ms, begin, within_s=3):
                return begin
            self.wait_for_quiet(300)
        pytest.fail(f"never {least_ms} ms of sound")

    def wait_for_quiet(self, quiet_ms):
        give_up_s = time.monotonic() + LIMIT_S
        while max(self.samples()[-RATE_HZ * quiet_ms // 1000 :], default=LOUD) >= LOUD:
            assert time.monotonic() < give_up_s
            time.sleep(0.05)


@contextmanager
def recording(server, folder):
    folder.mkdir(exist_ok=True)
    path = folder / "recording.raw"
    command = [
        *(real_desktop.program("parec"), f"--device={server.monitor}", "--latency-msec=20"),
        *("--format=s16le", f"--rate={RATE_HZ}", "--channels=1"),
    ]
    environment = {**os.environ, **server.environment}
    with (
        path.open("wb") as file,
        subprocess.Popen(command, env=environment, stdout=file) as process,
    ):
        try:
            yield Recording(path)
        finally:
            process.terminate()


class Stage:
    """A real speaker on a thread that runs what is posted when told to."""

    def __init__(self, folder):
        self.tasks = queue.SimpleQueue()
        self.notices = []
        self.speaker = real_speaker(
            cache_folder=folder / "clips",
            chimes_folder=asset("sounds"),
            voices_folder=folder / "voices",
            choice=VoiceChoice(),
            volumes=Volumes(),
            post=self.tasks.put,
            notify=self.notices.append,
        )

    def run_until(self, condition):
        give_up_s = time.monotonic() + LIMIT_S
        while not condition():
            self.tasks.get(timeout=max(0.0, give_up_s - time.monotonic()))()

    def prepare(self, *texts):
        self.speaker.prepare(texts)
        self.run_until(lambda: set(texts) <= set(self.speaker.lengths_ms()))


@pytest.fixture
def stage(sound_server, tmp_path, monkeypatch):
    for name, value in sound_server.environment.items():
        monkeypatch.setenv(name, value)
    stage = Stage(tmp_path)
    yield stage
    stage.speaker.close()


def test_words_and_chimes_are_heard_and_silenced(stage, sound_server, tmp_path):
    with recording(sound_server, tmp_path / "heard") as heard:
        stage.prepare("Hold.", LONG)
        heard.wait_until_ready(stage.speaker)
        for sound, length_ms in (
            (lambda: stage.speaker.say("Hold."), stage.speaker.lengths_ms()["Hold."]),
            (lambda: stage.speaker.chime("hold"), 450),
        ):
            begin = heard.hears(sound, length_ms * 0.5)
            heard.wait_for_quiet(300)
            assert heard.loud_ms(begin) <= length_ms + 20
        for _ in range(5):  # the machine may be busy elsewhere just when it shall be silent
            begin = heard.hears(lambda: stage.speaker.say(LONG), 300)
            stage.speaker.hush()
            heard.wait_for_quiet(400)
            if (loud_ms := heard.loud_ms(begin)) < 2_500:
                break
        assert loud_ms < 2_500 < stage.speaker.lengths_ms()[LONG]
    assert stage.notices == []


def test_a_text_nobody_prepared_is_said_as_soon_as_it_is_rendered(stage, sound_server, tmp_path):
    with recording(sound_server, tmp_path / "heard") as heard:
        stage.prepare("Hold.")
        heard.wait_until_ready(stage.speaker)
        texts = iter(("Switch sides.", "Left leg.", "Right leg.", "Both legs.", "Release."))

        def say_another():
            stage.speaker.say(text := next(texts))
            stage.run_until(lambda: text in stage.speaker.lengths_ms())

        heard.hears(say_another, 300)


@pytest.mark.skipif(sys.platform != "linux", reason="a sound server that can be killed")
def test_sound_returns_after_the_server_was_killed_in_mid_play(tmp_path, monkeypatch):
    folder = tmp_path / "server"
    folder.mkdir()
    with real_desktop.sound_server(folder) as first:
        for name, value in first.environment.items():
            monkeypatch.setenv(name, value)
        stage = Stage(tmp_path)
        stage.prepare(LONG)
        with recording(first, tmp_path / "before") as heard:
            heard.wait_until_ready(stage.speaker)
            heard.hears(lambda: stage.speaker.say(LONG), 300)
    began_s = time.monotonic()
    for _ in range(100):
        stage.speaker.say(LONG)
        stage.speaker.hush()
    assert time.monotonic() - began_s < 2.5  # 0.01 s where nothing else runs
    (folder / "socket").unlink(missing_ok=True)
    with real_desktop.sound_server(folder) as second:
        with recording(second, tmp_path / "after") as heard:
            heard.wait_until_ready(stage.speaker)
        stage.speaker.close()
    stage.run_until(lambda: bool(stage.notices))
    assert [notice.text[:17] for notice in stage.notices] == ["No sound for now:"]
