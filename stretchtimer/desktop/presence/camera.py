"""Whether something films."""

import os
from pathlib import Path

from stretchtimer.desktop.presence.microphone import windows_in_use
from stretchtimer.desktop.system import IS_LINUX


def by_consent_store() -> bool | None:
    """Windows: what its camera symbol goes by."""
    return windows_in_use("webcam")


def by_open_files(processes: Path = Path("/proc"), devices: Path = Path("/dev")) -> bool | None:
    """Linux: a process of ours that has a video device open.

    Desktops that hand cameras out (PipeWire) keep one open only while it is used.
    """
    if not IS_LINUX:
        return None
    if not any(devices.glob("video*")):
        return False
    prefix = f"{devices}/video"
    for process in processes.glob("[0-9]*/fd"):
        try:
            with os.scandir(process) as files:
                if any(str(Path(file.path).readlink()).startswith(prefix) for file in files):
                    return True
        except OSError:  # another person's, or it has ended
            continue
    return False


HANDLERS = (by_consent_store, by_open_files)
