"""Writes exercises and routines as TOML that a person likes to read, and keeps what a person wrote.

Comments, order and spacing stay where the content did not change. A block takes the comments
above it along when it moves.
"""

import tomllib
from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING, Any

from stretchtimer.storage.toml_lines import locate

if TYPE_CHECKING:
    from _typeshed import DataclassInstance
    from tomlkit.items import Item

_BLOCK = "block"


def to_table(content: "DataclassInstance", like: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """What a file of `content`, one of the core's dataclasses, holds; defaults are left out.

    A default that the table `like` writes out stays written out.
    """
    like = like or {}
    table: dict[str, Any] = {}
    for field in fields(content):
        value = getattr(content, field.name)
        default = field.default_factory() if callable(field.default_factory) else field.default
        is_default = field.default_factory is not MISSING or field.default is not MISSING
        old = like.get(field.name)
        if is_default and value == default and field.name not in like:
            continue
        if value is not None:
            table[field.name] = _plain(value, old)
    return table


def _plain(value: object, like: object = None) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return to_table(value, like if isinstance(like, dict) else None)
    if isinstance(value, dict):
        known = like if isinstance(like, dict) else {}
        return {name: _plain(inner, known.get(name)) for name, inner in value.items()}
    if isinstance(value, tuple | list):
        old = like if isinstance(like, list) else []
        return [_plain(one, other) for one, other in zip_longest(value, old[: len(value)])]
    return value


def written(table: Mapping[str, Any]) -> str:
    """`table` as TOML: plain values first, then tables, long lists over several lines."""
    import tomlkit  # costs 30 ms: paid when something is written

    document = tomlkit.document()
    plain = {name: value for name, value in table.items() if not _is_table(value)}
    for name, value in plain.items():
        document.add(name, _item(value))
    for name, value in table.items():
        if name not in plain:
            document.add(name, _item(value, is_last=True))
    return str(tomlkit.dumps(document)).strip() + "\n"


def edited(text: str, table: Mapping[str, Any]) -> str:
    """The TOML `text` with as little changed as makes it hold `table`."""
    if tomllib.loads(text) == table:
        return text
    changed = _edited(text, table)
    try:
        is_right = tomllib.loads(changed) == table
    except tomllib.TOMLDecodeError:
        is_right = False
    return changed if is_right else _head_comments(text) + written(table)


def _edited(text: str, table: Mapping[str, Any]) -> str:
    head, blocks, tail = _cut(text)
    if not blocks or _BLOCK not in table:
        return _changed(text, table)
    rest = {name: value for name, value in table.items() if name != _BLOCK}
    of_head = tomllib.loads(head).keys()
    of_tail = tomllib.loads(tail).keys()
    new_tables = {n for n, v in rest.items() if n not in of_head and isinstance(v, dict)}
    in_tail = {n: v for n, v in rest.items() if n in of_tail or n in new_tables}
    in_head = {n: v for n, v in rest.items() if n not in in_tail}
    pieces = [
        _changed(head, in_head),
        *_arranged(blocks, table[_BLOCK]),
        _changed(tail, in_tail),
    ]
    return "\n\n".join(piece.strip("\n") for piece in pieces if piece.strip()) + "\n"


def _cut(text: str) -> tuple[str, list[str], str]:
    """The text before the blocks, each block with the comments above it, and what is behind."""
    lines = text.splitlines(keepends=True)
    where = locate(text)
    starts: list[tuple[int, bool]] = []
    for path, line in where.items():
        if not path or not lines[line - 1].lstrip().startswith("["):
            continue
        is_block = len(path) == 2 and path[0] == _BLOCK
        if is_block or (len(path) == 1 and path[0] != _BLOCK):
            starts.append((_with_comments(lines, line - 1), is_block))
    starts.sort()
    first = next((place for place, is_block in starts if is_block), len(lines))
    starts = [start for start in starts if start[0] >= first]
    ends = [*(start[0] for start in starts), len(lines)]
    blocks, tail = [], ""
    for (begin, end), (_, is_block) in zip(pairwise(ends), starts, strict=True):
        piece = "".join(lines[begin:end])
        if is_block:
            blocks.append(piece)
        else:
            tail += piece
    return "".join(lines[:first]), blocks, tail


def _with_comments(lines: Sequence[str], header: int) -> int:
    begin = header
    while begin and lines[begin - 1].lstrip().startswith("#"):
        begin -= 1
    return begin


def _arranged(pieces: Sequence[str], wanted: Sequence[Mapping[str, Any]]) -> list[str]:
    """For each wanted block its old piece: the very same one, or one of the same exercise."""
    old = [tomllib.loads(piece)[_BLOCK][0] for piece in pieces]
    free = list(range(len(old)))
    chosen: list[int | None] = []
    for block in wanted:
        same = next((place for place in free if old[place] == block), None)
        if same is not None:
            free.remove(same)
        chosen.append(same)
    for place, block in enumerate(wanted):
        if chosen[place] is None:
            name = block.get("exercise")
            like = next((one for one in free if old[one].get("exercise") == name), None)
            chosen[place] = like
            if like is not None:
                free.remove(like)
    return [
        written({_BLOCK: [block]}) if place is None else _changed_block(pieces[place], block)
        for place, block in zip(chosen, wanted, strict=True)
    ]


def _changed_block(piece: str, block: Mapping[str, Any]) -> str:
    import tomlkit

    document = tomlkit.parse(piece)
    _update(document[_BLOCK][0], block)
    return str(document.as_string())


def _changed(text: str, table: Mapping[str, Any]) -> str:
    import tomlkit

    document = tomlkit.parse(text)
    _update(document, table)
    return str(document.as_string())


def _update(container: MutableMapping[str, Any], table: Mapping[str, Any]) -> None:
    for name in [name for name in container if name not in table]:
        del container[name]
    for name, value in table.items():
        if name not in container:
            container[name] = _item(value, is_last=True)
        elif isinstance(value, dict) and isinstance(container[name], dict):
            _update(container[name], value)
        elif container[name] != value:
            container[name] = _item(value, is_last=True)


def _is_table(value: object) -> bool:
    if isinstance(value, dict):
        return True
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) for one in value)


def _item(value: object, *, is_last: bool = False) -> "Item":
    """A value for tomlkit: dictionaries as tables of their own where nothing plain may follow."""
    import tomlkit

    if is_last and isinstance(value, dict):
        inner = tomlkit.table()
        for name, each in sorted(value.items(), key=lambda pair: _is_table(pair[1])):
            inner.add(name, _item(each, is_last=_is_table(each)))
        return inner
    if is_last and isinstance(value, list) and _is_table(value):
        tables = tomlkit.aot()
        for each in value:
            tables.append(_item(each, is_last=True))
        return tables
    if isinstance(value, list) and sum(len(str(one)) for one in value) > 60:
        array = tomlkit.array()
        for each in value:
            array.add_line(each, indent="  ")
        array.add_line(indent="")
        return array
    return tomlkit.item(value)


def _head_comments(text: str) -> str:
    head = [line for line in text.splitlines() if line.lstrip().startswith("#")]
    return "".join(f"{line}\n" for line in head)
