"""A speech engine as the renderer sees it, and the one that works through the worker process."""

import contextlib
import json
import queue
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from stretchtimer.voice.clip import LONGEST_FILE_BYTES, Clip, trim_clip

START_TIMEOUT_S = 20.0
_LONGEST_ANSWER = 1_000_000  # characters; 141 voices are 15,000
_WAITING_ANSWERS = 4  # one is normal
_NONSENSE = "the speech worker answered nonsense"
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
    """An engine in a child process that is killed when it hangs or talks nonsense.

    Used from one thread: on Linux the worker also ends with the thread that started it.
    """

    def __init__(
        self,
        command: Sequence[str] = WORKER_COMMAND,
        start_timeout_s: float = START_TIMEOUT_S,
        patience: float = 1.0,
    ) -> None:
        """Speak through `command`, started when first needed.

        `patience` is for an engine that thinks long: that many times as long as others.
        """
        self._command = tuple(command)
        self._start_timeout_s = start_timeout_s
        self._patience = patience
        self._worker: _Worker | None = None
        self._info: EngineInfo | None = None
        self._number = 0

    def start(self) -> EngineInfo:
        """Start the worker and hear which engine it found. Raises EngineError."""
        if self._info is not None:
            return self._info
        try:
            self._worker = _Worker(self._command)
        except OSError as error:
            raise EngineError(f"the speech worker does not start ({error})") from error
        answer = self._answer(self._worker, self._start_timeout_s)
        if answer.get("ready") is not True:
            self.stop()
            raise EngineError(str(answer.get("error", _NONSENSE)))
        try:
            self._info = _read_info(answer)
        except (KeyError, TypeError) as error:
            self.stop()
            raise EngineError(_NONSENSE) from error
        return self._info

    def render(self, text: str, voice: str, rate_wpm: int) -> Clip:
        """The clip of `text`. Raises EngineError or BadClipError."""
        self.start()
        worker = self._worker
        if worker is None:
            raise EngineError("the speech worker is not running")
        self._number += 1
        with _scratch_folder() as folder:
            out = Path(folder) / "clip.wav"
            worker.ask(id=self._number, text=text, out=str(out), voice=voice, rate_wpm=rate_wpm)
            answer = self._answer(worker, self._patience * time_limit_s(text))
            if answer.get("id") != self._number:
                self.stop()
                raise EngineError(_NONSENSE)
            if answer.get("ok") is not True:
                raise TextError(str(answer.get("error", _NONSENSE)))
            try:
                with out.open("rb") as file:
                    return trim_clip(file.read(LONGEST_FILE_BYTES))
            except OSError as error:
                raise TextError(f"the engine wrote no file ({error})") from error

    def stop(self) -> None:
        """End the worker at once."""
        worker, self._worker, self._info = self._worker, None, None
        if worker is not None:
            worker.end()

    def _answer(self, worker: "_Worker", timeout_s: float) -> dict[str, Any]:
        try:
            return worker.answer(timeout_s)
        except EngineError:
            self.stop()
            raise


class _Worker:
    """One run of the worker process."""

    def __init__(self, command: Sequence[str]) -> None:
        # The child's stdin closes when this process dies, and with it the child ends.
        self._process = subprocess.Popen(  # noqa: S603  # our own worker
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
            errors="replace",
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._answers: queue.Queue[str] = queue.Queue(_WAITING_ANSWERS)
        threading.Thread(target=self._read_answers, daemon=True).start()

    def ask(self, **request: Any) -> None:  # noqa: ANN401  # JSON values
        """Send a request; a dead worker is noticed by the missing answer."""
        if self._process.stdin is not None:
            with contextlib.suppress(OSError):
                self._process.stdin.write(json.dumps(request) + "\n")
                self._process.stdin.flush()

    def answer(self, timeout_s: float) -> dict[str, Any]:
        """The next answer. Raises EngineError when none comes in time, or none that makes sense."""
        try:
            line = self._answers.get(timeout=timeout_s)
        except queue.Empty:
            raise EngineError(f"the speech engine hung for {timeout_s:.0f} s") from None
        if not line:
            raise EngineError("the speech worker died")
        try:
            answer = json.loads(line)
        except ValueError as error:
            raise EngineError(_NONSENSE) from error
        if not isinstance(answer, dict):
            raise EngineError(_NONSENSE)
        return answer

    def end(self) -> None:
        """Kill the process and forget it."""
        self._process.kill()
        self._process.wait()
        if self._process.stdin is not None:
            with contextlib.suppress(OSError):  # what was still unsent
                self._process.stdin.close()

    def _read_answers(self) -> None:
        """Hand over lines, an empty one when the worker has ended; one that floods is ended."""
        if self._process.stdout is None:
            return
        with self._process.stdout as lines:
            while line := lines.readline(_LONGEST_ANSWER):
                try:
                    self._answers.put_nowait(line)
                except queue.Full:
                    self._process.kill()
                    return
        with contextlib.suppress(queue.Full):
            self._answers.put_nowait("")


def _read_info(answer: Mapping[str, Any]) -> EngineInfo:
    voices = tuple(
        EngineVoice(str(voice["id"]), str(voice["name"]), tuple(map(str, voice["languages"])))
        for voice in answer["voices"]
    )
    return EngineInfo(str(answer["engine"]), str(answer["version"]), str(answer["library"]), voices)


def _scratch_folder() -> "tempfile.TemporaryDirectory[str]":
    """A folder for one clip. Raises EngineError."""
    try:
        return tempfile.TemporaryDirectory(prefix="stretchtimer-", ignore_cleanup_errors=True)
    except OSError as error:
        raise EngineError(f"there is no room for temporary files ({error})") from error
