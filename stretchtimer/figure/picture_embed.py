"""Puts the pictures of a person's own into an SVG file, laid as they are on the screen."""

import html
from base64 import b64encode
from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QImage

from stretchtimer.core.exercise import Exercise
from stretchtimer.core.pictures import Pictures
from stretchtimer.figure.motion import Moment, ease
from stretchtimer.figure.palette import Look, palette
from stretchtimer.figure.picture_file import Picture, PictureRefused, read_picture
from stretchtimer.figure.picture_paint import SHOWN_PX, decoded, shrunk

_MEDIA = {"png": "image/png", "jpg": "image/jpeg", "svg": "image/svg+xml"}
_NAME_SHARE, _SMALLEST_PX = 0.07, 9


def svg_of_pictures(
    exercise: Exercise,
    pictures: Pictures,
    look: Look,
    size: tuple[int, int],
    moment: Moment,
    *,
    mirrored: bool = False,
) -> str:
    """A group of this size in pixels, to stand in a document. A picture comes in whole, as data, so
    that the file needs no other; a drawing too, since there nothing in it can act or refer to what
    is around it. Where one is missing or broken the exercise's name and what is wrong stand there.
    """
    try:
        kept = {name: _kept(look.pictures, name) for name in pictures.names}
    except PictureRefused as refused:
        return _words(exercise, f"No picture: {refused}.", look, size)
    t = ease(moment.pose_t) if pictures.start is not None else 1.0
    start = ""
    if pictures.start is not None and t < 1.0:
        start = _laid(kept[pictures.start], look, size, mirrored=mirrored)
    hold = _laid(kept[pictures.hold], look, size, mirrored=mirrored)
    return f'{start}<g opacity="{t:.3g}">{hold}</g>'


def _kept(folder: Path | None, name: str) -> tuple[Picture, QImage]:
    """The picture without what a camera adds to it, as the file is for others; and how it looks."""
    if folder is None:
        raise PictureRefused("nobody knows where its pictures are")
    picture = shrunk(read_picture(folder, name))
    image = None if picture is None else decoded(picture, SHOWN_PX)
    if picture is None or image is None:
        raise PictureRefused(f"{name} is damaged, or not what its content begins as")
    return picture, image


def _laid(
    kept: tuple[Picture, QImage], look: Look, size: tuple[int, int], *, mirrored: bool
) -> str:
    """The picture in the middle of its ground, as large as it fits."""
    picture, image = kept
    width, height = size
    share = min(width / image.width(), height / image.height())
    across, down = share * image.width(), share * image.height()
    # Drawings that can be seen through are made for paper, in the dark too.
    on_paper = image.hasAlphaChannel()
    ground = palette(replace(look, scheme="light") if on_paper else look).scene.background
    data = b64encode(picture.content).decode("ascii")
    turned = f' transform="matrix(-1 0 0 1 {width} 0)"' if mirrored else ""
    return (
        f'<rect width="{width}" height="{height}" fill="{ground.code}"/>'
        f'<image x="{(width - across) / 2:.4g}" y="{(height - down) / 2:.4g}" '
        f'width="{across:.4g}" height="{down:.4g}"{turned} '
        f'href="data:{_MEDIA[picture.kind]};base64,{data}"/>'
    )


def _words(exercise: Exercise, problem: str, look: Look, size: tuple[int, int]) -> str:
    width, height = size
    scene = palette(look).scene
    letter_px = max(_SMALLEST_PX, round(min(size) * _NAME_SHARE))
    lines = "".join(
        f'<text x="{width / 2:g}" y="{height / 2 + row * 1.6 * letter_px:g}" '
        f'font-size="{letter_px}" font-family="sans-serif" text-anchor="middle" '
        f'fill="{scene.arrow.code}">{html.escape(line)}</text>'
        for row, line in enumerate((exercise.name, problem))
    )
    return f'<rect width="{width}" height="{height}" fill="{scene.background.code}"/>{lines}'
