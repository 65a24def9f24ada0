"""Puts a `Speaker` together: one that plays through Qt, one for a terminal without Qt."""

from collections.abc import Callable
from pathlib import Path

from stretchtimer.core.ports import Notice
from stretchtimer.voice.command_output import CommandOutput, players_here
from stretchtimer.voice.engine import WorkerEngine
from stretchtimer.voice.output import Output
from stretchtimer.voice.process_output import ProcessOutput
from stretchtimer.voice.speaker import Speaker, Volumes
from stretchtimer.voice.voices import VoiceChoice

Post = Callable[[Callable[[], None]], None]


def qt_speaker(
    *,
    cache_folder: Path,
    chimes_folder: Path,
    choice: VoiceChoice,
    volumes: Volumes,
    post: Post,
    notify: Callable[[Notice], None],
) -> Speaker:
    """A voice that plays through Qt, in a process of its own.

    `post` runs a callable on the session's thread; `notify` is called on it.
    """
    output = ProcessOutput(_posted(notify, post))
    return _speaker(output, cache_folder, chimes_folder, choice, volumes, post, notify)


def terminal_speaker(
    *,
    cache_folder: Path,
    chimes_folder: Path,
    choice: VoiceChoice,
    volumes: Volumes,
    post: Post,
    notify: Callable[[Notice], None],
) -> Speaker:
    """A voice without Qt, through the platform's own player program: it starts sooner.

    `post` runs a callable on the session's thread; `notify` is called on it.
    """
    output = CommandOutput(players_here(), _posted(notify, post))
    return _speaker(output, cache_folder, chimes_folder, choice, volumes, post, notify)


def _posted(notify: Callable[[Notice], None], post: Post) -> Callable[[Notice], None]:
    """`notify`, to be called from any thread."""

    def tell(notice: Notice) -> None:
        post(lambda: notify(notice))

    return tell


def _speaker(
    output: Output,
    cache_folder: Path,
    chimes_folder: Path,
    choice: VoiceChoice,
    volumes: Volumes,
    post: Post,
    notify: Callable[[Notice], None],
) -> Speaker:
    return Speaker(
        engine=WorkerEngine(),
        cache_folder=cache_folder,
        chimes_folder=chimes_folder,
        output=output,
        choice=choice,
        volumes=volumes,
        post=post,
        notify=notify,
    )
