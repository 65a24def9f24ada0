"""Rendered clips on disk, so that a routine met before is ready at once.

Each clip is a WAV file named by a hash of everything that shapes it. Files appear whole or not at
all, so two processes may share the folder. What cannot be read is rendered again; what cannot be
written is kept in memory only.
"""

import contextlib
import hashlib
import json
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from stretchtimer.core.ports import Notice
from stretchtimer.voice.clip import BadClipError, Clip, read_clip
from stretchtimer.voice.engine import EngineInfo, EngineVoice

_RECIPE = 1  # raise when trimming changes, so that old clips are not used
MAX_BYTES = 50_000_000
_HALF_WRITTEN_FOR_S = 3600.0


@dataclass(frozen=True, slots=True)
class ClipKey:
    """All that a clip's sound depends on."""

    engine: str
    version: str
    voice: str
    rate_wpm: int
    text: str

    @property
    def file_name(self) -> str:
        """Name of the clip's file."""
        parts = [_RECIPE, self.engine, self.version, self.voice, self.rate_wpm, self.text]
        return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:32] + ".wav"


class ClipCache:
    """A folder of clips, the least recently used ones making room."""

    def __init__(
        self,
        folder: Path,
        notify: Callable[[Notice], None],
        engine: str = "system",
        max_bytes: int = MAX_BYTES,
    ) -> None:
        """Use `folder`, made when first needed; `notify` is told once when it cannot be written.

        `engine` is the name of the one that is remembered here.
        """
        self._folder = folder
        self._engine_file = folder / f"engine-{engine}.json"
        self._notify = notify
        self._max_bytes = max_bytes
        self._writable = True

    def get(self, key: ClipKey) -> Clip | None:
        """The clip kept under `key`, if a whole one is there."""
        path = self._folder / key.file_name
        try:
            clip = read_clip(path.read_bytes())
        except (OSError, BadClipError):
            return None
        with contextlib.suppress(OSError):
            os.utime(path)  # so that what is used is not what goes first
        return clip

    def put(self, key: ClipKey, clip: Clip) -> None:
        """Keep `clip`; a full or read-only disk costs the keeping, nothing else."""
        if not self._writable:
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            _write_whole(self._folder / key.file_name, clip.wav)
        except OSError as error:
            self._writable = False
            self._notify(
                Notice(
                    f"Spoken words cannot be kept on disk ({error.strerror or error}); "
                    "they are rendered anew each time.",
                    f"Make room or make {self._folder} writable.",
                )
            )

    def remembered_engine(self) -> EngineInfo | None:
        """The engine that rendered last, so that known clips are found without starting it."""
        try:
            told = json.loads(self._engine_file.read_text(encoding="utf-8"))
            voices = tuple(
                EngineVoice(voice["id"], voice["name"], tuple(voice["languages"]))
                for voice in told["voices"]
            )
            return EngineInfo(told["name"], told["version"], told["library"], voices)
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def remember_engine(self, info: EngineInfo) -> None:
        """Keep which engine renders; harmless where nothing can be kept."""
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            content = json.dumps(asdict(info), ensure_ascii=False).encode()
            _write_whole(self._engine_file, content)

    def make_room(self) -> None:
        """Delete the clips not used for longest until the folder is within its bound.

        So are files that a process left half written when it was killed.
        """
        with contextlib.suppress(OSError):
            found = sorted(self._files("*.wav"))
            excess = sum(size for _, size, _ in found) - self._max_bytes
            for _, size, path in found:
                if excess <= 0:
                    break
                path.unlink(missing_ok=True)
                excess -= size
            for used_s, _, path in self._files("*.part"):
                if used_s < time.time() - _HALF_WRITTEN_FOR_S:
                    path.unlink(missing_ok=True)

    def _files(self, pattern: str) -> Iterator[tuple[float, int, Path]]:
        """When last used, how large, and where; without those that another process just deleted."""
        for path in self._folder.glob(pattern):
            with contextlib.suppress(FileNotFoundError):
                stat = path.stat()
                yield stat.st_mtime, stat.st_size, path


def _write_whole(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
