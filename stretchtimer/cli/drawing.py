"""The command `draw`."""

import re
from argparse import Namespace
from pathlib import Path

from stretchtimer.cli.console import EXIT_PROBLEMS, UsageError, print_lines, tell, warn
from stretchtimer.core.exercise import Exercise
from stretchtimer.storage.folders import find_folders
from stretchtimer.storage.library import load_library
from stretchtimer.storage.problems import FileRefused
from stretchtimer.storage.settings_file import read_settings

_LARGEST_PICTURE_PX = 8192
_LARGEST_ON_SHEET_PX = 1000


def draw(chosen: Namespace) -> int:
    """Draw an exercise, or with --sheet all of them."""
    if (chosen.exercise is None) != chosen.sheet:
        raise UsageError("name one EXERCISE, or ask for all with --sheet")
    size = _size(chosen)
    if not 0 <= chosen.at <= 1:
        raise UsageError(f"--at goes from 0 to 1, not {chosen.at:g}")
    if chosen.output.suffix.lower() not in (".png", ".svg"):
        raise UsageError(f"a picture is written as .png or .svg, not {chosen.output.name}")
    from stretchtimer.draw import Sight, draw_picture, draw_sheet

    folders = find_folders()
    settings, notices = read_settings(folders.settings_file)
    for notice in notices:
        tell(notice)
    pictures = folders.exercises
    if chosen.sheet:
        wanted = list(load_library(folders).exercises.values())
    elif chosen.exercise.lower().endswith(".toml"):
        file = Path(chosen.exercise)
        pictures = file.parent
        try:
            wanted = [_authored(file)]
        except FileRefused as refused:
            warn(refused.problems)
            return EXIT_PROBLEMS
    else:
        wanted = [load_library(folders).find_exercise(chosen.exercise)]
    sight = Sight(settings, chosen.at, chosen.side, chosen.scheme, size, pictures)
    try:
        if chosen.sheet:
            draw_sheet(wanted, sight, chosen.output)
        else:
            draw_picture(wanted[0], sight, chosen.output)
    except OSError as error:
        raise UsageError(f"{chosen.output} cannot be written: {error.strerror or error}") from error
    return 0


def _size(chosen: Namespace) -> tuple[int, int]:
    """Width and height of one picture. Raises UsageError."""
    asked_size = chosen.size or ("300x234" if chosen.sheet else "900x700")
    size = re.fullmatch(r"(\d{1,5})[xX](\d{1,5})", asked_size)
    if size is None:
        raise UsageError(f"--size is width x height, such as 900x700, not {asked_size}")
    width, height = int(size[1]), int(size[2])
    largest = _LARGEST_ON_SHEET_PX if chosen.sheet else _LARGEST_PICTURE_PX
    if not (16 <= width <= largest and 16 <= height <= largest):
        raise UsageError(f"--size goes from 16x16 to {largest}x{largest}")
    return width, height


def _authored(path: Path) -> Exercise:
    """The exercise that somebody is writing. What no body can do or is not seen is told, and drawn
    all the same: so they see it; and so is how far its arms reach. Raises FileRefused.
    """
    from stretchtimer.figure.reach import reaches
    from stretchtimer.storage.authored import read_exercise
    from stretchtimer.storage.check import figure_problems
    from stretchtimer.storage.toml_file import read_toml

    exercise = read_exercise(read_toml(path))
    warn(figure_problems(exercise))
    lines = [*reaches(exercise.content.figure)]
    if lines:
        print_lines(lines)
    return exercise.content
