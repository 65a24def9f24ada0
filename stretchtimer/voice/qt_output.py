"""The sound process: plays clips through Qt, each one preloaded, mixed by Qt's own thread.

It is a process of its own because Qt's client of a sound server may wait for it without end, never
looks again for one that went away, and aborts its process over that. One JSON list a line comes in
on stdin:

    ["load", name, path, length_ms]  have a WAV file ready
    ["play", name, volume, at_s]     play it, unless it is long after `at_s` of the monotonic clock
    ["hush"]                         fall silent
    ["close"]                        fall silent and end

`ready` goes out at the start and `done` after each line, so that the parent knows that all is well.
When there is no device, or a clip does not end, `gone` and the reason go out and the process ends:
a new one finds what this one lost.
"""

import json
import os
import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, QUrl
from PySide6.QtMultimedia import QMediaDevices, QSoundEffect

from stretchtimer.voice.child import follow_parent
from stretchtimer.voice.qt_post import QtPoster

LATE_AT_MOST_S = 0.4
ENDLESS_AFTER_S = 0.35  # how long after its length a clip may still play
SETTLE_S = 4.0  # how long a device may take over its first sound; 1.8 was seen
_WATCH_EVERY_MS = 200
_OPEN_FOR_MS = 120_000  # longer than a routine is silent
_FADE_STEP_MS = 4
_FADE = (0.65, 0.35, 0.12, 0.0)
_SILENT_AFTER_MS = 100


class QtOutput(QObject):
    """Carries out the parent's lines, on the thread of a Qt event loop."""

    def __init__(self, give_up: Callable[[str], None]) -> None:
        """`give_up` is told why there will be no sound from this process."""
        super().__init__()
        self._give_up = give_up
        self._files: dict[str, tuple[str, int]] = {}
        self._effects: dict[str, QSoundEffect] = {}
        self._ends_at_s: dict[str, float] = {}
        self._falling: dict[str, float] = {}
        self._fade_step = 0
        self._settled_at_s = 0.0
        self._unheard: QSoundEffect | None = None
        self._open = QTimer(self, interval=_OPEN_FOR_MS, singleShot=True)
        self._open.timeout.connect(self._let_device_rest)
        self._devices = QMediaDevices(self)
        self._devices.audioOutputsChanged.connect(self._devices_changed)
        self._watch = QTimer(self, interval=_WATCH_EVERY_MS)
        self._watch.timeout.connect(self._look_for_endless)
        self._fade = QTimer(self, interval=_FADE_STEP_MS, timerType=Qt.TimerType.PreciseTimer)
        self._fade.timeout.connect(self._fall)

    def obey(self, line: str) -> None:
        """Carry out one line."""
        match json.loads(line):
            case ["load", name, path, length_ms]:
                self._files[name] = (path, length_ms)
                self._effects[name] = self._make_effect(path)
                if self._unheard is None:
                    self._unheard = self._make_unheard(path)
                self._keep_open()
            case ["play", name, volume, at_s]:
                if name in self._effects and time.monotonic() <= at_s + LATE_AT_MOST_S:
                    self._play(name, volume)
            case ["hush"]:
                self._hush()
            case ["close"]:
                self._hush()
                QTimer.singleShot(_SILENT_AFTER_MS, QCoreApplication.quit)

    def find_device(self) -> None:
        """Give up where there is no device."""
        if QMediaDevices.defaultAudioOutput().isNull():
            self._give_up("there is no sound device")

    def _make_effect(self, path: str) -> QSoundEffect:
        effect = QSoundEffect(self)
        effect.setSource(QUrl.fromLocalFile(path))
        return effect

    def _play(self, name: str, volume: float) -> None:
        self._look_for_endless()  # before the clip that does not end is begun anew
        if name in self._falling:
            self._stop(name)
        effect = self._effects[name]
        effect.stop()  # or a device that held the sound back would play it twice
        effect.setVolume(volume)
        effect.play()
        self._keep_open()
        begins_at_s = max(time.monotonic(), self._settled_at_s)
        end_s = begins_at_s + self._files[name][1] / 1000 + ENDLESS_AFTER_S
        self._ends_at_s.setdefault(name, end_s)
        self._watch.start()

    def _keep_open(self) -> None:
        """Keep a sound going that nobody hears, until nothing was asked for a while.

        The first sound of a device may wait, and all are heard later while others use the device
        than while nobody does: with one going on, each cue takes equally long.
        """
        if self._unheard is not None and not self._unheard.isPlaying():
            self._settled_at_s = time.monotonic() + SETTLE_S
            self._unheard.play()
        self._open.start()

    def _let_device_rest(self) -> None:
        if self._unheard is not None:
            self._unheard.stop()

    def _make_unheard(self, path: str) -> QSoundEffect:
        effect = self._make_effect(path)
        effect.setVolume(0.0)
        effect.setLoopCount(QSoundEffect.Loop.Infinite.value)
        return effect

    def _hush(self) -> None:
        self._falling = {
            name: effect.volume() for name, effect in self._effects.items() if effect.isPlaying()
        }
        self._fade_step = 0
        if self._falling:
            self._fall()
            self._fade.start()

    def _fall(self) -> None:
        """One step towards silence: a sound cut at once would click."""
        if self._fade_step < len(_FADE):
            for name, volume in self._falling.items():
                self._effects[name].setVolume(volume * _FADE[self._fade_step])
            self._fade_step += 1
            return
        self._fade.stop()
        for name in list(self._falling):
            self._stop(name)

    def _stop(self, name: str) -> None:
        self._effects[name].stop()
        self._ends_at_s.pop(name, None)
        del self._falling[name]

    def _look_for_endless(self) -> None:
        """A sound whose server is gone plays for ever, and no signal tells so."""
        self._ends_at_s = {
            name: end_s
            for name, end_s in self._ends_at_s.items()
            if self._effects[name].isPlaying()
        }
        if any(end_s < time.monotonic() for end_s in self._ends_at_s.values()):
            self._give_up("the sound server does not play")
        elif not self._ends_at_s:
            self._watch.stop()

    def _devices_changed(self) -> None:
        """A sound made for a device that is gone stays silent: make all of them again."""
        self.find_device()
        for name, (path, _) in self._files.items():
            self._effects[name].deleteLater()
            self._effects[name] = self._make_effect(path)
        if self._unheard is not None:
            self._unheard.deleteLater()
            self._unheard = self._make_unheard(self._unheard.source().toLocalFile())
            self._keep_open()


def main() -> None:
    """Keep stdout for answers alone; the parent reads nothing else."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)

    def answer(line: str) -> None:
        answers.write(line + "\n")
        answers.flush()

    def give_up(why: str) -> None:
        answer(f"gone {why}")
        os._exit(1)  # an orderly end would wait for the server

    application = QCoreApplication([])
    output = QtOutput(give_up)
    output.find_device()

    def obey(line: str) -> None:
        output.obey(line)
        answer("done")

    answer("ready")
    poster = QtPoster()
    follow_parent(lambda line: poster.post(lambda: obey(line)))
    application.exec()
    os._exit(0)  # as above


if __name__ == "__main__":
    main()
