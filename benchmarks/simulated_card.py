"""A sound server with a sound card that is a clock: which sample is heard when is known exactly.

PulseAudio writes into a pipe; a process takes samples out of it at the pace of the monotonic clock,
as a digital-to-analogue converter would. The sample `n` is heard at `begins_s + n / RATE_HZ`.
Recording a monitor instead would not do: its own delay moves as streams come and go.
"""

import contextlib
import fcntl
import json
import os
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

RATE_HZ = 48_000
_CHANNELS = 8  # so that a pipe of one page, the smallest there is, holds only 5 ms
_PERIOD_S = 0.002
_BUFFER_S = 0.008  # what real cards hold back to be safe
_FRAME_BYTES = 2 * _CHANNELS
_START_LIMIT_S = 10


@dataclass(frozen=True)
class Recording:
    """What was heard: mono samples, the monotonic time of the first, how often the card starved."""

    samples: NDArray[np.float32]
    begins_s: float
    starved: int


class Card:
    """A running card. `environment` leads programs to it."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.environment = environment
        self._folder = folder

    @contextlib.contextmanager
    def recording(self) -> Iterator[list[Recording]]:
        """Record meanwhile; afterwards the list holds the recording."""
        heard: list[Recording] = []
        converter = subprocess.Popen(
            [sys.executable, __file__, str(self._folder)], stdout=subprocess.PIPE, text=True
        )
        silence = self._keep_busy()
        try:
            if converter.stdout is not None:
                converter.stdout.readline()
            yield heard
        finally:
            silence.kill()
            silence.wait()
            converter.send_signal(signal.SIGTERM)
            told: dict[str, Any] = json.loads(converter.communicate(timeout=10)[0])
        raw = np.fromfile(self._folder / "heard.raw", dtype="<i2").reshape(-1, _CHANNELS)
        loudest = int(np.argmax(np.abs(raw.astype(np.int32)).max(axis=0)))
        samples = raw[:, loudest].astype(np.float32) / np.float32(32768)
        heard.append(Recording(samples, told["begins_s"], told["starved"]))

    def _keep_busy(self) -> "subprocess.Popen[bytes]":
        """Another program that plays silence: a card that nobody uses falls asleep."""
        command = ["pacat", "--raw", f"--rate={RATE_HZ}", "--latency-msec=300", "/dev/zero"]
        return subprocess.Popen(command, env={**os.environ, **self.environment})


@contextlib.contextmanager
def simulated_card() -> Iterator[Card]:
    """A private sound server whose only card is ours."""
    with tempfile.TemporaryDirectory(prefix="stretchtimer-card-") as name:
        folder = Path(name)
        socket = folder / "socket"
        environment = {
            "PULSE_SERVER": f"unix:{socket}",
            **dict.fromkeys(
                ("XDG_RUNTIME_DIR", "PULSE_RUNTIME_PATH", "PULSE_STATE_PATH", "HOME"), name
            ),
        }
        pipe = f"file={folder}/pipe rate={RATE_HZ} channels={_CHANNELS} format=s16le"
        server = subprocess.Popen(
            [
                *("pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no"),
                *("--exit-idle-time=-1", "--log-target=stderr", "--log-level=error"),
                *("-L", f"module-native-protocol-unix socket={socket} auth-anonymous=1"),
                *("-L", f"module-pipe-sink sink_name=card {pipe}"),
            ],
            env={**os.environ, **environment},
            stderr=subprocess.DEVNULL,
        )
        try:
            _wait_for(socket)
            _give_priority(server.pid)
            yield Card(folder, environment)
        finally:
            server.terminate()
            server.wait()


def _wait_for(path: Path) -> None:
    give_up_s = time.monotonic() + _START_LIMIT_S
    while not path.exists():
        if time.monotonic() > give_up_s:
            sys.exit("pulseaudio does not start")
        time.sleep(0.05)
    time.sleep(0.3)


def _give_priority(pid: int) -> None:
    """As the thread of a real card has; without the right to it the figures are worse."""
    for task in Path(f"/proc/{pid}/task").iterdir():
        with contextlib.suppress(OSError):
            os.sched_setscheduler(int(task.name), os.SCHED_RR, os.sched_param(5))


def _convert(folder: Path) -> None:
    """The process that is the converter: take samples at the clock's pace until told to end."""
    with contextlib.suppress(OSError):
        os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(50))
    over: list[int] = []
    signal.signal(signal.SIGTERM, lambda *_: over.append(1))
    pipe = os.open(folder / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    _drain(pipe)
    ready = select.poll()
    ready.register(pipe, select.POLLIN)
    block = int(RATE_HZ * _PERIOD_S) * _FRAME_BYTES
    wanted = block + int(RATE_HZ * _BUFFER_S) * _FRAME_BYTES
    begins_s = time.monotonic() + 0.05
    print("ready", flush=True)  # told to the parent
    held, starved, number = bytearray(), 0, 0
    with (folder / "heard.raw").open("wb") as heard:
        while not over:
            due_s = begins_s + number * _PERIOD_S
            time.sleep(max(0.0, due_s - time.monotonic()))
            while len(held) < wanted and time.monotonic() < due_s + 0.6 * _PERIOD_S:
                try:
                    held += os.read(pipe, 4096)
                except BlockingIOError:
                    if not ready.poll(1):
                        break
            starved += len(held) < block
            heard.write(bytes(held[:block]).ljust(block, b"\0"))
            del held[:block]
            number += 1
    # What the card itself holds back is a delay that it reports, as a driver does.
    told = {"begins_s": begins_s, "starved": starved}
    print(json.dumps(told), flush=True)  # told to the parent


def _drain(pipe: int) -> None:
    """Empty the pipe and make it as small as it can be."""
    shrunk, until_s = False, time.monotonic() + 0.5
    while time.monotonic() < until_s or not shrunk:
        with contextlib.suppress(BlockingIOError):
            os.read(pipe, 65_536)
        if not shrunk:
            with contextlib.suppress(OSError):
                shrunk = fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, 4096) == 4096
        time.sleep(0.002)


if __name__ == "__main__":
    _convert(Path(sys.argv[1]))
