"""The speech worker that renders through pyttsx3: the platform's own voices."""

import contextlib
import ctypes.util
import os
import sys
import threading
import time
import wave
from pathlib import Path
from typing import Any

from stretchtimer.voice.serving import run_worker

FINISH_TIMEOUT_S = 20.0
_FILE_TIMEOUT_S = 0.7
_WAV_HEADER_BYTES = 44


def use_bundled_espeak() -> str:
    """Make pyttsx3 find the eSpeak NG that came with the program where the system has none.

    Returns which library will speak, for people. pyttsx3 asks ctypes for a library whose name holds
    "espeak"; the answer is given here, together with the place of its data.
    """
    for name in ("libespeak-ng.so.1", "libespeak.so.1"):
        with contextlib.suppress(OSError):
            ctypes.CDLL(name)
            return name
    try:
        import espeakng_loader
    except ImportError as error:
        raise RuntimeError("no speech engine (eSpeak NG) is installed") from error

    library = espeakng_loader.get_library_path()
    os.environ["ESPEAK_DATA_PATH"] = espeakng_loader.get_data_path()
    load = ctypes.cdll.LoadLibrary

    def load_library(name: str) -> ctypes.CDLL:
        return load(library if "espeak" in name else name)

    ctypes.cdll.LoadLibrary = load_library  # type: ignore[method-assign]  # pyttsx3 asks nobody else
    return str(library)


class SpeechEngine:
    """pyttsx3, driven so that each text becomes one whole file."""

    def __init__(self) -> None:
        """Start the platform's engine; raises whatever pyttsx3 raises where there is none."""
        self.library = use_bundled_espeak() if sys.platform.startswith("linux") else ""
        import pyttsx3

        self._engine = pyttsx3.init()
        self._driver = self._engine.proxy._driver  # noqa: SLF001  # queued properties get lost
        self._espeak = sys.modules.get("pyttsx3.drivers._espeak")
        self._finished = threading.Event()
        self._errors: list[str] = []
        self._chosen: tuple[str, int] | None = None
        self._engine.connect("finished-utterance", lambda **_: self._finished.set())
        self._engine.connect(
            "error", lambda **told: self._errors.append(str(told.get("exception")))
        )

    def describe(self) -> dict[str, Any]:
        """Engine, version and voices."""
        version = ""
        if self._espeak is not None:
            version = self._espeak.Info(None).decode()
        voices = [
            {"id": voice.id, "name": voice.name, "languages": [_text(x) for x in voice.languages]}
            for voice in self._engine.getProperty("voices")
        ]
        return {
            "engine": self._engine.proxy._module.__name__.rpartition(".")[2],  # noqa: SLF001  # its only name
            "version": version,
            "library": self.library,
            "voices": voices,
        }

    def render(self, text: str, out: Path, voice: str, rate_wpm: int) -> None:
        """Speak `text` into the WAV file `out`. Raises RuntimeError or OSError when that fails."""
        self._choose(voice, rate_wpm)
        # On a busy machine pyttsx3's loop may end before the engine has begun: nothing is written.
        if not (self._written(text, out) or self._written(text, out)):
            raise RuntimeError("the engine wrote no sound")

    def _written(self, text: str, out: Path) -> bool:
        self._finished.clear()
        self._errors.clear()
        # One file a loop: of several queued ones pyttsx3 writes only the last.
        self._engine.save_to_file(text, str(out))
        self._engine.runAndWait()
        # runAndWait comes back before eSpeak has written everything.
        if self._espeak is not None and not self._finished.wait(FINISH_TIMEOUT_S):
            raise RuntimeError("the engine never said that it had finished")
        if self._errors:
            raise RuntimeError(self._errors[0])
        return _appears(out)

    def _choose(self, voice: str, rate_wpm: int) -> None:
        if (voice, rate_wpm) == self._chosen:
            return
        # Straight to the driver: properties in pyttsx3's queue are dropped when the loop ends.
        if voice:
            self._driver.setProperty("voice", voice)
        self._driver.setProperty("rate", rate_wpm)
        self._driver.setProperty("volume", 1.0)
        if self._espeak is not None:
            self._espeak.Synchronize()
        self._chosen = (voice, rate_wpm)


def _text(value: str | bytes) -> str:
    return value.decode("utf-8", "replace").strip("\x05") if isinstance(value, bytes) else value


def _appears(path: Path) -> bool:
    deadline_s = time.monotonic() + _FILE_TIMEOUT_S
    while time.monotonic() < deadline_s:
        with contextlib.suppress(OSError, EOFError, wave.Error), wave.open(str(path)) as clip:
            if clip.getnframes() and path.stat().st_size > _WAV_HEADER_BYTES:
                return True
        time.sleep(0.005)
    return False


def main() -> None:
    """Render until the parent ends."""
    run_worker(SpeechEngine)


if __name__ == "__main__":
    main()
