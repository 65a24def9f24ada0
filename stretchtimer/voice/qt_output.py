"""Plays clips through Qt: each one preloaded, mixed by Qt's own thread.

Measured against a simulated sound card, a preloaded QSoundEffect is heard 52 to 59 ms after `play`,
idle or with both cores busy: the least spread of all the ways tried, and a constant can be taken
off.
"""

import contextlib
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtMultimedia import QMediaDevices, QSoundEffect

from stretchtimer.core.ports import Notice
from stretchtimer.voice.clip import Clip

LATENCY_MS = 55


class QtOutput(QObject):
    """An `Output` for a process with a Qt event loop; used from its thread."""

    def __init__(self, notify: Callable[[Notice], None]) -> None:
        """Find the sound device; `notify` is told once when there is none."""
        super().__init__()
        self._notify = notify
        self._folder = tempfile.TemporaryDirectory(prefix="stretchtimer-sounds-")
        self._files: dict[str, Path] = {}
        self._effects: dict[str, QSoundEffect] = {}
        self._told_no_device = False
        self._told_no_room = False
        self._devices = QMediaDevices(self)
        self._devices.audioOutputsChanged.connect(self._devices_changed)

    @property
    def latency_ms(self) -> int:
        """Constant delay to audible sound, in ms."""
        return LATENCY_MS

    def load(self, name: str, clip: Clip) -> None:
        """Have `clip` ready; Qt reads sounds from files only."""
        path = Path(self._folder.name) / f"{len(self._files)}.wav"
        try:
            path.write_bytes(clip.wav)
        except OSError as error:
            if not self._told_no_room:
                self._told_no_room = True
                self._notify(Notice(f"Some words stay silent: {error}.", "Make room on the disk."))
            return
        self._files[name] = path
        self._effects[name] = self._effect(path)

    def play(self, name: str, volume: float) -> None:
        """Play what is loaded under `name`."""
        effect = self._effects.get(name)
        if effect is None:
            return
        if QMediaDevices.defaultAudioOutput().isNull() and not self._told_no_device:
            self._told_no_device = True
            self._notify(
                Notice(
                    "No sound device: the routine goes on without sound.",
                    "“stretchtimer doctor” tells what is missing.",
                )
            )
        effect.setVolume(volume)
        effect.play()

    def hush(self) -> None:
        """Stop all that plays."""
        for effect in self._effects.values():
            if effect.isPlaying():
                effect.stop()

    def close(self) -> None:
        """Fall silent and give the device back."""
        self.hush()
        for effect in self._effects.values():
            effect.deleteLater()
        self._effects.clear()
        with contextlib.suppress(OSError):
            self._folder.cleanup()

    def _effect(self, path: Path) -> QSoundEffect:
        effect = QSoundEffect(self)
        effect.setSource(QUrl.fromLocalFile(str(path)))
        return effect

    def _devices_changed(self) -> None:
        """A sound made for a device that is gone stays silent: make all of them again."""
        for name, old in list(self._effects.items()):
            self._effects[name] = self._effect(self._files[name])
            old.deleteLater()
