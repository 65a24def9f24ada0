"""Puts a `Speaker` together out of the real engine and the real output."""

from collections.abc import Callable
from pathlib import Path

from stretchtimer.core.ports import Notice
from stretchtimer.voice.engines import make_engine
from stretchtimer.voice.process_output import ProcessOutput
from stretchtimer.voice.speaker import Speaker, Volumes
from stretchtimer.voice.voices import VoiceChoice


def real_speaker(
    *,
    cache_folder: Path,
    voices_folder: Path,
    chimes_folder: Path,
    choice: VoiceChoice,
    volumes: Volumes,
    post: Callable[[Callable[[], None]], None],
    notify: Callable[[Notice], None],
    device: str = "",
) -> Speaker:
    """A voice that is heard.

    `post` runs a callable on the session's thread; `notify` is called on it. `device` is the sound
    system's name for where to play, empty for its usual one.
    """

    def tell(notice: Notice) -> None:
        post(lambda: notify(notice))

    return Speaker(
        engine=make_engine(choice.engine, voices_folder),
        cache_folder=cache_folder,
        chimes_folder=chimes_folder,
        output=ProcessOutput(tell, device),
        choice=choice,
        volumes=volumes,
        post=post,
        notify=notify,
    )
