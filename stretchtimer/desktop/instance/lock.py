"""A lock that goes with the process that holds it."""

import os
from importlib import import_module

from stretchtimer.desktop.system import IS_WINDOWS


def take_lock(path: str) -> int | None:
    """The lock as a file descriptor to keep open; None if another process has it.

    Raises OSError where there can be no such file.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
    try:
        if IS_WINDOWS:
            windows = import_module("msvcrt")
            windows.locking(descriptor, windows.LK_NBLCK, 1)
        else:
            unix = import_module("fcntl")
            unix.flock(descriptor, unix.LOCK_EX | unix.LOCK_NB)
    except OSError:
        os.close(descriptor)
        return None
    return descriptor
