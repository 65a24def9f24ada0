"""Plays clips through the platform's own player program: no Qt, for a terminal.

Players are tried in order, each time anew, so that sound returns when a sound server does. When
none works that is told once and the routine goes on in silence.
"""

import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from stretchtimer.core.ports import Notice
from stretchtimer.voice.clip import Clip, at_volume

LATENCY_MS = 30  # measured for a player process a cue: 27 ms idle, 40 with both cores busy
LATE_AT_MOST_S = 0.4  # a player that starts later than that would be heard too late
DRAIN_S = 2.0  # what a player may take beyond its clip before it counts as hung

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
    """An `Output` that starts a player for each clip, in a thread that sees how it ends."""

    def __init__(
        self, players: Sequence[tuple[str, ...]], notify: Callable[[Notice], None]
    ) -> None:
        """Play with the first of `players` that works; `notify` is told once when none does.

        `notify` is called on a thread of its own.
        """
        self._players = tuple(players)
        self._notify = notify
        self._folder = tempfile.TemporaryDirectory(
            prefix="stretchtimer-sounds-", ignore_cleanup_errors=True
        )
        self._clips: dict[str, Clip] = {}
        self._files: dict[tuple[str, float], Path] = {}
        self._writing = threading.Lock()
        self._starting = threading.Lock()
        self._playing: set[subprocess.Popen[bytes]] = set()
        self._hushes = 0
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
        if name in self._clips:
            now_s = time.monotonic()
            gone_s = now_s + self._clips[name].length_ms / 1000 + DRAIN_S
            due = _Due(name, volume, now_s + LATE_AT_MOST_S, gone_s, self._hushes)
            threading.Thread(target=self._play, args=(due,), daemon=True).start()

    def hush(self) -> None:
        """Kill what plays: a killed player is silent at once."""
        with self._starting:
            self._hushes += 1
            for player in self._playing:
                player.kill()

    def close(self) -> None:
        """Fall silent."""
        self.hush()
        self._clips.clear()
        self._folder.cleanup()

    def _play(self, due: "_Due") -> None:
        try:
            path = self._file(due.name, due.volume)
        except (OSError, KeyError):  # no room for the file, or closed meanwhile
            return
        for command in self._players:
            if self._plays([*command, str(path)], due):
                # What works now is asked first from now on.
                others = (player for player in self._players if player != command)
                self._players = (command, *others)
                return
            if time.monotonic() > due.until_s:
                break
        self._tell_silent()

    def _plays(self, command: Sequence[str], due: "_Due") -> bool:
        """Whether the player did its work, or was not wanted any more."""
        with self._starting:
            if due.hushes != self._hushes:
                return True
            try:
                player = subprocess.Popen(  # noqa: S603  # a fixed command and a file of our own
                    command,
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                )
            except OSError:
                return False
            self._playing.add(player)
        try:
            player.wait(max(0.0, due.gone_s - time.monotonic()))
        except subprocess.TimeoutExpired:  # the server does not answer; players must not pile up
            player.kill()
            player.wait()
        with self._starting:
            self._playing.discard(player)
            return player.returncode == 0 or due.hushes != self._hushes

    def _file(self, name: str, volume: float) -> Path:
        """The clip at `volume`: most players know no volume of their own."""
        with self._writing:
            path = self._files.get((name, volume))
            if path is None:
                path = Path(self._folder.name) / f"{len(self._files)}.wav"
                path.write_bytes(at_volume(self._clips[name], volume).wav)
                self._files[name, volume] = path
            return path

    def _tell_silent(self) -> None:
        if not self._told:
            self._told = True
            self._notify(
                Notice(
                    "No sound: no player program works here. The routine goes on in silence.",
                    "“stretchtimer doctor” tells what is missing.",
                )
            )


@dataclass(frozen=True, slots=True)
class _Due:
    """A clip that shall sound: it begins by `until_s`, its player ends by `gone_s`.

    Both are moments of the monotonic clock. `hushes` is how often silence was asked for before.
    """

    name: str
    volume: float
    until_s: float
    gone_s: float
    hushes: int
