"""The speech engines that there are to choose from."""

import sys
from pathlib import Path

from stretchtimer.voice.engine import START_TIMEOUT_S, WORKER_COMMAND, WorkerEngine

SYSTEM, PIPER = "system", "piper"
PIPER_INSTALL = 'pip install "stretchtimer[piper]"'
# piper loads a voice of some 60 MB before its first word, and thinks longer over each.
_PIPER_PATIENCE = 8.0


def make_engine(
    name: str, voices_folder: Path, *, start_timeout_s: float = START_TIMEOUT_S
) -> WorkerEngine:
    """The engine `name`; piper's voices are files in `voices_folder`."""
    if name == PIPER:
        command = (sys.executable, "-m", "stretchtimer.voice.piper_worker", str(voices_folder))
        return WorkerEngine(command, start_timeout_s, _PIPER_PATIENCE)
    return WorkerEngine(WORKER_COMMAND, start_timeout_s)
