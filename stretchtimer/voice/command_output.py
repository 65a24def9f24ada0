"""Plays clips through the platform's own player program: no Qt, for a terminal.

Players are tried in order. One that ends with an error is not asked again; when none is left that
is told once and the routine goes on in silence.
"""

import contextlib
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from stretchtimer.core.ports import Notice
from stretchtimer.voice.clip import Clip, at_volume

LATENCY_MS = 30  # measured for a player process a cue: 27 ms idle, 40 with both cores busy

PLAYERS: dict[str, tuple[tuple[str, ...], ...]] = {
    "linux": (("paplay",), ("pw-play",), ("aplay", "-q")),
    "darwin": (("afplay",),),
    "win32": (
        (
            sys.executable,
            "-c",
            "import sys, winsound; winsound.PlaySound(sys.argv[1], winsound.SND_FILENAME)",
        ),
    ),
}


def players_here() -> tuple[tuple[str, ...], ...]:
    """The player commands that this machine has, best first."""
    known = PLAYERS.get(sys.platform, PLAYERS["linux"])
    return tuple(command for command in known if shutil.which(command[0]))


class CommandOutput:
    """An `Output` that starts a player for each clip."""

    def __init__(
        self, players: Sequence[tuple[str, ...]], notify: Callable[[Notice], None]
    ) -> None:
        """Play with the first of `players` that works; `notify` is told once when none does."""
        self._players = list(players)
        self._notify = notify
        self._folder = tempfile.TemporaryDirectory(prefix="stretchtimer-sounds-")
        self._clips: dict[str, Clip] = {}
        self._files: dict[tuple[str, float], Path] = {}
        self._playing: list[subprocess.Popen[bytes]] = []
        self._told = False

    @property
    def latency_ms(self) -> int:
        """Constant delay to audible sound, in ms."""
        return LATENCY_MS

    def load(self, name: str, clip: Clip) -> None:
        """Have `clip` ready."""
        self._clips[name] = clip

    def play(self, name: str, volume: float) -> None:
        """Play what is loaded under `name`."""
        self._playing = [player for player in self._playing if player.poll() is None]
        if name not in self._clips:
            return
        if not self._players:
            self._tell_silent()
            return
        try:
            path = self._file(name, volume)
            command = self._players[0]
            player = subprocess.Popen(  # noqa: S603  # a fixed command and a file of our own
                [*command, str(path)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        except OSError:
            self._give_up(self._players[0])
            return
        self._playing.append(player)
        threading.Thread(target=self._watch, args=(player, command), daemon=True).start()

    def hush(self) -> None:
        """Kill what plays: a killed player is silent at once."""
        playing, self._playing = self._playing, []
        for player in playing:
            player.kill()

    def close(self) -> None:
        """Fall silent."""
        self.hush()
        with contextlib.suppress(OSError):
            self._folder.cleanup()

    def _file(self, name: str, volume: float) -> Path:
        """The clip at `volume`: most players know no volume of their own."""
        path = self._files.get((name, volume))
        if path is None:
            path = Path(self._folder.name) / f"{len(self._files)}.wav"
            path.write_bytes(at_volume(self._clips[name], volume).wav)
            self._files[name, volume] = path
        return path

    def _watch(self, player: "subprocess.Popen[bytes]", command: tuple[str, ...]) -> None:
        if player.wait() > 0:
            self._give_up(command)

    def _give_up(self, command: tuple[str, ...]) -> None:
        if command in self._players:
            self._players.remove(command)
        if not self._players:
            self._tell_silent()

    def _tell_silent(self) -> None:
        if not self._told:
            self._told = True
            self._notify(
                Notice(
                    "No sound: no player program works here. The routine goes on in silence.",
                    "“stretchtimer doctor” tells what is missing.",
                )
            )
