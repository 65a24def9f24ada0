"""Reads and writes `.stretch` packs: a routine with its own exercises, their pictures, author and
licence, zipped.

Nothing is ever unpacked to disk by the names in the archive, and nothing is read beyond what a
pack may hold.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from stretchtimer.core.pictures import is_picture_name
from stretchtimer.figure.picture_file import MAX_BYTES as MAX_PICTURE_BYTES
from stretchtimer.storage.importing.draft import Missed, NotUnderstoodError
from stretchtimer.storage.problems import FileRefused
from stretchtimer.storage.toml_edit import written
from stretchtimer.storage.toml_file import MAX_BYTES, TomlFile, toml_from_text

NAME = "stretchtimer pack"
MAX_PACK_BYTES = 16 * 2**20
_MAX_FILES = 250
_MAX_UNPACKED, _MAX_PICTURES = 8 * 2**20, 24 * 2**20  # bytes of all texts, of all pictures
_KEPT = re.compile(r"(?:(?:routines|exercises)/[a-z0-9-]{1,60}|pack)\.toml")
_PICTURES = "exercises/"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENTRY = b"PK\x01\x02"  # one for each file in the archive's own list
_DATE = (2000, 1, 1, 0, 0, 0)  # packs of the same content are the same bytes


@dataclass(frozen=True, slots=True)
class Pack:
    """The files of a pack, and who made it under which licence. The `pictures` are by their names,
    not looked at yet.
    """

    routines: tuple[TomlFile, ...]
    exercises: tuple[TomlFile, ...]
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    author: str = ""
    licence: str = ""


def is_pack(content: bytes) -> bool:
    """Whether `content` is a zip archive."""
    return content[:4] in (b"PK\x03\x04", b"PK\x05\x06")


def read_pack(content: bytes, missed: list[Missed]) -> Pack:
    """The pack in `content`; `missed` gets the files that do not belong there."""
    if content.count(_ENTRY) > _MAX_FILES:
        raise NotUnderstoodError(f"a pack holds at most {_MAX_FILES} files; this has more")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            files: dict[str, TomlFile] = {}
            pictures: dict[str, bytes] = {}
            for name, body in _contents(archive, missed):
                if is_picture_name(name.removeprefix(_PICTURES)):
                    pictures[name.removeprefix(_PICTURES)] = body
                else:
                    _take_text(name, body, files, missed)
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        EOFError,
        ValueError,
        OverflowError,
        zlib.error,
    ) as error:
        raise NotUnderstoodError(f"the pack is damaged: {error}") from error
    except (NotImplementedError, RuntimeError) as error:  # another method, a password
        raise NotUnderstoodError(f"the pack cannot be read: {error}") from error
    about = files.pop("pack.toml", None)
    pack = Pack(
        routines=tuple(file for name, file in files.items() if name.startswith("routines/")),
        exercises=tuple(file for name, file in files.items() if name.startswith("exercises/")),
        pictures=pictures,
        author=_line(about, "author"),
        licence=_line(about, "licence"),
    )
    if not pack.routines and not pack.exercises:
        raise NotUnderstoodError("a zip archive, but no pack: it holds no routine and no exercise")
    return pack


def write_pack(
    routine: str,
    text: str,
    exercises: Mapping[str, str],
    pictures: Mapping[str, bytes],
    *,
    author: str = "",
    licence: str = "",
) -> bytes:
    """The pack of a routine, given by id and text; `exercises` are the texts of its own, by id,
    `pictures` theirs, by name.
    """
    about = {"format": 1, "author": author, "licence": licence}
    files: dict[str, str | bytes] = {
        "pack.toml": written({name: value for name, value in about.items() if value}),
        f"routines/{routine}.toml": text,
        **{f"exercises/{name}.toml": body for name, body in exercises.items()},
        **{f"{_PICTURES}{name}": body for name, body in pictures.items()},
    }
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in files.items():
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, body)
    return content.getvalue()


def _contents(archive: zipfile.ZipFile, missed: list[Missed]) -> Iterator[tuple[str, bytes]]:
    left = {False: _MAX_UNPACKED, True: _MAX_PICTURES}
    for entry in archive.infolist():
        name = entry.filename
        if entry.is_dir():
            continue
        is_picture = name.startswith(_PICTURES) and is_picture_name(name.removeprefix(_PICTURES))
        if not is_picture and not _KEPT.fullmatch(name):
            missed.append(Missed("the pack", name, "not a file that a pack holds; left out"))
            continue
        if entry.compress_type not in _METHODS:
            raise NotUnderstoodError("the pack cannot be read: it is compressed in another way")
        # What the archive says of the size may be a lie: read no more than is allowed.
        most = MAX_PICTURE_BYTES if is_picture else MAX_BYTES
        with archive.open(entry) as file:
            content = file.read(most + 1)
        left[is_picture] -= len(content)
        if len(content) > most or left[is_picture] < 0:
            raise NotUnderstoodError(f"{name} in the pack is larger than any of our files")
        yield name, content


def _take_text(name: str, content: bytes, files: dict[str, TomlFile], missed: list[Missed]) -> None:
    try:
        files[name] = toml_from_text(Path(name), content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        missed.append(Missed("the pack", name, "not UTF-8 text; left out"))
    except FileRefused as refused:
        missed.append(Missed("the pack", name, refused.problems[0].message))


def _line(about: TomlFile | None, key: str) -> str:
    value = about.table.get(key, "") if about is not None else ""
    return value[:200] if isinstance(value, str) else ""
