"""Plays clips through the sound process: an `Output` that nothing can hold up.

The process is started anew when it ends or does not answer, so that sound returns after a restart
of the sound server and the session never waits for one. It rests while nobody asks for a sound.
"""

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path

from stretchtimer.core.ports import Notice
from stretchtimer.voice.clip import Clip

# From asking for a sound to hearing it. Enough for the way to the sound process and for what a
# sound server and its device add; the process waits with what would be heard sooner.
LATENCY_MS = 60
SOUND_PROCESS = (sys.executable, "-m", "stretchtimer.voice.sound_process")
START_LIMIT_S = 8.0
ANSWER_LIMIT_S = 2.0
RETRY_AFTER_S = (0.5, 1.0, 2.0, 4.0, 8.0)
_RESTED = "rested"
_ASKED_AT_MOST = 8  # sounds that wait for an answer: more would come too late for a new process


class ProcessOutput:
    """An `Output` in a process of its own."""

    def __init__(
        self,
        notify: Callable[[Notice], None],
        device: str = "",
        command: Sequence[str] = SOUND_PROCESS,
        retry_after_s: Sequence[float] = RETRY_AFTER_S,
        now_s: Callable[[], float] = time.monotonic,
    ) -> None:
        """Start `command`, and start it again after `retry_after_s`, the last one for ever.

        `device` is the sound system's own name for where to play, empty for its usual one. `notify`
        is told once that there is no sound, on a thread of its own.
        """
        self._notify = notify
        self._command = (*command, device) if device else tuple(command)
        self._retry_after_s = tuple(retry_after_s)
        self._now_s = now_s
        self._folder = tempfile.TemporaryDirectory(
            prefix="stretchtimer-sounds-", ignore_cleanup_errors=True
        )
        self._told = False
        self._sounds: dict[str, str] = {}
        # What no process has answered for yet: the next one gets it, and drops what is too late.
        self._asked: deque[tuple[str, float, float]] = deque(maxlen=_ASKED_AT_MOST)
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._unanswered = 0
        self._answer_due_s = 0.0
        self._closed = threading.Event()
        self._awake = threading.Event()
        self._awake.set()
        self._thread = threading.Thread(target=self._keep_running, name="sound", daemon=True)
        self._thread.start()

    @property
    def latency_ms(self) -> int:
        """Constant delay to audible sound, in ms."""
        return LATENCY_MS

    def wake(self) -> None:
        """Be ready soon, should the process have gone to rest."""
        with self._lock:
            if self._process is None:
                self._awake.set()

    def load(self, name: str, clip: Clip) -> None:
        """Have `clip` ready, in a file that a process started later can read too."""
        path = Path(self._folder.name) / f"{len(self._sounds)}.wav"
        try:
            path.write_bytes(clip.wav)
        except OSError as error:
            self._tell(f"sounds find no room on the disk ({error.strerror})")
            return
        with self._lock:
            self._sounds[name] = str(path)
            self._send("load", name, str(path))

    def play(self, name: str, volume: float) -> None:
        """Let what is loaded under `name` be heard in `LATENCY_MS`."""
        heard_at_s = time.monotonic() + LATENCY_MS / 1000
        self.wake()
        with self._lock:
            if self._process is not None and self._hangs():
                self._process.kill()  # and the thread starts another
            self._asked.append((name, volume, heard_at_s))
            self._send("play", name, volume, heard_at_s)

    def hush(self) -> None:
        """Fade out what plays."""
        with self._lock:
            self._asked.clear()
            self._send("hush")

    def close(self) -> None:
        """Fall silent and give the device back."""
        with self._lock:
            self._closed.set()
            self._send("close")
        self._awake.set()
        self._folder.cleanup()

    def _hangs(self) -> bool:
        return self._unanswered > 0 and self._now_s() > self._answer_due_s

    def _send(self, *line: str | float) -> None:
        """Write a line; the pipe never blocks, and a process that does not read is ended."""
        if self._process is None or self._process.stdin is None:
            return
        if self._unanswered == 0:
            self._answer_due_s = self._now_s() + ANSWER_LIMIT_S
        self._unanswered += 1
        content = json.dumps(line).encode() + b"\n"
        try:
            whole = self._process.stdin.write(content) == len(content)
        except OSError:
            whole = False
        if not whole:
            self._process.kill()

    def _keep_running(self) -> None:
        failures = 0
        while not self._closed.is_set():
            was_ready, why = self._run()
            failures = 0 if was_ready else failures + 1
            if why == _RESTED:
                self._awake.wait()
            elif not self._closed.is_set():
                self._tell(why)
                self._closed.wait(self._retry_after_s[min(failures, len(self._retry_after_s) - 1)])

    def _run(self) -> tuple[bool, str]:
        """One life of the process: whether it was ever ready, and why it ended."""
        try:
            process = subprocess.Popen(  # noqa: S603  # our own process
                self._command,
                bufsize=0,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            return False, f"the sound process does not start ({error})"
        with process:
            if process.stdin is not None and os.name != "nt":
                os.set_blocking(process.stdin.fileno(), False)
            with self._lock:
                self._process = process
                self._unanswered = 1  # the first word is `ready`
                self._answer_due_s = self._now_s() + START_LIMIT_S
                for name, sound in self._sounds.items():
                    self._send("load", name, sound)
                for asked in self._asked:
                    self._send("play", *asked)
                if self._closed.is_set():
                    process.kill()  # it started too late to be of use
                else:
                    self._awake.clear()
            ended = self._listen(process)
            with self._lock:
                self._process = None
                if self._unanswered > 0:  # asked just when it went to rest
                    self._awake.set()
            process.kill()
        return ended

    def _listen(self, process: "subprocess.Popen[bytes]") -> tuple[bool, str]:
        was_ready = False
        while process.stdout is not None and (line := process.stdout.readline(1000)):
            word, _, why = line.decode("utf-8", "replace").strip().partition(" ")
            if word == "gone":
                return was_ready, why
            if word == _RESTED:
                return True, _RESTED
            was_ready = True
            with self._lock:
                self._unanswered -= 1
                self._answer_due_s = self._now_s() + ANSWER_LIMIT_S
                if self._unanswered == 0:
                    self._asked.clear()
        return was_ready, "the sound process ended"

    def _tell(self, why: str) -> None:
        if not self._told:
            self._told = True
            self._notify(
                Notice(
                    f"No sound for now: {why}. The routine goes on, and sound returns when it can.",
                    "“stretchtimer doctor” tells what is missing.",
                )
            )
