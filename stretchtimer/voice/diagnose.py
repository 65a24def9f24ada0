"""What the voice needs and what is there, for `stretchtimer doctor`: quick, and without Qt."""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from stretchtimer.voice.command_output import players_here
from stretchtimer.voice.engine import EngineError, WorkerEngine

_APT = "sudo apt-get install"
_CARDS = Path("/proc/asound/cards")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: whether it is well (None: cannot be told), and what to do if not."""

    what: str
    ok: bool | None
    detail: str
    mend: str = ""


def examine_voice(clips_folder: Path) -> Iterator[Finding]:
    """Speech engine, sound server, player programs, kept clips."""
    yield _engine()
    yield _sound()
    yield _players()
    yield _clips(clips_folder)


def _engine() -> Finding:
    engine = WorkerEngine()
    try:
        info = engine.start()
    except EngineError as error:
        mend = f"{_APT} libespeak-ng1" if sys.platform.startswith("linux") else ""
        return Finding("speech engine", ok=False, detail=str(error), mend=mend)
    finally:
        engine.stop()
    parts = (info.name, info.version, info.library, f"{len(info.voices)} voices")
    return Finding("speech engine", ok=True, detail=", ".join(part for part in parts if part))


def _sound() -> Finding:
    if not sys.platform.startswith("linux"):
        return Finding("sound", ok=None, detail="the system's own")
    server = _pulse_socket()
    if server is not None:
        return Finding("sound", ok=True, detail=f"sound server at {server}")
    if _CARDS.exists() and "[" in _CARDS.read_text(encoding="utf-8", errors="replace"):
        return Finding("sound", ok=True, detail="a sound card, no sound server")
    mend = f"Log in to a desktop, or {_APT} pulseaudio and start it."
    return Finding("sound", ok=False, detail="no sound server and no sound card", mend=mend)


def _pulse_socket() -> Path | None:
    named = os.environ.get("PULSE_SERVER", "")
    if named:
        path = Path(named.removeprefix("unix:"))
        return path if path.exists() else None
    path = Path(os.environ.get("XDG_RUNTIME_DIR", "/nowhere"), "pulse", "native")
    return path if path.exists() else None


def _players() -> Finding:
    names = [command[0] for command in players_here()]
    if names:
        return Finding("player programs", ok=True, detail=", ".join(names))
    detail = "none; routines in a terminal are silent"
    return Finding("player programs", ok=False, detail=detail, mend=f"{_APT} pulseaudio-utils")


def _clips(folder: Path) -> Finding:
    clips = list(folder.glob("*.wav")) if folder.is_dir() else []
    size_mb = sum(clip.stat().st_size for clip in clips) / 1e6
    return Finding("kept clips", ok=True, detail=f"{len(clips)}, {size_mb:.1f} MB in {folder}")
