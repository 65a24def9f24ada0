"""A sound stream through libpulse's simple interface: PulseAudio, or PipeWire in its place."""

import ctypes
from typing import Any

from stretchtimer.voice.sound_stream import NoSoundError

LIBRARY = "libpulse-simple.so.0"
# What is hushed is silent when the queue has run dry: it must be short. The server asks for more
# when half of it has gone, so that a busy machine has the other half to wake us up.
QUEUE_MS = 20
_PLAYBACK = 1  # PA_STREAM_PLAYBACK
_S16LE = 3  # PA_SAMPLE_S16LE
_SERVERS_CHOICE = 0xFFFFFFFF


class _SampleSpec(ctypes.Structure):
    _fields_ = (
        ("format", ctypes.c_int),
        ("rate", ctypes.c_uint32),
        ("channels", ctypes.c_uint8),
    )


class _BufferAttributes(ctypes.Structure):
    _fields_ = tuple(
        (name, ctypes.c_uint32) for name in ("maxlength", "tlength", "prebuf", "minreq", "fragsize")
    )


def open_stream(rate_hz: int, device: str) -> "PulseStream":
    """A stream to a sink of the sound server, the default one when `device` is empty.

    Raises NoSoundError.
    """
    try:
        library = ctypes.CDLL(LIBRARY)
    except OSError as error:
        raise NoSoundError("the library of the sound server is missing") from error
    library.pa_simple_new.restype = ctypes.c_void_p
    library.pa_simple_get_latency.restype = ctypes.c_uint64
    queue_bytes = 2 * rate_hz * QUEUE_MS // 1000
    error_code = ctypes.c_int()
    handle = library.pa_simple_new(
        None,
        b"Stretchtimer",
        _PLAYBACK,
        device.encode() or None,
        b"Voice and chimes",
        ctypes.byref(_SampleSpec(_S16LE, rate_hz, 1)),
        None,
        ctypes.byref(
            _BufferAttributes(_SERVERS_CHOICE, queue_bytes, 0, queue_bytes // 2, _SERVERS_CHOICE)
        ),
        ctypes.byref(error_code),
    )
    if not handle:
        raise NoSoundError(f"the sound server cannot be reached ({_words(error_code.value)})")
    return PulseStream(library, ctypes.c_void_p(handle))


def _words(error_code: int) -> str:
    words = ctypes.CDLL("libpulse.so.0").pa_strerror
    words.restype = ctypes.c_char_p
    return bytes(words(error_code)).decode("utf-8", "replace").lower()


class PulseStream:
    """An open connection. Any call fails when the server goes away."""

    def __init__(self, library: Any, handle: ctypes.c_void_p) -> None:  # noqa: ANN401  # ctypes
        self._library = library
        self._handle = handle
        self._error = ctypes.c_int()

    def write(self, block: bytes) -> None:
        """Take a block; the interpreter is free while this waits."""
        failed = self._library.pa_simple_write(
            self._handle, block, ctypes.c_size_t(len(block)), ctypes.byref(self._error)
        )
        if failed:
            raise NoSoundError("the sound server has gone")

    def latency_s(self) -> float:
        """As the server tells it."""
        self._error.value = 0
        latency_us = self._library.pa_simple_get_latency(self._handle, ctypes.byref(self._error))
        if self._error.value:
            raise NoSoundError("the sound server has gone")
        return int(latency_us) / 1e6

    def close(self) -> None:
        """Drop what is queued."""
        self._library.pa_simple_flush(self._handle, None)
        self._library.pa_simple_free(self._handle)
