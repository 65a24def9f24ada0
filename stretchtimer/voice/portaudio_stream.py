"""A sound stream through PortAudio: Windows, macOS, and Linux without a sound server."""

from typing import Any

from stretchtimer.voice.sound_stream import NoSoundError, Position

LATENCY_S = 0.03


def open_stream(rate_hz: int, device: str) -> "PortAudioStream":
    """A stream to the device of that name, the default one when it is empty.

    Raises NoSoundError.
    """
    try:
        import sounddevice
    except (ImportError, OSError) as error:  # OSError: PortAudio itself is not there
        raise NoSoundError("PortAudio is missing") from error
    try:
        stream = sounddevice.RawOutputStream(
            samplerate=rate_hz,
            channels=1,
            dtype="int16",
            device=device or None,
            latency=LATENCY_S,
        )
        stream.start()
    except (sounddevice.PortAudioError, ValueError) as error:
        raise NoSoundError("there is no sound device that plays") from error
    return PortAudioStream(stream, sounddevice.PortAudioError)


class PortAudioStream:
    """An open device."""

    queue_s = 0.01
    rest_s = 0.0

    def __init__(self, stream: Any, failure: type[Exception]) -> None:  # noqa: ANN401  # untyped
        self._stream = stream
        self._failure = failure
        self._written = 0

    def write(self, block: bytes, at_frame: int) -> None:
        """Take the next block; the interpreter is free while this waits."""
        try:
            self._stream.write(block)
        except self._failure as error:
            raise NoSoundError("the sound device has gone") from error
        self._written = at_frame + len(block) // 2

    def position(self) -> Position:
        """What was written cannot be changed; the driver tells how long a full queue is."""
        return Position(self._written, float(self._stream.latency))

    def close(self) -> None:
        """Drop what is queued."""
        self._stream.abort()
        self._stream.close()
