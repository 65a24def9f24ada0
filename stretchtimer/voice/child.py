"""What the voice's child processes share: they get lines on stdin, and end with their parent."""

import ctypes
import os
import signal
import sys
import threading
from collections.abc import Callable

_PR_SET_PDEATHSIG = 1  # from linux/prctl.h


def follow_parent(handle: Callable[[str], None]) -> None:
    """Give each line of stdin to `handle`, on a thread; when there will be no more, end.

    The process ends whatever its other threads do. Linux ends it also when it is stopped or wedged
    and sees no end of stdin.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)

    def read() -> None:
        for line in sys.stdin:
            handle(line)
        os._exit(0)

    threading.Thread(target=read, daemon=True).start()
