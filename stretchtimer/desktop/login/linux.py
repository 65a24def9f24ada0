"""Linux: a file in the folder of what starts with the desktop."""

import os
from collections.abc import Sequence
from pathlib import Path

# What a quoted argument may not hold as it is; the value of a key has backslashes of its own.
_ESCAPED = {"\\": "\\\\\\\\", '"': '\\\\"', "`": "\\\\`", "$": "\\\\$", "%": "%%"}

_ENTRY = """\
[Desktop Entry]
Type=Application
Version=1.4
Name=Stretchtimer
GenericName=Stretch coach
Comment=Offers a stretch at the right moment
Exec={command}
Icon=stretchtimer
Terminal=false
StartupNotify=false
Categories=Utility;
X-GNOME-Autostart-enabled=true
"""


def entry_file() -> Path:
    """Where the file stands or would stand."""
    settings = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(settings) / "autostart" / "stretchtimer.desktop"


def is_on() -> bool:
    """Whether the file is there and not switched off by the desktop's own settings."""
    try:
        text = entry_file().read_text("utf-8")
    except (OSError, ValueError):
        return False
    lines = [line.replace(" ", "").lower() for line in text.splitlines()]
    return "hidden=true" not in lines and "x-gnome-autostart-enabled=false" not in lines


def turn_on(command: Sequence[str]) -> None:
    """Write the file. Raises OSError."""
    file = entry_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(_ENTRY.format(command=exec_line(command)), "utf-8")


def turn_off() -> None:
    """Take the file away. Raises OSError."""
    entry_file().unlink(missing_ok=True)


def exec_line(command: Sequence[str]) -> str:
    """A command as the Exec key wants it."""
    return " ".join(_quoted(word) for word in command)


def _quoted(word: str) -> str:
    if word and all(letter.isalnum() or letter in "-_./=:+@," for letter in word):
        return word
    return '"' + "".join(_ESCAPED.get(letter, letter) for letter in word) + '"'
