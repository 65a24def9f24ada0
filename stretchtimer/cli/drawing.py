"""The command `draw`."""

import re
from argparse import Namespace

from stretchtimer.cli.console import UsageError, tell
from stretchtimer.storage.folders import find_folders
from stretchtimer.storage.library import load_library
from stretchtimer.storage.settings_file import read_settings

_LARGEST_PICTURE_PX = 8192
_LARGEST_ON_SHEET_PX = 1000


def draw(chosen: Namespace) -> int:
    """Draw an exercise, or with --sheet all of them."""
    if (chosen.exercise is None) != chosen.sheet:
        raise UsageError("name one EXERCISE, or ask for all with --sheet")
    wanted = chosen.size or ("300x234" if chosen.sheet else "900x700")
    size = re.fullmatch(r"(\d{1,5})[xX](\d{1,5})", wanted)
    if size is None:
        raise UsageError(f"--size is width x height, such as 900x700, not {wanted}")
    width, height = int(size[1]), int(size[2])
    largest = _LARGEST_ON_SHEET_PX if chosen.sheet else _LARGEST_PICTURE_PX
    if not (16 <= width <= largest and 16 <= height <= largest):
        raise UsageError(f"--size goes from 16x16 to {largest}x{largest}")
    if not 0 <= chosen.at <= 1:
        raise UsageError(f"--at goes from 0 to 1, not {chosen.at:g}")
    if chosen.output.suffix.lower() not in (".png", ".svg"):
        raise UsageError(f"a picture is written as .png or .svg, not {chosen.output.name}")
    from stretchtimer.draw import Sight, draw_picture, draw_sheet

    folders = find_folders()
    settings, notices = read_settings(folders.settings_file)
    for notice in notices:
        tell(notice)
    library = load_library(folders)
    own = folders.exercises
    sight = Sight(settings, chosen.at, chosen.side, chosen.scheme, (width, height), own)
    try:
        if chosen.sheet:
            draw_sheet(list(library.exercises.values()), sight, chosen.output)
        else:
            draw_picture(library.find_exercise(chosen.exercise), sight, chosen.output)
    except OSError as error:
        raise UsageError(f"{chosen.output} cannot be written: {error.strerror or error}") from error
    return 0
