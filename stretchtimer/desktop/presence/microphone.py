"""Whether something records from the microphone: the best sign of a meeting.

Programs that stay resident tell nothing by running, but they record only while one talks.
"""

import os
import time
from importlib import import_module
from pathlib import Path
from typing import Any

from stretchtimer.desktop.clock import moment_now
from stretchtimer.desktop.system import IS_LINUX, IS_WINDOWS

_MONITOR_ONLY = "Peak detect"  # a volume meter listens, nobody talks
_NO_SINK = 0xFFFFFFFF
_CONSENT = (
    r"Software\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore\{device}"
)

# Windows counts times in 100 ns since 1601.
_FILETIME_1970, _FILETIME_PER_MS = 116_444_736_000_000_000, 10_000

# To look for a server that is not there costs more than all else in a look.
_AGAIN_AFTER_S = 300.0

_connection: list[Any] = []
_not_before_s = [0.0]


def by_pulse() -> bool | None:
    """PulseAudio, and PipeWire in its place: streams that record from a real source."""
    if not IS_LINUX or time.monotonic() < _not_before_s[0] or not may_have_server():
        return None
    try:
        import pulsectl

        if not _connection:
            pulse = pulsectl.Pulse("stretchtimer", connect=False)
            pulse.connect(autospawn=False, wait=False, timeout=1)
            _connection.append(pulse)
        pulse = _connection[0]
        real = {one.index for one in pulse.source_list() if one.monitor_of_sink == _NO_SINK}
        return any(
            stream.source in real and not stream.corked and stream.name != _MONITOR_ONLY
            for stream in pulse.source_output_list()
        )
    except Exception:  # noqa: BLE001  # no library, no server, a server that went: it is unknown
        _connection.clear()
        _not_before_s[0] = time.monotonic() + _AGAIN_AFTER_S
        return None


def may_have_server() -> bool:
    """Whether there may be a sound server: looking costs less than loading its library."""
    folder = os.environ.get("PULSE_RUNTIME_PATH") or os.environ.get("XDG_RUNTIME_DIR")
    if os.environ.get("PULSE_SERVER") or not folder:
        return True
    places = (Path(folder), Path(folder, "pulse"), Path("/run/pulse"))
    named = Path.home() / ".config" / "pulse" / "client.conf"
    return named.exists() or any((place / "native").exists() for place in places)


def by_kernel(cards: Path = Path("/proc/asound")) -> bool | None:
    """ALSA itself: a capture device that runs."""
    states = [*cards.glob("card*/pcm*c/sub*/status")]
    if not states:
        return None
    try:
        return any("RUNNING" in state.read_text("ascii", "replace") for state in states)
    except OSError:
        return None


def by_consent_store() -> bool | None:
    """Windows: what the microphone symbol in its task bar goes by."""
    return windows_in_use("microphone")


def windows_in_use(device: str) -> bool | None:
    """Whether Windows notes a program that has begun to use `device` and not stopped."""
    if not IS_WINDOWS:
        return None
    winreg = import_module("winreg")
    moment = moment_now()
    started = _FILETIME_1970 + (moment.wall_ms - moment.boot_ms) * _FILETIME_PER_MS

    def uses(path: str) -> bool:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, path) as key:
            for number in range(winreg.QueryInfoKey(key)[0]):
                inner = f"{path}\\{winreg.EnumKey(key, number)}"
                if uses(inner):
                    return True
            try:
                began, _ = winreg.QueryValueEx(key, "LastUsedTimeStart")
                stopped, _ = winreg.QueryValueEx(key, "LastUsedTimeStop")
            except FileNotFoundError:
                return False
            # a program that was killed has never stopped, but it ended with the machine
            return bool(stopped == 0 and began >= started)

    try:
        return uses(_CONSENT.format(device=device))
    except OSError:
        return None


HANDLERS = (by_consent_store, by_pulse, by_kernel)
