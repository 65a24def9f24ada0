"""Pictures for tests, made here: a person's own come from anywhere."""

import struct
import zlib

ARROW = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30" width="40" height="30">'
    b'<path d="M5 5h30v20z" fill="#c04020"/></svg>'
)


def png(width=40, height=30, rgb=(200, 40, 20), right=None):
    """A picture in one colour, or its right half in another."""
    left_part = bytes(rgb) * (width // 2)
    row = b"\0" + left_part + bytes(right or rgb) * (width - width // 2)
    return png_of(width, height, zlib.compress(row * height))


def png_of(width, height, pixels):
    """A PNG file that says it has this size, with whatever is said to be its pixels."""

    def chunk(kind, body):
        whole = kind + body
        return struct.pack(">I", len(body)) + whole + struct.pack(">I", zlib.crc32(whole))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


def jpeg_of(width, height):
    """The beginning of a JPEG file that says it has this size."""
    thumbnail = b"\xff\xe1" + struct.pack(">H", 40) + b"Exif" + b"\xff\xc0" * 17
    frame = b"\xff\xc2" + struct.pack(">HBHHB", 17, 8, height, width, 3) + b"\0" * 9
    return b"\xff\xd8" + thumbnail + b"\xff\xff" + frame[1:] + b"\xff\xda"


def svg(inside="", attributes="", before=""):
    """A drawing with something in it."""
    name = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    size = 'viewBox="0 0 10 10" width="10" height="10"'
    return f"{before}<svg {name} {size} {attributes}>{inside}</svg>".encode()
