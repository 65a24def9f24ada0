"""The speech worker that renders through piper, with voice files of a person's own.

A voice is two files in the folder that the command names: `NAME.onnx` and `NAME.onnx.json`.
"""

import importlib.metadata
import json
import sys
import wave
from pathlib import Path
from typing import Any

from stretchtimer.voice.serving import run_worker

# About what piper's voices say in a minute when nobody asks for another speed.
_NATURAL_WPM = 165


class PiperEngine:
    """piper, with the voices of one folder; a voice is loaded when it first speaks."""

    def __init__(self, folder: Path) -> None:
        """Find the voices in `folder`. Raises RuntimeError where piper or any voice is missing."""
        try:
            import piper
        except ImportError as error:
            raise RuntimeError("piper is not installed") from error
        self._piper = piper
        self._voices = dict(_voice_files(folder))
        if not self._voices:
            raise RuntimeError(f"no voice file (.onnx with its .onnx.json) lies in {folder}")
        self._loaded: tuple[str, Any] = ("", None)

    def describe(self) -> dict[str, Any]:
        """Engine, version and voices."""
        try:
            version = importlib.metadata.version("piper-tts")
        except importlib.metadata.PackageNotFoundError:
            version = ""
        voices = [
            {"id": name, "name": _name(name), "languages": _languages(told)}
            for name, (_, told) in self._voices.items()
        ]
        return {"engine": "piper", "version": version, "library": "", "voices": voices}

    def render(self, text: str, out: Path, voice: str, rate_wpm: int) -> None:
        """Speak `text` into the WAV file `out`; without a known `voice`, the first one speaks."""
        speaker = self._load(voice if voice in self._voices else next(iter(self._voices)))
        scale = speaker.config.length_scale * _NATURAL_WPM / rate_wpm
        with wave.open(str(out), "wb") as file:
            speaker.synthesize_wav(
                text, file, syn_config=self._piper.SynthesisConfig(length_scale=scale)
            )

    def _load(self, name: str) -> Any:  # noqa: ANN401  # piper's voice, known to piper alone
        if self._loaded[0] != name:
            path, _ = self._voices[name]
            self._loaded = (name, self._piper.PiperVoice.load(str(path)))
        return self._loaded[1]


def _voice_files(folder: Path) -> list[tuple[str, tuple[Path, dict[str, Any]]]]:
    found = []
    for path in sorted(folder.glob("*.onnx")):
        try:
            told = json.loads(path.with_name(path.name + ".json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            continue
        if isinstance(told, dict):
            found.append((path.stem, (path, told)))
    return found


def _name(stem: str) -> str:
    """ "en_US-lessac-medium" as people read it: "Lessac, medium"."""
    _, _, name = stem.partition("-")
    words = (name or stem).replace("_", " ").split("-")
    return ", ".join([words[0].capitalize(), *words[1:]])


def _languages(told: dict[str, Any]) -> list[str]:
    for section, key in (("language", "code"), ("espeak", "voice")):
        part = told.get(section)
        if isinstance(part, dict) and isinstance(part.get(key), str):
            return [part[key]]
    return []


if __name__ == "__main__":
    run_worker(lambda: PiperEngine(Path(sys.argv[1])))
