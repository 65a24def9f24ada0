"""What the voice needs and what is there, for `stretchtimer doctor`: quick, and without Qt."""

import ctypes
import importlib.util
import os
import socket
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from stretchtimer.voice.engine import EngineError
from stretchtimer.voice.engines import PIPER, PIPER_INSTALL, SYSTEM, make_engine

_APT = "sudo apt-get install"
_CARDS = Path("/proc/asound/cards")
_ENGINE_LIMIT_S = 5.0
_SERVER_LIMIT_S = 0.5


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: whether it is well (None: cannot be told), and what to do if not."""

    what: str
    ok: bool | None
    detail: str
    mend: str = ""


def examine_voice(
    clips_folder: Path, voices_folder: Path, engine: str = SYSTEM
) -> Iterator[Finding]:
    """The speech engine that is chosen, piper, way to the ear, kept clips."""
    yield _engine(engine, voices_folder)
    if engine != PIPER:
        yield _piper(voices_folder)
    yield _sound()
    yield _clips(clips_folder)


def _engine(name: str, voices_folder: Path) -> Finding:
    engine = make_engine(name, voices_folder, start_timeout_s=_ENGINE_LIMIT_S)
    try:
        info = engine.start()
    except EngineError as error:
        return Finding("speech engine", ok=False, detail=str(error), mend=_mend_engine(name))
    finally:
        engine.stop()
    parts = (info.name, info.version, info.library, f"{len(info.voices)} voices")
    return Finding("speech engine", ok=True, detail=", ".join(part for part in parts if part))


def _mend_engine(name: str) -> str:
    if name == PIPER:
        return f"{PIPER_INSTALL}   (or choose the system's voices in the settings)"
    return f"{_APT} libespeak-ng1" if sys.platform.startswith("linux") else "pip install pyttsx3"


def _piper(voices_folder: Path) -> Finding:
    """An offer, never a fault: looked up as a file, since importing it takes a second."""
    if importlib.util.find_spec("piper") is None:
        detail = f"not installed; it brings other voices: {PIPER_INSTALL}"
        return Finding("piper", ok=True, detail=detail)
    count = len(list(voices_folder.glob("*.onnx")))
    return Finding("piper", ok=True, detail=f"not chosen; voice files: {count} in {voices_folder}")


def _sound() -> Finding:
    if not sys.platform.startswith("linux"):
        return Finding("sound", ok=None, detail="the system's own")
    named = os.environ.get("PULSE_SERVER", "")
    if named and not named.startswith(("/", "unix:")):
        return Finding("sound", ok=None, detail=f"sound server at {named}, not asked")
    runtime = os.environ.get("XDG_RUNTIME_DIR") or f"/run/user/{os.getuid()}"
    server = Path(named.removeprefix("unix:") or f"{runtime}/pulse/native")
    if _answers(server):
        if not _loads("libpulse.so.0"):
            detail = f"sound server at {server}, but its library is missing"
            return Finding("sound", ok=False, detail=detail, mend=f"{_APT} libpulse0")
        return Finding("sound", ok=True, detail=f"sound server at {server}")
    if _CARDS.exists() and "[" in _CARDS.read_text(encoding="utf-8", errors="replace"):
        detail = "a sound card, no sound server"
        if not _loads("libportaudio.so.2"):
            return Finding("sound", ok=False, detail=detail, mend=f"{_APT} libportaudio2")
        return Finding("sound", ok=True, detail=detail)
    return Finding(
        "sound",
        ok=False,
        detail=f"no sound server answers at {server}, and there is no sound card",
        mend=f"{_APT} pipewire-pulse   (then log in anew)",
    )


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _answers(server: Path) -> bool:
    with socket.socket(socket.AF_UNIX) as client:
        client.settimeout(_SERVER_LIMIT_S)
        try:
            client.connect(str(server))
        except OSError:
            return False
    return True


def _clips(folder: Path) -> Finding:
    try:
        sizes = [clip.stat().st_size for clip in folder.glob("*.wav")] if folder.is_dir() else []
    except OSError as error:
        return Finding("kept clips", ok=False, detail=f"{error}", mend=f"rm -r {folder}")
    detail = f"{len(sizes)}, {sum(sizes) / 1e6:.1f} MB in {folder}"
    there = next(path for path in (folder, *folder.parents) if path.exists())
    if there.is_dir() and os.access(there, os.W_OK):
        return Finding("kept clips", ok=True, detail=detail)
    detail = f"none can be kept in {folder}"
    return Finding("kept clips", ok=False, detail=detail, mend=f"ls -ld {there}")
