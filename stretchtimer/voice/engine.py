"""A speech engine as the renderer sees it, and the one that works through the worker process."""

import contextlib
import json
import queue
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from stretchtimer.voice.clip import Clip, trim_clip

START_TIMEOUT_S = 20.0
WORKER_COMMAND = (sys.executable, "-m", "stretchtimer.voice.worker")


class EngineError(Exception):
    """The engine could not render; the message says why in plain words."""


class TextError(EngineError):
    """This text could not be rendered; the engine itself is well."""


@dataclass(frozen=True, slots=True)
class EngineVoice:
    """One voice: the engine's id, a name for people, language codes."""

    id: str
    name: str
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EngineInfo:
    """Which engine speaks."""

    name: str
    version: str
    library: str
    voices: tuple[EngineVoice, ...]


class Engine(Protocol):
    """Turns text into clips. Used from one thread."""

    def start(self) -> EngineInfo:
        """Be ready to render; does nothing when it already is. Raises EngineError."""
        ...

    def render(self, text: str, voice: str, rate_wpm: int) -> Clip:
        """The clip of `text`. Raises EngineError or BadClipError."""
        ...

    def stop(self) -> None:
        """Give back what the engine uses; `start` may follow."""
        ...


def time_limit_s(text: str) -> float:
    """How long rendering `text` may take before the engine counts as hung."""
    return 2.0 + 0.03 * len(text)


class WorkerEngine:
    """pyttsx3 in a child process that is killed when it hangs."""

    def __init__(self, command: Sequence[str] = WORKER_COMMAND) -> None:
        """Speak through `command`, started when first needed."""
        self._command = tuple(command)
        self._process: subprocess.Popen[str] | None = None
        self._answers: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._info: EngineInfo | None = None
        self._number = 0

    def start(self) -> EngineInfo:
        """Start the worker and hear which engine it found. Raises EngineError."""
        if self._process is not None and self._info is not None:
            return self._info
        self._answers = queue.SimpleQueue()
        try:
            # The child's stdin closes when this process dies, and with it the child ends.
            self._process = subprocess.Popen(  # noqa: S603  # our own worker
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                encoding="utf-8",
                errors="replace",
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise EngineError(f"the speech worker does not start: {error}") from error
        threading.Thread(
            target=_read_lines, args=(self._process, self._answers), daemon=True
        ).start()
        answer = self._answer(START_TIMEOUT_S)
        if not answer.get("ready"):
            self.stop()
            raise EngineError(str(answer.get("error", "the speech engine does not start")))
        voices = tuple(
            EngineVoice(str(voice["id"]), str(voice["name"]), tuple(voice["languages"]))
            for voice in answer["voices"]
        )
        self._info = EngineInfo(answer["engine"], answer["version"], answer["library"], voices)
        return self._info

    def render(self, text: str, voice: str, rate_wpm: int) -> Clip:
        """The clip of `text`. Raises EngineError or BadClipError."""
        self.start()
        self._number += 1
        with tempfile.TemporaryDirectory(prefix="stretchtimer-") as folder:
            out = Path(folder) / "clip.wav"
            self._ask(id=self._number, text=text, out=str(out), voice=voice, rate_wpm=rate_wpm)
            answer = self._answer(time_limit_s(text))
            if answer.get("id") != self._number:
                self.stop()
                raise EngineError("the speech worker answered nonsense")
            if not answer.get("ok"):
                raise TextError(str(answer.get("error")))
            try:
                return trim_clip(out.read_bytes())
            except OSError as error:
                raise TextError(f"the engine wrote no file: {error}") from error

    def stop(self) -> None:
        """End the worker at once."""
        process, self._process, self._info = self._process, None, None
        if process is None:
            return
        process.kill()
        process.wait()
        if process.stdin is not None:
            with contextlib.suppress(OSError):  # what was still unsent
                process.stdin.close()

    def _ask(self, **request: Any) -> None:  # noqa: ANN401  # JSON values
        if self._process is None or self._process.stdin is None:
            raise EngineError("the speech worker is not running")
        try:
            self._process.stdin.write(json.dumps(request) + "\n")
            self._process.stdin.flush()
        except OSError as error:
            self.stop()
            raise EngineError("the speech worker died") from error

    def _answer(self, timeout_s: float) -> dict[str, Any]:
        try:
            line = self._answers.get(timeout=timeout_s)
        except queue.Empty:
            self.stop()
            raise EngineError(f"the speech engine hung for {timeout_s:.0f} s") from None
        if line is None:
            self.stop()
            raise EngineError("the speech worker died")
        try:
            answer = json.loads(line)
        except ValueError:
            answer = None
        if not isinstance(answer, dict):
            self.stop()
            raise EngineError("the speech worker answered nonsense")
        return answer


def _read_lines(process: "subprocess.Popen[str]", answers: "queue.SimpleQueue[str | None]") -> None:
    """Hand over the worker's lines; None tells that it has ended."""
    if process.stdout is not None:
        with process.stdout:
            for line in process.stdout:
                answers.put(line)
    answers.put(None)
