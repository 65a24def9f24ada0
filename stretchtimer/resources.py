"""Finds the shipped files, in an installed wheel or in a checkout: in this one place."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
# A wheel carries the folders inside the package, a checkout has them beside it.
_ROOT = _PACKAGE if (_PACKAGE / "assets").is_dir() else _PACKAGE.parent


def asset(*parts: str) -> Path:
    """The shipped file or folder `parts` below assets/."""
    return _ROOT.joinpath("assets", *parts)


def routines_dir() -> Path:
    """The folder of the shipped routines."""
    return _ROOT / "routines"
