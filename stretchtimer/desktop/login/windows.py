"""Windows: a value under the person's own Run key."""

import subprocess
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

_KEY, _NAME = r"Software\Microsoft\Windows\CurrentVersion\Run", "Stretchtimer"


def is_on() -> bool:
    """Whether the value is there."""
    registry = import_module("winreg")
    try:
        with registry.OpenKey(registry.HKEY_CURRENT_USER, _KEY) as key:
            registry.QueryValueEx(key, _NAME)
    except OSError:
        return False
    return True


def turn_on(command: Sequence[str]) -> None:
    """Write the value. Raises OSError."""
    registry = import_module("winreg")
    with registry.CreateKey(registry.HKEY_CURRENT_USER, _KEY) as key:
        line = subprocess.list2cmdline(_without_console(command))
        registry.SetValueEx(key, _NAME, 0, registry.REG_SZ, line)


def _without_console(command: Sequence[str]) -> list[str]:
    program, *arguments = command
    silent = Path(program).with_name("pythonw.exe")
    is_console = Path(program).name.lower() == "python.exe"
    return [str(silent) if is_console and silent.exists() else program, *arguments]


def turn_off() -> None:
    """Take the value away. Raises OSError."""
    registry = import_module("winreg")
    if is_on():
        with registry.OpenKey(
            registry.HKEY_CURRENT_USER, _KEY, 0, registry.KEY_SET_VALUE
        ) as key:  # fmt: skip
            registry.DeleteValue(key, _NAME)
