"""macOS: a launch agent of the person's own."""

import plistlib
from collections.abc import Sequence
from pathlib import Path

_LABEL = "io.github.stretchtimer"


def agent_file() -> Path:
    """Where the agent's file stands or would stand."""
    return Path.home() / "Library" / "LaunchAgents" / f"{_LABEL}.plist"


def is_on() -> bool:
    """Whether the file is there."""
    return agent_file().is_file()


def turn_on(command: Sequence[str]) -> None:
    """Write the file. Raises OSError."""
    file = agent_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    agent = {"Label": _LABEL, "ProgramArguments": list(command), "RunAtLoad": True}
    file.write_bytes(plistlib.dumps(agent))


def turn_off() -> None:
    """Take the file away. Raises OSError."""
    agent_file().unlink(missing_ok=True)
