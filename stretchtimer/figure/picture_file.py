"""Reads a picture of a person's own that nobody vouches for: PNG, JPEG or SVG.

Everything that a decoder could be made to choke on is looked at before one sees the file. Of SVG
only what is drawn from within the file is let in: no script, no reference to the outside, no
entities, and no more to draw than a drawing needs.
"""

import stat
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from stretchtimer.core.pictures import is_picture_name

PictureKind = Literal["png", "jpg", "svg"]
MAX_BYTES = 8 * 2**20
MAX_PIXELS = 24_000_000  # what a decoder may have to unpack: 96 MB
MAX_SIDE_PX = 10_000
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
# Start-of-frame markers; of the others in between, C4, C8 and CC are something else.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_BARE = frozenset({0x01, *range(0xD0, 0xD8)})  # markers without a length
_SCAN, _FILL = 0xDA, 0xFF


class PictureRefused(Exception):  # noqa: N818  # it says what happened to the picture
    """A picture cannot be used; the message says why, in one line."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A file's content, looked through."""

    kind: PictureKind
    content: bytes

    def name_for(self, exercise_id: str) -> str:
        """What its file is called beside that exercise; no other content is called so."""
        from hashlib import sha256  # costs milliseconds: paid when a picture is kept

        return f"{exercise_id}-{sha256(self.content).hexdigest()[:8]}.{self.kind}"


def read_picture(folder: Path, name: str) -> Picture:
    """The picture called `name` in `folder`. Raises PictureRefused."""
    return read_picture_file(find_picture(folder, name))


def read_picture_file(path: Path) -> Picture:
    """The picture at `path`, wherever that is. Raises PictureRefused."""
    _refuse_no_file(path)
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise PictureRefused(f"{path.name} cannot be read: {error.strerror}") from error
    try:
        return checked_picture(content)
    except PictureRefused as refused:
        raise PictureRefused(f"{path.name}: {refused}") from refused


def find_picture(folder: Path, name: str) -> Path:
    """Where the picture lies; its content is not looked at. Raises PictureRefused."""
    if not is_picture_name(name):
        raise PictureRefused("a picture is named without a folder")
    path = folder / name
    _refuse_no_file(path)
    if path.is_symlink() and not path.resolve().is_relative_to(folder.resolve()):
        raise PictureRefused(f"{name} is a link that leads out of its folder; copy the file")
    return path


def _refuse_no_file(path: Path) -> None:
    """Raise PictureRefused for what is not there, no file, or too large."""
    try:
        status = path.stat()
    except FileNotFoundError as error:
        raise PictureRefused(f"the picture {path.name} is not there") from error
    except (OSError, ValueError) as error:  # a loop of links, a NUL in the name
        reason = getattr(error, "strerror", None) or str(error)
        raise PictureRefused(f"{path.name} cannot be read: {reason}") from error
    if not stat.S_ISREG(status.st_mode):
        raise PictureRefused(f"{path.name} is a folder or a device, not a picture")
    if status.st_size > MAX_BYTES:
        raise PictureRefused(f"{path.name} is larger than {MAX_BYTES // 2**20} MB")


def checked_picture(content: bytes) -> Picture:
    """`content` as a picture that may be decoded. Raises PictureRefused."""
    if len(content) > MAX_BYTES:
        raise PictureRefused(f"larger than {MAX_BYTES // 2**20} MB")
    if content.startswith(_PNG):
        _refuse_large(_png_size(content))
        return Picture("png", content)
    if content.startswith(_JPEG):
        _refuse_large(_jpeg_size(content))
        return Picture("jpg", content)
    if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        # Costs an XML reader: paid when a drawing comes.
        from stretchtimer.figure.picture_svg import SvgRefused, refuse_unsafe_svg

        try:
            refuse_unsafe_svg(content)
        except SvgRefused as refused:
            raise PictureRefused(str(refused)) from refused
        return Picture("svg", content)
    raise PictureRefused("not a PNG, JPEG or SVG picture")


def _refuse_large(size: tuple[int, int]) -> None:
    width, height = size
    if not (0 < width <= MAX_SIDE_PX and 0 < height <= MAX_SIDE_PX):
        raise PictureRefused(f"{width} by {height} pixels; a side has at most {MAX_SIDE_PX}")
    if width * height > MAX_PIXELS:
        most = MAX_PIXELS // 1_000_000
        raise PictureRefused(f"{width} by {height} pixels; at most {most} million in all")


def _png_size(content: bytes) -> tuple[int, int]:
    if content[12:16] != b"IHDR" or len(content) < 33:
        raise PictureRefused("a damaged PNG picture")
    width, height = struct.unpack(">II", content[16:24])
    return int(width), int(height)


def _jpeg_size(content: bytes) -> tuple[int, int]:
    """From the first frame's header; the segments before it are stepped over by their lengths."""
    at = 2
    while at + 9 <= len(content) and content[at] == _FILL:
        marker = content[at + 1]
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return int(width), int(height)
        if marker == _SCAN:
            break
        if marker == _FILL:
            at += 1
        elif marker in _BARE:
            at += 2
        else:
            at += 2 + max(2, int.from_bytes(content[at + 2 : at + 4]))
    raise PictureRefused("a damaged JPEG picture")
