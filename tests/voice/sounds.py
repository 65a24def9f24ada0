"""Sounds, and stand-ins for what renders and plays them, that record what was asked of them."""

import array
import io
import math
import threading
import wave

from stretchtimer.voice.clip import trim_clip
from stretchtimer.voice.engine import EngineInfo, EngineVoice

LIMIT_S = 10  # until something that should happen at once counts as never happening
VOICES = (EngineVoice("de", "German", ("de",)), EngineVoice("us", "American", ("en-us", "en")))
INFO = EngineInfo("fake", "1", "libfake", VOICES)


def wav(samples, rate_hz=22_050, channels=1, width=2):
    target = io.BytesIO()
    with wave.open(target, "wb") as out:
        out.setnchannels(channels)
        out.setsampwidth(width)
        out.setframerate(rate_hz)
        out.writeframes(array.array("h", samples).tobytes())
    return target.getvalue()


def samples_of(content):
    with wave.open(io.BytesIO(content)) as source:
        return array.array("h", source.readframes(source.getnframes()))


def tone(length_ms, rate_hz=22_050, level=12_000):
    return [
        round(level * math.cos(2 * math.pi * 440 * i / rate_hz))
        for i in range(rate_hz * length_ms // 1000)
    ]


def clip(length_ms=100):
    return trim_clip(wav(tone(length_ms)))


class FakeEngine:
    """Renders any text at once; raises what `troubles` gives for it, one after the other."""

    def __init__(self, info=INFO):
        self.info = info
        self.start_troubles = []
        self.troubles = {}
        self.running = False
        self.rendered = []
        self.starts = 0
        self.stopped = threading.Event()
        self.hold_back = threading.Event()
        self.hold_back.set()

    def start(self):
        if self.start_troubles:
            raise self.start_troubles.pop(0)
        self.starts += not self.running
        self.running = True
        return self.info

    def render(self, text, voice, rate_wpm):
        assert self.hold_back.wait(LIMIT_S)
        self.rendered.append((text, voice, rate_wpm))
        if self.troubles.get(text):
            raise self.troubles[text].pop(0)
        return clip(100 + len(text))

    def stop(self):
        self.running = False
        self.stopped.set()


class FakeOutput:
    """Records the calls of the `Output` protocol."""

    latency_ms = 24

    def __init__(self):
        self.loaded = {}
        self.calls = []
        self.woken = 0

    def wake(self):
        self.woken += 1

    def load(self, name, clip):
        self.loaded[name] = clip

    def play(self, name, volume):
        self.calls.append((name, volume))

    def hush(self):
        self.calls.append("hush")

    def close(self):
        self.calls.append("close")


class Heard:
    """Gathers what is told from other threads; `wait` waits for so many."""

    def __init__(self):
        self.items = []
        self._more = threading.Condition()

    def __call__(self, *item):
        with self._more:
            self.items.append(item[0] if len(item) == 1 else item)
            self._more.notify_all()

    def wait(self, count):
        with self._more:
            came = self._more.wait_for(lambda: len(self.items) >= count, LIMIT_S)
        assert came, f"only {self.items}"
        return self.items[:count]
