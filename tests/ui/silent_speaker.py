"""A voice that says nothing and remembers what it was asked for."""

from stretchtimer.voice.speaker import Volumes


class SilentSpeaker:
    def __init__(self):
        self.volumes = Volumes(1.0, 1.0, muted=False)
        self.latency_ms = 0
        self.asked = []

    def prepare(self, texts):
        self.asked.append(("prepare", texts[0]))

    def lengths_ms(self):
        return {}

    def on_measured(self, heard):
        pass

    def say(self, text, *, patient=False):
        self.asked.append(("say", text))

    def sample(self, text):
        self.asked.append(("sample", text))

    def chime(self, name, *, quiet=False):
        self.asked.append(("chime", name))

    def hush(self):
        self.asked.append(("hush",))

    def close(self):
        self.asked.append(("close",))
