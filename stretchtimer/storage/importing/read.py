"""Finds out what a foreign file is, and gives a preview of what it would bring; writes nothing."""

import re
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from stretchtimer.storage.importing import (
    openhiit,
    own_files,
    pack,
    plain_text,
    table_text,
    timer_machine,
    workout_timer,
    workrave,
)
from stretchtimer.storage.importing.draft import Draft, Missed, NotUnderstoodError
from stretchtimer.storage.importing.json_values import parse_json
from stretchtimer.storage.importing.resolve import Import, Resolver
from stretchtimer.storage.library import Library
from stretchtimer.storage.problems import FileRefused
from stretchtimer.storage.toml_file import toml_from_text

MAX_BYTES = 2**20  # of a text; far beyond any real file
_OUR_TOML = re.compile(r"^\s*(?:format\s*=\s*\d|\[\[block\]\]\s*$)", re.MULTILINE)
_JSON_FORMATS = (workout_timer, openhiit, timer_machine)


def read_import(path: Path, library: Library, chosen: Mapping[str, str] | None = None) -> Import:
    """What the file at `path` would bring into `library`.

    `chosen` maps names in the file to ids of exercises that are meant by them. Raises
    NotUnderstoodError with one clear line where nothing can be taken over.
    """
    content = _content(path)
    if pack.is_pack(content):
        return _read_pack(content, Resolver(library, path.stem))
    if len(content) > MAX_BYTES:
        raise NotUnderstoodError(f"larger than {MAX_BYTES // 2**20} MB of text")
    return read_text(_text(content), path.stem, library, chosen)


def read_text(
    text: str, source: str, library: Library, chosen: Mapping[str, str] | None = None
) -> Import:
    """What a text, pasted perhaps, would bring; `source` says in a word or two where it is from."""
    resolver = Resolver(library, source, chosen or {})
    if not text.strip():
        raise NotUnderstoodError("it is empty")
    if len(text) > MAX_BYTES:
        raise NotUnderstoodError(f"larger than {MAX_BYTES // 2**20} MB of text")
    if _OUR_TOML.search(text):
        kind = _take_toml(text, resolver)
    else:
        kind, drafts = _drafts(text, resolver.missed)
        for draft in drafts:
            resolver.take(draft)
    return _imported(resolver, kind)


def _content(path: Path) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise NotUnderstoodError("it is a folder or a device, not a file")
        if status.st_size > pack.MAX_PACK_BYTES:
            raise NotUnderstoodError(f"larger than {pack.MAX_PACK_BYTES // 2**20} MB")
        with path.open("rb") as file:
            return file.read(pack.MAX_PACK_BYTES)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise NotUnderstoodError(f"it cannot be read: {reason}") from error


def _text(content: bytes) -> str:
    """The text of a file that may come from an old phone or an office program."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encoding = "utf-16"
    elif b"\x00" in content:
        raise NotUnderstoodError("it is not text")
    else:
        encoding = "utf-8-sig"
    for name in (encoding, "cp1252", "latin-1"):
        try:
            return content.decode(name)
        except UnicodeDecodeError:
            continue
    raise NotUnderstoodError("it is not text")


def _read_pack(content: bytes, resolver: Resolver) -> Import:
    found = pack.read_pack(content, resolver.missed)
    own_files.take_files(resolver, found.exercises, found.routines, found.pictures)
    credit = ", ".join(part for part in (found.author, found.licence) if part)
    return _imported(resolver, pack.NAME, credit)


def _take_toml(text: str, resolver: Resolver) -> str:
    try:
        file = toml_from_text(Path(f"{resolver.source}.toml"), text)
    except FileRefused as refused:
        problem = refused.problems[0]
        where = "" if problem.line is None else f"line {problem.line}: "
        raise NotUnderstoodError(f"{where}{problem.message}") from refused
    if not own_files.is_ours(file):
        raise NotUnderstoodError("TOML, but neither a routine nor an exercise")
    is_routine = "block" in file.table
    own_files.take_files(resolver, () if is_routine else (file,), (file,) if is_routine else (), {})
    return own_files.NAME


def _drafts(text: str, missed: list[Missed]) -> tuple[str, list[Draft]]:
    begin = text.lstrip()[:1]
    if begin == "<":
        return workrave.NAME, list(workrave.read(text, missed))
    if begin in ("{", "["):
        data: Any = parse_json(text)
        for app in _JSON_FORMATS:
            if app.is_ours(data):
                return app.NAME, list(app.read(data, missed))
        raise NotUnderstoodError("JSON, but of no program whose files are known here")
    mark = table_text.separator(text)
    if mark:
        return table_text.NAME, list(table_text.read(text, mark, missed))
    return plain_text.NAME, list(plain_text.read(text, missed))


def _imported(resolver: Resolver, kind: str, credit: str = "") -> Import:
    if not resolver.routines and not resolver.exercises:
        reason = f": {resolver.missed[0]}" if resolver.missed else ""
        raise NotUnderstoodError(f"nothing in it could be taken over{reason}")
    return Import(
        kind,
        tuple(resolver.routines.values()),
        tuple(resolver.exercises.values()),
        tuple(resolver.missed),
        credit,
    )
