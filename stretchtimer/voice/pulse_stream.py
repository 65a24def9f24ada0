"""A sound stream through libpulse's client: PulseAudio, or PipeWire in its place.

Half a second of samples lies in the server's queue, so that a busy machine needs to wake us seldom,
and is written over where something changes: what is hushed or begins now need not wait for it.
"""

import ctypes
import time
from typing import Any

from stretchtimer.voice.sound_stream import NoSoundError, Position

LIBRARY = "libpulse.so.0"
_QUEUE_MS = 500
_REST_MS = 300
# How long the server takes samples ahead of the card, and how often it wakes to do so.
_REQUEST_MS = 10
# The server may take some more while what we write is on its way.
_ON_ITS_WAY_MS = 3
_FRAME_BYTES = 2
_S16LE = 3  # PA_SAMPLE_S16LE
_READY = {"context": 4, "stream": 2}  # PA_CONTEXT_READY, PA_STREAM_READY
_RUNNING = 0  # PA_OPERATION_RUNNING
_EARLY_REQUESTS = 0x4000  # the server takes samples a request ahead, not the whole queue
_SEEK_ABSOLUTE = 1
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


class _TimingInfo(ctypes.Structure):
    """pa_timing_info: at `timestamp` of the wall clock the byte `read_index` left the queue."""

    _fields_ = (
        ("timestamp_s", ctypes.c_long),
        ("timestamp_us", ctypes.c_long),
        ("synchronized_clocks", ctypes.c_int),
        ("sink_us", ctypes.c_uint64),
        ("source_us", ctypes.c_uint64),
        ("transport_us", ctypes.c_uint64),
        ("playing", ctypes.c_int),
        ("write_index_corrupt", ctypes.c_int),
        ("write_index", ctypes.c_int64),
        ("read_index_corrupt", ctypes.c_int),
        ("read_index", ctypes.c_int64),
    )


def _library() -> Any:  # noqa: ANN401  # what ctypes makes of a library
    try:
        library = ctypes.CDLL(LIBRARY)
    except OSError as error:
        raise NoSoundError("the library of the sound server is missing") from error
    pointer, number, text = ctypes.c_void_p, ctypes.c_int, ctypes.c_char_p
    for name, result, *arguments in (
        ("pa_strerror", text, number),
        ("pa_mainloop_new", pointer),
        ("pa_mainloop_get_api", pointer, pointer),
        ("pa_mainloop_iterate", number, pointer, number, pointer),
        ("pa_mainloop_free", None, pointer),
        ("pa_context_new", pointer, pointer, text),
        ("pa_context_connect", number, pointer, text, number, pointer),
        ("pa_context_get_state", number, pointer),
        ("pa_context_errno", number, pointer),
        ("pa_context_disconnect", None, pointer),
        ("pa_context_unref", None, pointer),
        ("pa_stream_new", pointer, pointer, text, pointer, pointer),
        ("pa_stream_connect_playback", number, pointer, text, pointer, number, pointer, pointer),
        ("pa_stream_get_state", number, pointer),
        (
            "pa_stream_write", number,
            pointer, text, ctypes.c_size_t, pointer, ctypes.c_int64, number,
        ),
        ("pa_stream_update_timing_info", pointer, pointer, pointer, pointer),
        ("pa_stream_get_timing_info", ctypes.POINTER(_TimingInfo), pointer),
        ("pa_stream_disconnect", number, pointer),
        ("pa_stream_unref", None, pointer),
        ("pa_operation_get_state", number, pointer),
        ("pa_operation_unref", None, pointer),
    ):  # fmt: skip
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library


def open_stream(rate_hz: int, device: str) -> "PulseStream":
    """A stream to a sink of the sound server, the default one when `device` is empty.

    Raises NoSoundError.
    """
    stream = PulseStream(_library(), rate_hz)
    try:
        stream.connect(device)
    except NoSoundError:
        stream.close()
        raise
    return stream


class PulseStream:
    """A connection. Any call fails when the server goes away, and waits while it hangs."""

    queue_s = _QUEUE_MS / 1000
    rest_s = _REST_MS / 1000

    def __init__(self, library: Any, rate_hz: int) -> None:  # noqa: ANN401  # as above
        self._library = library
        self._rate_hz = rate_hz
        self._loop = library.pa_mainloop_new()
        api = library.pa_mainloop_get_api(self._loop)
        self._context = library.pa_context_new(api, b"Stretchtimer")
        self._stream: int | None = None

    def connect(self, device: str) -> None:
        """Reach the server and begin to play. Raises NoSoundError."""
        library = self._library
        library.pa_context_connect(self._context, None, 0, None)
        self._wait_until_ready("context", library.pa_context_get_state, self._context)
        spec = _SampleSpec(_S16LE, self._rate_hz, 1)
        self._stream = library.pa_stream_new(
            self._context, b"Voice and chimes", ctypes.byref(spec), None
        )
        buffers = _BufferAttributes(
            maxlength=_SERVERS_CHOICE,
            tlength=self._bytes_of(_QUEUE_MS),
            prebuf=0,  # it plays at once, and on when the queue runs dry: frames keep their times
            minreq=self._bytes_of(_REQUEST_MS),
            fragsize=_SERVERS_CHOICE,
        )
        library.pa_stream_connect_playback(
            self._stream,
            device.encode() or None,
            ctypes.byref(buffers),
            _EARLY_REQUESTS,
            None,
            None,
        )  # fmt: skip
        self._wait_until_ready("stream", library.pa_stream_get_state, self._stream)

    def write(self, block: bytes, at_frame: int) -> None:
        """Put samples into the queue; those of frames that have left it are dropped there."""
        failed = self._library.pa_stream_write(
            self._stream, block, len(block), None, at_frame * _FRAME_BYTES, _SEEK_ABSOLUTE
        )
        if failed:
            raise self._gone()
        self._send_and_receive()

    def position(self) -> Position | None:
        """As the server tells it now."""
        self._send_and_receive()
        asked = self._library.pa_stream_update_timing_info(self._stream, None, None)
        if not asked:
            raise self._gone()
        while self._library.pa_operation_get_state(asked) == _RUNNING:
            self._iterate(block=True)
        self._library.pa_operation_unref(asked)
        told = self._library.pa_stream_get_timing_info(self._stream)
        if not told:
            raise self._gone()
        info: _TimingInfo = told.contents
        if not info.playing:
            return None
        age_s = time.time() - info.timestamp_s - info.timestamp_us / 1e6
        ahead = self._rate_hz * _ON_ITS_WAY_MS // 1000
        heard_in_s = info.sink_us / 1e6 - age_s + ahead / self._rate_hz
        return Position(info.read_index // _FRAME_BYTES + ahead, heard_in_s)

    def close(self) -> None:
        """Drop what is queued."""
        library = self._library
        if self._stream is not None:
            library.pa_stream_disconnect(self._stream)
            library.pa_stream_unref(self._stream)
        library.pa_context_disconnect(self._context)
        library.pa_context_unref(self._context)
        library.pa_mainloop_free(self._loop)

    def _bytes_of(self, length_ms: int) -> int:
        return self._rate_hz * length_ms // 1000 * _FRAME_BYTES

    def _wait_until_ready(self, kind: str, state_of: Any, thing: int) -> None:  # noqa: ANN401  # a function of ctypes
        while (state := state_of(thing)) < _READY[kind]:
            self._iterate(block=True)
        if state > _READY[kind]:
            raise self._gone()

    def _send_and_receive(self) -> None:
        while self._iterate(block=False):
            pass

    def _iterate(self, *, block: bool) -> int:
        """Exchange some with the server; how much."""
        done: int = self._library.pa_mainloop_iterate(self._loop, block, None)
        if done < 0:
            raise self._gone()
        return done

    def _gone(self) -> NoSoundError:
        code = self._library.pa_context_errno(self._context)
        words = self._library.pa_strerror(code).decode("utf-8", "replace").lower()
        return NoSoundError(f"the sound server cannot be reached ({words})")
