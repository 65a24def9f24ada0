"""The sound devices that there are to choose from.

They are asked for in a process of its own: a sound server that hangs would hang who asks it.
"""

import ctypes
import json
import subprocess
import sys
from typing import Any

_LIMIT_S = 5.0
_NO_AUTOSPAWN = 1  # PA_CONTEXT_NOAUTOSPAWN
_READY, _FAILED = 4, 5  # of pa_context_state_t; what follows has ended too
_RUNNING = 0  # of pa_operation_state_t

Devices = tuple[tuple[str, str], ...]


def sound_devices() -> Devices:
    """Each device as (the sound system's name, the name for people); none where nobody can tell.

    Takes up to five seconds.
    """
    try:
        told = subprocess.run(
            [sys.executable, "-m", "stretchtimer.voice.devices"],
            capture_output=True,
            timeout=_LIMIT_S,
            check=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        return tuple((str(name), str(text)) for name, text in json.loads(told.stdout))
    except (OSError, subprocess.SubprocessError, ValueError, TypeError):
        return ()


def find_devices() -> Devices:
    """The sound server's devices, or PortAudio's where there is no server: as `sound_stream`."""
    if sys.platform.startswith("linux"):
        try:
            return _pulse_devices(ctypes.CDLL("libpulse.so.0"))
        except OSError:
            pass
    return _portaudio_devices()


class _SinkInfo(ctypes.Structure):
    """The beginning of pa_sink_info."""

    _fields_ = (
        ("name", ctypes.c_char_p),
        ("index", ctypes.c_uint32),
        ("description", ctypes.c_char_p),
    )


_Told = ctypes.CFUNCTYPE(
    None, ctypes.c_void_p, ctypes.POINTER(_SinkInfo), ctypes.c_int, ctypes.c_void_p
)


def _pulse_devices(pulse: Any) -> Devices:  # noqa: ANN401  # a library of ctypes
    """Raises OSError where no server answers."""
    for name in ("mainloop_new", "mainloop_get_api", "context_new", "context_get_sink_info_list"):
        getattr(pulse, f"pa_{name}").restype = ctypes.c_void_p
    loop = ctypes.c_void_p(pulse.pa_mainloop_new())
    api = ctypes.c_void_p(pulse.pa_mainloop_get_api(loop))
    context = ctypes.c_void_p(pulse.pa_context_new(api, b"Stretchtimer"))
    pulse.pa_context_connect(context, None, _NO_AUTOSPAWN, None)
    while (state := pulse.pa_context_get_state(context)) != _READY:
        if state >= _FAILED or pulse.pa_mainloop_iterate(loop, 1, None) < 0:
            raise OSError("no sound server answers")
    found: list[tuple[str, str]] = []

    def take(_: object, sink: Any, is_end: int, __: object) -> None:  # noqa: ANN401  # a pointer
        if not is_end:
            name, text = sink.contents.name, sink.contents.description
            found.append((name.decode(), (text or name).decode("utf-8", "replace")))

    told = _Told(take)
    asked = ctypes.c_void_p(pulse.pa_context_get_sink_info_list(context, told, None))
    while pulse.pa_operation_get_state(asked) == _RUNNING:
        if pulse.pa_mainloop_iterate(loop, 1, None) < 0:
            raise OSError("the sound server went away")
    return tuple(found)


def _portaudio_devices() -> Devices:
    try:
        import sounddevice
    except (ImportError, OSError):  # OSError: PortAudio itself is not there
        return ()
    names = [told["name"] for told in sounddevice.query_devices() if told["max_output_channels"]]
    return tuple((name, name) for name in dict.fromkeys(names))


if __name__ == "__main__":
    sys.stdout.write(json.dumps(find_devices()))
